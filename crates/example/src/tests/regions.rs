//! Whether `regions` is one problem of many environments.

use leerteam_model::roster::EnvironmentIx;
use std::collections::{BTreeMap, BTreeSet};

use super::super::{Options, generate};
use super::{Roster, Side};
use leerteam_wire::read_roster;

fn regions(regions: Option<usize>, students: Option<usize>, seed: u64) -> Roster {
    generate("regions", &Options { students, regions, seed, ..Options::default() })
        .expect("the name is in the list")
}

/// For each environment the supervisors who go to its meeting places, by place in the roster.
fn serving(roster: &Roster) -> Vec<BTreeSet<usize>> {
    let environments = roster.environments.iter();
    let there = environments.map(|environment| {
        let goes = |id: &String| environment.location_ids.contains(id);
        let all = roster.supervisors.iter().enumerate();
        all.filter(|(_, one)| one.location_ids.iter().any(goes)).map(|(at, _)| at).collect()
    });
    there.collect()
}

#[test]
fn are_accepted_whatever_the_size() {
    for (number, students) in
        [(None, None), (Some(1), Some(50)), (Some(2), Some(16)), (Some(7), Some(300))]
    {
        let roster = regions(number, students, 1);
        let number = number.unwrap_or(4);
        assert_eq!(roster.environments.len(), number);
        assert_eq!(roster.participants.len(), students.unwrap_or(400));
        assert_eq!(read_roster(&roster).1, [], "{number} regions");
    }
}

#[test]
fn each_region_has_students_and_an_environment_of_its_own() {
    let roster = regions(Some(3), Some(100), 2);
    let read = read_roster(&roster).0.expect("it is accepted");
    let admitted: Vec<usize> = read.admitted().iter().map(Vec::len).collect();
    assert_eq!(admitted, [34, 33, 33]);
    assert!(read.admissions().iter().all(|environments| environments.len() == 1));
    let places: BTreeSet<_> = roster.environments.iter().flat_map(|e| &e.location_ids).collect();
    assert_eq!(places.len(), 6, "two meeting places each");
    let mut regions_of_class: BTreeMap<&str, BTreeSet<EnvironmentIx>> = BTreeMap::new();
    for (participant, environments) in roster.participants.iter().zip(read.admissions()) {
        regions_of_class.entry(&participant.cohort_id).or_default().extend(environments);
    }
    assert!(regions_of_class.values().all(|regions| regions.len() == 1), "classes of its own");
}

#[test]
fn neighbours_in_the_ring_share_supervisors() {
    let roster = regions(Some(5), Some(2500), 1);
    let serving = serving(&roster);
    for (at, here) in serving.iter().enumerate() {
        for (other, there) in serving.iter().enumerate().skip(at + 1) {
            let shared: Vec<usize> = here.intersection(there).copied().collect();
            let are_neighbours = other - at == 1 || other - at == serving.len() - 1;
            // A region has 51 supervisors of each side.
            assert_eq!(shared.len(), if are_neighbours { 3 } else { 0 }, "{at} and {other}");
            let education = [i32::from(Side::Education)];
            assert!(shared.iter().all(|&one| roster.supervisors[one].sides == education));
        }
    }
}

#[test]
fn the_number_of_regions_leaves_a_region_as_it_is() {
    let (few, many) = (regions(Some(3), Some(90), 1), regions(Some(6), Some(180), 1));
    assert_eq!(few.participants[..], many.participants[..90]);
    assert_eq!(few.environments[..], many.environments[..3]);
}
