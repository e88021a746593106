//! Several regions in one call.

use super::scene::planned;

#[test]
fn a_supervisor_of_two_regions_is_in_one_place_at_a_time() {
    let regions = planned("regions", 0.05, 200_000);
    regions.assert_nobody_is_double_booked();
    assert_eq!(regions.roster.environments.len(), 4);
    let admissions = regions.roster.admissions();
    for team in &regions.plan.teams {
        for &member in &team.members {
            assert_eq!(admissions[member], [team.environment], "{}", team.id);
        }
    }
    let of = |supervisor| {
        let environment = |&team: &usize| regions.plan.teams[team].environment;
        let teams = regions.teams_of(supervisor);
        teams.iter().map(environment).collect::<std::collections::BTreeSet<_>>()
    };
    let most = (0..regions.roster.supervisors.len()).map(|one| of(one).len()).max();
    assert!(most >= Some(1) && regions.placed() > 200, "{most:?}, {}", regions.placed());
}
