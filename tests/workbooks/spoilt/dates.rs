//! Dates and times of day as programs keep them and people write them, and shifts over midnight.

use chrono::NaiveDate;
use leerteam::wire::v1;

use super::super::reading::read;
use super::super::work::{Put, Work};
use super::cells::stands;
use super::{Spoilt, check, check_copies, same};

const TIMES: [&str; 10] = [
    "Verplichtingen!E2",
    "Verplichtingen!F2",
    "Verplichtingen!E3",
    "Verplichtingen!F3",
    "Verplichtingen!E4",
    "Verplichtingen!F4",
    "Beschikbaarheid!C2",
    "Beschikbaarheid!D2",
    "Afwezigheid!E4",
    "Afwezigheid!F4",
];

const DATES: [&str; 13] = [
    "Planperiode!C2",
    "Planperiode!D2",
    "Sluitingen!A2",
    "Sluitingen!B2",
    "Sluitingen!A3",
    "Sluitingen!B3",
    "Deelnemers!E2",
    "Deelnemers!F2",
    "Verplichtingen!H4",
    "Afwezigheid!C2",
    "Afwezigheid!D2",
    "Afwezigheid!C3",
    "Afwezigheid!C4",
];

/// A hair: what programs lose of a number when they add up.
const HAIR: f64 = 2e-10;

/// Times of day.
pub fn times() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for at in TIMES {
        let shown = stands(at);
        let (hour, minute) = shown.split_once(':').expect("a time");
        let (hour, minute): (u32, u32) =
            (hour.parse().expect("hours"), minute.parse().expect("minutes"));
        let part = f64::from(hour * 60 + minute) / 1440.0;
        for put in [
            Put::Iso(format!("{hour:02}:{minute:02}:00.000")),
            Put::Iso(format!("{hour:02}:{minute:02}")),
            Put::Iso(format!("PT{hour}H{minute}M0.000S")),
            Put::Iso(format!("1899-12-31T{hour:02}:{minute:02}:00.000")),
            Put::Number(part),
            Put::Formatted(part, "h:mm"),
            Put::Formatted(part + HAIR, "h:mm"),
            Put::Formatted(part - HAIR, "[hh]:mm"),
            Put::from(format!("{hour}.{minute:02} uur").as_str()),
            Put::from(format!("{hour:02}:{minute:02}:00").as_str()),
            Put::from(format!("{hour}u{minute:02}").as_str()),
        ] {
            spoilt.push(same(format!("{put:?} in {at}"), Work::good().set(at, put)));
        }
    }
    spoilt
}

/// Dates.
pub fn dates() -> Vec<Spoilt> {
    let origin = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a date");
    let mut spoilt = Vec::new();
    for at in DATES {
        let date: NaiveDate = stands(at).parse().expect("a date");
        let serial = (date - origin).num_days() as f64;
        for put in [
            Put::Formatted(serial, "d-m-yyyy"),
            Put::Formatted(serial + HAIR, "d-m-yyyy"),
            Put::Formatted(serial - HAIR, "d mmmm yyyy"),
            Put::Iso(format!("{date}")),
            Put::Iso(format!("{date}T00:00:00")),
            Put::Iso(format!("{date}T00:00:00.000")),
            Put::from(format!("{date} 00:00:00").as_str()),
            Put::from(format!("{date} 00:00:00.000").as_str()),
            Put::from(format!("{date}T00:00:00Z").as_str()),
            Put::from(format!("{date}T00:00:00.000Z").as_str()),
        ] {
            spoilt.push(same(format!("{put:?} in {at}"), Work::good().set(at, put)));
        }
    }
    spoilt
}

#[test]
fn times_are_read_however_they_are_kept() {
    check(&times());
}

#[test]
fn dates_are_read_however_they_are_kept() {
    check(&dates());
}

#[test]
fn and_so_they_are_in_the_marked_copy() {
    check_copies(
        &times().into_iter().take(11).chain(dates().into_iter().take(8)).collect::<Vec<_>>(),
    );
}

#[test]
fn a_workbook_of_1904_has_the_same_dates() {
    let origin = NaiveDate::from_ymd_opt(1904, 1, 1).expect("a date");
    let all = DATES.iter().fold(Work::good(), |work, at| {
        let date: NaiveDate = stands(at).parse().expect("a date");
        work.set(at, Put::Formatted((date - origin).num_days() as f64, "d-m-yyyy"))
    });
    check(&[same("1904", all.since_1904())]);
}

/// Day, start and end of each commitment of the second participant.
fn shifts(work: &Work) -> (Vec<String>, Vec<String>) {
    let reading = read(work);
    let windows =
        reading.roster.participants[1].commitments.iter().filter_map(|of| of.window.as_ref());
    let text = |window: &v1::Window| {
        format!("{} {}-{}", window.weekday, window.start_time, window.end_time)
    };
    let texts = windows.map(text).collect();
    (reading.lines(), texts)
}

#[test]
fn shifts_over_midnight_are_two_stretches_on_every_day() {
    for (day, name) in (1..).zip(["ma", "di", "wo", "do", "vr", "za", "zo"]) {
        let next = day % 7 + 1;
        for (start, end) in
            [("23:00", "7:00"), ("22:30", "6:45"), ("19:00", "0:30"), ("20:00", "8:00")]
        {
            let span = format!("{name} {start}-{end}");
            let apart = Work::good()
                .set("Verplichtingen!D4", name)
                .set("Verplichtingen!E4", start)
                .set("Verplichtingen!F4", end);
            let together = Work::good()
                .set("Verplichtingen!D4", span.as_str())
                .set("Verplichtingen!E4", "")
                .set("Verplichtingen!F4", "");
            let end = format!("{end:0>5}");
            let expected = [format!("{day} {start}-24:00"), format!("{next} 00:00-{end}")];
            for work in [apart, together] {
                assert_eq!(shifts(&work), (vec![], expected.to_vec()), "{span}");
            }
        }
        // Until midnight is no night.
        let until = Work::good().set("Verplichtingen!D4", name).set("Verplichtingen!F4", "24:00");
        assert_eq!(shifts(&until).1, [format!("{day} 09:00-24:00")]);
    }
}
