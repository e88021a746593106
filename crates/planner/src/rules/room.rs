//! A team at a location with rooms has one that is large enough.

use leerteam_solver::Group;

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::room::RoomFits;

impl Lowering for RoomFits {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        for (slot, of) in group.slots.iter_mut().zip(&of.slots) {
            let place = of.slot.location.zip(of.slot.room);
            let room = place.map(|(location, room)| &space.roster.locations[location].rooms[room]);
            slot.capacity = room.and_then(|room| room.capacity).map(|capacity| capacity as usize);
        }
    }
}
