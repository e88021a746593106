//! Members are admitted to the environment of their team. The planner considers nobody else.

use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};

/// Amount: 1 for each member whom the environment does not admit.
pub struct Admitted;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("admitted", Kind::Person, Slots::Ignored);

impl Rule for Admitted {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            for &member in &team.members {
                if !scene.roster.admits(team.environment, member) {
                    let person = Some(Person::Participant(member));
                    let name = scene.environment(team).name.clone();
                    let cause = || Cause::new("cause-admitted", vec![("environment", name)]);
                    ledger.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
