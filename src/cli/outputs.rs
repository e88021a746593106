//! The files of a plan (docs/outputs.md).

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::Utc;

use super::Exit;
use super::writer::Writer;
use leerteam::check::Report;
use leerteam::formats::{
    File, PageOptions, calendars, organisation_files, page, plan_sheets, sheets, to_json,
};
use leerteam::roster::Roster;
use leerteam::wire::v1;

/// The files beside those folders.
const FILES: [&str; 3] = ["plan.json", "plan.html", "plan.xlsx"];
/// Folders of which the files of one kind are this program's: those of an older plan go. A `*` stands for any name.
const FOLDERS: [(&str, &str); 7] = [
    ("calendars/teams", "ics"),
    ("calendars/participants", "ics"),
    ("calendars/supervisors", "ics"),
    ("calendars/locations", "ics"),
    ("csv", "csv"),
    ("organisations/*", "xlsx"),
    ("organisations/*/calendars", "ics"),
];

/// Whether a plan may be written into a folder: there is no older one, unless it may be replaced.
pub fn check(writer: &Writer, folder: &Path) -> Result<(), Exit> {
    FILES.iter().try_for_each(|name| writer.check(&folder.join(name)))?;
    for path in older(folder).map_err(|error| writer.failed(folder, &error.to_string()))? {
        writer.check(&path)?;
    }
    Ok(())
}

/// Writes a plan, of which `wire` is the message, in all its forms into a folder, with a folder for each organisation
/// if asked for; how many calendars there are. The workbook comes last: a plan may be too large for one.
pub fn write(
    roster: &Roster,
    title: &str,
    (report, wire): (&Report, &v1::Plan),
    (folder, per_organisation): (&Path, bool),
    writer: &Writer,
) -> Result<usize, Exit> {
    let messages = writer.messages;
    let tables = plan_sheets(roster, wire, messages);
    let options = PageOptions { language: messages.language(), title, ..PageOptions::default() };
    let file =
        |path: &str, text: String| File { path: path.to_owned(), content: text.into_bytes() };
    let mut files =
        vec![file("plan.json", to_json(wire)), file("plan.html", page(roster, report, &options))];
    let in_folder = |file: File| File { path: format!("csv/{}", file.path), ..file };
    files.extend(sheets::csv_files(&tables).into_iter().map(in_folder));
    let calendars = calendars(roster, report, messages, Utc::now());
    let count = calendars.len();
    if per_organisation {
        let of_organisations = organisation_files(roster, report, messages, &calendars);
        files.extend(of_organisations.map_err(|error| writer.failed(folder, &error.to_string()))?);
    }
    files.extend(calendars);
    // Whoever has left keeps no calendar.
    let new: HashSet<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let failed = |error: std::io::Error| writer.failed(folder, &error.to_string());
    for path in older(folder).map_err(failed)?.into_iter().filter(|path| !new.contains(path)) {
        writer.check(&path)?;
        std::fs::remove_file(path).map_err(failed)?;
    }
    files.iter().try_for_each(|file| writer.file(&folder.join(&file.path), &file.content))?;
    let workbook_file = folder.join("plan.xlsx");
    match sheets::workbook(&tables) {
        Ok(content) => writer.file(&workbook_file, &content)?,
        Err(error) => {
            // One of an older plan would be taken for this one.
            if workbook_file.is_file() {
                std::fs::remove_file(&workbook_file).map_err(failed)?;
            }
            return Err(writer.failed(&workbook_file, &error.to_string()));
        }
    }
    Ok(count)
}

/// The files of an older plan in these folders.
fn older(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (name, extension) in FOLDERS {
        for folder in folders(folder, name)? {
            let is_of_kind = |path: &PathBuf| {
                path.is_file() && path.extension().is_some_and(|of| of == extension)
            };
            files.extend(entries(&folder)?.into_iter().filter(is_of_kind));
        }
    }
    Ok(files)
}

/// The folders below one that a name stands for.
fn folders(folder: &Path, name: &str) -> std::io::Result<Vec<PathBuf>> {
    let Some((before, after)) = name.split_once('*') else { return Ok(vec![folder.join(name)]) };
    let all = entries(&folder.join(before))?.into_iter().filter(|path| path.is_dir());
    Ok(all.map(|path| path.join(after.trim_start_matches('/'))).collect())
}

/// What is in a folder; nothing where there is none.
fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.map(|entry| Ok(entry?.path())).collect(),
    }
}
