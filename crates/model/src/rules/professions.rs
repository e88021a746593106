//! A team has several professions: what makes it interprofessional.

use super::labels::groups;
use super::{Bound, EvaluatedPlan, Kind, Parameter, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each distinct profession among the members short of `at-least`.
pub struct Professions;

/// Professions that a team must have.
pub const AT_LEAST: Parameter = Parameter { name: "at-least", default: 2, least: 0, most: 100 };
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[AT_LEAST],
    ..Specification::required("professions", Kind::Team, Slots::Ignored)
};
/// The attribute that is counted.
pub const ATTRIBUTE: &str = "profession";

impl Rule for Professions {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let setting = evaluated.settings.setting(team.environment, SPEC.id);
            let has = groups(evaluated.roster, &team.members, ATTRIBUTE);
            let wanted = setting.parameter(AT_LEAST.name);
            let amount = (wanted - has.len() as i64).max(0);
            let details = || {
                let names: Vec<&str> = has.keys().map(AsRef::as_ref).collect();
                vec![
                    ("has", has.len().to_string()),
                    ("names", names.join(", ")),
                    ("wanted", wanted.to_string()),
                ]
            };
            let cause = || Cause::new("cause-professions", details());
            breakdown.charge(SPEC.id, setting.unit() * amount, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| PenaltyBound {
            team: i128::from(context.setting(&SPEC).parameter(AT_LEAST.name)),
            ..PenaltyBound::default()
        })
    }
}
