//! Environments and given teams that have no slot left.

use crate::calendar::Calendar;
use crate::roster::{Code, Findings, SlotPin};

pub(super) fn check(calendar: &Calendar, findings: &mut Findings) {
    for (index, environment) in calendar.roster.environments.iter_enumerated() {
        if !calendar.has_candidate(index, &SlotPin::default()) {
            let field = format!("environments[{index}].meetingForm");
            findings.add(Code::NoSlot, field, &environment.id);
            continue;
        }
        for (place, team) in environment.teams.iter().enumerate() {
            if !calendar.has_candidate(index, &team.slot) {
                let field = format!("environments[{index}].teams[{place}].slot");
                findings.add(Code::NoSlot, field, &team.id);
            }
        }
    }
}
