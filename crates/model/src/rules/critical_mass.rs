//! Members of a programme are not spread so thin that it will not send a supervisor.

use super::labels::groups;
use super::{
    Attributes, Bound, EvaluatedPlan, Kind, Parameter, PenaltyBound, Rule, Slots, Specification,
};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: for each team, attribute and value that some member has, 1 for each member short of
/// `at-least`.
pub struct CriticalMass;

/// Members of a value that are enough.
pub const AT_LEAST: Parameter = Parameter { name: "at-least", default: 2, least: 1, most: 100 };
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[AT_LEAST],
    attributes: Attributes::Texts(&["programme"]),
    ..Specification::weighed("critical-mass", Kind::Team, Slots::Ignored, 30).or_required()
};

impl Rule for CriticalMass {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let setting = evaluated.settings.setting(team.environment, SPEC.id);
            let wanted = setting.parameter(AT_LEAST.name);
            for attribute in &setting.attributes {
                for (value, members) in groups(evaluated.roster, &team.members, attribute) {
                    let amount = (wanted - members.len() as i64).max(0);
                    let details = || {
                        vec![
                            ("value", value.to_string()),
                            ("has", members.len().to_string()),
                            ("wanted", wanted.to_string()),
                        ]
                    };
                    let cause = || Cause::new("cause-critical-mass", details());
                    breakdown.charge(SPEC.id, setting.unit() * amount, Some(index), None, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let setting = context.setting(&SPEC);
            let short = i128::from(setting.parameter(AT_LEAST.name) - 1);
            PenaltyBound {
                member: short * setting.attributes.len() as i128,
                ..PenaltyBound::default()
            }
        })
    }
}
