//! `leerteam plan`: plans a roster, here or on a server.

use std::path::Path;

use super::Exit;
use super::arguments::Plan;
use super::input::Reader;
use super::progress::Bar;
use super::summary::Summary;
use super::{remote, serve};
use crate::check::{Assessment, assess};
use crate::formats::{PageOptions, calendar_file, page, to_json};
use crate::messages::{Language, Messages};
use crate::planner::{Cancel, Options, plan};
use crate::roster::Roster;
use crate::wire::{read_plan, v1, write_planned, write_progress};

pub fn run(arguments: &Plan) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let read = reader.wire_roster(&arguments.roster, arguments.base.as_ref()).and_then(|wire| {
        let roster = reader.roster(&wire)?;
        Ok((wire, roster))
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
        && let Err(problem) = write_files(roster, wire, folder, messages.language())
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
            let (folder, calendars) = (folder.display().to_string(), wire.teams.len().to_string());
            let files = [("folder", folder.as_str()), ("calendars", &calendars)];
            println!("{}", messages.text("cli-written", &files));
        }
    }
    let broken = wire.score.as_ref().and_then(|score| score.broken_requirements) > Some(0);
    if arguments.output.strict && broken { Exit::Findings } else { Exit::Done }
}

/// plan.json, plan.html, and an .ics for each team.
fn write_files(
    roster: &Roster,
    wire: &v1::Plan,
    folder: &Path,
    language: Language,
) -> Result<(), String> {
    let plan = read_plan(roster, wire).map_err(|_| "the plan is not of this roster".to_owned())?;
    let assessment: Assessment = assess(roster, &plan);
    let write = || -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("plan.json"), to_json(wire))?;
        let options = PageOptions { language, ..PageOptions::default() };
        std::fs::write(folder.join("plan.html"), page(roster, &plan, wire, &options))?;
        for (index, team) in plan.teams.iter().enumerate() {
            let file = format!("{}.ics", file_name(&team.id));
            let calendar = calendar_file(roster, &plan, &assessment, index);
            std::fs::write(folder.join(file), calendar)?;
        }
        Ok(())
    };
    write().map_err(|error| error.to_string())
}

/// A team's id as a file name: whatever is not a letter, digit, `-`, `_` or `+` becomes `_`.
fn file_name(id: &str) -> String {
    let keep = |c: char| if c.is_alphanumeric() || "-_+".contains(c) { c } else { '_' };
    id.chars().map(keep).collect()
}
