//! Two learning environments in Utrecht, 2024-2025: a weekly exchange meeting between lessons that
//! stand in its way, and placements of unequal length that are split over school and neighbourhood.

mod classes;
mod students;
mod supervisors;

use super::Options;
use super::calendar::{MIDDLE_2024, windows};
use super::parts::{form, location, one_of_each_side, organisation, range};
use leerteam_wire::v1::{
    Admission, LearningEnvironment, Location, Organisation, Roster, Side, Travel,
};

const INSTITUTIONS: [(&str, &str); 3] =
    [("mbo", "Mbo"), ("hogeschool", "Hogeschool"), ("universiteit", "Universiteit")];
/// Id and name of each site, by environment.
const NORTH: [(&str, &str); 4] = [
    ("basisschool-1", "Basisschool 1"),
    ("basisschool-2", "Basisschool 2"),
    ("buurthuis", "Buurthuis"),
    ("speeltuin", "Speeltuin"),
];
const SOUTH: [(&str, &str); 3] = [
    ("basisschool-3", "Basisschool 3"),
    ("tienerschool", "10-14-school"),
    ("jongerencentrum", "Jongerencentrum"),
];
/// Tuesday to Thursday; one of these days is the one with most people.
const MEETING_DAYS: [usize; 3] = [1, 2, 3];

/// The roster of both environments.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let (organisations, locations) = places();
    let (programmes, cohorts) = classes::classes();
    Roster {
        id: "utrecht".into(),
        title: "Leeromgevingen Utrecht, 2024-2025".into(),
        provenance: format!(
            "Known: two learning environments with a weekly exchange meeting; 3 primary schools, \
             one school for ages 10-14, 3 neighbourhood organisations and 9 programmes of mbo, hbo \
             and university; a class of 7 of mbo whose lesson can be moved; that lessons overlap the \
             meeting in part, placements differ in length and are split, teachers in training are \
             few and social workers many, a supervisor has one day a week, and some students cannot \
             come at all. Synthetic, generated from seed {seed}: all else."
        ),
        period: Some(MIDDLE_2024.period()),
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(10),
            between_neighbourhoods_minutes: Some(25),
            ..Default::default()
        }),
        participants: students::students(seed, &cohorts),
        supervisors: supervisors::supervisors(),
        environments: vec![
            environment("noord", "Leeromgeving Noord", &NORTH, &["basisschool-1", "buurthuis"], 3),
            environment("zuid", "Leeromgeving Zuid", &SOUTH, &["tienerschool"], 3),
        ],
        organisations,
        locations,
        programmes,
        cohorts,
        ..Default::default()
    }
}

fn places() -> (Vec<Organisation>, Vec<Location>) {
    let sides = [
        (&INSTITUTIONS[..], Side::Education, "Campus"),
        (&NORTH, Side::Practice, "Noord"),
        (&SOUTH, Side::Practice, "Zuid"),
    ];
    let (mut organisations, mut locations) = (Vec::new(), Vec::new());
    for (places, side, neighbourhood) in sides {
        for (id, name) in places {
            organisations.push(organisation(id, name, side));
            locations.push(location(id, name, neighbourhood));
        }
    }
    (organisations, locations)
}

fn environment(
    id: &str,
    name: &str,
    sites: &[(&str, &str)],
    meeting_places: &[&str],
    most_teams: usize,
) -> LearningEnvironment {
    LearningEnvironment {
        id: id.into(),
        name: name.into(),
        location_ids: meeting_places.iter().map(|&place| place.into()).collect(),
        admission: Some(Admission {
            internship_location_ids: sites.iter().map(|(site, _)| (*site).into()).collect(),
            ..Default::default()
        }),
        team_count: Some(range(2, most_teams)),
        team_size: Some(range(5, 10)),
        meeting_form: Some(form(60, 1, windows(&MEETING_DAYS, "13:00", "17:00"))),
        supervision: one_of_each_side(),
        ..Default::default()
    }
}
