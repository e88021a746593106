//! Working professionals: themes, and rosters of shifts.

use leerteam::roster::{Commitment, ParticipantIx, SupervisorIx};

use super::scene::{Scene, is_fixed, number, planned};

#[test]
fn themes_and_shifts_are_respected() {
    let scene = planned("professionals", 0.05, 100_000);
    each_team_has_its_theme_and_members_who_want_it(&scene);
    who_comes_is_not_on_a_shift_that_cannot_be_left(&scene);
    beginners_and_old_hands_are_mixed(&scene);
}

fn each_team_has_its_theme_and_members_who_want_it(scene: &Scene) {
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
    let serving =
        |&(supervisor, _): &(SupervisorIx, _)| scene.roster.supervisors[supervisor].id.as_str();
    assert!(ouders.supervisors.iter().map(serving).any(|id| id == "praktijk-02"));
}

fn who_comes_is_not_on_a_shift_that_cannot_be_left(scene: &Scene) {
    assert_eq!(scene.left_over(), [""; 0]);
    let mut in_the_other_week = 0;
    for (index, team) in scene.plan.teams.iter().enumerate() {
        let span = scene.span(team);
        let in_the_way = |one: &&Commitment| is_fixed(one) && one.window.span.overlaps(span);
        for visit in scene.visits(index) {
            let bound = scene.bound_on(visit.participant, visit.date);
            let on_shift = bound.into_iter().filter(in_the_way).count() > 0;
            let person = &scene.roster.participants[visit.participant].id;
            assert!(!(on_shift && visit.presence.comes()), "{person} on {}", visit.date);
        }
        for (&member, attendance) in team.members.iter().zip(&scene.assessment.attendance[index]) {
            assert!(2 * attendance.comes >= attendance.counted, "half of the meetings at least");
            let own = scene.roster.commitments(member).filter(in_the_way);
            let turns = own.filter(|one| one.window.weekday == team.slot.weekday).count();
            in_the_other_week += usize::from(turns > 0 && attendance.comes == attendance.counted);
        }
    }
    assert!(in_the_other_week > 0, "some meet in the weeks in which they are not on late");
}

fn beginners_and_old_hands_are_mixed(scene: &Scene) {
    for team in &scene.plan.teams {
        let years = |&member: &ParticipantIx| number(&scene.roster, member, "years-of-experience");
        let years: Vec<i64> = team.members.iter().filter_map(years).collect();
        assert!(years.contains(&2) && years.contains(&12), "{}: {years:?}", team.id);
    }
}
