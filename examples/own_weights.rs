//! Plans one roster twice: with the default rules, and with rules of one's own, for the roster and for one
//! environment. Then shows what each rule costs in both plans.
//!
//! `cargo run --example own_weights`

use std::collections::BTreeMap;
use std::error::Error;

use leerteam::check::Report;
use leerteam::formats::from_json_file;
use leerteam::plan::Cost;
use leerteam::planner::{Cancel, Options, plan};
use leerteam::wire::{read_roster, v1};

fn planned(roster: &v1::Roster) -> Result<Report, Box<dyn Error>> {
    let (roster, _) = read_roster(roster);
    let roster = roster.ok_or("the roster has errors")?;
    // A work limit in place of a time limit gives the same plan on every machine.
    let options = Options { work_limit: Some(20_000), ..Options::default() };
    Ok(plan(&roster, &options, &Cancel::default(), &mut |_| {})?.into_report())
}

/// What each rule costs.
fn by_rule(report: &Report) -> BTreeMap<&'static str, Cost> {
    let mut sums = BTreeMap::new();
    for charge in &report.assessment.breakdown.charges {
        *sums.entry(charge.rule).or_insert(Cost::ZERO) += charge.cost;
    }
    sums
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut roster: v1::Roster = from_json_file(&std::fs::read("fixtures/zwolle/roster.json")?)?;
    let before = planned(&roster)?;

    // Supervisors of the own field weigh ten times as much, everywhere.
    roster.rules.push(v1::RuleSetting {
        rule_id: "own-field".to_owned(),
        weight: Some(400),
        ..v1::RuleSetting::default()
    });
    // The first environment is content with one profession.
    let environment = roster.environments.first_mut().ok_or("an environment")?;
    environment.rules.push(v1::RuleSetting {
        rule_id: "professions".to_owned(),
        parameters: [("at-least".to_owned(), 1)].into(),
        ..v1::RuleSetting::default()
    });
    let after = planned(&roster)?;

    let (before, after) = (by_rule(&before), by_rule(&after));
    let rules = before.keys().chain(after.keys()).collect::<std::collections::BTreeSet<_>>();
    for rule in rules {
        let cost = |sums: &BTreeMap<_, Cost>| sums.get(rule).copied().unwrap_or(Cost::ZERO);
        let (before, after) = (cost(&before), cost(&after));
        println!(
            "{rule:26} {} broken, {} points; own rules: {} broken, {} points",
            before.broken, before.points, after.broken, after.points
        );
    }
    Ok(())
}
