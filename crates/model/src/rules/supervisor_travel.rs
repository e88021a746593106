//! A supervisor has time to travel from one team to the next.

use super::{Bound, Facts, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor, 1 for each two of their teams that meet on one day without overlap
/// and with less time between them than the travel.
pub struct SupervisorTravel;

/// What is fixed about it.
pub const FACTS: Facts = Facts::kept("supervisor-travel").of_roster();

impl Rule for SupervisorTravel {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        scene.each_two_teams(|supervisor, earlier, later| {
            let (one, other) = (&scene.plan.teams[earlier], &scene.plan.teams[later]);
            let (span, other_span) = (scene.series[earlier].span, scene.series[later].span);
            let (first, second, start, end) = match span.start <= other_span.start {
                true => (one, other, other_span.start, span.end),
                false => (other, one, span.start, other_span.end),
            };
            let travel = scene.calendar.travel(first.slot.location, second.slot.location);
            let gap = start.minutes().checked_sub(end.minutes());
            if let Some(gap) = gap.filter(|&gap| gap < travel) {
                let person = Some(Person::Supervisor(supervisor));
                let numbers = vec![("gap", gap.to_string()), ("travel", travel.to_string())];
                let details = [vec![("other", one.name.clone())], numbers].concat();
                let cause = || Cause::new("cause-supervisor-travel", details);
                ledger.charge(FACTS.id, unit, Some(later), person, cause);
            }
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
