//! Each member has a supervisor of their own field.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{LearningEnvironment, Roster};

/// Amount: 1 for each member with a field that no supervisor of the team has; nothing where no
/// supervisor is asked for, or no supervisor of the roster has any field.
pub struct OwnField;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::weighed("own-field", Kind::Team, Slots::Ignored, 40).or_required();
/// The attribute that must be a field of a supervisor.
pub const ATTRIBUTE: &str = "field";

/// Whether any supervisor of the roster has a field.
pub fn has_fields(roster: &Roster) -> bool {
    roster.supervisors.iter().any(|supervisor| !supervisor.fields.is_empty())
}

/// Whether teams of the environment have supervisors.
pub fn asks_for_any(environment: &LearningEnvironment) -> bool {
    environment.supervision.iter().any(|need| need.max > 0)
}

impl Rule for OwnField {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        if !has_fields(evaluated.roster) {
            return;
        }
        for (index, team) in evaluated.teams() {
            if !asks_for_any(evaluated.environment(team)) {
                continue;
            }
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let serving =
                team.supervisors.iter().map(|&(who, _)| &evaluated.roster.supervisors[who]);
            let fields: Vec<&String> = serving.flat_map(|supervisor| &supervisor.fields).collect();
            for &member in &team.members {
                let Some(field) = evaluated.roster.attribute(member, ATTRIBUTE) else { continue };
                if !fields.iter().any(|of| **of == field) {
                    let person = Some(Person::Participant(member));
                    let details = || vec![("field", field.to_string())];
                    let cause = || Cause::new("cause-own-field", details());
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
