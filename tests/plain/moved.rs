//! What other slots of a team would cost is what the whole plan costs with just that team moved: per
//! rule, to the point, on random plans that may break anything.

use leerteam::calendar::Calendar;
use leerteam::check::{MOST_WORK, alternatives};
use leerteam::plan::{Cost, Plan, Slot};
use leerteam::roster::Roster;
use leerteam::wire::{read_plan, read_roster};

use crate::by_rule::sums;
use crate::plans;
use crate::rosters::{self, Draw, VARIED};

/// Compares every other slot of every team; returns how many there were.
fn compare(case: &str, roster: &Roster, plan: &Plan) -> usize {
    let calendar = Calendar::new(roster);
    let now = sums(roster, plan);
    let changes = |team: usize, slot: Slot| {
        let mut moved = plan.clone();
        moved.teams[team].slot = slot;
        let then = sums(roster, &moved);
        let each = now.iter().zip(then).map(|(&(id, now), (_, then))| (id, then - now));
        each.filter(|(_, change)| !change.is_zero()).collect::<Vec<_>>()
    };
    let total = |changes: Vec<(&str, Cost)>| changes.into_iter().map(|(_, cost)| cost).sum();
    let mut compared = 0;
    for (index, found) in alternatives(roster, plan, MOST_WORK).into_iter().enumerate() {
        let found = found.unwrap_or_else(|| panic!("{case}: team {index} was not worked out"));
        let team = &plan.teams[index];
        let given = team.given.map(|given| &roster.environments[team.environment].teams[given]);
        let slots = calendar.candidates(team.environment, given);
        let but_room = |slot: &Slot| Slot { room: None, ..*slot };
        let moments: Vec<_> =
            slots.chunk_by(|(one, _), (other, _)| but_room(one) == but_room(other)).collect();
        assert_eq!(found.len(), moments.len(), "{case}: team {index}");
        for (rooms, alternative) in moments.into_iter().zip(found) {
            let case = format!("{case}: team {index} at {:?}", alternative.slot);
            assert!(rooms.iter().any(|&(slot, _)| slot == alternative.slot), "{case}");
            assert_eq!(alternative.changes, changes(index, alternative.slot), "{case}");
            let all = rooms.iter().map(|&(slot, _)| total(changes(index, slot)));
            assert_eq!(Some(alternative.total()), all.min(), "{case}: the best room");
            compared += 1;
        }
    }
    compared
}

#[test]
fn other_slots_cost_what_the_whole_plan_then_costs() {
    let mut compared = 0;
    for seed in 0..40 {
        let wire = rosters::roster(seed, &VARIED);
        let Some(roster) = read_roster(&wire).0 else { continue };
        let mut draw = Draw::new(seed);
        for number in 0..2 {
            let plan = plans::by_hand(&wire, &mut draw);
            let plan = read_plan(&roster, &plan).expect("a plan that can be read");
            compared += compare(&format!("seed {seed}, plan {number}"), &roster, &plan);
        }
    }
    assert!(compared > 1000, "{compared}");
}
