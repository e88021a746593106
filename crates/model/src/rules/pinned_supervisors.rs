//! A given team has the supervisors it must have.

use super::{Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};

/// Amount: 1 for each pinned supervisor who does not serve the team.
pub struct PinnedSupervisors;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("pinned-supervisors", Kind::Team, Slots::Ignored);

impl Rule for PinnedSupervisors {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            let given = team.given.map(|given| &scene.environment(team).teams[given]);
            for &pinned in given.map_or(&[][..], |given| &given.supervisors) {
                if !team.supervisors.iter().any(|&(serving, _)| serving == pinned) {
                    let person = Some(Person::Supervisor(pinned));
                    let cause = || Cause::new("cause-pinned-supervisors", vec![]);
                    ledger.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| {
            let pinned = reach.environment().teams.iter().map(|team| team.supervisors.len());
            Most { whole: pinned.sum::<usize>() as i128, ..Most::default() }
        })
    }
}
