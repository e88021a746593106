//! What a plan asks of each organisation: `organisations/*/plan.xlsx` and `organisations/*/calendars/*.ics`, read by
//! calamine and as text.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, Utc, Weekday::Tue};
use leerteam::check::Report;
use leerteam::formats::{File, calendars, organisation_files};
use leerteam::messages::{Language, Messages};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::{Roster, Side, WishKind};
use leerteam::wire::{read_roster, v1};
use support::{Draft, Setting};

/// By sheet, the texts of its rows.
type Book = BTreeMap<String, Vec<Vec<String>>>;

fn files(roster: &Roster, report: &Report) -> Vec<File> {
    let messages = Messages::of(Language::En);
    let written: DateTime<Utc> = "2026-06-01T12:00:00Z".parse().expect("a moment");
    let calendars = calendars(roster, report, &messages, written);
    organisation_files(roster, report, &messages, &calendars).expect("a plan that a workbook holds")
}

fn book(files: &[File], organisation: &str) -> Book {
    let path = format!("organisations/{organisation}/plan.xlsx");
    let file = files.iter().find(|file| file.path == path);
    let content = file.unwrap_or_else(|| panic!("no {path}")).content.clone();
    let mut book = Xlsx::new(Cursor::new(content)).expect("a workbook");
    let text = |cell: &Data| cell.to_string();
    let sheets = book.worksheets().into_iter();
    sheets
        .map(|(name, range)| {
            (name, range.rows().map(|row| row.iter().map(text).collect()).collect())
        })
        .collect()
}

/// The cells under a heading.
fn column<'b>(book: &'b Book, sheet: &str, heading: &str) -> Vec<&'b str> {
    let rows = &book[sheet];
    let at = rows[0].iter().position(|of| of == heading).unwrap_or_else(|| panic!("no {heading}"));
    rows[1..].iter().map(|row| row[at].as_str()).collect()
}

/// The value beside a label of the first sheet.
fn value<'b>(book: &'b Book, label: &str) -> &'b str {
    let row = book["Overview"].iter().find(|row| row[0] == label);
    &row.unwrap_or_else(|| panic!("no {label}"))[1]
}

/// For each organisation its participants: of its programmes, and on duty at its locations.
fn own_people(roster: &v1::Roster) -> BTreeMap<String, BTreeSet<String>> {
    let institutions = roster.programmes.iter().map(|p| (p.id.as_str(), p.institution_id.as_str()));
    let institutions: BTreeMap<&str, &str> = institutions.collect();
    let places = roster.locations.iter().map(|l| (l.id.as_str(), l.organisation_id.as_str()));
    let places: BTreeMap<&str, &str> = places.collect();
    let mut own: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for participant in &roster.participants {
        let institution = institutions.get(participant.programme_id.as_str()).copied();
        let mut of = vec![institution.unwrap_or(&participant.organisation_id)];
        let cohort = roster.cohorts.iter().find(|cohort| cohort.id == participant.cohort_id);
        let shared = cohort.iter().flat_map(|cohort| &cohort.commitments);
        for commitment in participant.commitments.iter().chain(shared) {
            if [v1::CommitmentKind::Internship, v1::CommitmentKind::Work]
                .contains(&commitment.kind())
            {
                of.extend(places.get(commitment.location_id.as_str()));
            }
        }
        for of in of.into_iter().filter(|of| !of.is_empty()) {
            own.entry(of.to_owned()).or_default().insert(participant.id.clone());
        }
    }
    own
}

#[test]
fn no_organisation_reads_names_of_the_people_of_others() {
    let wire = include_str!("../fixtures/zwolle/roster.json");
    let wire: v1::Roster = serde_json::from_str(wire).expect("a roster");
    let roster = read_roster(&wire).0.expect("a roster without errors");
    let planned = plan(&roster, &Options::default(), &Cancel::default(), &mut |_| {});
    let files = files(&roster, &planned.expect("solver and checker agree").into_report());
    let own = own_people(&wire);
    assert!(own.len() > 10, "{own:?}");
    for (organisation, own) in &own {
        let book = book(&files, organisation);
        let shown: BTreeSet<String> =
            column(&book, "Participants", "Id").into_iter().map(str::to_owned).collect();
        assert_eq!(&shown, own, "{organisation}");
        assert_eq!(value(&book, "Participants"), own.len().to_string());
        let is_own = |of: &[String]| of.contains(organisation);
        let (ours, others): (Vec<_>, Vec<_>) =
            wire.supervisors.iter().partition(|supervisor| is_own(&supervisor.organisation_ids));
        assert_eq!(column(&book, "Supervisors", "Id").len(), ours.len(), "{organisation}");
        let people = wire.participants.iter().map(|of| (&of.id, &of.name));
        let (mine, not_mine): (Vec<_>, Vec<_>) = people.partition(|(id, _)| own.contains(*id));
        let known: BTreeSet<&String> =
            mine.iter().map(|(_, name)| *name).chain(ours.iter().map(|of| &of.name)).collect();
        let hidden = not_mine.into_iter().chain(others.iter().map(|of| (&of.id, &of.name)));
        let cells: Vec<&String> = book.values().flatten().flatten().collect();
        for (id, name) in hidden.filter(|(_, name)| !known.contains(name)) {
            assert!(
                cells.iter().all(|cell| !cell.contains(name) && cell != &id),
                "{organisation}: {name}"
            );
        }
    }
}

#[test]
fn an_organisation_reads_what_it_is_asked_for() {
    let setting = Setting::new()
        .at_location("here", |location| location.organisation_id = "care".into())
        .participant("bob", "nurse")
        .lesson(Tue, "10:00-12:00", "there")
        .gives_way(v1::Flexibility::Movable)
        .duty(Tue, "13:00-17:00", "here")
        .who(|participant| participant.organisation_id = "school".into())
        .participant("cas", "teacher")
        .who(|participant| {
            participant.organisation_id = "college".into();
            participant.name = "Cas Jansen".into();
        })
        .supervisor("s1", Side::Practice)
        .by(|supervisor| {
            supervisor.organisation_ids = vec!["care".into()];
            supervisor.name = "Sam de Boer".into();
        })
        .wish(WishKind::Together, "bob", "cas", true);
    let draft = Draft::new()
        .team("one", &["bob"])
        .at(Tue, "10:00")
        .by("s1", Side::Practice)
        .team("two", &["cas"])
        .at(Tue, "13:00");
    let roster = setting.roster();
    let report = Report::new(&roster, draft.plan(&roster), None).expect("a small score");
    let files = files(&roster, &report);

    let school = book(&files, "school");
    assert_eq!(column(&school, "Teams", "Team"), ["one"]);
    assert_eq!(column(&school, "Teams", "Supervisors"), ["somebody of care (practice)"]);
    assert_eq!(column(&school, "Lessons and duty that give way", "For whom"), ["bob"]);
    assert_eq!(value(&school, "Lessons and duty that give way"), "1");
    let causes = column(&school, "Broken requirements", "Cause").join("\n");
    assert!(causes.contains("somebody of college") && !causes.contains("Cas"), "{causes}");
    assert_eq!(value(&school, "Hours of meetings, all supervisors together"), "0");

    // Four weeks of one meeting of two hours in each team, with its supervisor in the first.
    let care = book(&files, "care");
    assert_eq!(column(&care, "Teams", "Team"), ["one", "two"]);
    assert_eq!(column(&care, "Supervisors", "Name"), ["Sam de Boer"]);
    assert_eq!(value(&care, "Hours of meetings, all supervisors together"), "8");
    assert_eq!(value(&care, "Meetings at own locations"), "8");
    // The student is there, but it is not for the practice organisation to move the lesson.
    assert_eq!(column(&care, "Participants", "Name"), ["bob"]);
    assert_eq!(value(&care, "Lessons and duty that give way"), "0");
    let calendar = files.iter().find(|file| file.path == "organisations/care/calendars/here.ics");
    let calendar = String::from_utf8(calendar.expect("a calendar").content.clone()).expect("text");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    assert!(!calendar.contains("Cas Jansen"), "{calendar}");
}
