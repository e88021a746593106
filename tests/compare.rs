//! How two plans of one roster differ.

mod support;

use chrono::Weekday::{Tue, Wed};
use leerteam::advice::compare::{Comparison, compare};
use leerteam::check::Report;
use leerteam::plan::Cost;
use leerteam::roster::{Roster, Side};

use support::{Draft, Setting, window};

fn four() -> Roster {
    let setting = Setting::new()
        .participants(&["p1", "p2"], "teacher")
        .participants(&["p3", "p4"], "assistant")
        .supervisor("s1", Side::Education)
        .supervisor("s2", Side::Education)
        .form(|form| form.hours.push(window(Wed, "09:00-17:00")));
    setting.roster()
}

fn compared(roster: &Roster, before: &Draft, after: &Draft) -> Comparison {
    let report = |draft: &Draft| Report::new(roster, draft.plan(roster), None).expect("a report");
    compare(&report(before), &report(after))
}

/// Whoever moves, with the number of teams left and joined.
fn moved(roster: &Roster, comparison: &Comparison) -> Vec<(String, usize, usize)> {
    let of = comparison.moves.iter();
    of.map(|of| (roster.participants[of.participant].id.clone(), of.from.len(), of.to.len()))
        .collect()
}

fn two_teams() -> Draft {
    Draft::new().team("red", &["p1", "p3"]).by("s1", Side::Education).team("blue", &["p2", "p4"])
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    let comparison = compared(&four(), &two_teams(), &two_teams());
    assert_eq!(comparison.total.difference(), Cost::ZERO);
    assert_eq!(comparison.teams.len(), 2);
    assert!(comparison.teams.iter().all(|team| team.is_none()));
    assert_eq!((comparison.moves.len(), comparison.by_rule.len()), (0, 0));
    assert_eq!(comparison.by_person.len(), 0);
}

#[test]
fn other_ids_and_another_order_move_nobody() {
    let renamed = Draft::new().team("blue", &["p3", "p1"]).by("s1", Side::Education);
    let comparison = compared(&four(), &two_teams(), &renamed.team("red", &["p2", "p4"]));
    assert_eq!(comparison.moves, []);
    assert!(comparison.teams.iter().all(|team| team.is_none()), "{:?}", comparison.teams);
}

#[test]
fn who_swaps_left_one_team_and_joined_another() {
    let roster = four();
    let swapped = Draft::new().team("red", &["p1", "p4"]).by("s1", Side::Education);
    let comparison = compared(&roster, &two_teams(), &swapped.team("blue", &["p2", "p3"]));
    let expected = [("p3".to_owned(), 1, 1), ("p4".to_owned(), 1, 1)];
    assert_eq!(moved(&roster, &comparison), expected);
    let changes: Vec<_> =
        comparison.teams.iter().map(|team| (team.left.len(), team.joined.len())).collect();
    assert_eq!(changes, [(1, 1), (1, 1)]);
}

#[test]
fn a_team_that_ends_leaves_its_members_over() {
    let roster = four();
    let one = Draft::new().team("red", &["p1", "p3"]).by("s1", Side::Education);
    let comparison = compared(&roster, &two_teams(), &one);
    let expected = [("p2".to_owned(), 1, 0), ("p4".to_owned(), 1, 0)];
    assert_eq!(moved(&roster, &comparison), expected);
    let ended =
        comparison.teams.iter().find(|team| team.after.is_none()).expect("a team that ends");
    assert_eq!((ended.left.len(), ended.meetings_gone.len()), (2, 4), "four weeks");
    assert_eq!(comparison.by_rule["placed"].difference().broken, 2);
}

#[test]
fn another_day_changes_the_moment_and_all_meetings() {
    let later = two_teams().at(Wed, "10:00");
    let comparison = compared(&four(), &two_teams().at(Tue, "10:00"), &later);
    let blue = comparison.teams.iter().find(|team| !team.is_none()).expect("a team that changes");
    assert!(blue.moment && !blue.location && !blue.room && !blue.theme);
    assert_eq!((blue.meetings_gone.len(), blue.meetings_new.len()), (4, 4));
    assert_eq!(comparison.moves, []);
}

#[test]
fn another_supervisor_is_one_gone_and_one_new() {
    let other = Draft::new().team("red", &["p1", "p3"]).by("s2", Side::Education);
    let comparison = compared(&four(), &two_teams(), &other.team("blue", &["p2", "p4"]));
    let red = comparison.teams.iter().find(|team| !team.is_none()).expect("a team that changes");
    assert_eq!(red.supervisors_gone, [(0.into(), Side::Education)]);
    assert_eq!(red.supervisors_new, [(1.into(), Side::Education)]);
}

#[test]
fn what_rules_and_people_gain_and_lose_adds_up_to_the_scores() {
    let after = Draft::new().team("red", &["p1", "p2", "p3"]).at(Wed, "13:00");
    let comparison = compared(&four(), &two_teams(), &after);
    let total = comparison.total.difference();
    assert!(!total.is_zero());
    assert_eq!(comparison.by_rule.values().map(|change| change.difference()).sum::<Cost>(), total);
    assert_eq!(
        comparison.by_person.values().map(|change| change.difference()).sum::<Cost>(),
        total
    );
}
