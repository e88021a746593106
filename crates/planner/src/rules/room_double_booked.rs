//! A room has one team at a time.

use std::collections::BTreeMap;

use leerteam_solver::{Problem, Row, Use};

use super::conflicts::{at_one_time, by_day, is_shared};
use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::room_double_booked::RoomDoubleBooked;

impl Lowering for RoomDoubleBooked {
    fn link(&self, space: &DecisionSpace, _serving: &Serving, problem: &mut Problem) {
        let mut rooms: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
        for (group, of) in space.groups.iter().enumerate() {
            for (slot, at) in of.slots.iter().enumerate() {
                if let Some(room) = at.slot.location.zip(at.slot.room) {
                    rooms.entry(room).or_default().push((group, slot));
                }
            }
        }
        for slots in rooms.values() {
            let sets = at_one_time(&by_day(space, slots));
            for set in sets.iter().filter(|set| is_shared(space, set)) {
                let uses = set.iter().map(|at| (Use::Slot { group: at.group, slot: at.slot }, 1));
                problem.rows.push(Row { uses: uses.collect(), at_most: 1, over: None });
            }
        }
    }
}
