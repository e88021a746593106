//! Dates as people and programs write them.

use chrono::NaiveDate;

use super::reading::{Case, check};
use super::work::{Put, Work};

/// The number that workbooks count a date as.
fn serial(date: &str) -> f64 {
    let date: NaiveDate = date.parse().expect("a date");
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a date");
    (date - zero).num_days() as f64
}

pub fn cases() -> Vec<Case<'static>> {
    let first = |put: Put| Work::good().set("Deelnemers!E2", put);
    let date = serial("2026-09-14");
    vec![
        ("in full", first("14 september 2026".into()), &[]),
        ("in full with its day", first("maandag 14 september 2026".into()), &[]),
        ("in short", first("14-9-2026".into()), &[]),
        ("in English", first("September 14, 2026".into()), &[]),
        ("with the beginning of the day", first("2026-09-14 00:00:00".into()), &[]),
        ("of a workbook", first(Put::Formatted(date, "dd-mm-yyyy")), &[]),
        ("of a workbook in words", first(Put::Formatted(date, "[$-413]d mmmm yyyy;@")), &[]),
        ("what a formula came to", first(Put::Formula("DATE(2026,9,14)", Some("2026-09-14"))), &[]),
        (
            "day and month the other way around",
            first("9/3/2026".into()),
            &["E1410 Deelnemers!E2 9/3/2026"],
        ),
        ("a year of two digits", first("14-9-26".into()), &["E1410 Deelnemers!E2 14-9-26"]),
        ("no such day", first("31-9-2026".into()), &["E1104 Deelnemers!E2 31-9-2026"]),
        (
            "another day of the week",
            first("di 14-9-2026".into()),
            &["E1104 Deelnemers!E2 di 14-9-2026"],
        ),
        ("the number of a date", first(Put::Number(date)), &["E1104 Deelnemers!E2 46279"]),
        (
            "a moment",
            first(Put::Formatted(date + 0.5, "d-m-yyyy h:mm")),
            &["E1104 Deelnemers!E2 2026-09-14 12:00:00"],
        ),
        ("a time", first(Put::Formatted(0.5, "h:mm")), &["E1104 Deelnemers!E2 12:00"]),
        ("words", first("na de vakantie".into()), &["E1104 Deelnemers!E2 na de vakantie"]),
        (
            "two dates",
            first("14-9-2026 t/m 11-12-2026".into()),
            &["E1104 Deelnemers!E2 14-9-2026 t/m 11-12-2026"],
        ),
        (
            "an end before the beginning",
            first("12 december 2026".into()),
            &["E1106 Deelnemers!F2 2026-12-11"],
        ),
        ("only an end", Work::good().set("Deelnemers!E2", ""), &["E1101 Deelnemers!E2"]),
        (
            "several periods that can be read in two ways",
            Work::good()
                .set("Deelnemers!H1", "Meer stageperiodes")
                .set("Deelnemers!H2", "1-9-2026 tot 1-10-2026"),
            &["E1410 Deelnemers!H2 1-9-2026 tot 1-10-2026"],
        ),
        (
            "no date to count weeks from",
            Work::good().set("Planperiode!C2", "de eerste maandag"),
            &["E1104 Planperiode!C2 de eerste maandag", "E1415 Verplichtingen!G3 even weken"],
        ),
        (
            "a workbook that counts from 1904",
            {
                let since_1904 = |date| Put::Formatted(serial(date) - 1462.0, "d-m-yyyy");
                let work = Work::good().since_1904().set("Deelnemers!E2", since_1904("2026-09-14"));
                let work = work.set("Planperiode!C2", since_1904("2026-09-07"));
                work.set("Verplichtingen!E3", Put::Formatted(8.5 / 24.0, "h:mm"))
            },
            &[],
        ),
    ]
}

#[test]
fn dates_are_read_or_reported() {
    check(&cases());
}

#[test]
fn more_periods_stand_behind_the_first() {
    let work = Work::good().set("Deelnemers!H1", "Meer stageperiodes");
    let work = work.set("Deelnemers!H2", "2026-12-14 t/m 2026-12-16; 17-12-2026 - 18-12-2026");
    let reading = super::reading::read(&work);
    assert_eq!(reading.lines(), [""; 0]);
    let periods = &reading.roster.participants[0].internship_periods;
    let dates = periods.iter().map(|p| (p.first_date.as_str(), p.last_date.as_str()));
    let expected =
        [("2026-09-14", "2026-12-11"), ("2026-12-14", "2026-12-16"), ("2026-12-17", "2026-12-18")];
    assert_eq!(dates.collect::<Vec<_>>(), expected);
}
