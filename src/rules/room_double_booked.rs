//! A room has one team at a time.

use std::collections::BTreeSet;

use leerteam_solver::{Problem, Row, Use};

use super::conflicts::{at_one_time, by_day};
use super::{Facts, Frame, Rule, Scene};
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
        for (later, team) in scene.teams() {
            for (earlier, other) in scene.teams().take(later) {
                let place = |team: &crate::plan::Team| team.slot.location.zip(team.slot.room);
                if place(team).is_some()
                    && place(team) == place(other)
                    && scene.span(team).overlaps(scene.span(other))
                    && scene.share_a_day(earlier, later)
                {
                    let details = vec![("other", other.name.clone())];
                    let cause = || Cause::new("cause-room-double-booked", details);
                    ledger.charge(FACTS.id, unit, Some(later), None, cause);
                }
            }
        }
    }

    fn link(&self, frame: &Frame, problem: &mut Problem) {
        let slots = frame.groups.iter().flat_map(|group| &group.slots);
        let rooms: BTreeSet<_> =
            slots.filter_map(|at| at.slot.location.zip(at.slot.room)).collect();
        for room in rooms {
            let days = by_day(frame, |group, slot| {
                let slot = frame.groups[group].slots[slot].slot;
                slot.location.zip(slot.room) == Some(room)
            });
            let several = |set: &Vec<_>| {
                let teams = |at: &super::conflicts::SlotAt| frame.groups[at.group].max_teams;
                set.iter().map(teams).sum::<u32>() > 1
            };
            for set in at_one_time(&days).into_iter().filter(several) {
                let uses = set.iter().map(|at| (Use::Slot { group: at.group, slot: at.slot }, 1));
                problem.rows.push(Row { uses: uses.collect(), at_most: 1, over: None });
            }
        }
    }
}
