//! `leerteam check`: scores any plan for a roster.

use super::Exit;
use super::arguments::Check;
use super::input::Reader;
use super::streams::say;
use super::summary::Summary;
use leerteam::check::Report;
use leerteam::formats::to_json;
use leerteam::messages::Messages;
use leerteam::wire::write_report;

pub fn run(arguments: &Check) -> Exit {
    let messages = Messages::of(arguments.output.lang);
    let reader = Reader { messages: &messages, output: &arguments.output };
    let read = reader.file(&arguments.roster, arguments.base.as_ref()).and_then(|file| {
        let roster = reader.roster(&file)?;
        let plan = reader.plan(&roster, &arguments.plan)?;
        let report = Report::new(&roster, plan, None);
        let report = report.map_err(|finding| reader.fail(&[*finding]))?;
        Ok((roster, report))
    });
    let (roster, report) = match read {
        Ok(read) => read,
        Err(exit) => return exit,
    };
    let wire = write_report(&roster, &report, &messages);
    if arguments.output.json {
        say(to_json(&wire));
    } else {
        say(Summary::new(&roster, &wire, &messages).to_string());
    }
    let broken = report.assessment.total().broken > 0;
    if arguments.output.strict && broken { Exit::Findings } else { Exit::Done }
}
