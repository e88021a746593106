//! A room has one team at a time.

use crate::roster::TeamIx;
use std::collections::HashMap;

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each two teams in one room whose meetings overlap on some day.
pub struct RoomDoubleBooked;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("room-double-booked", Kind::Linking, Slots::EachTwoTeams).of_roster();

impl Rule for RoomDoubleBooked {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        let mut rooms: HashMap<_, Vec<TeamIx>> = HashMap::new();
        for (later, team) in evaluated.teams() {
            let Some(room) = team.slot.location.zip(team.slot.room) else { continue };
            let booked = rooms.entry(room).or_default();
            for &earlier in booked.iter() {
                if evaluated.overlap(earlier, later) {
                    let name = evaluated.plan.teams[earlier].name.clone();
                    let cause = || Cause::new("cause-room-double-booked", vec![("other", name)]);
                    breakdown.charge(SPEC.id, unit, Some(later), None, cause);
                }
            }
            booked.push(later);
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
