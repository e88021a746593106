//! Lists of participants.

use leerteam::import::Imported;

use super::{Grid, Spoilt, beside, cell, check, found, misspelt, other, same, warned};
use crate::support::PEOPLE;

const NAME: &str = "studenten";

fn read(text: &str) -> Imported {
    beside(&[], "studenten.csv", text)
}

fn good() -> Grid {
    Grid::of(PEOPLE)
}

/// Columns that name something, of which the third row repeats the second.
const NAMING: [usize; 4] = [2, 3, 4, 6];
const YEAR: usize = 5;
const DATES: [usize; 2] = [7, 8];

/// Cells that say the same in other words.
pub fn written_otherwise() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for row in 1..4 {
        for column in 0..9 {
            let text = good().at(row, column).to_owned();
            for (how, put) in [
                ("in quotes", format!("\"{text}\"")),
                ("with spaces", format!("\u{a0} {text}\u{200b} ")),
            ] {
                let what = format!("{} {how}", cell(row, column));
                spoilt.push(same(what, good().set(row, column, &put).csv()));
            }
        }
        let year = good().at(row, YEAR).to_owned();
        for put in [
            format!("{year}e jaar"),
            format!("jaar {year}"),
            format!("leerjaar {year}"),
            format!("year {year}"),
        ] {
            spoilt.push(same(put.clone(), good().set(row, YEAR, &put).csv()));
        }
        for column in DATES {
            let date: chrono::NaiveDate = good().at(row, column).parse().expect("a date");
            for put in [
                date.format("%-d-%-m-%Y").to_string(),
                date.format("%d.%m.%Y").to_string(),
                date.format("%Y/%m/%d").to_string(),
                date.format("%d-%m-%Y 00:00:00").to_string(),
                date.format("%Y-%m-%dT00:00:00.000Z").to_string(),
                date.format("%B %-d, %Y").to_string(),
            ] {
                let what = format!("{} as {put}", cell(row, column));
                spoilt.push(same(what, good().set(row, column, &put).csv()));
            }
        }
    }
    for column in NAMING {
        let text = good().at(2, column).to_owned();
        for put in [text.to_uppercase(), text.to_lowercase(), text.replace(' ', "  ")] {
            let what = format!("{} as {put}", cell(2, column));
            spoilt.push(same(what, good().set(2, column, &put).csv()));
        }
    }
    spoilt
}

/// Cells that cannot be read, each one finding.
pub fn unreadable() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    let mut put = |row: usize, column: usize, text: &str, code: &str| {
        let at = cell(row, column);
        let line = format!("{code} {NAME}!{at} {text}");
        spoilt.push(found(format!("{text} in {at}"), good().set(row, column, text).csv(), line));
    };
    for row in 1..4 {
        for column in 0..9 {
            put(row, column, "#N/B", "E1408");
        }
        for column in [0].into_iter().chain(NAMING) {
            put(row, column, "5,01E+08", "E1426");
        }
        for (text, code) in
            [("tweede", "E1507"), ("2026-2027", "E1507"), ("0", "E1507"), ("12", "E1507")]
        {
            put(row, YEAR, text, code);
        }
        for column in DATES {
            for (text, code) in [
                ("in september", "E1104"),
                ("31-02-2026", "E1104"),
                ("3/9/2026", "E1410"),
                ("31-8-26", "E1410"),
            ] {
                put(row, column, text, code);
            }
        }
    }
    spoilt
}

/// Rows that are no participant's, or are there twice.
pub fn rows() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for row in 1..=4 {
        for text in [
            "Totaal;3;;;;;;;",
            "Aantal studenten: 3;;;;;;;;",
            "Vragen? Bel het stagebureau;;;;;;;;",
        ] {
            let first = text.split(';').next().unwrap_or_default();
            let line = format!("W2802 {NAME}!{} {first}", cell(row, 0));
            spoilt.push(warned(
                format!("{first} before row {row}"),
                good().insert(row, text).csv(),
                line,
            ));
        }
        for text in [";;;;;;;;", "", "# tot hier;;;;;;;;"] {
            spoilt.push(same(format!("{text:?} before row {row}"), good().insert(row, text).csv()));
        }
    }
    for row in 1..4 {
        let twice = good().insert(4, &good().0[row].join(";")).csv();
        let line = format!("E1102 {NAME}!A5 {}", good().at(row, 0));
        spoilt.push(found(format!("row {row} twice"), twice, line));
        let nobody = good().set(row, 0, "").set(row, 1, "").csv();
        spoilt.push(found(
            format!("nobody in row {row}"),
            nobody,
            format!("E1101 {NAME}!A{}", row + 1),
        ));
        let shifted = good().insert(row, "").csv();
        spoilt.push(same(format!("an empty line before row {row}"), shifted));
    }
    spoilt
}

/// Columns that are misspelt, not there, there twice, or elsewhere.
pub fn columns() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for column in 0..9 {
        let heading = good().at(0, column).to_owned();
        let misspelt = misspelt(&heading);
        let line = format!("E1501 columns.participants.{misspelt}");
        spoilt.push(found(
            format!("{misspelt} for {heading}"),
            good().set(0, column, &misspelt).csv(),
            line,
        ));
        let mut twice = good();
        twice.0.iter_mut().for_each(|row| row.push(row[column].clone()));
        let twice = twice.set(0, 9, &heading.to_uppercase());
        let line = format!("E1501 columns.participants.{}", heading.to_uppercase());
        spoilt.push(found(format!("{heading} twice"), twice.csv(), line));
        let mut last = good();
        last.0.iter_mut().for_each(|row| {
            let own = row.remove(column);
            row.push(own);
        });
        spoilt.push(same(format!("{heading} as the last"), last.csv()));
    }
    // What is known and has no place on such a list is not lost without a word.
    for (heading, text) in [
        ("Organisatie", "Zorggroep"),
        ("Uren per week", "2 uur"),
        ("Vak", "Taal"),
        ("Locatie", "Oost"),
        ("Schoenmaat", "42"),
    ] {
        let mut own = good();
        own.0.iter_mut().for_each(|row| row.push(text.to_owned()));
        let line = format!("W2603 {NAME}!J1 {heading}");
        spoilt.push(warned(format!("with {heading}"), own.set(0, 9, heading).csv(), line));
    }
    // Who they are is asked where they could be supervisors as well.
    for (heading, text) in [("Onderwijs of praktijk", "praktijk"), ("Beschikbaarheid", "di middag")]
    {
        let mut own = good();
        own.0.iter_mut().for_each(|row| row.push(text.to_owned()));
        let own = own.set(0, 9, heading).csv();
        spoilt.push(found(format!("with {heading}"), own, format!("E1501 tables.{NAME}")));
    }
    spoilt.push(other("no years", good().without_column(YEAR).csv(), &[], |roster| {
        roster.participants.iter_mut().for_each(|of| of.study_year = 0);
        roster.cohorts.iter_mut().for_each(|of| of.study_year = 0);
    }));
    spoilt.push(other("no names", good().without_column(1).csv(), &[], |roster| {
        roster.participants.iter_mut().for_each(|of| of.name.clear());
    }));
    spoilt.push(other("no numbers", good().without_column(0).csv(), &[], |roster| {
        for (of, id) in roster.participants.iter_mut().zip(["ada-bos", "ben-dijk", "cas-eik"]) {
            of.id = id.into();
        }
    }));
    spoilt.push(other("no classes", good().without_column(4).csv(), &[], |roster| {
        roster.cohorts.clear();
        roster.participants.iter_mut().for_each(|of| of.cohort_id.clear());
    }));
    spoilt.push(other("no first dates", good().without_column(7).csv(), &[], |_| {}));
    spoilt.push(other("no last dates", good().without_column(8).csv(), &[], |_| {}));
    spoilt
}

#[test]
fn what_is_written_otherwise_is_read() {
    check(read, PEOPLE, &written_otherwise());
}

#[test]
fn what_cannot_be_read_is_one_finding_in_its_cell() {
    check(read, PEOPLE, &unreadable());
}

#[test]
fn rows_of_nobody_and_rows_that_are_there_twice_are_found() {
    check(read, PEOPLE, &rows());
}

#[test]
fn columns_are_known_asked_about_or_not_needed() {
    check(read, PEOPLE, &columns());
}
