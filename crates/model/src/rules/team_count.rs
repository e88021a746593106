//! An environment has its number of teams.

use crate::roster::GivenTeamIx;
use std::collections::BTreeSet;

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each team short of the fewest or missing of the given ones, and 1 for each beyond
/// the most. The planner never makes more than the most.
pub struct TeamCount;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("team-count", Kind::Linking, Slots::Ignored);

impl Rule for TeamCount {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, environment) in evaluated.roster.environments.iter_enumerated() {
            let unit = evaluated.settings.setting(index, SPEC.id).unit();
            let teams = &evaluated.teams_in[index];
            let given: BTreeSet<GivenTeamIx> =
                teams.iter().filter_map(|&team| evaluated.plan.teams[team].given).collect();
            let (given, count) = (given.len(), teams.len());
            let missing = if environment.teams.is_empty() {
                (environment.min_teams as usize).saturating_sub(count)
            } else {
                environment.teams.len() - given
            };
            let most =
                if environment.teams.is_empty() { environment.max_teams as usize } else { given };
            let surplus = count.saturating_sub(most);
            for (message, amount) in
                [("cause-team-count-few", missing), ("cause-team-count-many", surplus)]
            {
                let details = || {
                    let name = environment.name.clone();
                    vec![("environment", name), ("amount", amount.to_string())]
                };
                let cause = || Cause::new(message, details());
                breakdown.charge(SPEC.id, unit * amount as i64, None, None, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
