//! A one-off day on a campus: everyone is in one group once, groups are mixed over programmes, and
//! rooms are few.

use super::Options;
use super::calendar::window;
use super::catalogue::programme;
use super::kit::Dice;
use super::parts::{exactly, form, lesson, location, organisation, organisations, range};
use super::roles::{cohort, member, supervisor};
use leerteam_wire::v1::{
    Admission, Cohort, DatedException, ExceptionKind, LearningEnvironment, Location, Participant,
    PlanningPeriod, Programme, Room, Roster, Side, SupervisionNeed, Supervisor, Travel,
};

/// A Thursday.
const DAY: &str = "2025-03-20";
const WEEKDAY: usize = 3;
const CAMPUS: &str = "campus";
const SCHOOLS: [&str; 3] = ["Mbo Noord", "Mbo Zuid", "Hogeschool"];
const PRACTICES: [&str; 3] = ["Kinderopvang", "Basisschool", "Welzijn"];
/// People that fit in each room.
const ROOMS: [i32; 6] = [9, 9, 10, 10, 11, 12];
/// The two rounds of the day.
const ROUNDS: [(&str, &str); 2] = [("10:00", "12:00"), ("13:00", "15:00")];

/// Programme, institution, students, and what the timetable has on the day.
type Class = (&'static str, &'static str, usize, Timetable);

const CLASSES: [Class; 6] = [
    ("Pabo", "hogeschool", 24, Timetable::Released),
    ("Social Work", "hogeschool", 12, Timetable::Morning),
    ("Onderwijsassistent", "mbo-noord", 20, Timetable::Released),
    ("Sociaal Werk", "mbo-noord", 8, Timetable::Free),
    ("Pedagogisch Medewerker", "mbo-zuid", 20, Timetable::Free),
    ("Sport en Bewegen", "mbo-zuid", 8, Timetable::Afternoon),
];

#[derive(Clone, Copy)]
enum Timetable {
    /// Nothing on the day.
    Free,
    /// A day of lessons, from which the students are released.
    Released,
    /// A morning of lessons that goes on.
    Morning,
    /// An afternoon of lessons that goes on.
    Afternoon,
}

/// The roster of the day.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let programmes = CLASSES.map(|(name, school, ..)| programme(name, school));
    let mut organisations = organisations(&SCHOOLS, Side::Education);
    let mut locations: Vec<Location> =
        organisations.iter().map(|one| location(&one.id, &one.name, "")).collect();
    organisations.extend(super::parts::organisations(&PRACTICES, Side::Practice));
    organisations.push(organisation(CAMPUS, "Campus", Side::Education));
    locations.push(Location { rooms: rooms(), ..location(CAMPUS, "Campus", "") });
    let cohorts: Vec<Cohort> = programmes.iter().zip(CLASSES).map(class).collect();
    Roster {
        id: "event".into(),
        title: "Ontmoetingsdag op de campus".into(),
        provenance: format!(
            "Known: that there is such a day, on which everyone is mixed once in groups over \
             programmes. Synthetic, generated from seed {seed}: all else."
        ),
        period: Some(PlanningPeriod {
            first_date: DAY.into(),
            last_date: DAY.into(),
            ..Default::default()
        }),
        travel: Some(Travel { between_neighbourhoods_minutes: Some(30), ..Default::default() }),
        environments: vec![groups(&programmes)],
        participants: cohorts.iter().zip(CLASSES).enumerate().flat_map(students).collect(),
        supervisors: supervisors(seed),
        programmes: programmes.into(),
        organisations,
        locations,
        cohorts,
        ..Default::default()
    }
}

fn rooms() -> Vec<Room> {
    let room = |(at, &capacity)| Room {
        id: format!("lokaal-{}", at + 1),
        name: format!("Lokaal {}", at + 1),
        capacity,
        ..Default::default()
    };
    ROOMS.iter().enumerate().map(room).collect()
}

fn class((programme, (_, school, _, timetable)): (&Programme, Class)) -> Cohort {
    let hours = match timetable {
        Timetable::Free => None,
        Timetable::Released => Some(("09:00", "16:00")),
        Timetable::Morning => Some(("09:00", "12:00")),
        Timetable::Afternoon => Some(("13:00", "16:00")),
    };
    let lessons = hours.map(|(start, end)| lesson("les", window(WEEKDAY, start, end), school));
    cohort(programme, 2, lessons.into_iter().collect())
}

fn students(
    (at, (cohort, (_, _, count, timetable))): (usize, (&Cohort, Class)),
) -> Vec<Participant> {
    let released = DatedException {
        first_date: DAY.into(),
        kind: ExceptionKind::Free.into(),
        ..Default::default()
    };
    let student = |number| Participant {
        exceptions: match timetable {
            Timetable::Released => vec![released.clone()],
            _ => Vec::new(),
        },
        ..member("event", at + 1, number, cohort)
    };
    (1..=count).map(student).collect()
}

/// Eight hosts from the schools and six guests from practice, some for one round only.
fn supervisors(seed: u64) -> Vec<Supervisor> {
    let rounds = |side: &str, number: usize| {
        let mut dice = Dice::new(seed, &format!("rounds {side}-{number}"));
        let chosen = match dice.weighted(&[5, 1, 1]) {
            0 => &ROUNDS[..],
            1 => &ROUNDS[..1],
            _ => &ROUNDS[1..],
        };
        chosen.iter().map(|(start, end)| window(WEEKDAY, start, end)).collect()
    };
    let mut people = Vec::new();
    let sides = [(Side::Education, "host", 8, SCHOOLS), (Side::Practice, "guest", 6, PRACTICES)];
    for (side, word, count, employers) in sides {
        for number in 1..=count {
            let employer = super::kit::slug(employers[number % employers.len()]);
            people.push(Supervisor {
                minutes_per_week: Some(240),
                ..supervisor(side, number, &[&employer], rounds(word, number))
            });
        }
    }
    people
}

/// Each group has a host; a guest is welcome, not needed.
fn groups(programmes: &[Programme]) -> LearningEnvironment {
    let hours = ROUNDS.map(|(start, end)| window(WEEKDAY, start, end));
    let mut day = form(120, 1, hours.into());
    day.max_meetings = 1;
    LearningEnvironment {
        id: "dag".into(),
        name: "Ontmoetingsgroepen".into(),
        location_ids: vec![CAMPUS.into()],
        admission: Some(Admission {
            programme_ids: programmes.iter().map(|one| one.id.clone()).collect(),
            ..Default::default()
        }),
        team_count: Some(range(10, 12)),
        team_size: Some(range(6, 10)),
        meeting_form: Some(day),
        supervision: vec![
            exactly(1, Side::Education),
            SupervisionNeed { side: Side::Practice.into(), min: 0, max: 1 },
        ],
        ..Default::default()
    }
}
