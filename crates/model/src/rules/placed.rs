//! Each participant is in a team.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: 1 for each participant in no team.
pub struct Placed;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("placed", Kind::Linking, Slots::Ignored).of_roster();

impl Rule for Placed {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        let team_of = evaluated.plan.team_of(evaluated.roster.participants.len());
        for (participant, _) in team_of.iter_enumerated().filter(|(_, team)| team.is_none()) {
            let person = Some(Person::Participant(participant));
            breakdown.charge(SPEC.id, unit, None, person, || Cause::new("cause-placed", vec![]));
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
