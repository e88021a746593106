//! Several regions in one call.

use super::scene::planned;
use leerteam::roster::SupervisorIx;

#[test]
fn a_supervisor_of_two_regions_is_in_one_place_at_a_time() {
    let regions = planned("regions", 0.05, 20_000);
    regions.assert_nobody_is_double_booked();
    assert_eq!(regions.roster.environments.len(), 4);
    let admissions = regions.roster.admissions();
    for team in &regions.plan.teams {
        for &member in &team.members {
            assert_eq!(admissions[member], [team.environment], "{}", team.id);
        }
    }
    let goes_to = |supervisor: SupervisorIx| {
        let places = &regions.roster.supervisors[supervisor].locations;
        let meets = |one: &&leerteam::roster::LearningEnvironment| {
            one.locations.iter().any(|place| places.contains(place))
        };
        regions.roster.environments.iter().filter(meets).count()
    };
    let shared = regions.roster.supervisors.indices().filter(|&one| goes_to(one) == 2);
    let serving = shared.filter(|&one| !regions.teams_of(one).is_empty()).count();
    assert!(serving > 0, "supervisors of two regions have teams");
    assert!(regions.placed() > 200, "{}", regions.placed());
}
