//! What a plan is charged for.

use std::collections::BTreeMap;

use super::settings::{Mode, Setting};

/// Broken requirements and points.
pub type Cost = (i64, i64);

/// Every charge of a plan. What is nothing is not charged.
#[derive(Debug, Default)]
pub struct Sheet {
    charges: Vec<(String, String, String, Cost)>,
}

/// The charges of a plan summed up in four ways.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// By rule id.
    pub rules: BTreeMap<String, Cost>,
    /// By team id; empty for what is of no team.
    pub teams: BTreeMap<String, Cost>,
    /// By person, as [`person_of`] names one; empty for what is of nobody.
    pub people: BTreeMap<String, Cost>,
    /// All of it.
    pub total: Cost,
}

/// How a person is named: a participant and a supervisor may have the same id.
pub fn person_of(participant: &str, supervisor: &str) -> String {
    match (participant, supervisor) {
        ("", "") => String::new(),
        ("", supervisor) => format!("supervisor {supervisor}"),
        (participant, _) => format!("participant {participant}"),
    }
}

impl Sheet {
    /// Adds an amount of a rule as its setting says.
    pub fn count(&mut self, rule: &str, setting: &Setting, team: &str, person: &str, amount: i64) {
        assert!(amount >= 0, "{rule}: an amount is never negative");
        let cost = match setting.mode {
            Mode::Required => (amount, 0),
            Mode::Weighed => (0, amount * setting.weight),
            Mode::Off => (0, 0),
        };
        self.charge(rule, team, person, cost);
    }

    /// Adds a cost, unless it is nothing.
    pub fn charge(&mut self, rule: &str, team: &str, person: &str, cost: Cost) {
        if cost != (0, 0) {
            self.charges.push((rule.to_owned(), team.to_owned(), person.to_owned(), cost));
        }
    }

    /// The charges summed up.
    pub fn sums(&self) -> Sums {
        let mut sums = Sums::default();
        for (rule, team, person, cost) in &self.charges {
            add(sums.rules.entry(rule.clone()).or_default(), *cost);
            add(sums.teams.entry(team.clone()).or_default(), *cost);
            add(sums.people.entry(person.clone()).or_default(), *cost);
            add(&mut sums.total, *cost);
        }
        sums
    }
}

fn add(sum: &mut Cost, cost: Cost) {
    *sum = (sum.0 + cost.0, sum.1 + cost.1);
}
