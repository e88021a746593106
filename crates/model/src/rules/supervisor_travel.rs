//! A supervisor has time to travel from one team to the next.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: for each supervisor, 1 for each two of their teams that meet on one day without overlap
/// and with less time between them than the travel.
pub struct SupervisorTravel;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("supervisor-travel", Kind::Linking, Slots::EachTwoTeams).of_roster();

impl Rule for SupervisorTravel {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        evaluated.each_two_teams(|supervisor, earlier, later| {
            let (one, other) = (&evaluated.plan.teams[earlier], &evaluated.plan.teams[later]);
            let (span, other_span) = (evaluated.series[earlier].span, evaluated.series[later].span);
            let (first, second, start, end) = match span.start <= other_span.start {
                true => (one, other, other_span.start, span.end),
                false => (other, one, span.start, other_span.end),
            };
            let travel = evaluated.calendar.travel(first.slot.location, second.slot.location);
            let gap = start.minutes().checked_sub(end.minutes());
            if let Some(gap) = gap.filter(|&gap| gap < travel) {
                let person = Some(Person::Supervisor(supervisor));
                let numbers = vec![("gap", gap.to_string()), ("travel", travel.to_string())];
                let details = [vec![("other", one.name.clone())], numbers].concat();
                let cause = || Cause::new("cause-supervisor-travel", details);
                breakdown.charge(SPEC.id, unit, Some(later), person, cause);
            }
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
