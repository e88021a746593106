//! A room has one team at a time.

use std::collections::{BTreeMap, HashMap};

use leerteam_solver::{Problem, Row, Use};

use super::conflicts::{at_one_time, by_day, is_shared};
use super::{Facts, Frame, Rule, Scene, Serving};
use crate::plan::{Cause, Ledger};

/// Amount: 1 for each two teams in one room whose meetings overlap on some day.
pub struct RoomDoubleBooked;

const FACTS: Facts = Facts::kept("room-double-booked").of_roster();

impl Rule for RoomDoubleBooked {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        let mut rooms: HashMap<_, Vec<usize>> = HashMap::new();
        for (later, team) in scene.teams() {
            let Some(room) = team.slot.location.zip(team.slot.room) else { continue };
            let booked = rooms.entry(room).or_default();
            for &earlier in booked.iter() {
                if scene.overlap(earlier, later) {
                    let name = scene.plan.teams[earlier].name.clone();
                    let cause = || Cause::new("cause-room-double-booked", vec![("other", name)]);
                    ledger.charge(FACTS.id, unit, Some(later), None, cause);
                }
            }
            booked.push(later);
        }
    }

    fn link(&self, frame: &Frame, _serving: &Serving, problem: &mut Problem) {
        let mut rooms: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
        for (group, of) in frame.groups.iter().enumerate() {
            for (slot, at) in of.slots.iter().enumerate() {
                if let Some(room) = at.slot.location.zip(at.slot.room) {
                    rooms.entry(room).or_default().push((group, slot));
                }
            }
        }
        for slots in rooms.values() {
            let sets = at_one_time(&by_day(frame, slots));
            for set in sets.iter().filter(|set| is_shared(frame, set)) {
                let uses = set.iter().map(|at| (Use::Slot { group: at.group, slot: at.slot }, 1));
                problem.rows.push(Row { uses: uses.collect(), at_most: 1, over: None });
            }
        }
    }
}
