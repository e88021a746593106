//! What other slots of a team would cost, on plans of the planner: the same as the whole plan with just
//! that team moved, assessed again.

#[path = "support/by_rule.rs"]
mod by_rule;

use by_rule::sums;
use leerteam::calendar::Calendar;
use leerteam::check::{Alternative, MOST_WORK, alternatives, assess};
use leerteam::plan::{Cost, Plan, Slot};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::Roster;
use leerteam::wire::{read_roster, v1};

fn fixture(name: &str) -> (Roster, Plan) {
    let path = format!("{}/fixtures/{name}/roster.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the fixture");
    let wire: v1::Roster = serde_json::from_str(&text).expect("a roster");
    let (roster, findings) = read_roster(&wire);
    let roster = roster.unwrap_or_else(|| panic!("{findings:?}"));
    let options = Options { work_limit: Some(3_000), ..Options::default() };
    let planned = plan(&roster, &options, &Cancel::default(), &mut |_| {});
    let plan = planned.expect("solver and checker agree").plan;
    (roster, plan)
}

fn at(plan: &Plan, team: usize, slot: Slot) -> Plan {
    let mut plan = plan.clone();
    plan.teams[team].slot = slot;
    plan
}

/// Compares every other slot of every team; returns how many there were.
fn compare(name: &str) -> usize {
    let (roster, plan) = fixture(name);
    let now = sums(&roster, &plan);
    let mut compared = 0;
    for (team, found) in alternatives(&roster, &plan, MOST_WORK).into_iter().enumerate() {
        let found = found.expect("worked out");
        assert!(found.iter().any(|of| of.slot == plan.teams[team].slot), "the slot of the plan");
        for Alternative { slot, changes } in found {
            let then = sums(&roster, &at(&plan, team, slot));
            let each = now.iter().zip(then).map(|(&(id, now), (_, then))| (id, then - now));
            let expected: Vec<_> = each.filter(|(_, change)| !change.is_zero()).collect();
            assert_eq!(changes, expected, "{}, {slot:?}", plan.teams[team].id);
            compared += 1;
        }
    }
    compared
}

#[test]
fn are_exact_for_every_team_and_slot_of_zwolle() {
    assert!(compare("zwolle") > 300);
}

#[test]
fn are_exact_with_rooms_that_teams_share() {
    assert!(compare("event") > 10);
}

#[test]
fn are_exact_on_line_and_with_themes() {
    assert!(compare("keuzedeel") > 5);
    assert!(compare("professionals") > 20);
}

#[test]
fn of_slots_that_differ_in_the_room_the_best_is_there() {
    let (roster, plan) = fixture("event");
    let calendar = Calendar::new(&roster);
    let but_room = |slot: Slot| Slot { room: None, ..slot };
    let now = assess(&roster, &plan).total();
    let mut with_choice = 0;
    for (team, found) in alternatives(&roster, &plan, MOST_WORK).into_iter().enumerate() {
        let environment = plan.teams[team].environment;
        for alternative in found.expect("worked out") {
            let rooms = calendar.candidates(environment, None).into_iter().map(|(slot, _)| slot);
            let rooms = rooms.filter(|slot| but_room(*slot) == but_room(alternative.slot));
            let totals: Vec<Cost> =
                rooms.map(|slot| assess(&roster, &at(&plan, team, slot)).total() - now).collect();
            with_choice += usize::from(totals.len() > 1);
            assert_eq!(Some(alternative.total()), totals.into_iter().min());
        }
    }
    assert!(with_choice > 0, "some location has several rooms");
}

#[test]
fn end_when_the_work_does() {
    let (roster, plan) = fixture("zwolle");
    assert!(alternatives(&roster, &plan, 0).iter().all(Option::is_none));
    let all = alternatives(&roster, &plan, MOST_WORK);
    let people = plan.teams[0].members.len() + plan.teams[0].supervisors.len() + 1;
    let slots = Calendar::new(&roster).candidates(plan.teams[0].environment, None).len();
    let some = alternatives(&roster, &plan, people * slots);
    assert_eq!(some[0], all[0]);
    assert!(some.iter().skip(1).all(Option::is_none), "none after the first that is too much");
}
