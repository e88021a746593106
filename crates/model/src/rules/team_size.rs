//! A team has its number of members.

use super::{Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each member short of the fewest and each beyond the most. Unless the rule is off,
/// the planner never goes beyond the most; it never makes a team without members.
pub struct TeamSize;

/// What is fixed about it.
pub const SPEC: Specification = Specification::required("team-size", Kind::Team, Slots::Ignored);

impl Rule for TeamSize {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let environment = evaluated.environment(team);
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let (size, min) = (team.members.len(), environment.min_size as usize);
            let max = environment.max_size as usize;
            let amount = min.saturating_sub(size) + size.saturating_sub(max);
            let details = || {
                let limits = [("size", size), ("min", min), ("max", max)];
                limits.map(|(name, number)| (name, number.to_string())).to_vec()
            };
            let cause = || Cause::new("cause-team-size", details());
            breakdown.charge(SPEC.id, unit * amount as i64, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| PenaltyBound {
            team: i128::from(context.environment().min_size),
            ..PenaltyBound::default()
        })
    }
}
