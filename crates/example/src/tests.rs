//! What every example, and each in particular, must hold to.

mod attendance;
mod diverse;
mod fixtures;
mod regions;
mod settings;

use std::collections::{BTreeMap, BTreeSet};

use super::{NAMES, Options, generate};
use leerteam_model::roster::{Code, Finding};
use leerteam_wire::read_roster;
use leerteam_wire::v1::{Commitment, Participant, Roster, Side};

const TEAMS: &str = include_str!("../../../fixtures/zwolle/teams.csv");

fn example(name: &str, seed: u64, students: Option<usize>) -> Roster {
    generate(name, &Options { students, seed, ..Options::default() })
        .expect("the name is in the list")
}

fn zwolle() -> Roster {
    example("zwolle", 1, None)
}

fn json(roster: &Roster) -> String {
    serde_json::to_string_pretty(roster).expect("a roster has a JSON form") + "\n"
}

#[test]
fn an_unknown_name_lists_the_known_ones() {
    let error = generate("nowhere", &Options::default()).unwrap_err();
    let known = NAMES.join(", ");
    assert_eq!(
        error.to_string(),
        format!("there is no example `nowhere`; the examples are: {known}")
    );
}

#[test]
fn the_seed_decides_everything() {
    for name in NAMES {
        let first = json(&example(name, 1, None));
        assert_eq!(first, json(&example(name, 1, None)), "{name}");
        assert_ne!(first, json(&example(name, 2, None)), "{name}");
    }
}

#[test]
fn zwolle_has_the_known_numbers() {
    let roster = zwolle();
    assert_eq!(roster.participants.len(), 111);
    assert_eq!(roster.environments.len(), 18);
    let of_side = |side: Side| {
        let has = |sides: &[i32]| sides == [i32::from(side)];
        roster.supervisors.iter().filter(|s| has(&s.sides)).count()
    };
    assert_eq!((of_side(Side::Education), of_side(Side::Practice)), (15, 21));
}

/// Participants that each environment admits by internship location, in the roster's order.
fn admitted(roster: &Roster) -> Vec<Vec<&Participant>> {
    roster
        .environments
        .iter()
        .map(|environment| {
            let admission = environment.admission.as_ref().expect("it admits somebody");
            roster
                .participants
                .iter()
                .filter(|participant| {
                    participant.commitments.iter().any(|commitment| {
                        admission.internship_location_ids.contains(&commitment.location_id)
                    })
                })
                .collect()
        })
        .collect()
}

#[test]
fn zwolle_admits_the_rows_of_the_table() {
    let roster = zwolle();
    let institutions: BTreeMap<_, _> = roster
        .organisations
        .iter()
        .map(|organisation| (organisation.id.as_str(), organisation.name.as_str()))
        .collect();
    let programmes: BTreeMap<_, _> =
        roster.programmes.iter().map(|programme| (programme.id.as_str(), programme)).collect();
    let cohorts: BTreeMap<_, _> =
        roster.cohorts.iter().map(|cohort| (cohort.id.as_str(), cohort)).collect();
    for (at, members) in admitted(&roster).into_iter().enumerate() {
        let mut members = members.into_iter();
        let team = (at + 1).to_string();
        for line in TEAMS.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            if fields[0] != team {
                continue;
            }
            for _ in 0..fields[4].parse().expect("a number") {
                let member = members.next().expect("as many as the table has");
                let programme = programmes[member.programme_id.as_str()];
                let cohort = cohorts[member.cohort_id.as_str()];
                let name = match programme.name.as_str() {
                    "Sociaal Werk" => "Social Work",
                    "Niet opgegeven" => "(not stated)",
                    name => name,
                };
                assert_eq!(name, fields[7], "{line}");
                assert_eq!(cohort.programme_id, programme.id, "{line}");
                if !fields[8].is_empty() {
                    let institution = institutions[programme.institution_id.as_str()];
                    assert_eq!(institution, fields[8], "{line}");
                }
                if !fields[5].is_empty() {
                    assert_eq!(cohort.study_year.to_string(), fields[5], "{line}");
                }
            }
        }
        assert_eq!(members.count(), 0, "team {team} has nobody else");
    }
}

#[test]
fn three_teams_have_one_profession_only() {
    let roster = zwolle();
    let professions: BTreeMap<_, _> = roster
        .programmes
        .iter()
        .map(|programme| (programme.id.as_str(), programme.profession.as_str()))
        .collect();
    let single: Vec<usize> = admitted(&roster)
        .iter()
        .enumerate()
        .filter(|(_, members)| {
            let own: BTreeSet<_> =
                members.iter().map(|member| professions[member.programme_id.as_str()]).collect();
            own.len() == 1
        })
        .map(|(at, _)| at + 1)
        .collect();
    assert_eq!(single, [10, 11, 18]);
}

/// Nobody has two commitments at one time, nothing is pointless, and every id exists.
#[test]
fn are_accepted_without_findings() {
    for name in NAMES {
        for seed in 1..=5 {
            let (roster, findings) = read_roster(&example(name, seed, None));
            assert!(roster.is_some(), "{name}, seed {seed}");
            // Two classes of the event have no lessons on its only day.
            let is_known =
                |finding: &&Finding| *name == "event" && finding.code == Code::ClassWithoutLessons;
            let others: Vec<&Finding> = findings.iter().filter(|f| !is_known(f)).collect();
            assert!(others.is_empty(), "{name}, seed {seed}: {others:?}");
        }
    }
}

/// Those of the participant and of the cohort.
fn commitments<'a>(roster: &'a Roster, participant: &'a Participant) -> Vec<&'a Commitment> {
    let cohort = roster
        .cohorts
        .iter()
        .find(|cohort| cohort.id == participant.cohort_id)
        .expect("everyone is in a class");
    let own = participant.commitments.iter();
    own.chain(&cohort.commitments).collect()
}

#[test]
fn a_pool_has_room_for_everyone() {
    for students in [8, 9, 17, 50, 1000, 100_000] {
        let roster = example("pool", 1, Some(students));
        assert_eq!(roster.participants.len(), students);
        let environment = &roster.environments[0];
        let teams = environment.team_count.as_ref().expect("a number of teams");
        let size = environment.team_size.as_ref().expect("a size");
        assert!(1 <= teams.min && teams.min <= teams.max, "{students}");
        assert!((teams.min * size.min) as usize <= students, "{students}");
        assert!((teams.max * size.max) as usize >= students, "{students}");
        let seventh = students.div_ceil(7) as i32;
        assert!(teams.min <= seventh && seventh <= teams.max + 1, "{students}");
    }
}
