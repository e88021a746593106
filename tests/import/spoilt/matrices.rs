//! Week timetables in letters.

use leerteam::import::Imported;

use super::{Grid, Spoilt, beside, cell, check, found, misspelt, other, same, warned};
use crate::support::{MATRIX, PEOPLE};

const NAME: &str = "rooster";

fn read(text: &str) -> Imported {
    beside(&[("studenten.csv", PEOPLE)], "rooster.csv", text)
}

fn good() -> Grid {
    Grid::of(MATRIX)
}

const PEOPLE_ROWS: std::ops::Range<usize> = 3..6;
const PARTS: std::ops::Range<usize> = 2..6;

/// Cells of letters.
pub fn cells() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for row in PEOPLE_ROWS {
        for column in PARTS {
            let at = cell(row, column);
            let text = good().at(row, column).to_owned();
            for put in [text.to_lowercase(), format!(" {text}\u{a0}"), format!("\"{text}\"")] {
                spoilt.push(same(format!("{put:?} in {at}"), good().set(row, column, &put).csv()));
            }
            for (put, line) in [
                ("Q", "E1501 legend.Q".to_owned()),
                ("#N/B", format!("E1408 {NAME}!{at} #N/B")),
                ("eerst les, later stage", format!("E1508 {NAME}!{at} eerst les, later stage")),
            ] {
                spoilt.push(found(
                    format!("{put} in {at}"),
                    good().set(row, column, put).csv(),
                    line,
                ));
            }
        }
    }
    spoilt
}

/// Headings of days and of parts of them.
pub fn headings() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for (column, day, others) in [
        (2, "maandag", ["Ma", "maandag", "Monday", "ma."]),
        (4, "dinsdag", ["Di", "dinsdag", "Tuesday", "di."]),
    ] {
        for put in others {
            spoilt.push(same(format!("{put} for {day}"), good().set(1, column, put).csv()));
        }
        let wrong = misspelt(day);
        let line = format!("E1509 {NAME}!{} {wrong}", cell(1, column));
        spoilt.push(found(wrong.clone(), good().set(1, column, &wrong).csv(), line));
    }
    for column in PARTS {
        let at = cell(2, column);
        let part = good().at(2, column).to_owned();
        let hours = if part == "ochtend" { "8.30-12.30" } else { "13:00 - 17:00" };
        for put in [part.to_uppercase(), format!(" {part} "), hours.to_owned()] {
            spoilt.push(same(format!("{put} in {at}"), good().set(2, column, &put).csv()));
        }
        let wrong = misspelt(&part);
        let line = format!("E1509 {NAME}!{at} {wrong}");
        spoilt.push(found(format!("{wrong} in {at}"), good().set(2, column, &wrong).csv(), line));
    }
    for (column, part) in [(3, "ochtend"), (5, "ochtend")] {
        let line = format!("E1405 {NAME}!{} {part}", cell(2, column));
        spoilt.push(found(format!("{part} twice"), good().set(2, column, part).csv(), line));
    }
    spoilt
}

/// Rows of people.
pub fn rows() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for row in PEOPLE_ROWS {
        let (id, name) = (good().at(row, 0).to_owned(), good().at(row, 1).to_owned());
        let number = row + 1;
        spoilt.push(same(format!("{name} without a number"), good().set(row, 0, "").csv()));
        spoilt.push(same(format!("{id} without a name"), good().set(row, 1, "").csv()));
        spoilt.push(same(
            format!("{name} in capitals"),
            good().set(row, 1, &name.to_uppercase()).csv(),
        ));
        for (what, grid, line) in [
            ("nobody", good().set(row, 0, "").set(row, 1, ""), format!("E1101 {NAME}!A{number}")),
            (
                "a number of nobody",
                good().set(row, 0, "9999"),
                format!("E1510 {NAME}!A{number} 9999"),
            ),
            (
                "another name",
                good().set(row, 1, "Eva Gans"),
                format!("E1511 {NAME}!A{number} Eva Gans"),
            ),
            (
                "a number that became another",
                good().set(row, 0, "5,01E+08"),
                format!("E1426 {NAME}!A{number} 5,01E+08"),
            ),
            (
                "a name that is none",
                good().set(row, 1, "#N/B"),
                format!("E1408 {NAME}!B{number} #N/B"),
            ),
        ] {
            spoilt.push(found(format!("{what} in row {number}"), grid.csv(), line));
        }
        let twice = good().insert(6, &good().0[row].join(";"));
        let line = format!("E1417 {NAME}!A7 {id}");
        spoilt.push(found(format!("row {number} twice"), twice.csv(), line));
    }
    for row in 3..=6 {
        let total = good().insert(row, "Totaal;3;2;2;2;2").csv();
        spoilt.push(warned(
            format!("a total before row {row}"),
            total,
            format!("W2802 {NAME}!A{} Totaal", row + 1),
        ));
        for text in [";;;;;", "", "# vanaf oktober;;;;;"] {
            spoilt.push(same(format!("{text:?} before row {row}"), good().insert(row, text).csv()));
        }
    }
    for (heading, text) in [("Opleiding", "Pabo"), ("Opmerking", "later"), ("Schoenmaat", "42")] {
        let mut own = good();
        own.0.iter_mut().skip(1).for_each(|row| row.push(text.to_owned()));
        let own = own.set(1, 6, heading).set(2, 6, "").csv();
        spoilt.push(warned(heading, own, format!("W2603 {NAME}!G2 {heading}")));
    }
    spoilt.push(other(
        "nobody is bound",
        good().set(3, 2, "").set(3, 3, "").set(3, 4, "").set(3, 5, "").csv(),
        &[],
        |roster| {
            roster.participants[0].commitments.clear();
            // What only one of a class has is not of the class.
            let lessons = std::mem::take(&mut roster.cohorts[0].commitments);
            roster.participants[1].commitments.extend(lessons);
        },
    ));
    spoilt
}

#[test]
fn letters_are_read_asked_about_or_found() {
    check(read, MATRIX, &cells());
}

#[test]
fn headings_that_are_no_days_or_parts_are_found() {
    check(read, MATRIX, &headings());
}

#[test]
fn rows_are_of_whoever_is_known() {
    check(read, MATRIX, &rows());
}
