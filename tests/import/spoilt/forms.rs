//! Answers of a form.

use leerteam::import::Imported;

use super::{Grid, Spoilt, cell, check, found, misspelt, of_supervisors, other, same, warned};
use crate::support::{FORM, PEOPLE};

const NAME: &str = "antwoorden";

fn read(text: &str) -> Imported {
    let hours = ["round.dayparts.afternoon=13:00-17:00", "round.dayparts.morning=9:00-12:00"];
    of_supervisors(&[("studenten.csv", PEOPLE)], "antwoorden.csv", text, &hours)
}

fn good() -> Grid {
    Grid::of(FORM)
}

/// Each cell of both answers.
pub fn cells() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for row in 1..3 {
        let put = |column: usize, text: &str| good().set(row, column, text).csv();
        let at = |column: usize| cell(row, column);
        for column in 0..7 {
            let text = good().at(row, column).to_owned();
            for text in [format!("\"{text}\""), format!("\u{a0}{text}\u{feff} ")] {
                spoilt.push(same(format!("{text:?} in {}", at(column)), put(column, &text)));
            }
            // What planning does not need is not read.
            if (1..6).contains(&column) {
                let line = format!("E1408 {NAME}!{} #WAARDE!", at(column));
                spoilt.push(found(
                    format!("no formula in {}", at(column)),
                    put(column, "#WAARDE!"),
                    line,
                ));
            }
        }
        spoilt.push(same("a time stamp that is none", put(0, "gisteren")));
        let days = good().at(row, 4).to_owned();
        for text in [
            days.to_uppercase(),
            days.to_lowercase(),
            days.replace("middag", " middag"),
            days.replace(", ", " , "),
            format!("\"{}\"", days.replace(", ", "; ")),
            days.replace("Dinsdag", "di ").replace("Donderdag", "do "),
            days.replace("middag", " 13:00-17:00"),
        ] {
            spoilt.push(same(text.clone(), put(4, &text)));
        }
        for (text, code) in [
            ("altijd", "E1509"),
            ("di, do middag", "E1410"),
            ("dinsdagmidag", "E1509"),
            ("di 17:00-13:00", "E1509"),
            ("middag", "E1509"),
            ("Dinsdagmiddag, overdag", "E1509"),
        ] {
            spoilt.push(found(text, put(4, text), format!("{code} {NAME}!{} {text}", at(4))));
        }
        for (text, code) in
            [("veel", "E1411"), ("2", "E1410"), ("2,345 uur", "E1411"), ("-60", "E1411")]
        {
            spoilt.push(found(text, put(5, text), format!("{code} {NAME}!{} {text}", at(5))));
        }
        for text in ["beide", "onbekend", "zorg"] {
            spoilt.push(found(text, put(3, text), format!("E1409 {NAME}!{} {text}", at(3))));
        }
        let name = good().at(row, 1).to_owned();
        spoilt.push(found("no side", put(3, ""), format!("E1501 sides.\"{name}\"")));
        spoilt.push(found("no name", put(1, ""), format!("E1101 {NAME}!{}", at(1))));
        spoilt.push(warned(
            "a remark",
            put(6, "pas vanaf oktober"),
            format!("W2804 {NAME}!{} pas vanaf oktober", at(6)),
        ));
    }
    spoilt
}

/// Rows and headings.
pub fn rows_and_columns() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for row in 1..=3 {
        for text in [";;;;;;", "", "# testantwoord;;;;;;"] {
            spoilt.push(same(format!("{text:?} before row {row}"), good().insert(row, text).csv()));
        }
        let total = good().insert(row, "Totaal;2;;;;;").csv();
        spoilt.push(warned(
            format!("a total before row {row}"),
            total,
            format!("W2802 {NAME}!A{} Totaal", row + 1),
        ));
    }
    for row in 1..3 {
        let twice = good().insert(3, &good().0[row].join(";")).csv();
        spoilt.push(found(format!("row {row} twice"), twice, "E1501 forms.twice"));
    }
    for column in 1..7 {
        let mut last = good();
        last.0.iter_mut().for_each(|row| {
            let own = row.remove(column);
            row.push(own);
        });
        spoilt.push(same(format!("column {column} as the last"), last.csv()));
    }
    let organisation = misspelt("Organisatie");
    let line = format!("E1501 columns.supervisors.{organisation}");
    spoilt.push(found(organisation.clone(), good().set(0, 2, &organisation).csv(), line));
    spoilt.push(other("no time", good().without_column(5).csv(), &[], |roster| {
        roster.supervisors.iter_mut().for_each(|of| of.minutes_per_week = None);
    }));
    spoilt.push(other("no organisation", good().without_column(2).csv(), &[], |roster| {
        roster.supervisors.iter_mut().for_each(|of| of.organisation_ids.clear());
    }));
    spoilt.push((
        "no sides".to_owned(),
        good().without_column(3).csv(),
        super::Expected::Found(vec![
            "E1501 sides.\"Karin Vos\"".into(),
            "E1501 sides.\"Joost Wit\"".into(),
        ]),
    ));
    spoilt
}

#[test]
fn cells_are_read_or_found() {
    check(read, FORM, &cells());
}

#[test]
fn rows_and_headings_are_read_asked_about_or_found() {
    check(read, FORM, &rows_and_columns());
}
