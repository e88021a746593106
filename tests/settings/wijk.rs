//! One pool of a neighbourhood.

use std::collections::BTreeSet;

use leerteam::roster::{LocationIx, Side};

use super::scene::planned;

#[test]
fn the_placements_of_the_neighbourhood_are_mixed() {
    let wijk = planned("wijk", 0.05, 1_000_000);
    assert_eq!(wijk.left_over(), [""; 0]);
    for team in &wijk.plan.teams {
        let sites: BTreeSet<LocationIx> = team
            .members
            .iter()
            .flat_map(|&member| wijk.roster.internship_locations(member))
            .collect();
        assert!(sites.len() >= 3, "{}: {sites:?}", team.id);
        assert!(wijk.different(team, "profession") >= 3, "{}", team.id);
        assert_eq!(wijk.of_side(team, Side::Education), 1);
        assert_eq!(wijk.of_side(team, Side::Practice), 1);
        let place = team.slot.location.expect("on site");
        assert_eq!(wijk.roster.locations[place].id, "wijkcentrum");
    }
}
