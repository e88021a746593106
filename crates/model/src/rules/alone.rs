//! Nobody is the only one of their kind.

use super::labels::groups;
use super::{Attributes, Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: 1 for each team, attribute and value that exactly one member has.
pub struct Alone;

/// What is fixed about it.
pub const SPEC: Specification = Specification {
    attributes: Attributes::Texts(&["level-group", "field", "institution"]),
    ..Specification::weighed("alone", Kind::Team, Slots::Ignored, 40).or_required()
};

impl Rule for Alone {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let setting = evaluated.settings.setting(team.environment, SPEC.id);
            for attribute in &setting.attributes {
                for (value, members) in groups(evaluated.roster, &team.members, attribute) {
                    if let [member] = *members {
                        let person = Some(Person::Participant(member));
                        let details =
                            || vec![("attribute", attribute.clone()), ("value", value.to_string())];
                        let cause = || Cause::new("cause-alone", details());
                        breakdown.charge(SPEC.id, setting.unit(), Some(index), person, cause);
                    }
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| PenaltyBound {
            member: context.setting(&SPEC).attributes.len() as i128,
            ..PenaltyBound::default()
        })
    }
}
