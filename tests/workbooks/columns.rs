//! Columns that are missing, misspelt, there twice, in another order, or somebody's own.

use super::reading::{Case, check, check_readings, read};
use super::work::{Put, Work, rows};

/// A sheet with its columns the other way around.
fn turned(sheet: &str) -> Work {
    Work::good().with(sheet, |page| {
        let width = page.rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut page.rows {
            row.resize(width, Put::from(""));
            row.reverse();
        }
    })
}

pub fn cases() -> Vec<Case<'static>> {
    let good = Work::good;
    vec![
        (
            "a required column under another name",
            good().set("Opleidingen!D1", "Trede"),
            &["E1404 Opleidingen Niveau", "W2603 Opleidingen!D1 Trede"],
        ),
        (
            "a required column misspelt",
            good().set("Opleidingen!D1", "Niveua"),
            &["E1406 Opleidingen!D1 Niveua"],
        ),
        (
            "another column misspelt",
            good().set("Deelnemers!C1", "Opleidign"),
            &["E1406 Deelnemers!C1 Opleidign"],
        ),
        (
            "several required columns left out",
            good()
                .without_column("Reistijden", "Minuten")
                .without_column("Reistijden", "Naar locatie"),
            &["E1404 Reistijden Naar locatie", "E1404 Reistijden Minuten"],
        ),
        (
            "no column for whose it is",
            good()
                .without_column("Verplichtingen", "Deelnemer")
                .without_column("Verplichtingen", "Klas"),
            &["E1404 Verplichtingen Deelnemer / Klas"],
        ),
        (
            "the only column for whose it is left out",
            good().without_column("Beschikbaarheid", "Leerteambegeleider"),
            &["E1404 Beschikbaarheid Leerteambegeleider"],
        ),
        (
            "a column twice, in two languages",
            good().set("Deelnemers!H1", "Name").set("Deelnemers!H2", "Anna"),
            &["E1405 Deelnemers!H1 Name"],
        ),
        (
            "a column of an attribute twice",
            good().set("Deelnemers!H1", "attribute: taal"),
            &["E1405 Deelnemers!H1 attribute: taal"],
        ),
        (
            "a column of an attribute in other capitals",
            good().set("Deelnemers!H1", "KENMERK: Taal ").set("Deelnemers!H2", "Duits"),
            &["E1405 Deelnemers!H1 KENMERK: Taal"],
        ),
        (
            "an e-mail address, which planning does not need",
            good().set("Deelnemers!H1", "E-mailadres").set("Deelnemers!H2", "anna@example.nl"),
            &[],
        ),
        (
            "an e-mail address on a sheet that is not about people",
            good().set("Locaties!F1", "E-mail").set("Locaties!F2", "noord@example.nl"),
            &["W2603 Locaties!F1 E-mail"],
        ),
        ("columns the other way around", turned("Deelnemers"), &[]),
        ("columns the other way around, with parts of stretches", turned("Verplichtingen"), &[]),
        (
            "a column of somebody's own",
            good().set("Deelnemers!H1", "Telefoon").set("Deelnemers!H3", "06 123"),
            &["W2603 Deelnemers!H1 Telefoon"],
        ),
        (
            "an empty column between",
            good().with("Deelnemers", |page| {
                page.rows.iter_mut().for_each(|row| row.insert(2, Put::from("")));
            }),
            &[],
        ),
        (
            "a column with something in it and no heading",
            good().set("Deelnemers!I3", "06 123").set("Deelnemers!I4", "06 456"),
            &["W2605 Deelnemers!I3 06 123"],
        ),
        (
            "a lost cell at the far end",
            good().set("Deelnemers!XFD1048576", "x"),
            &["W2605 Deelnemers!XFD1048576 x"],
        ),
        (
            "a title above the headings",
            good().insert("Deelnemers", 1, "Deelnemers najaar 2026").insert("Deelnemers", 2, ""),
            &[],
        ),
        (
            "a merged title above the headings",
            good().insert("Deelnemers", 1, "Deelnemers").merge("Deelnemers!A1:F1"),
            &[],
        ),
        (
            "headings in English",
            good().with("Deelnemers", |page| {
                page.rows[0] = rows(
                    "id | NAME | Program | Class | Internship start | Internship  until | \
                     Attribute: taal",
                )
                .remove(0);
            }),
            &[],
        ),
        (
            "headings as people write them",
            good().with("Deelnemers", |page| {
                page.rows[0] = rows(
                    "Studentnummer | naam (roepnaam) | Studie | klas | STAGE VAN | Stage t/m | \
                     kenmerk taal",
                )
                .remove(0);
            }),
            &[],
        ),
    ]
}

#[test]
fn columns_are_found_or_missed() {
    check(&cases());
}

#[test]
fn a_column_under_a_name_that_nobody_knows_is_not_read() {
    let renamed = Work::good().set("Deelnemers!B1", "Hoe iemand heet");
    let line: &[&str] = &["W2603 Deelnemers!B1 Hoe iemand heet"];
    check_readings(&[("names", renamed, line, |roster| {
        roster.participants.iter_mut().for_each(|participant| participant.name.clear());
    })]);
}

#[test]
fn columns_that_people_often_add_are_not_taken_for_misspelt_ones() {
    let own = [
        "Opmerking",
        "Opmerkingen",
        "Telefoon",
        "Mentor",
        "Docent",
        "SLB’er",
        "Geboortedatum",
        "Adres",
        "Postcode",
        "Woonplaats",
        "Voornaam",
        "Achternaam",
        "Tussenvoegsel",
        "Roepnaam",
        "Geslacht",
        "Leeftijd",
        "Stagebedrijf",
        "Stageschool",
        "Stagebegeleider",
        "Groep",
        "Contactpersoon",
        "Contact",
        "Nr",
        "Volgnummer",
        "Status",
        "Notes",
        "Comments",
        "Phone",
        "Address",
        "First name",
        "Last name",
        "Gender",
        "Date of birth",
        "Internship company",
    ];
    let width = Work::good().page("Deelnemers").rows[0].len();
    let mut work = Work::good();
    work.page("Deelnemers").rows[0].extend(own.iter().map(|&heading| Put::from(heading)));
    let lines = read(&work).lines();
    let unread = own.iter().filter(|heading| {
        lines.iter().any(|line| line.starts_with("W2603") && line.ends_with(*heading))
    });
    assert_eq!(unread.count(), own.len(), "{lines:#?}");
    assert_eq!(lines.len(), own.len(), "{lines:#?} behind column {width}");
}
