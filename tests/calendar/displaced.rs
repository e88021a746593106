//! What gives way to meetings (docs/model.md section 4).

use chrono::NaiveDate;
use chrono::Weekday::Tue;
use leerteam::check::{Displaced, Owner, assess};
use leerteam::roster::Roster;
use leerteam::wire::v1::{CommitmentKind, Flexibility};

use crate::support::{Draft, Setting, lesson};

/// Two people of a class whose lesson can be moved; one of them has duty elsewhere as well, which may be left.
fn class() -> Setting {
    let mut moves = lesson(Tue, "09:00-11:00", "school");
    moves.id = "maths".into();
    moves.flexibility = Flexibility::Movable.into();
    let weeks = |setting: Setting| setting.period("2026-09-07", "2026-10-04");
    weeks(Setting::new())
        .location("school", "east")
        .programme("pabo", "school", 6, "teacher")
        .student("s1", "pabo")
        .cohort("p2a", "pabo", vec![moves])
        .student("s2", "pabo")
        .who(|student| student.cohort_id = "p2a".into())
        .there("2026-09-14", "2026-09-20")
        .duty(Tue, "11:00-12:00", "school")
        .participant("p3", "coach")
        .bound(CommitmentKind::Work, Tue, "10:00-12:00", "here")
        .gives_way(Flexibility::Leavable)
}

/// A commitment, for whom, and on which dates.
fn shown(roster: &Roster, of: &Displaced) -> (String, Vec<String>, Vec<String>) {
    let owner = match of.owner {
        Owner::Cohort(cohort) => roster.cohorts[cohort].id.clone(),
        Owner::Participant(participant) => roster.participants[participant].id.clone(),
    };
    let date = |&day: &u32| -> NaiveDate { roster.period.date(day) };
    (
        format!("{owner} {}", of.commitment(roster).id),
        of.participants.iter().map(|&who| roster.participants[who].id.clone()).collect(),
        of.days.iter().map(|day| date(day).to_string()).collect(),
    )
}

#[test]
fn the_lesson_of_a_class_gives_way_once_for_all_and_duty_elsewhere_too() {
    let roster = class().roster();
    let plan = Draft::new().team("t", &["s1", "s2", "p3"]).plan(&roster);
    let assessment = assess(&roster, &plan);
    let found: Vec<_> = assessment.displaced.iter().map(|of| shown(&roster, of)).collect();
    let dates = ["2026-09-08", "2026-09-15", "2026-09-22", "2026-09-29"].map(str::to_owned);
    let expected = [
        ("p2a maths".to_owned(), vec!["s1".to_owned(), "s2".to_owned()], dates.to_vec()),
        // Only in the week in which she is there; whoever is on duty at the place of the meeting leaves nothing.
        ("s2 1".to_owned(), vec!["s2".to_owned()], vec!["2026-09-15".to_owned()]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn nothing_gives_way_to_meetings_at_another_time() {
    let roster = class().roster();
    let plan = Draft::new().team("t", &["s1", "s2", "p3"]).at(Tue, "14:00").plan(&roster);
    assert_eq!(assess(&roster, &plan).displaced, []);
}
