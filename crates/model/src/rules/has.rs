//! A team has what it is asked to have: a member of a profession, level, programme or the like.

use super::{
    Attributes, Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Setting, Slots, Specification,
};
use crate::plan::{Cause, ScoreBreakdown};
use crate::roster::{ParticipantIx, Roster, folded};

/// Amount: for each team and value that is asked for, 1 if no member has it.
pub struct Has;

/// What is fixed about it.
pub const SPEC: Specification = Specification {
    attributes: Attributes::Values(&["profession"]),
    ..Specification::weighed("has", Kind::Team, Slots::Ignored, 100).or_required()
};

/// Whether a participant has a value in one of the attributes that the rule looks at.
pub fn is_of(roster: &Roster, setting: &Setting, participant: ParticipantIx, value: &str) -> bool {
    let wanted = folded(value);
    let mut own = setting.attributes.iter().filter_map(|name| roster.attribute(participant, name));
    own.any(|own| folded(&own) == wanted)
}

impl Rule for Has {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let setting = evaluated.settings.setting(team.environment, SPEC.id);
            let is_of = |member: &ParticipantIx, value: &str| {
                is_of(evaluated.roster, setting, *member, value)
            };
            for value in &setting.values {
                if !team.members.iter().any(|member| is_of(member, value)) {
                    let cause = || Cause::new("cause-has", vec![("value", value.clone())]);
                    breakdown.charge(SPEC.id, setting.unit(), Some(index), None, cause);
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| PenaltyBound {
            team: context.setting(&SPEC).values.len() as i128,
            ..PenaltyBound::default()
        })
    }
}
