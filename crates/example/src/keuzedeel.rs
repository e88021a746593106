//! One elective that three mbo schools share: groups are mixed over programmes and schools, all meet
//! at one time, at one of the schools or on line.

use super::Options;
use super::calendar::{MIDDLE_2024, every_workday, window};
use super::catalogue::programme;
use super::kit::{Dice, slug};
use super::parts::{about, duty, exactly, form, lesson, location, organisations, range, shift};
use super::roles::{cohort, member, supervisor};
use leerteam_wire::v1::{
    Admission, Cohort, LearningEnvironment, Location, MeetingForm, MeetingMode, Participant,
    Programme, Room, Roster, Side, Supervisor, Travel,
};

const SCHOOLS: [&str; 3] = ["Mbo Oost", "Mbo Midden", "Mbo West"];
/// At each school, with the number of its students who take the elective.
const CLASSES: [(&str, [usize; 3]); 3] = [
    ("Onderwijsassistent", [9, 8, 6]),
    ("Gespecialiseerd Pedagogisch Medewerker", [7, 9, 8]),
    ("Sociaal Werk", [6, 5, 8]),
];
/// The elective is given on Wednesdays, for ten weeks from February on.
const ELECTIVE: (usize, &str, &str) = (2, "13:30", "16:00");
const FIRST_MEETING: &str = "2025-02-05";
const MEETINGS: i32 = 10;

/// The roster of the elective.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let schools = organisations(&SCHOOLS, Side::Education);
    let programmes: Vec<Programme> = CLASSES
        .iter()
        .flat_map(|(name, _)| schools.iter().map(|school| programme(name, &school.id)))
        .collect();
    let counts: Vec<usize> = CLASSES.iter().flat_map(|(_, counts)| *counts).collect();
    let cohorts: Vec<Cohort> = programmes.iter().map(|one| class(seed, one)).collect();
    let work = location("werk", "Werkplek in de stad", "Midden");
    let mut locations: Vec<Location> = SCHOOLS.iter().map(|name| school(name)).collect();
    locations.push(Location { organisation_id: String::new(), ..work });
    Roster {
        id: "keuzedeel".into(),
        title: "Keuzedeel Interprofessioneel samenwerken".into(),
        provenance: format!(
            "Known: that three mbo schools give the elective together, at one common time, to \
             groups mixed over programmes and schools. Synthetic, generated from seed {seed}: all \
             else."
        ),
        period: Some(MIDDLE_2024.period()),
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(10),
            between_neighbourhoods_minutes: Some(35),
            ..Default::default()
        }),
        participants: cohorts
            .iter()
            .zip(counts)
            .enumerate()
            .flat_map(|(at, (cohort, count))| {
                (1..=count).map(move |number| student(seed, at + 1, number, cohort))
            })
            .collect(),
        supervisors: supervisors(seed),
        environments: vec![at_school(&programmes), on_line(&programmes)],
        organisations: schools,
        locations,
        programmes,
        cohorts,
        ..Default::default()
    }
}

/// A school in its own part of town, with two rooms for the elective.
fn school(name: &str) -> Location {
    let room = |id: &str, capacity| Room { id: id.into(), capacity, ..Default::default() };
    let id = slug(name);
    let part = name.rsplit(' ').next().unwrap_or_default();
    Location {
        rooms: vec![room("lokaal-a", 10), room("lokaal-b", 9)],
        openings: every_workday("08:00", "18:00"),
        ..location(&id, name, part)
    }
}

/// Some classes have a lesson at their own school just before the elective.
fn class(seed: u64, programme: &Programme) -> Cohort {
    let mut dice = Dice::new(seed, &format!("class {}", programme.id));
    let school = &programme.institution_id;
    let mut lessons = vec![lesson("les-ma", window(0, "09:00", "16:00"), school)];
    match dice.weighted(&[2, 2, 1]) {
        0 => lessons.push(lesson("les-wo", window(2, "09:00", "12:30"), school)),
        1 => lessons.push(lesson("les-wo", window(2, "10:00", "13:15"), school)),
        _ => {}
    }
    cohort(programme, 3, lessons)
}

/// On placement near their school, or at work in town right up to the elective.
fn student(seed: u64, group: usize, number: usize, cohort: &Cohort) -> Participant {
    let student = member("keuzedeel", group, number, cohort);
    let mut dice = Dice::new(seed, &student.id);
    let mut commitments = vec![duty("stage-di", window(1, "08:30", "16:30"), "")];
    if cohort.commitments.len() == 1 {
        commitments.push(match dice.weighted(&[1, 2, 1]) {
            0 => shift("dienst-wo", window(2, "08:00", "13:20"), "werk"),
            1 => shift("dienst-wo", window(2, "07:00", "12:30"), "werk"),
            _ => duty("stage-wo", window(2, "08:30", "16:30"), ""),
        });
    }
    Participant { commitments, ..student }
}

/// Three teachers of each school, all with time at the common time; one school lends its teachers
/// for its own building only.
fn supervisors(seed: u64) -> Vec<Supervisor> {
    let (day, start, end) = ELECTIVE;
    (1..=9)
        .map(|number| {
            let school = slug(SCHOOLS[number % 3]);
            let mut dice = Dice::new(seed, &format!("teacher {number}"));
            let stays = number % 3 == 0 && dice.chance(2, 3);
            Supervisor {
                fields: vec![
                    ["education", "childcare", "social-work"][dice.below(3) as usize].into(),
                ],
                minutes_per_week: Some(150),
                location_ids: if stays { vec![school.clone()] } else { Vec::new() },
                ..supervisor(Side::Education, number, &[&school], vec![window(day, start, end)])
            }
        })
        .collect()
}

/// Who takes the elective can be in a group of either kind.
fn environment(id: &str, name: &str, programmes: &[Programme]) -> LearningEnvironment {
    let (day, start, end) = ELECTIVE;
    LearningEnvironment {
        id: id.into(),
        name: name.into(),
        admission: Some(Admission {
            programme_ids: programmes.iter().map(|one| one.id.clone()).collect(),
            ..Default::default()
        }),
        team_size: Some(range(6, 9)),
        meeting_form: Some(MeetingForm {
            max_meetings: MEETINGS,
            first_date: FIRST_MEETING.into(),
            ..form(150, 1, vec![window(day, start, end)])
        }),
        supervision: vec![exactly(1, Side::Education)],
        rules: vec![about("fair-share", &["profession", "institution"])],
        ..Default::default()
    }
}

/// At a school; who comes from too far joins on line.
fn at_school(programmes: &[Programme]) -> LearningEnvironment {
    let environment = environment("op-school", "Groepen op school", programmes);
    let form = environment.meeting_form.unwrap_or_default();
    LearningEnvironment {
        location_ids: SCHOOLS.map(slug).into(),
        team_count: Some(range(5, 6)),
        meeting_form: Some(MeetingForm { mode: MeetingMode::Mixed.into(), ..form }),
        ..environment
    }
}

fn on_line(programmes: &[Programme]) -> LearningEnvironment {
    let environment = environment("online", "Groepen op afstand", programmes);
    let form = environment.meeting_form.unwrap_or_default();
    LearningEnvironment {
        team_count: Some(range(2, 3)),
        meeting_form: Some(MeetingForm { mode: MeetingMode::Online.into(), ..form }),
        ..environment
    }
}
