//! `leerteam template` and `leerteam convert`: rosters as files to fill in and to hand on.

use std::path::Path;

use super::Exit;
use super::arguments::{Convert, Template};
use super::input::Reader;
use super::streams::warn;
use super::writer::Writer;
use leerteam::formats::roster_sheets::{filled_example, template, too_long, write};
use leerteam::formats::sheets::{Sheet, csv_files};
use leerteam::formats::to_json;
use leerteam::messages::Messages;
use leerteam::wire::v1;

pub fn run(arguments: &Template) -> Exit {
    let messages = Messages::of(arguments.lang);
    let writer = Writer { messages: &messages, force: arguments.force, source: None };
    done(write_both(&writer, &arguments.file))
}

/// Writes the empty workbook and beside it a filled one to look at; neither if one of them is in the way.
fn write_both(writer: &Writer, path: &Path) -> Result<(), Exit> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy()));
    let word = writer.messages.text("sheet-example-file", &[]);
    let example = path.with_file_name(format!("{stem}-{word}{}", ending.unwrap_or_default()));
    writer.check(&example)?;
    write_sheets(writer, &template(writer.messages), path)?;
    write_sheets(writer, &filled_example(writer.messages), &example)
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
    done(write_roster(&writer, &file.wire, &arguments.file))
}

/// Writes a roster as a .json or .xlsx file, or as a folder of CSV files, by the ending of the path.
pub fn write_roster(writer: &Writer, roster: &v1::Roster, path: &Path) -> Result<(), Exit> {
    if has_ending(path, "json") {
        return writer.file(path, to_json(roster).as_bytes());
    }
    if roster.base_plan.is_some() {
        warn(writer.messages.text("cli-without-base", &[]));
    }
    let sheets = write(roster, writer.messages);
    if has_ending(path, "xlsx")
        && let Some(sheet) = too_long(&sheets)
    {
        warn(writer.messages.text("sheet-too-long", &[("sheet", sheet)]));
        return Err(Exit::Usage);
    }
    write_sheets(writer, &sheets, path)
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
