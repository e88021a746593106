//! Rows that are totals or explanations, and rows that are there twice.

use super::super::work::Work;
use super::{Expected, Spoilt, check, found, lists};

/// A total below each list.
pub fn totals() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for page in lists() {
        for total in ["Totaal", "Subtotaal:", "Totaal 12", "TOTAAL"] {
            let (name, row) = (&page.name, page.rows.len() + 1);
            let work = Work::good().add(name, &format!("{total} | 12"));
            let line = format!("E1429 {name}!A{row} {total}");
            spoilt.push(found(format!("{total} on {name}"), work, line));
        }
    }
    spoilt
}

/// An explanation above and below each list.
pub fn sentences() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for page in lists() {
        let sentence = "Vragen over dit blad? Bel het stagebureau van de school";
        for row in [2, page.rows.len() + 1] {
            let name = &page.name;
            let work = Work::good().insert(name, row, sentence);
            let line = format!("E1429 {name}!A{row} {sentence}");
            spoilt.push(found(format!("a sentence in {name}!{row}"), work, line));
        }
    }
    spoilt
}

/// Each row once more below its list, with what is to be found; `{n}` stands for its new row.
const TWICE: [(&str, usize, &[&str]); 21] = [
    ("Organisaties", 2, &["E1102 Organisaties!A{n} college"]),
    ("Organisaties", 3, &["E1102 Organisaties!A{n} school"]),
    ("Locaties", 2, &["E1102 Locaties!A{n} noord"]),
    ("Locaties", 3, &["E1102 Locaties!A{n} zuid"]),
    ("Ruimtes", 2, &["E1102 Ruimtes!B{n} lokaal"]),
    ("Reistijden", 2, &["E1417 Reistijden!C{n} 15"]),
    ("Opleidingen", 2, &["E1102 Opleidingen!A{n} pabo"]),
    ("Opleidingen", 3, &["E1102 Opleidingen!A{n} oa"]),
    ("Klassen", 2, &["E1102 Klassen!A{n} pabo-2"]),
    ("Leeromgevingen", 2, &["E1102 Leeromgevingen!A{n} team"]),
    ("Deelnemers", 2, &["E1102 Deelnemers!A{n} s1"]),
    ("Deelnemers", 3, &["E1102 Deelnemers!A{n} s2"]),
    ("Deelnemers", 4, &["E1102 Deelnemers!A{n} s3"]),
    ("Verplichtingen", 2, &["E1102 Verplichtingen!J{n} lesdag"]),
    (
        "Verplichtingen",
        3,
        &["E1102 Verplichtingen!J{n} stage-1", "E1102 Verplichtingen!J{n} stage-2"],
    ),
    ("Verplichtingen", 4, &["W2101 Verplichtingen!D{n} 09:00-12:00"]),
    ("Leerteambegeleiders", 2, &["E1102 Leerteambegeleiders!A{n} b1"]),
    ("Beschikbaarheid", 2, &[]),
    ("Wensen", 2, &["W2211 Wensen!{n} s1, s2"]),
    ("Vastgezet", 2, &["E1417 Vastgezet!A{n} s3"]),
    ("Regels", 2, &["E1102 Regels!A{n} professions"]),
];

/// Each row of each list twice.
pub fn doubled() -> Vec<Spoilt> {
    let twice = |&(name, row, lines): &(&str, usize, &[&str])| {
        let mut new = 0;
        let work = Work::good().with(name, |page| {
            page.rows.push(page.rows[row - 1].clone());
            new = page.rows.len();
        });
        let line = |line: &&str| line.replace("{n}", &new.to_string());
        let what = format!("{name}!{row} twice");
        (what, work, Expected::Found(lines.iter().map(line).collect()))
    };
    TWICE.iter().map(twice).collect()
}

#[test]
fn totals_are_found() {
    check(&totals());
}

#[test]
fn sentences_are_found() {
    check(&sentences());
}

#[test]
fn what_is_there_twice_is_found() {
    let is_error = |spoilt: &&Spoilt| match &spoilt.2 {
        Expected::Good(lines) | Expected::Found(lines) => {
            lines.iter().any(|line| line.starts_with('E'))
        }
    };
    let spoilt = doubled();
    let errors: Vec<Spoilt> = spoilt.iter().filter(is_error).cloned().collect();
    check(&errors);
    for (what, work, expected) in spoilt.iter().filter(|spoilt| !is_error(spoilt)) {
        let Expected::Found(lines) = expected else { continue };
        assert_eq!(super::read(work).lines(), *lines, "{what}");
    }
}

#[test]
fn a_total_is_one_finding_whatever_else_stands_in_its_row() {
    let total = "Totaal | 3 | ja | 99 | morgen | 7 | x | y | z | q";
    let spoilt: Vec<Spoilt> = lists()
        .iter()
        .map(|page| {
            let (name, row) = (&page.name, page.rows.len() + 1);
            let line = format!("E1429 {name}!A{row} Totaal");
            let cells: Vec<&str> = total.split('|').take(page.rows[0].len()).collect();
            found(name.clone(), Work::good().add(name, &cells.join("|")), line)
        })
        .collect();
    check(&spoilt);
}
