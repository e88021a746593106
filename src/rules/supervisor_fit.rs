//! A supervisor serves on a side of their own, at a location they go to, once in a team.

use super::{DutyAt, Facts, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};
use crate::roster::{LocationIx, Side, Supervisor};

/// Amount: 1 for each supervisor of a team on a side that is not theirs, at a location they do not
/// go to, or named before in the same team.
pub struct SupervisorFit;

const FACTS: Facts = Facts::kept("supervisor-fit");

/// Whether a supervisor can serve on a side at a location.
pub(super) fn fits(supervisor: &Supervisor, side: Side, location: Option<LocationIx>) -> bool {
    let goes =
        |location| supervisor.locations.is_empty() || supervisor.locations.contains(&location);
    supervisor.sides.contains(&side) && location.is_none_or(goes)
}

impl Rule for SupervisorFit {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            for (place, &(supervisor, side)) in team.supervisors.iter().enumerate() {
                let before = &team.supervisors[..place];
                let again = before.iter().any(|&(earlier, _)| earlier == supervisor);
                let fits = fits(&scene.roster.supervisors[supervisor], side, team.slot.location);
                if again || !fits {
                    let person = Some(Person::Supervisor(supervisor));
                    let cause = || Cause::new("cause-supervisor-fit", vec![]);
                    ledger.charge(FACTS.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn duty(&self, duty: &DutyAt) -> bool {
        let supervisor = &duty.frame.roster.supervisors[duty.supervisor];
        fits(supervisor, duty.side, duty.slot.slot.location)
    }
}
