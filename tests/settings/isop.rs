//! Forty-five schools at once.

use leerteam::roster::Side;

use super::scene::{Scene, planned};

#[test]
fn all_schools_are_planned_at_once() {
    let isop = planned("isop", 0.05, 60_000);
    each_school_has_its_team_and_shared_teachers_can_travel(&isop);
    teams_that_go_on_keep_who_they_have(&isop);
}

fn each_school_has_its_team_and_shared_teachers_can_travel(isop: &Scene) {
    assert_eq!(isop.plan.teams.len(), 45);
    isop.assert_nobody_is_double_booked();
    let shared = isop
        .roster
        .supervisors
        .iter_enumerated()
        .filter(|(_, one)| one.sides == [Side::Education] && one.organisations.len() == 2);
    let busy: Vec<usize> = shared.map(|(index, _)| isop.teams_of(index).len()).collect();
    assert!(busy.iter().all(|&teams| teams <= 2));
    assert!(busy.contains(&2), "a teacher of two institutions has two teams");
}

fn teams_that_go_on_keep_who_they_have(isop: &Scene) {
    let going_on = isop.plan.teams.iter().filter(|team| team.given.is_some());
    let mut teams = 0;
    for team in going_on {
        teams += 1;
        let given = &isop.roster.environments[team.environment].teams[0];
        assert_eq!(given.supervisors.len(), 2);
        for pinned in &given.supervisors {
            assert!(team.supervisors.iter().any(|(one, _)| one == pinned), "{}", team.id);
        }
        for &member in &team.members {
            assert!(isop.roster.participants[member].pins.team.is_some(), "{}", team.id);
        }
    }
    assert_eq!(teams, 3);
}
