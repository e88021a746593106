//! A team has more professions than it must.

use super::labels::groups;
use super::professions::ATTRIBUTE;
use super::{Bound, EvaluatedPlan, Kind, Parameter, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each distinct profession among the members short of `wanted`.
pub struct FewProfessions;

/// Professions that a team should have.
pub const WANTED: Parameter = Parameter { name: "wanted", default: 3, least: 0, most: 100 };
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[WANTED],
    ..Specification::weighed("few-professions", Kind::Team, Slots::Ignored, 200)
};

impl Rule for FewProfessions {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let setting = evaluated.settings.setting(team.environment, SPEC.id);
            let has = groups(evaluated.roster, &team.members, ATTRIBUTE).len();
            let wanted = setting.parameter(WANTED.name);
            let amount = (wanted - has as i64).max(0);
            let details = || vec![("has", has.to_string()), ("wanted", wanted.to_string())];
            let cause = || Cause::new("cause-few-professions", details());
            breakdown.charge(SPEC.id, setting.unit() * amount, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| PenaltyBound {
            team: i128::from(context.setting(&SPEC).parameter(WANTED.name)),
            ..PenaltyBound::default()
        })
    }
}
