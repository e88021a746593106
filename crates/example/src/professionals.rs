//! Working professionals, with a few students: four teams, each with its own theme, and rosters of
//! shifts in place of school days.

mod people;

use super::Options;
use super::calendar::{MIDDLE_2024, windows};
use super::parts::{form, location, one_of_each_side, organisation, range};
use leerteam_wire::v1::{
    Admission, GivenTeam, LearningEnvironment, Location, MeetingForm, Organisation, Participant,
    Roster, Side, Theme, Travel,
};

/// Organisations with their location: id, name and neighbourhood.
const PRACTICES: [(&str, &str, &str); 5] = [
    ("basisschool", "Basisschool", "Centrum"),
    ("kinderopvang", "Kinderopvang", "Centrum"),
    ("buurthuis", "Buurthuis", "Zuid"),
    ("bibliotheek", "Bibliotheek", "Zuid"),
    ("jeugdgezondheid", "Jeugdgezondheidszorg", "Noord"),
];
const INSTITUTION: (&str, &str) = ("hogeschool", "Hogeschool");
/// Where teams can meet.
const MEETING_PLACES: [&str; 2] = ["basisschool", "bibliotheek"];
/// Each theme has one team.
const THEMES: [(&str, &str); 4] =
    [("taal", "Taal"), ("armoede", "Armoede"), ("ouders", "Ouders"), ("talent", "Talent")];

/// The roster of the professionals.
pub fn roster(options: &Options) -> Roster {
    let seed = options.seed;
    let (organisations, locations) = places();
    let students = people::classes();
    let participants = people::participants(seed, &students.cohorts);
    Roster {
        id: "professionals".into(),
        title: "Leerteam 2.0: professionals rond vier thema's".into(),
        provenance: format!(
            "Known: that members are professionals, perhaps with students, in four teams with the \
             themes language, poverty, parents and talent, and that members prefer some. Synthetic, \
             generated from seed {seed}: all else."
        ),
        period: Some(MIDDLE_2024.period()),
        travel: Some(Travel {
            within_neighbourhood_minutes: Some(10),
            between_neighbourhoods_minutes: Some(20),
            ..Default::default()
        }),
        themes: THEMES.map(|(id, name)| Theme { id: id.into(), name: name.into() }).into(),
        environments: vec![teams(&participants)],
        supervisors: people::supervisors(),
        programmes: students.programmes,
        cohorts: students.cohorts,
        organisations,
        locations,
        participants,
        ..Default::default()
    }
}

fn places() -> (Vec<Organisation>, Vec<Location>) {
    let (id, name) = INSTITUTION;
    let mut organisations = vec![organisation(id, name, Side::Education)];
    let mut locations = vec![location(id, name, "Noord")];
    for (id, name, neighbourhood) in PRACTICES {
        organisations.push(organisation(id, name, Side::Practice));
        locations.push(location(id, name, neighbourhood));
    }
    (organisations, locations)
}

/// Afternoons after school hours and two evenings; who asked for the team on parents leads it.
fn teams(participants: &[Participant]) -> LearningEnvironment {
    let mut hours = windows(&[1, 2, 3], "15:30", "17:30");
    hours.extend(windows(&[1, 3], "19:00", "21:00"));
    let team = |(id, name): (&str, &str)| GivenTeam {
        id: format!("team-{id}"),
        name: format!("Leerteam {name}"),
        theme_id: id.into(),
        supervisor_ids: if id == "ouders" { vec!["praktijk-02".into()] } else { Vec::new() },
        ..Default::default()
    };
    LearningEnvironment {
        id: "professionals".into(),
        name: "Leerteams 2.0".into(),
        location_ids: MEETING_PLACES.map(String::from).into(),
        admission: Some(Admission {
            participant_ids: participants.iter().map(|one| one.id.clone()).collect(),
            ..Default::default()
        }),
        teams: THEMES.map(team).into(),
        team_size: Some(range(5, 7)),
        meeting_form: Some(MeetingForm { start_step_minutes: 60, ..form(90, 2, hours) }),
        supervision: one_of_each_side(),
        theme_ids: THEMES.map(|(id, _)| id.into()).into(),
        ..Default::default()
    }
}
