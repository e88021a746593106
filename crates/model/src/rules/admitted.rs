//! Members are admitted to the environment of their team. The planner considers nobody else.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: 1 for each member whom the environment does not admit.
pub struct Admitted;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("admitted", Kind::Person, Slots::Ignored);

impl Rule for Admitted {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            for &member in &team.members {
                if !evaluated.roster.admits(team.environment, member) {
                    let person = Some(Person::Participant(member));
                    let name = evaluated.environment(team).name.clone();
                    let cause = || Cause::new("cause-admitted", vec![("environment", name)]);
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
