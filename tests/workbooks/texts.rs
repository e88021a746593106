//! Texts that look like something else, formulas, and words to choose from.

use super::reading::{Case, check, check_readings, read};
use super::work::{Put, Work, rows};

pub fn cases() -> Vec<Case<'static>> {
    let good = Work::good;
    let name = |put: Put| Work::good().set("Deelnemers!B2", put);
    vec![
        (
            "a formula with what it came to",
            name(Put::Formula("\"Anna\"&\" de Vries\"", Some("Anna de Vries"))),
            &[],
        ),
        (
            "formulas with numbers",
            good().set("Opleidingen!D2", Put::Formula("2*3", Some("6"))),
            &[],
        ),
        (
            "a formula that came to nothing",
            good().set("Verplichtingen!H3", Put::Formula("IF(1=2,1,\"\")", Some(""))),
            &[],
        ),
        (
            "a formula that came to an error",
            name(Put::Formula("1/0", Some("#DIV/0!"))),
            &["E1408 Deelnemers!B2 #DIV/0!"],
        ),
        (
            "an error in place of an id",
            good().set("Verplichtingen!A4", Put::Formula("NA()", Some("#N/A"))),
            &["E1408 Verplichtingen!A4 #N/A"],
        ),
        ("an error as a text", name("#N/B".into()), &["E1408 Deelnemers!B2 #N/B"]),
        (
            "an error in the first column is no remark",
            good().set("Verplichtingen!A4", "#VERW!"),
            &["E1408 Verplichtingen!A4 #VERW!"],
        ),
        (
            "a column that was too narrow",
            good().set("Deelnemers!F2", "########"),
            &["E1408 Deelnemers!F2 ########"],
        ),
        (
            "a formula that nobody worked out",
            name(Put::Formula("A2&\"!\"", None)),
            &["E1423 Deelnemers!B2 =A2&\"!\""],
        ),
        (
            "another word",
            good().set("Organisaties!C2", "bedrijf"),
            &["E1409 Organisaties!C2 bedrijf"],
        ),
        ("another word for it", good().set("Organisaties!C2", "Onderwijsinstelling"), &[]),
        ("a word in English", good().set("Organisaties!C2", "EDUCATION"), &[]),
        ("several words", good().set("Leerteambegeleiders!C2", "onderwijs"), &[]),
        (
            "a word that is denied",
            good().set("Wensen!C2", "samen (niet)"),
            &["E1409 Wensen!C2 samen (niet)"],
        ),
        ("no, in a cell of yes and no", good().set("Wensen!D2", Put::Bool(false)), &[]),
        (
            "neither yes nor no",
            good().set("Wensen!D2", "misschien"),
            &["E1409 Wensen!D2 misschien"],
        ),
        ("numbers without names", good().set("Regels!D2", "2"), &["E1420 Regels!D2 2"]),
        (
            "a rule by its name",
            good().set("Regels!A2", "verschillende beroepen in een leerteam"),
            &[],
        ),
        (
            "a rule that is not one",
            good().set("Regels!A2", "gezelligheid"),
            &["E1109 Regels!A2 gezelligheid"],
        ),
        (
            "a number of a rule that it does not have",
            good().set("Regels!D2", "hoogstens = 2"),
            &["E1110 Regels!D2 hoogstens = 2"],
        ),
    ]
}

#[test]
fn texts_are_read_or_reported() {
    check(&cases());
}

#[test]
fn both_sides_can_be_stated_in_many_ways() {
    for sides in [
        "onderwijs; praktijk",
        "onderwijs en praktijk",
        "onderwijs/praktijk",
        "Onderwijs + Praktijk",
        "education, practice",
        "onderwijs & werkveld",
    ] {
        let reading = read(&Work::good().set("Leerteambegeleiders!C2", sides));
        assert_eq!(reading.roster.supervisors[0].sides, [1, 2], "{sides}");
        assert_eq!(reading.lines(), [""; 0], "{sides}");
    }
}

#[test]
fn texts_stay_as_they_are() {
    let long = "lang ".repeat(6_000);
    for text in [
        "=1+1",
        "+31 6 12345678",
        "-",
        "@school",
        "'s Gravenhage",
        "5\" buis",
        "a;b,c",
        "TRUE",
        "1e5",
        "0012",
        "31-8-2026",
        "🦀 Leerteam 🎓",
        "שלום عالم",
        "regel 1\nregel 2",
        "<&>",
        "_x0041_",
        "a\u{200d}b",
        "{ $value }",
        long.trim(),
    ] {
        let work = Work::good().set("Planperiode!B2", text).set("Deelnemers!B2", text);
        let reading = read(&work);
        assert_eq!(reading.lines(), [""; 0], "{text}");
        assert_eq!(reading.roster.title, text);
        assert_eq!(reading.roster.participants[0].name, text);
    }
    let quoted = read(&Work::good().set("Planperiode!B2", "\" #1 \""));
    assert_eq!(quoted.roster.title, " #1 ");
    let said = read(&Work::good().set("Planperiode!B2", "\"Samen\" en \"apart\""));
    assert_eq!(said.roster.title, "\"Samen\" en \"apart\"");
}

#[test]
fn a_very_long_value_is_shown_in_part() {
    let long = "lang".repeat(5_000);
    let reading = read(&Work::good().set("Deelnemers!E2", long.as_str()));
    assert_eq!(reading.findings.len(), 1);
    let value = &reading.findings[0].value;
    assert!(value.chars().count() == 201 && value.ends_with("lang…"), "{value}");
}

#[test]
fn attributes_are_whole_numbers_or_texts() {
    use leerteam::wire::v1::attribute_value::Value;
    let number = |number| Value::Number(number);
    let text = |text: &str| Value::Text(text.into());
    for (put, value) in [
        (Put::Number(7.0), number(7)),
        (Put::from("7"), number(7)),
        (Put::from("-7"), number(-7)),
        (Put::from("\"7\""), text("7")),
        (Put::from("038"), text("038")),
        (Put::from("+7"), text("+7")),
        (Put::Number(3.5), text("3.5")),
        (Put::from("veel"), text("veel")),
        (Put::Formatted(46_279.0, "d-m-yyyy"), text("2026-09-14")),
    ] {
        let reading = read(&Work::good().set("Deelnemers!G2", put.clone()));
        assert_eq!(reading.lines(), [""; 0], "{put:?}");
        assert_eq!(reading.roster.participants[0].attributes["taal"].value, Some(value), "{put:?}");
    }
    // A rule finds it in other capitals, and what everybody has too.
    let rules = "Regel | Kenmerken\ncritical-mass | TAAL; Level-Group";
    let work = Work::good().with("Regels", |page| page.rows = rows(rules));
    assert_eq!(read(&work).lines(), [""; 0]);
    let other = read(&work.set("Regels!B2", "talen")).lines();
    assert_eq!(other, ["W2401 Regels!B2 talen"]);
    let none = Work::good().set("Deelnemers!G2", "");
    check_readings(&[("none", none, &[], |roster| roster.participants[0].attributes.clear())]);
}
