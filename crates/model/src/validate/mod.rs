//! What is well formed and still cannot be planned, or is probably not what was meant.
//!
//! Fields are named as in the message: every list here is in the order of the message's.

mod admission;
mod attributes;
mod commitments;
mod contradictions;
mod exceptions;
mod lessons;
mod neighbourhoods;
mod points;
mod settings;
mod size;
mod slots;
mod supervisors;

use crate::calendar::Calendar;
use crate::roster::{Code, Findings, Roster};

/// Reports what is wrong with a roster that could be read. Its size is judged first: of a roster
/// that is too large nothing else is worked out.
pub fn validate(roster: &Roster, findings: &mut Findings) {
    for (field, entries) in
        [("participants", roster.participants.len()), ("environments", roster.environments.len())]
    {
        if entries == 0 {
            findings.add(Code::NothingToPlan, field, "");
        }
    }
    if !size::slots_fit(roster, findings) {
        return;
    }
    let Some(admitted) = size::Admitted::count(roster, findings) else { return };
    points::check(roster, &admitted, findings);
    settings::check(roster, findings);
    attributes::check(roster, findings);
    exceptions::check(roster, findings);
    commitments::check(roster, findings);
    lessons::check(roster, findings);
    neighbourhoods::check(roster, findings);
    if !roster.participants.is_empty() && !roster.environments.is_empty() {
        admission::check(roster, &admitted, findings);
    }
    let calendar = Calendar::new(roster);
    slots::check(&calendar, findings);
    contradictions::check(&calendar, findings);
    supervisors::check(&calendar, findings);
}
