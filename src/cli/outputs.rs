//! The files of a plan (docs/outputs.md).

use std::path::Path;

use chrono::Utc;

use crate::check::assess;
use crate::formats::{File, PageOptions, calendars, page, plan_sheets, sheets, to_json};
use crate::messages::Messages;
use crate::roster::Roster;
use crate::wire::{read_plan, v1};

/// Folders of which the files of one kind are this program's: those of an older plan go.
const FOLDERS: [(&str, &str); 5] = [
    ("calendars/teams", "ics"),
    ("calendars/participants", "ics"),
    ("calendars/supervisors", "ics"),
    ("calendars/locations", "ics"),
    ("csv", "csv"),
];

/// Writes a plan in all its forms into a folder; how many calendars there are. The workbook comes last: a
/// plan may be too large for one.
pub fn write(
    roster: &Roster,
    title: &str,
    wire: &v1::Plan,
    folder: &Path,
    messages: &Messages,
) -> Result<usize, String> {
    let plan = read_plan(roster, wire).map_err(|_| "the plan is not of this roster".to_owned())?;
    let assessment = assess(roster, &plan);
    let tables = plan_sheets(roster, wire, messages);
    let options = PageOptions { language: messages.language(), title, ..PageOptions::default() };
    let file =
        |path: &str, text: String| File { path: path.to_owned(), content: text.into_bytes() };
    let mut files = vec![
        file("plan.json", to_json(wire)),
        file("plan.html", page(roster, &plan, wire, &options)),
    ];
    let in_folder = |file: File| File { path: format!("csv/{}", file.path), ..file };
    files.extend(sheets::csv_files(&tables).into_iter().map(in_folder));
    let calendars = calendars(roster, &plan, &assessment, messages, Utc::now());
    let count = calendars.len();
    files.extend(calendars);
    let workbook_file = folder.join("plan.xlsx");
    let write = || -> std::io::Result<()> {
        if workbook_file.is_file() {
            std::fs::remove_file(&workbook_file)?;
        }
        for (name, extension) in FOLDERS {
            remove_files(&folder.join(name), extension)?;
        }
        for file in files {
            let path = folder.join(file.path);
            std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
            std::fs::write(path, file.content)?;
        }
        Ok(())
    };
    write().map_err(|error| error.to_string())?;
    let workbook = sheets::workbook(&tables).map_err(|error| error.to_string())?;
    std::fs::write(workbook_file, workbook).map_err(|error| error.to_string())?;
    Ok(count)
}

/// Removes the files with an extension from a folder, if there is such a folder.
fn remove_files(folder: &Path, extension: &str) -> std::io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_file() && path.extension().is_some_and(|of| of == extension) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}
