//! Each participant is in a team.

use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};

/// Amount: 1 for each participant in no team.
pub struct Placed;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::required("placed", Kind::Linking, Slots::Ignored).of_roster();

impl Rule for Placed {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(SPEC.id).unit();
        let team_of = scene.plan.team_of(scene.roster.participants.len());
        for (participant, _) in team_of.iter().enumerate().filter(|(_, team)| team.is_none()) {
            let person = Some(Person::Participant(participant));
            ledger.charge(SPEC.id, unit, None, person, || Cause::new("cause-placed", vec![]));
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
