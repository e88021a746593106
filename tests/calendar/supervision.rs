//! When supervisors are there (docs/model.md section 5).

use chrono::Weekday::{Mon, Tue};
use leerteam::calendar::{Calendar, Series};
use leerteam::roster::{Side, Weeks};
use leerteam::wire::v1::WeekPattern;

use crate::somebody;
use crate::support::{Setting, span_of};

fn with(windows: &[(chrono::Weekday, &str)]) -> Setting {
    somebody().supervisor("s", Side::Education).available(windows)
}

/// Whether the supervisor is there from 10:00 to 12:00, on the Tuesday of each week.
fn there(setting: &Setting) -> [bool; 4] {
    let roster = setting.roster();
    let (span, weeks) = (span_of("10:00-12:00"), Weeks::between(0, 3));
    let there = Calendar::new(&roster).available(0.into(), &Series { weekday: Tue, span, weeks });
    [0, 1, 2, 3].map(|week| there.has(week))
}

#[test]
fn windows_cover_the_whole_meeting() {
    assert_eq!(there(&with(&[(Tue, "10:00-12:00")])), [true; 4]);
    assert_eq!(there(&with(&[(Tue, "10:01-12:00")])), [false; 4]);
    assert_eq!(there(&with(&[(Tue, "10:00-11:59")])), [false; 4]);
    assert_eq!(there(&with(&[(Mon, "00:00-24:00")])), [false; 4]);
    assert_eq!(there(&with(&[])), [false; 4]);
}

#[test]
fn windows_that_overlap_or_adjoin_join() {
    assert_eq!(there(&with(&[(Tue, "11:00-13:00"), (Tue, "09:00-11:00")])), [true; 4]);
    assert_eq!(there(&with(&[(Tue, "09:00-11:30"), (Tue, "10:30-12:00")])), [true; 4]);
    assert_eq!(there(&with(&[(Tue, "09:00-11:00"), (Tue, "11:01-13:00")])), [false; 4]);
    let long = [(Tue, "09:00-11:30"), (Tue, "09:30-10:00"), (Tue, "11:30-12:00")];
    assert_eq!(there(&with(&long)), [true; 4], "a short one within a long one");
    // The second half only in even weeks.
    let mut halves = with(&[(Tue, "09:00-11:00"), (Tue, "11:00-13:00")]);
    halves = halves.by(|supervisor| {
        supervisor.availability[1].weeks = Some(WeekPattern { every: 2, offset: 0 });
    });
    assert_eq!(there(&halves), [true, false, true, false]);
}

#[test]
fn windows_have_dates() {
    let dated = with(&[(Tue, "09:00-17:00")]).by(|supervisor| {
        supervisor.availability[0].valid_from = "2026-09-15".into();
        supervisor.availability[0].valid_to = "2026-09-28".into();
    });
    assert_eq!(there(&dated), [false, true, true, false]);
}

#[test]
fn absence_counts_where_it_overlaps() {
    let all = || with(&[(Tue, "09:00-17:00")]);
    assert_eq!(there(&all().away("2026-09-15", "")), [true, false, true, true]);
    assert_eq!(there(&all().away("2026-09-15", "11:59-13:00")), [true, false, true, true]);
    assert_eq!(there(&all().away("2026-09-15", "12:00-13:00")), [true; 4]);
    assert_eq!(there(&all().away("2026-09-15", "08:00-10:00")), [true; 4]);
    let weeks = all().away("2026-09-10", "").by(|supervisor| {
        supervisor.absences[0].last_date = "2026-09-22".into();
    });
    assert_eq!(there(&weeks), [true, false, false, true]);
}

#[test]
fn closed_when_all_organisations_are() {
    let of = |ids: &[&str]| {
        let ids = ids.iter().map(|id| (*id).to_owned()).collect();
        with(&[(Tue, "09:00-17:00")]).by(|supervisor| supervisor.organisation_ids = ids)
    };
    let closed = |setting: Setting, ids: &[&str]| {
        there(&setting.closed_for("2026-09-08", "2026-09-08", ids, &[]))
    };
    let (away, present) = ([false, true, true, true], [true; 4]);
    assert_eq!(closed(of(&["school"]), &["school"]), away);
    assert_eq!(closed(of(&["school"]), &["college"]), present);
    assert_eq!(closed(of(&["school", "care"]), &["school"]), present);
    assert_eq!(closed(of(&["school", "care"]), &["school", "care"]), away);
    assert_eq!(closed(of(&[]), &["school"]), present, "of none");
    assert_eq!(closed(of(&[]), &[]), away, "everything is closed");
    // Closed by two closures that share the day.
    let two = of(&["school", "care"])
        .closed_for("2026-09-14", "2026-09-15", &["school"], &[])
        .closed_for("2026-09-15", "2026-09-22", &["care"], &[]);
    assert_eq!(there(&two), [true, false, true, true]);
}

#[test]
fn only_meetings_are_counted() {
    let roster = with(&[(Tue, "09:00-17:00")]).away("2026-09-15", "").roster();
    let calendar = Calendar::new(&roster);
    let span = span_of("10:00-12:00");
    let times = |weekday, weeks: &[u32]| {
        let weeks = weeks.iter().copied().collect();
        calendar.available(0.into(), &Series { weekday, span, weeks }).count()
    };
    assert_eq!(times(Tue, &[0, 1, 2, 3]), 3);
    assert_eq!(times(Tue, &[1, 2]), 1);
    assert_eq!(times(Mon, &[0, 1]), 0);
}
