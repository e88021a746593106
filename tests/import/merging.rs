//! Files that are read into a roster that is there.

use leerteam::import::Imported;
use leerteam::wire::v1;

use crate::support::{FORM, PEOPLE, commitments, expect, file, run, run_into};

const AFTERNOON: &str = "round.dayparts.afternoon=13:00-17:00";

fn roster() -> v1::Roster {
    let imported =
        run(&[file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM)], &[AFTERNOON]);
    expect("good", &imported, &[]);
    imported.roster
}

/// List and what is new, changed and gone.
fn changes(imported: &Imported) -> Vec<String> {
    let text = |of: &leerteam::import::Changes| {
        let ids = |sign: &str, ids: &[String]| {
            ids.iter().map(|id| format!(" {sign}{id}")).collect::<String>()
        };
        format!("{}:{}{}{}", of.list, ids("+", &of.new), ids("~", &of.changed), ids("-", &of.gone))
    };
    imported.changes.iter().map(text).collect()
}

#[test]
fn the_same_files_change_nothing() {
    let before = roster();
    let again = run_into(
        &[file("studenten.csv", PEOPLE), file("antwoorden.csv", FORM)],
        &[AFTERNOON],
        &before,
    );
    expect("again", &again, &[]);
    assert_eq!(again.roster, before);
    assert!(again.changes.is_empty());
}

#[test]
fn what_is_new_changed_and_gone_is_reported_and_the_rest_stays() {
    let mut before = roster();
    before.participants[0].pins =
        Some(v1::ParticipantPins { environment_id: "leerteam".into(), ..Default::default() });
    let list = PEOPLE
        .replace("1001;Ada Bos", "1001;Ada de Bos")
        .replace("1002;Ben Dijk", "1004;Dirk Fok")
        .replace("Noord", "Oost");
    let imported = run_into(&[file("studenten.csv", list)], &[], &before);
    expect("changed", &imported, &[]);
    assert_eq!(
        changes(&imported),
        ["organisaties: +oost", "locaties: +oost", "deelnemers: +1004 ~1001 -1002"]
    );
    let people: Vec<&str> = imported.roster.participants.iter().map(|of| of.id.as_str()).collect();
    assert_eq!(
        people,
        ["1001", "1002", "1003", "1004"],
        "who is gone stays until somebody decides"
    );
    let ada = &imported.roster.participants[0];
    assert_eq!(ada.name, "Ada de Bos");
    assert!(ada.pins.is_some(), "what no file tells of stays");
    assert_eq!(imported.roster.supervisors, before.supervisors);
    assert_eq!(imported.roster.environments, before.environments);
}

#[test]
fn commitments_that_a_file_states_take_the_place_of_those_that_were_there() {
    let before = roster();
    let lessons = |rows: &str| file("lessen.csv", format!("Klas;Dag;Van;Tot\n{rows}"));
    let first = run_into(&[lessons("P2A;ma;9:00;12:00\nSW1;di;9:00;12:00\n")], &[], &before).roster;
    let second = run_into(&[lessons("P2A;wo;9:00;12:00\nP2A;do;9:00;12:00\n")], &[], &first);
    expect("second", &second, &[]);
    assert_eq!(changes(&second), ["klassen: ~p2a"]);
    let read: Vec<Vec<String>> =
        second.roster.cohorts.iter().map(|of| commitments(&of.commitments)).collect();
    assert_eq!(
        read,
        [vec!["lesson wo 09:00-12:00", "lesson do 09:00-12:00"], vec!["lesson di 09:00-12:00"]]
    );
}

#[test]
fn a_number_without_its_zeros_is_the_same_person_if_the_name_is() {
    let mut before = roster();
    before.participants[0].id = "0001001".into();
    let same = run_into(&[file("studenten.csv", PEOPLE)], &[], &before);
    expect("same", &same, &["W2803 studenten!A2 1001"]);
    assert_eq!(same.roster.participants.len(), 3);
    let other =
        run_into(&[file("studenten.csv", PEOPLE.replace("Ada Bos", "Eva Gans"))], &[], &before);
    assert_eq!(other.roster.participants.len(), 4);
    assert_eq!(changes(&other), ["deelnemers: +1001 -0001001"]);
}

#[test]
fn a_class_of_the_roster_takes_its_calendar() {
    let lesson = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260831T070000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nEND:VCALENDAR\n";
    let imported = run_into(&[file("p2a.ics", lesson)], &[], &roster());
    expect("a calendar", &imported, &[]);
    assert_eq!(changes(&imported), ["klassen: ~p2a"]);
    let class = &imported.roster.cohorts[0];
    assert_eq!(commitments(&class.commitments), ["lesson ma 09:00-10:00 2026-08-31..2026-09-14"]);
}
