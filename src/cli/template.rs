//! `leerteam template` and `leerteam convert`: rosters as files to fill in and to hand on.

use std::path::Path;

use super::Exit;
use super::arguments::{Convert, Output, Template};
use super::input::Reader;
use crate::formats::roster_sheets::{template, too_long, write};
use crate::formats::sheets::{Sheet, csv_files};
use crate::formats::to_json;
use crate::messages::Messages;
use crate::wire::v1;

pub fn run(arguments: &Template) -> Exit {
    let messages = Messages::of(arguments.lang);
    let output = Output { lang: arguments.lang, json: false, strict: false };
    let reader = Reader { messages: &messages, output: &output };
    done(write_sheets(&reader, &template(&messages), &arguments.file))
}

pub fn convert(arguments: &Convert) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let file = match reader.file(&arguments.roster, None) {
        Ok(file) => file,
        Err(exit) => return exit,
    };
    // A roster that cannot be read whole would lose what is wrong with it.
    if let Err(exit) = reader.roster(&file) {
        return exit;
    }
    done(write_roster(&reader, &file.wire, &arguments.file))
}

/// Writes a roster as a .json or .xlsx file, or as a folder of CSV files, by the ending of the path.
pub fn write_roster(reader: &Reader, roster: &v1::Roster, path: &Path) -> Result<(), Exit> {
    if has_ending(path, "json") {
        return reader.write(path, to_json(roster).as_bytes());
    }
    if roster.base_plan.is_some() {
        eprintln!("{}", reader.messages.text("cli-without-base", &[]));
    }
    let sheets = write(roster, reader.messages);
    if has_ending(path, "xlsx")
        && let Some(sheet) = too_long(&sheets)
    {
        eprintln!("{}", reader.messages.text("sheet-too-long", &[("sheet", sheet)]));
        return Err(Exit::Usage);
    }
    write_sheets(reader, &sheets, path)
}

fn done(written: Result<(), Exit>) -> Exit {
    written.err().unwrap_or(Exit::Done)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// Writes a workbook, or a folder of CSV files.
fn write_sheets(reader: &Reader, sheets: &[Sheet], path: &Path) -> Result<(), Exit> {
    if has_ending(path, "xlsx") {
        return reader.write_workbook(path, sheets);
    }
    csv_files(sheets)
        .iter()
        .try_for_each(|file| reader.write(&path.join(&file.path), &file.content))
}
