//! Working professionals: themes, and rosters of shifts.

use super::scene::{is_fixed, number, planned};

#[test]
fn each_team_has_its_theme_and_members_who_want_it() {
    let scene = planned("professionals", 0.05, PLENTY);
    let theme =
        |team: &leerteam::plan::Team| team.theme.map(|theme| scene.roster.themes[theme].0.as_str());
    let themes: Vec<_> = scene.plan.teams.iter().filter_map(theme).collect();
    assert_eq!(themes, ["taal", "armoede", "ouders", "talent"]);
    let (mut wanted, mut other) = (0, 0);
    for team in &scene.plan.teams {
        let theme = team.theme.expect("a theme");
        for &member in &team.members {
            match scene.roster.participants[member].theme_preferences.as_slice() {
                [] => {}
                preferences if preferences.contains(&theme) => wanted += 1,
                _ => other += 1,
            }
        }
    }
    assert!(wanted > 2 * other, "{wanted} on a theme they named, {other} not");
    let ouders = &scene.plan.teams[2];
    let serving = |&(supervisor, _): &(usize, _)| scene.roster.supervisors[supervisor].id.as_str();
    assert!(ouders.supervisors.iter().map(serving).any(|id| id == "praktijk-02"));
}

#[test]
fn who_comes_is_not_on_a_shift_that_cannot_be_left() {
    let scene = planned("professionals", 0.05, PLENTY);
    assert_eq!(scene.left_over(), [""; 0]);
    let mut missed = 0;
    for (index, team) in scene.plan.teams.iter().enumerate() {
        let span = scene.span(team);
        for visit in scene.visits(index) {
            let bound = scene.bound_on(visit.participant, visit.date);
            let on_shift = bound.iter().any(|one| is_fixed(one) && one.window.span.overlaps(span));
            let person = &scene.roster.participants[visit.participant].id;
            assert!(!(on_shift && visit.presence.comes()), "{person} on {}", visit.date);
            missed += usize::from(on_shift);
        }
        for attendance in &scene.assessment.attendance[index] {
            assert!(2 * attendance.comes >= attendance.counted, "half of the meetings at least");
        }
        let years: Vec<i64> = team
            .members
            .iter()
            .filter_map(|&member| number(&scene.roster, member, "years-of-experience"))
            .collect();
        assert!(years.contains(&2) && years.contains(&12), "{}: {years:?}", team.id);
    }
    assert!(missed > 0, "turns of early and late stand in the way of some meetings");
}

const PLENTY: u64 = 1_000_000;
