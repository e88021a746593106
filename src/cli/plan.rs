//! `leerteam plan`: plans a roster, here or on a server.

use super::Exit;
use super::arguments::Plan;
use super::input::Reader;
use super::progress::Bar;
use super::streams::{say, warn};
use super::summary::Summary;
use super::writer::Writer;
use super::{outputs, remote, serve};
use leerteam::check::{Outcome, Report};
use leerteam::formats::{RosterFile, to_json};
use leerteam::messages::Messages;
use leerteam::planner::{Cancel, Options, Progress, cores, plan, plan_from};
use leerteam::roster::Roster;
use leerteam::wire::{read_report, write_progress, write_report};

pub fn run(arguments: &Plan) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let file = match reader.file(&arguments.roster, arguments.base.as_ref()) {
        Ok(file) => file,
        Err(exit) => return exit,
    };
    let source = Some(arguments.roster.as_path());
    let writer = Writer { messages: &messages, force: arguments.force, source };
    let free = arguments.out.as_ref().map_or(Ok(()), |folder| outputs::check(&writer, folder));
    if let Err(exit) = free {
        return exit;
    }
    let roster = match roster(&reader, &writer, &file, arguments) {
        Ok(roster) => roster,
        Err(exit) => return exit,
    };
    let start = match arguments.start.as_ref().map(|path| reader.start(&roster, path)).transpose() {
        Ok(start) => start,
        Err(exit) => return exit,
    };
    let wire = file.wire;
    let title = wire.title.clone();
    let bar = Bar::new(&messages);
    let planned = match &arguments.server {
        Some(url) => {
            let sent = remote::plan(url, wire, start.map(|start| start.wire), arguments, &bar);
            sent.and_then(|plan| {
                let other = |_| (Exit::Internal, messages.text("cli-other-plan", &[]));
                read_report(&roster, &plan).map_err(other)
            })
        }
        None => plan_here(&roster, start.map(|start| start.plan), arguments, &bar),
    };
    bar.clear();
    match planned {
        Ok(planned) => finish(&roster, &title, &planned, arguments, &writer),
        Err((exit, problem)) => {
            warn(problem);
            exit
        }
    }
}

fn plan_here(
    roster: &Roster,
    start: Option<leerteam::plan::Plan>,
    arguments: &Plan,
    bar: &Bar,
) -> Result<Report, (Exit, String)> {
    let cancel = Cancel::default();
    serve::cancel_on_interrupt(cancel.clone());
    let options = Options {
        time_limit: arguments.time_limit,
        work_limit: arguments.work_limit,
        gap: arguments.gap,
        threads: arguments.threads.unwrap_or_else(cores),
        seed: arguments.seed,
        ..Options::default()
    };
    let mut show = |progress: Progress| bar.show(&write_progress(roster, &progress, false));
    let planned = match &start {
        Some(start) => plan_from(roster, start, &options, &cancel, &mut show),
        None => plan(roster, &options, &cancel, &mut show),
    };
    let planned = planned.map_err(|error| (Exit::Internal, error.to_string()))?;
    if let Some(failure) = &planned.failure {
        tracing::error!(%failure, "the search ended with an internal error");
    }
    Ok(planned.into_report())
}

fn finish(
    roster: &Roster,
    title: &str,
    report: &Report,
    arguments: &Plan,
    writer: &Writer,
) -> Exit {
    let messages = writer.messages;
    let wire = &write_report(roster, report, messages);
    let of_organisations = arguments.per_organisation;
    let written = match &arguments.out {
        None => None,
        Some(folder) => {
            let into = (folder.as_path(), of_organisations);
            match outputs::write(roster, title, (report, wire), into, writer) {
                Ok(calendars) => Some((folder.display().to_string(), calendars.to_string())),
                Err(exit) => return exit,
            }
        }
    };
    if arguments.output.json {
        say(to_json(wire));
    } else {
        say(Summary::new(roster, wire, messages).to_string());
        if let Some((folder, calendars)) = &written {
            let arguments = [("folder", folder.as_str()), ("calendars", calendars)];
            say(messages.text("cli-written", &arguments) + "\n");
            if of_organisations {
                say(messages.text("cli-written-organisations", &[]) + "\n");
            }
        }
    }
    if report.proof.is_some_and(|proof| proof.outcome == Outcome::InternalError) {
        warn(messages.text("cli-internal-error", &[]));
        return Exit::Internal;
    }
    let broken = report.assessment.total().broken > 0;
    if arguments.output.strict && broken { Exit::Findings } else { Exit::Done }
}

/// The roster; findings of a workbook are also marked in a copy of it, beside where the plan would be.
fn roster(
    reader: &Reader,
    writer: &Writer,
    file: &RosterFile,
    arguments: &Plan,
) -> Result<Roster, Exit> {
    let (roster, findings) = file.read();
    let readable = reader.readable(roster, &findings);
    if let (Some(folder), false) = (&arguments.out, findings.is_empty())
        && let Some(sheets) = file.marked(&findings, reader.messages)
    {
        let name = reader.messages.text("cli-marked-file", &[]);
        // One of an earlier time may have been corrected, and may be the roster itself.
        let numbered = (2..).map(|number: u32| format!("{name}-{number}.xlsx"));
        let names = std::iter::once(format!("{name}.xlsx")).chain(numbered);
        let mut paths = names.map(|name| folder.join(name));
        let Some(path) = paths.find(|path| writer.may_write(path)) else { return readable };
        writer.workbook(&path, &sheets)?;
        let path = path.display().to_string();
        warn(reader.messages.text("cli-marked", &[("file", &path)]));
    }
    readable
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::arguments::{Arguments, Command};
    use super::*;
    use leerteam::check::Proof;
    use leerteam::messages::Language;
    use leerteam::plan::Cost;
    use leerteam::wire::{read_roster, v1};

    #[test]
    fn the_exit_code_says_that_an_internal_error_ended_the_search() {
        let roster = include_str!("../../fixtures/zwolle/roster.json");
        let roster: v1::Roster = serde_json::from_str(roster).expect("a roster");
        let roster = read_roster(&roster).0.expect("a roster that can be planned");
        let arguments = Arguments::parse_from(["leerteam", "plan", "roster.json", "--json"]);
        let Command::Plan(arguments) = arguments.command else { panic!("not the plan command") };
        let messages = &Messages::of(Language::En);
        let writer = Writer { messages, force: false, source: None };
        let exit = |outcome| {
            let proof = Proof { bound: Cost::ZERO, outcome, seed: 0 };
            let report = Report::new(&roster, Default::default(), Some(proof));
            finish(&roster, "", &report.expect("a small score"), &arguments, &writer)
        };
        assert_eq!(exit(Outcome::InternalError), Exit::Internal);
        assert_eq!(exit(Outcome::NumericalFailure), Exit::Done);
    }
}
