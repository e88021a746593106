//! What is already decided for participants and for the slot and theme of a given team stays so.

use leerteam_solver::Group;

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::pins::{Pins, is_elsewhere};

impl Lowering for Pins {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let roster = space.roster;
        for (candidate, &participant) in of.candidates.iter().enumerate() {
            let participant = &roster.participants[participant];
            let elsewhere = is_elsewhere(participant, of.environment, of.given);
            if !elsewhere && participant.pins.never.is_empty() {
                continue;
            }
            for (slot, at) in group.slots.iter_mut().zip(&of.slots) {
                if elsewhere || at.series.is_never_for(participant, &roster.period) {
                    slot.members[candidate] = None;
                }
            }
        }
    }
}
