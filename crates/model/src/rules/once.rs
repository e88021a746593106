//! Nobody is in two teams. The solver's problem has this built in.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: 1 for each team of a participant after the first.
pub struct Once;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("once", Kind::Linking, Slots::Ignored).of_roster();

impl Rule for Once {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        let first = evaluated.plan.team_of(evaluated.roster.participants.len());
        for (index, team) in evaluated.teams() {
            for &member in team.members.iter().filter(|&&member| first[member] != Some(index)) {
                let person = Some(Person::Participant(member));
                let other = first[member].map_or("", |first| &evaluated.plan.teams[first].name);
                let details = vec![("other", other.to_owned())];
                let cause = || Cause::new("cause-once", details);
                breakdown.charge(SPEC.id, unit, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
