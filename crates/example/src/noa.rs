//! Circular placements in Amsterdam: within the year a student moves on to the next site, and the
//! team stays together.

use super::Options;
use super::calendar::{NORTH_2024, dated, every_workday, window, windows};
use super::catalogue::programme;
use super::kit::{Dice, slug};
use super::parts::{
    duty, form, lesson, location, one_of_each_side, organisation, organisations, range,
};
use super::roles::{cohort, member, supervisor};
use leerteam_wire::v1::{
    Admission, Cohort, Commitment, LearningEnvironment, Location, Participant, Programme, Roster,
    Side, Supervisor, Travel,
};

const INSTITUTIONS: [&str; 2] = ["Mbo Amsterdam", "Hogeschool Amsterdam"];
/// The circle of sites; after the last comes the first.
const SITES: [(&str, &str); 4] = [
    ("school-1", "Basisschool 1"),
    ("school-2", "Basisschool 2"),
    ("kinderopvang", "Kinderopvang"),
    ("buurthuis", "Buurthuis"),
];
/// First and last date of each placement of the year.
const TURNS: [(&str, &str); 3] =
    [("2024-09-09", "2024-11-29"), ("2024-12-02", "2025-03-14"), ("2025-03-17", "2025-07-04")];
/// Programme, institution, students and the weekday of the lessons.
const CLASSES: [(&str, &str, usize, usize); 4] = [
    ("Pabo", "hogeschool-amsterdam", 8, 0),
    ("Social Work", "hogeschool-amsterdam", 5, 4),
    ("Onderwijsassistent", "mbo-amsterdam", 8, 0),
    ("Pedagogisch Medewerker", "mbo-amsterdam", 7, 4),
];

/// The roster of the circle.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let programmes = CLASSES.map(|(name, institution, ..)| programme(name, institution));
    let cohorts: Vec<Cohort> = programmes.iter().zip(CLASSES).map(class).collect();
    let mut organisations = organisations(&INSTITUTIONS, Side::Education);
    let mut locations: Vec<Location> =
        organisations.iter().map(|one| location(&one.id, &one.name, "Stad")).collect();
    for (id, name) in SITES {
        organisations.push(organisation(id, name, Side::Practice));
        locations.push(location(id, name, "Wijk"));
    }
    let students = cohorts.iter().zip(CLASSES).enumerate().flat_map(|(at, (cohort, class))| {
        (1..=class.2).map(move |number| student(seed, at + 1, number, cohort))
    });
    Roster {
        id: "noa".into(),
        title: "Roulerende stages in Amsterdam".into(),
        provenance: format!(
            "Known: that placements are circular, so that a student changes site within the year. \
             Synthetic, generated from seed {seed}: all else."
        ),
        period: Some(NORTH_2024.period()),
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(15),
            between_neighbourhoods_minutes: Some(40),
            ..Default::default()
        }),
        participants: students.collect(),
        supervisors: supervisors(seed),
        environments: vec![circle()],
        programmes: programmes.into(),
        organisations,
        locations,
        cohorts,
        ..Default::default()
    }
}

fn class(
    (programme, (_, institution, _, day)): (&Programme, (&str, &str, usize, usize)),
) -> Cohort {
    let whole = lesson("lesdag", window(day, "09:00", "16:30"), institution);
    let midweek = lesson("lesmiddag", window(2, "13:00", "16:00"), institution);
    let lessons = if day == 0 { vec![whole, midweek] } else { vec![whole] };
    cohort(programme, 2, lessons)
}

/// Two days a week at a site, the next site in each turn; the days stay the same.
fn student(seed: u64, group: usize, number: usize, cohort: &Cohort) -> Participant {
    let student = member("noa", group, number, cohort);
    let mut dice = Dice::new(seed, &student.id);
    let start = dice.below(SITES.len() as u32) as usize;
    let days = dice.several(&[0, 6, 1, 6, 0], 2);
    let duties = TURNS.iter().enumerate().flat_map(|(turn, (first, last))| {
        let (site, _) = SITES[(start + turn) % SITES.len()];
        let on = move |day: &usize| {
            let hours = dated(first, last, window(*day, "08:30", "14:30"));
            duty(&format!("stage-{}-{}", turn + 1, day + 1), hours, site)
        };
        days.iter().map(on)
    });
    // A class with lessons in the middle of the week is on placement on other days.
    let duties = duties.filter(|duty| !overlaps(duty, cohort));
    Participant { commitments: duties.collect(), ..student }
}

fn overlaps(duty: &Commitment, cohort: &Cohort) -> bool {
    let weekday = |one: &Commitment| one.window.as_ref().map(|window| window.weekday);
    cohort.commitments.iter().any(|lesson| weekday(lesson) == weekday(duty))
}

fn supervisors(seed: u64) -> Vec<Supervisor> {
    let days = |side: &str, number: usize| {
        let mut dice = Dice::new(seed, &format!("days of {side} {number}"));
        windows(&dice.several(&[1, 4, 2, 4, 1], 2), "12:00", "17:30")
    };
    let education = (1..=4).map(|number| {
        let institution = slug(INSTITUTIONS[number % 2]);
        supervisor(Side::Education, number, &[&institution], days("education", number))
    });
    let practice = SITES.iter().enumerate().map(|(at, (site, _))| {
        supervisor(Side::Practice, at + 1, &[site], days("practice", at + 1))
    });
    education.chain(practice).collect()
}

fn circle() -> LearningEnvironment {
    let sites = SITES.map(|(id, _)| id.to_owned());
    LearningEnvironment {
        id: "kring".into(),
        name: "Leerteams van de kring".into(),
        location_ids: sites.clone().into(),
        admission: Some(Admission { internship_location_ids: sites.into(), ..Default::default() }),
        team_count: Some(range(4, 5)),
        team_size: Some(range(5, 8)),
        meeting_form: Some(form(90, 2, every_workday("13:00", "17:30"))),
        supervision: one_of_each_side(),
        ..Default::default()
    }
}
