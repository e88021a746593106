//! Scores a plan that was made by hand, without a solver, and says what it breaks and why.
//!
//! `cargo run --example score_plan`

use std::error::Error;

use leerteam::check::Report;
use leerteam::messages::{Language, Messages, cause_text, reason_text};
use leerteam::plan::Person;
use leerteam::wire::{read_plan, read_roster, v1};
use serde::Deserialize;

/// The parts of an example of docs/rules.md that are used here.
#[derive(Deserialize)]
struct Example {
    roster: v1::Roster,
    breaks: v1::Plan,
}

fn main() -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string("docs/examples/rules/quorum.json")?;
    let Example { roster, breaks } = serde_json::from_str(&text)?;
    let roster = read_roster(&roster).0.ok_or("the roster has errors")?;
    let plan = read_plan(&roster, &breaks);
    let plan = plan.map_err(|findings| format!("the plan cannot be read: {findings:?}"))?;

    let report = Report::new(&roster, plan, None);
    let report = report.map_err(|finding| format!("the score is too large: {finding:?}"))?;
    let messages = Messages::of(Language::En);
    for charge in &report.assessment.breakdown.charges {
        let team = charge.team.map_or("", |team| report.plan.teams[team].name.as_str());
        let person = match charge.person {
            Some(Person::Participant(place)) => roster.participants[place].name.as_str(),
            Some(Person::Supervisor(place)) => roster.supervisors[place].name.as_str(),
            None => "",
        };
        let (cost, cause) = (charge.cost, cause_text(&messages, &roster, &charge.cause));
        println!(
            "{} {team} {person}: {} broken, {} points. {cause}",
            charge.rule, cost.broken, cost.points
        );
    }
    for left in &report.assessment.left_over {
        let reasons = left.reasons.iter().map(|reason| reason_text(&messages, &roster, reason));
        let reasons: Vec<String> = reasons.collect();
        println!("{}: {}", roster.participants[left.participant].name, reasons.join(" "));
    }
    let total = report.assessment.total();
    println!("{} broken requirements, {} points", total.broken, total.points);
    Ok(())
}
