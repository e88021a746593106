//! A supervisor is with one team at a time.

use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor, 1 for each two of their teams whose meetings overlap on some day.
pub struct SupervisorDoubleBooked;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("supervisor-double-booked", Kind::Linking, Slots::EachTwoTeams).of_roster();

impl Rule for SupervisorDoubleBooked {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(SPEC.id).unit();
        scene.each_two_teams(|supervisor, earlier, later| {
            if scene.series[earlier].span.overlaps(scene.series[later].span) {
                let person = Some(Person::Supervisor(supervisor));
                let details = vec![("other", scene.plan.teams[earlier].name.clone())];
                let cause = || Cause::new("cause-supervisor-double-booked", details);
                ledger.charge(SPEC.id, unit, Some(later), person, cause);
            }
        });
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
