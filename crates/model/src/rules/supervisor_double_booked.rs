//! A supervisor is with one team at a time.

use super::{Bound, Facts, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor, 1 for each two of their teams whose meetings overlap on some day.
pub struct SupervisorDoubleBooked;

/// What is fixed about it.
pub const FACTS: Facts = Facts::kept("supervisor-double-booked").of_roster();

impl Rule for SupervisorDoubleBooked {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        scene.each_two_teams(|supervisor, earlier, later| {
            if scene.series[earlier].span.overlaps(scene.series[later].span) {
                let person = Some(Person::Supervisor(supervisor));
                let details = vec![("other", scene.plan.teams[earlier].name.clone())];
                let cause = || Cause::new("cause-supervisor-double-booked", details);
                ledger.charge(FACTS.id, unit, Some(later), person, cause);
            }
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
