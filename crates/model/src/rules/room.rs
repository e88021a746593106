//! A team at a location with rooms has one that is large enough.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};

/// Amount: 1 for each team without a room at a location that has rooms, or in a room with a
/// capacity below its members and supervisors.
pub struct RoomFits;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("room", Kind::Team, Slots::EachTeam);

impl Rule for RoomFits {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let Some(location) = team.slot.location else { continue };
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let rooms = &evaluated.roster.locations[location].rooms;
            let people = team.members.len() + team.supervisors.len();
            let room = team.slot.room.map(|room| &rooms[room]);
            let capacity = room.and_then(|room| room.capacity).map(|capacity| capacity as usize);
            let (message, details) = match (room, capacity) {
                (None, _) if !rooms.is_empty() => ("cause-room-none", vec![]),
                (Some(room), Some(capacity)) if people > capacity => {
                    let numbers = [("capacity", capacity), ("people", people)];
                    let numbers = numbers.map(|(name, number)| (name, number.to_string()));
                    let details = [vec![("room", room.name.clone())], numbers.to_vec()].concat();
                    ("cause-room-small", details)
                }
                _ => continue,
            };
            breakdown.charge(SPEC.id, unit, Some(index), None, || Cause::new(message, details));
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
