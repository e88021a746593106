//! `leerteam template` and `leerteam convert`: rosters as files to fill in and to hand on.

use std::path::Path;

use super::Exit;
use super::arguments::{Convert, Template};
use super::input::Reader;
use super::streams::warn;
use super::writer::Writer;
use crate::formats::roster_sheets::{template, too_long, write};
use crate::formats::sheets::{Sheet, csv_files};
use crate::formats::to_json;
use crate::messages::Messages;

pub fn run(arguments: &Template) -> Exit {
    let messages = Messages::of(arguments.lang);
    let writer = Writer { messages: &messages, force: arguments.force, source: None };
    done(write_sheets(&writer, &template(&messages), &arguments.file))
}

pub fn convert(arguments: &Convert) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let source = Some(arguments.roster.as_path());
    let writer = Writer { messages: &messages, force: arguments.force, source };
    let file = match reader.file(&arguments.roster, None) {
        Ok(file) => file,
        Err(exit) => return exit,
    };
    // A roster that cannot be read whole would lose what is wrong with it.
    if let Err(exit) = reader.roster(&file) {
        return exit;
    }
    if has_ending(&arguments.file, "json") {
        return done(writer.file(&arguments.file, to_json(&file.wire).as_bytes()));
    }
    if file.wire.base_plan.is_some() {
        warn(messages.text("cli-without-base", &[]));
    }
    let sheets = write(&file.wire, &messages);
    if has_ending(&arguments.file, "xlsx")
        && let Some(sheet) = too_long(&sheets)
    {
        warn(messages.text("sheet-too-long", &[("sheet", sheet)]));
        return Exit::Usage;
    }
    done(write_sheets(&writer, &sheets, &arguments.file))
}

fn done(written: Result<(), Exit>) -> Exit {
    written.err().unwrap_or(Exit::Done)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// Endings of files that this does not write, and that nobody means as the name of a folder.
const OTHER_ENDINGS: [&str; 7] = ["ods", "xls", "xlsm", "csv", "txt", "html", "pdf"];

/// Writes a workbook, or a folder of CSV files: all of them, or none if one is in the way.
fn write_sheets(writer: &Writer, sheets: &[Sheet], path: &Path) -> Result<(), Exit> {
    if has_ending(path, "xlsx") {
        return writer.workbook(path, sheets);
    }
    if OTHER_ENDINGS.iter().any(|ending| has_ending(path, ending)) && !path.is_dir() {
        return Err(writer.cannot_be(path));
    }
    let files = csv_files(sheets);
    files.iter().try_for_each(|file| writer.check(&path.join(&file.path)))?;
    files.iter().try_for_each(|file| writer.file(&path.join(&file.path), &file.content))
}
