//! Upper bounds of what planning would have to go through, before any of it is made.

use index_vec::{IndexVec, index_vec};

use crate::calendar::Calendar;
use crate::roster::{
    Admitting, EnvironmentIx, Findings, LIMITS, LearningEnvironment, ParticipantIx, Roster,
};

/// Whether every environment's slots are within the limit.
pub(super) fn slots_fit(roster: &Roster, findings: &mut Findings) -> bool {
    let mut fit = true;
    for (index, environment) in roster.environments.iter_enumerated() {
        let slots = Calendar::grid_size(environment, roster);
        if slots > LIMITS.slots.at_most {
            let field = format!("environments[{index}].meetingForm");
            findings.add_too_much(field, slots, LIMITS.slots);
            fit = false;
        }
    }
    fit
}

/// How many participants each environment admits.
pub(super) struct Admitted {
    /// By environment: participants it admits.
    pub all: IndexVec<EnvironmentIx, u64>,
    /// By environment: participants it admits and no other does.
    pub only: IndexVec<EnvironmentIx, u64>,
    /// Participants admitted nowhere.
    pub nowhere: Vec<ParticipantIx>,
}

impl Admitted {
    /// Counts, unless participants and slots make too many combinations.
    pub fn count(roster: &Roster, findings: &mut Findings) -> Option<Admitted> {
        let slots: IndexVec<EnvironmentIx, u64> =
            roster.environments.iter().map(|e| slots(roster, e)).collect();
        let environments = roster.environments.len();
        let mut admitted = Admitted {
            all: index_vec![0; environments],
            only: index_vec![0; environments],
            nowhere: Vec::new(),
        };
        let mut admitting = Admitting::new(roster);
        let mut combinations = 0u64;
        for participant in roster.participants.indices() {
            let environments = admitting.environments(participant);
            for &environment in &environments {
                admitted.all[environment] += 1;
                combinations = combinations.saturating_add(slots[environment]);
            }
            match environments.as_slice() {
                [] => admitted.nowhere.push(participant),
                &[only] => admitted.only[only] += 1,
                _ => {}
            }
            // The rest would only make it worse.
            if combinations > LIMITS.combinations.at_most {
                findings.add_too_much("environments", combinations, LIMITS.combinations);
                return None;
            }
        }
        Some(admitted)
    }
}

/// Slots that each participant whom the environment admits is held against.
fn slots(roster: &Roster, environment: &LearningEnvironment) -> u64 {
    if environment.teams.is_empty() {
        return Calendar::grid_size(environment, roster).max(1);
    }
    let of = |team: &crate::roster::GivenTeam| {
        Calendar::grid_size_of(environment, roster, &team.slot).max(1)
    };
    environment.teams.iter().map(of).sum()
}
