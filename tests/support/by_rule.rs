//! What a plan costs by rule.

use leerteam::check::assess;
use leerteam::plan::{Cost, Plan};
use leerteam::roster::Roster;
use leerteam::rules::RULES;

/// What each rule charges a plan, by the full assessment.
pub fn sums(roster: &Roster, plan: &Plan) -> Vec<(&'static str, Cost)> {
    let charges = assess(roster, plan).breakdown.charges;
    let sum = |id: &'static str| {
        let of = charges.iter().filter(|charge| charge.rule == id);
        (id, of.map(|charge| charge.cost).sum())
    };
    RULES.iter().map(|rule| sum(rule.specification().id)).collect()
}
