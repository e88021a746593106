//! `leerteam plan`: plans a roster, here or on a server.

use std::path::Path;

use chrono::Utc;

use super::Exit;
use super::arguments::Plan;
use super::input::Reader;
use super::progress::Bar;
use super::summary::Summary;
use super::{remote, serve};
use crate::check::assess;
use crate::formats::{File, calendars, plan_sheets, sheets, to_json};
use crate::messages::Messages;
use crate::planner::{Cancel, Options, plan};
use crate::roster::Roster;
use crate::wire::{read_plan, v1, write_planned, write_progress};

pub fn run(arguments: &Plan) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let read = reader.file(&arguments.roster, arguments.base.as_ref()).and_then(|file| {
        let roster = reader.roster(&file)?;
        Ok((file.wire, roster))
    });
    let (wire, roster) = match read {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let bar = Bar::new(&messages);
    let planned = match &arguments.server {
        Some(url) => remote::plan(url, wire, arguments, &bar),
        None => plan_here(&roster, arguments, &messages, &bar),
    };
    bar.clear();
    match planned {
        Ok(planned) => finish(&roster, &planned, arguments, &messages),
        Err((exit, problem)) => {
            eprintln!("{problem}");
            exit
        }
    }
}

fn plan_here(
    roster: &Roster,
    arguments: &Plan,
    messages: &Messages,
    bar: &Bar,
) -> Result<v1::Plan, (Exit, String)> {
    let cancel = Cancel::default();
    serve::cancel_on_interrupt(cancel.clone());
    let options = Options {
        time_limit: arguments.time_limit,
        work_limit: arguments.work_limit,
        gap: arguments.gap,
        threads: arguments.threads.unwrap_or_else(cores),
        seed: arguments.seed,
    };
    let planned = plan(roster, &options, &cancel, &mut |progress| {
        bar.show(&write_progress(roster, &progress, false));
    });
    let planned = planned.map_err(|error| (Exit::Internal, error.to_string()))?;
    Ok(write_planned(roster, &planned, arguments.seed, messages))
}

fn cores() -> u32 {
    std::thread::available_parallelism().map_or(1, |cores| cores.get() as u32)
}

fn finish(roster: &Roster, wire: &v1::Plan, arguments: &Plan, messages: &Messages) -> Exit {
    if let Some(folder) = &arguments.out
        && let Err(problem) = write_files(roster, wire, folder, messages)
    {
        let file = folder.display().to_string();
        let arguments = [("file", file.as_str()), ("problem", &problem)];
        eprintln!("{}", messages.text("cli-cannot-write", &arguments));
        return Exit::Usage;
    }
    if arguments.output.json {
        print!("{}", to_json(wire));
    } else {
        print!("{}", Summary::new(roster, wire, messages));
        if let Some(folder) = &arguments.out {
            let folder = folder.display().to_string();
            println!("{}", messages.text("cli-written", &[("folder", &folder)]));
        }
    }
    let broken = wire.score.as_ref().and_then(|score| score.broken_requirements) > Some(0);
    if arguments.output.strict && broken { Exit::Findings } else { Exit::Done }
}

/// Folders of which the files of one kind are this program's: those of an older plan go.
const FOLDERS: [(&str, &str); 5] = [
    ("calendars/teams", "ics"),
    ("calendars/participants", "ics"),
    ("calendars/supervisors", "ics"),
    ("calendars/locations", "ics"),
    ("csv", "csv"),
];

/// Writes the files of docs/outputs.md. The workbook comes last: a plan may be too large for one.
fn write_files(
    roster: &Roster,
    wire: &v1::Plan,
    folder: &Path,
    messages: &Messages,
) -> Result<(), String> {
    let plan = read_plan(roster, wire).map_err(|_| "the plan is not of this roster".to_owned())?;
    let assessment = assess(roster, &plan);
    let tables = plan_sheets(roster, wire, messages);
    let mut files =
        vec![File { path: "plan.json".to_owned(), content: to_json(wire).into_bytes() }];
    let in_folder = |file: File| File { path: format!("csv/{}", file.path), ..file };
    files.extend(sheets::csv_files(&tables).into_iter().map(in_folder));
    files.extend(calendars(roster, &plan, &assessment, messages, Utc::now()));
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
    std::fs::write(workbook_file, workbook).map_err(|error| error.to_string())
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
