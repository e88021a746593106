//! Teams are of a like size.

use super::{Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};
use crate::roster::LearningEnvironment;

/// Amount: for each team the square of twice its distance from the middle of the sizes asked for. Each
/// step away counts more than the one before, so that even teams cost least.
pub struct EvenSizes;

/// What is fixed about it.
pub const SPEC: Specification = Specification::weighed("even-sizes", Kind::Team, Slots::Ignored, 5);

/// The amount of a team with so many members.
pub fn amount(environment: &LearningEnvironment, members: usize) -> i64 {
    let away =
        2 * members as i64 - i64::from(environment.min_size) - i64::from(environment.max_size);
    away * away
}

impl Rule for EvenSizes {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let amount = amount(evaluated.environment(team), team.members.len());
            let details = || vec![("size", team.members.len().to_string())];
            let cause = || Cause::new("cause-even-sizes", details());
            breakdown.charge(SPEC.id, unit * amount, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let environment = context.environment();
            let of = |size| i128::from(amount(environment, size));
            PenaltyBound { team: of(1).max(of(context.largest())), ..PenaltyBound::default() }
        })
    }
}
