//! A given team has the supervisors it must have.

use super::{Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: 1 for each pinned supervisor who does not serve the team.
pub struct PinnedSupervisors;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("pinned-supervisors", Kind::Team, Slots::Ignored);

impl Rule for PinnedSupervisors {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let given = team.given.map(|given| &evaluated.environment(team).teams[given]);
            for &pinned in given.map_or(&[][..], |given| &given.supervisors) {
                if !team.supervisors.iter().any(|&(serving, _)| serving == pinned) {
                    let person = Some(Person::Supervisor(pinned));
                    let cause = || Cause::new("cause-pinned-supervisors", vec![]);
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let pinned = context.environment().teams.iter().map(|team| team.supervisors.len());
            PenaltyBound { whole: pinned.sum::<usize>() as i128, ..PenaltyBound::default() }
        })
    }
}
