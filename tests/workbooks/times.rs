//! Times of day and lengths of time as people and programs write them.

use leerteam::wire::v1;

use super::reading::{Case, check, check_readings, good};
use super::work::{Put, Work};

/// A part of a day as workbooks count.
fn part(hours: f64) -> f64 {
    hours / 24.0
}

pub fn cases() -> Vec<Case<'static>> {
    let from = |put: Put| Work::good().set("Verplichtingen!E3", put);
    let length = |put: Put| Work::good().set("Leerteambegeleiders!E2", put);
    vec![
        ("a text", from("8.30 uur".into()), &[]),
        ("a text of hours", from("8u30".into()), &[]),
        ("four digits", from("0830".into()), &[]),
        ("in English", from("8:30 am".into()), &[]),
        ("with seconds", from("08:30:00".into()), &[]),
        ("a part of a day without a format", from(Put::Number(part(8.5))), &[]),
        ("a time of a workbook", from(Put::Formatted(part(8.5), "h:mm")), &[]),
        ("a length of time of a workbook", from(Put::Formatted(part(8.5), "[h]:mm")), &[]),
        ("a time that is not exact", from(Put::Formatted(0.354_166_67, "hh:mm:ss")), &[]),
        ("half past as a decimal", from(Put::Number(8.3)), &["E1410 Verplichtingen!E3 8.3"]),
        ("a decimal as text", from("8,5 uur".into()), &["E1410 Verplichtingen!E3 8,5 uur"]),
        ("a number that is no hour", from(Put::Number(830.0)), &["E1105 Verplichtingen!E3 830"]),
        (
            "not a whole minute",
            from(Put::Formatted(0.354_236_1, "h:mm:ss")),
            &["E1105 Verplichtingen!E3 8:30:06"],
        ),
        (
            "a time on a date",
            from(Put::Formatted(1.0 + part(8.5), "h:mm")),
            &["E1105 Verplichtingen!E3 1900-01-01 08:30:00"],
        ),
        (
            "a date",
            from(Put::Formatted(46_000.0, "yyyy-mm-dd")),
            &["E1105 Verplichtingen!E3 2025-12-09"],
        ),
        ("yes", from(Put::Bool(true)), &["E1105 Verplichtingen!E3 true"]),
        ("words", from("na de pauze".into()), &["E1105 Verplichtingen!E3 na de pauze"]),
        ("two times", from("8:30-15:00".into()), &["E1105 Verplichtingen!E3 8:30-15:00"]),
        (
            "an end before the beginning",
            Work::good().set("Verplichtingen!F4", "8:00"),
            &["E1106 Verplichtingen!F4 8:00"],
        ),
        ("a length in hours", length("2 uur".into()), &[]),
        ("a length in minutes", length("120 minuten".into()), &[]),
        ("a length as a workbook has it", length(Put::Formatted(part(2.0), "[h]:mm")), &[]),
        ("a number", length(Put::Number(120.0)), &[]),
        ("hours or minutes", length(Put::Number(2.0)), &["E1410 Leerteambegeleiders!E2 2"]),
        ("half hours", length(Put::Number(1.5)), &["E1411 Leerteambegeleiders!E2 1.5"]),
        ("no length", length("ruim".into()), &["E1411 Leerteambegeleiders!E2 ruim"]),
        (
            "more than a day",
            length(Put::Formatted(part(30.0), "[h]:mm")),
            &["E1411 Leerteambegeleiders!E2 30:00:00"],
        ),
        ("too much", length("200 uur".into()), &["E1107 Leerteambegeleiders!E2 12000"]),
        (
            "a number that a program took for a date",
            Work::good().set("Opleidingen!D2", Put::Formatted(46_240.0, "d-mmm")),
            &["E1411 Opleidingen!D2 2026-08-06"],
        ),
        (
            "a number with a fraction",
            Work::good().set("Opleidingen!D2", 6.5),
            &["E1411 Opleidingen!D2 6.5"],
        ),
        ("a number as text", Work::good().set("Opleidingen!D2", 6.0), &[]),
        (
            "a number out of its range",
            Work::good().set("Opleidingen!D2", 9.0),
            &["E1107 Opleidingen!D2 9"],
        ),
    ]
}

#[test]
fn times_are_read_or_reported() {
    check(&cases());
}

#[test]
fn midnight_is_the_end_of_a_day() {
    let until = |put: Put| Work::good().set("Verplichtingen!F4", put);
    let night = |roster: &mut v1::Roster| {
        let window = roster.participants[1].commitments[0].window.get_or_insert_default();
        window.end_time = "24:00".into();
    };
    check_readings(&[
        ("a text", until("24:00".into()), &[], night),
        ("a length of a workbook", until(Put::Formatted(1.0, "[h]:mm")), &[], night),
        ("a number", until(Put::Number(24.0)), &[], night),
    ]);
}

#[test]
fn a_few_minutes_can_be_stated() {
    let work = Work::good().set("Leerteambegeleiders!E2", "5 min");
    check_readings(&[("five minutes", work, &[], |roster| {
        roster.supervisors[0].minutes_per_week = Some(5);
    })]);
    assert_eq!(good().supervisors[0].minutes_per_week, Some(120));
}
