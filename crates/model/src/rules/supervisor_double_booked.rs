//! A supervisor is with one team at a time.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: for each supervisor, 1 for each two of their teams whose meetings overlap on some day.
pub struct SupervisorDoubleBooked;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("supervisor-double-booked", Kind::Linking, Slots::EachTwoTeams).of_roster();

impl Rule for SupervisorDoubleBooked {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        evaluated.each_two_teams(|supervisor, earlier, later| {
            if evaluated.series[earlier].span.overlaps(evaluated.series[later].span) {
                let person = Some(Person::Supervisor(supervisor));
                let details = vec![("other", evaluated.plan.teams[earlier].name.clone())];
                let cause = || Cause::new("cause-supervisor-double-booked", details);
                breakdown.charge(SPEC.id, unit, Some(later), person, cause);
            }
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
