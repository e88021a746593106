//! Which commitments hold on a day, which meetings count, and the mean over them.

use chrono::Weekday::Tue;
use leerteam::calendar::State::{self, Absent, ExtraTrip, OnSite};
use leerteam::wire::v1::{Organisation, WeekPattern};

use crate::support::{Draft, Setting, lesson};
use crate::{attendance, on_tuesday, somebody};

/// The Tuesday of week 0.
const DAY: &str = "2026-09-08";

fn state(setting: Setting) -> State {
    on_tuesday(setting).0
}

/// States at all four meetings.
fn states(setting: &Setting) -> Vec<Option<State>> {
    let attendance = attendance(setting, &Draft::new().team("t", &["p"]));
    attendance.meetings.iter().map(|presence| presence.map(|at| at.state)).collect()
}

/// A student of `school` with a fixed lesson during the meeting, at `here`, which is nobody's.
fn student() -> Setting {
    Setting::new()
        .programme("pabo", "school", 6, "teacher")
        .student("p", "pabo")
        .lesson(Tue, "10:00-12:00", "here")
        .which(|lesson| lesson.id = "maths".into())
}

#[test]
fn absence_counts_where_it_overlaps() {
    let duty = || somebody().duty(Tue, "09:00-16:00", "here");
    assert_eq!(state(duty().absent(DAY, "")), Absent);
    assert_eq!(state(duty().absent(DAY, "11:59-24:00")), Absent);
    assert_eq!(state(duty().absent(DAY, "00:00-10:00")), OnSite);
    assert_eq!(state(duty().absent(DAY, "12:00-13:00")), OnSite);
    assert_eq!(state(duty().absent("2026-09-09", "")), OnSite);
    let mixed = somebody().absent(DAY, "").form(|form| form.mode = 3);
    assert_eq!(state(mixed), Absent, "on line too");
}

#[test]
fn freed_commitments_do_not_hold() {
    assert_eq!(state(student()), Absent);
    assert_eq!(state(student().free(DAY, &[])), ExtraTrip);
    assert_eq!(state(student().free(DAY, &["maths"])), ExtraTrip);
    assert_eq!(state(student().free(DAY, &["music"])), Absent);
    assert_eq!(state(student().free("2026-09-15", &[])), Absent);
    let bound = student().free(DAY, &["maths"]).absent(DAY, "");
    assert_eq!(state(bound), Absent, "free of lessons, and ill");
    // The class's commitments by their ids as well; without an id it is the place in the list.
    let class = |freed: &[&str]| {
        let lessons = vec![lesson(Tue, "10:00-12:00", "here")];
        somebody()
            .programme("pabo", "school", 6, "teacher")
            .cohort("k", "pabo", lessons)
            .free(DAY, freed)
    };
    assert_eq!(state(class(&["1"])), ExtraTrip);
    assert_eq!(state(class(&["2"])), Absent);
}

#[test]
fn a_closed_institution_has_no_lessons() {
    let closed = |organisation| student().closed_for(DAY, DAY, &[organisation], &[]);
    assert_eq!(state(closed("school")), ExtraTrip);
    assert_eq!(state(closed("college")), Absent);
    let duty = |setting: Setting| {
        setting.which(|duty| duty.kind = 2).gives_way(leerteam::wire::v1::Flexibility::Fixed)
    };
    assert_eq!(state(duty(closed("school"))), Absent, "duty goes on");
    // Of who follows no programme it is the own organisation.
    let own = somebody().who(|p| p.organisation_id = "care".into());
    let own = own.lesson(Tue, "10:00-12:00", "").closed_for(DAY, DAY, &["care"], &[]);
    assert_eq!(state(own), ExtraTrip);
}

#[test]
fn at_a_closed_location_nothing_holds() {
    let there = || somebody().lesson(Tue, "10:00-12:00", "there");
    assert_eq!(state(there().closed_for(DAY, DAY, &[], &["there"])), ExtraTrip);
    let owned = there()
        .with(|roster| roster.organisations.push(owner()))
        .at_location("there", |location| location.organisation_id = "owner".into());
    assert_eq!(state(owned.clone()), Absent);
    assert_eq!(state(owned.closed_for(DAY, DAY, &["owner"], &[])), ExtraTrip);
    // Where everything is closed there is no meeting; the others are as they were.
    let all = there().closed(DAY, DAY);
    assert_eq!(states(&all), [Some(Absent); 3]);
}

fn owner() -> Organisation {
    Organisation { id: "owner".into(), side: 2, ..Organisation::default() }
}

#[test]
fn a_commitment_holds_in_its_weeks_and_dates() {
    let (come, away) = (Some(ExtraTrip), Some(Absent));
    let weeks = |every, offset| {
        student().which(|lesson| {
            lesson.window.get_or_insert_default().weeks = Some(WeekPattern { every, offset });
        })
    };
    assert_eq!(states(&weeks(2, 0)), [away, come, away, come]);
    assert_eq!(states(&weeks(2, 1)), [come, away, come, away]);
    assert_eq!(states(&weeks(3, 2)), [come, come, away, come]);
    let dates = student().which(|lesson| {
        let window = lesson.window.get_or_insert_default();
        (window.valid_from, window.valid_to) = ("2026-09-15".into(), "2026-09-22".into());
    });
    assert_eq!(states(&dates), [come, away, away, come]);
}

#[test]
fn only_meetings_within_an_internship_period_count() {
    let here = || somebody().duty(Tue, "09:00-16:00", "here").absent("2026-09-15", "");
    let (on_site, absent) = (Some(OnSite), Some(Absent));
    assert_eq!(states(&here()), [on_site, absent, on_site, on_site]);
    let two = here().there("2026-09-01", "2026-09-15").there("2026-09-29", "2026-12-31");
    assert_eq!(states(&two), [on_site, absent, None, on_site]);
    let attendance = attendance(&two, &Draft::new().team("t", &["p"]));
    assert_eq!((attendance.counted, attendance.comes, attendance.points), (3, 2, 333));
}

#[test]
fn without_counted_meetings_it_is_absence() {
    let draft = Draft::new().team("t", &["p"]);
    // Between two meetings, and wholly outside the period.
    for (first, last) in [("2026-09-09", "2026-09-14"), ("2025-01-01", "2025-06-30")] {
        let none = somebody().duty(Tue, "09:00-16:00", "here").there(first, last);
        let attendance = attendance(&none, &draft);
        assert_eq!((attendance.counted, attendance.comes, attendance.points), (0, 0, 1000));
    }
}

#[test]
fn the_mean_is_rounded_halves_up() {
    let mean = |points: i32, absences: &[&str]| {
        let setting = absences.iter().fold(
            somebody().duty(Tue, "09:00-16:00", "here").parameter("attendance", "absent", points),
            |setting, date| setting.absent(date, ""),
        );
        attendance(&setting, &Draft::new().team("t", &["p"])).points
    };
    assert_eq!(mean(1, &[DAY]), 0, "a quarter");
    assert_eq!(mean(1, &[DAY, "2026-09-15"]), 1, "a half");
    assert_eq!(mean(1, &[DAY, "2026-09-15", "2026-09-22"]), 1, "three quarters");
    assert_eq!(mean(10, &[DAY]), 3, "two and a half");
}
