//! Ids and names: of whom a row speaks.

use super::reading::{Case, check, check_readings, read};
use super::work::{Put, Work};

pub fn cases() -> Vec<Case<'static>> {
    let good = Work::good;
    vec![
        (
            "an id twice",
            good().set("Deelnemers!A3", "s1"),
            &["E1102 Deelnemers!A3 s1", "E1103 Verplichtingen!A4 s2", "E1103 Wensen!B2 s2"],
        ),
        (
            "an id that has lost digits",
            good()
                .add("Deelnemers", "")
                .set("Deelnemers!A5", 1_234_567_890_123_456.0)
                .set("Deelnemers!C5", "pabo"),
            &["E1419 Deelnemers!A5 1234567890123456"],
        ),
        (
            "a number where an id has leading zeros",
            good().set("Organisaties!A3", "007").set("Locaties!C2", "007").set("Locaties!C3", 7.0),
            &["E1103 Locaties!C3 7"],
        ),
        (
            "names in place of ids",
            {
                let work = good().set("Verplichtingen!A3", "Anna de Vries");
                let work =
                    work.set("Verplichtingen!A4", "BRAM  JANSEN").set("Wensen!B2", "bram jansen");
                work.set("Deelnemers!C2", "Pabo").set("Deelnemers!D2", "pabo 2")
            },
            &[],
        ),
        ("a name without its accents", good().set("Vastgezet!A2", "sule celik"), &[]),
        (
            "a name with accents that are signs of their own",
            good().set("Vastgezet!A2", "S\u{327}ule C\u{327}elik"),
            &[],
        ),
        ("ids in capitals", good().set("Verplichtingen!A3", "S1").set("Wensen!A2", "S1"), &[]),
        (
            "a name that nearly is one",
            good().set("Deelnemers!C2", "Pabo (deeltijd)"),
            &["E1103 Deelnemers!C2 Pabo (deeltijd)"],
        ),
        (
            "spaces and signs that cannot be seen",
            {
                let work = good()
                    .set("Deelnemers!A2", " s1\u{a0}")
                    .set("Deelnemers!A3", "\u{feff}s2\u{200b}");
                let work =
                    work.set("Verplichtingen!A3", "s1 ").set("Verplichtingen!A4", "\u{200e}s2");
                work.set("Wensen!A2", "s\u{200b}1").set("Deelnemers!B2", "\u{a0}Anna de Vries ")
            },
            &[],
        ),
        (
            "an id that a program took for a date",
            good().set("Deelnemers!D2", Put::Formatted(46_054.0, "d-mmm")),
            &["E1425 Deelnemers!D2 2026-02-01"],
        ),
        (
            "an owner that a program took for a time",
            good().set("Wensen!A2", Put::Formatted(0.5, "h:mm")),
            &["E1425 Wensen!A2 12:00"],
        ),
        (
            "lists with all that can be between",
            {
                let work = good().set("Leeromgevingen!I2", "pabo, Onderwijsassistent;");
                work.set("Sluitingen!D3", "noord\nZuid")
            },
            &[],
        ),
    ]
}

#[test]
fn who_is_meant_is_found_or_reported() {
    check(&cases());
}

#[test]
fn a_name_that_two_have_is_not_guessed() {
    let work = Work::good().set("Deelnemers!B3", "Anna de Vries");
    let work = work.set("Verplichtingen!A3", "Anna de Vries").set("Wensen!B2", "anna de vries");
    let reading = read(&work);
    let lines = ["E1410 Verplichtingen!A3 Anna de Vries", "E1410 Wensen!B2 anna de vries"];
    assert_eq!(reading.lines(), lines);
    assert_eq!(reading.findings[0].details, [("readings", "s1, s2".to_owned())]);
}

#[test]
fn an_exact_name_goes_before_one_that_is_spelt_alike() {
    let work = Work::good().set("Deelnemers!B3", "Anna De Vries");
    let work =
        work.set("Verplichtingen!A3", "Anna de Vries").set("Verplichtingen!A4", "Anna De Vries");
    check_readings(&[("capitals", work, &[], |roster| {
        roster.participants[1].name = "Anna De Vries".into();
    })]);
}

#[test]
fn numbers_are_ids_too() {
    let work = Work::good().set("Deelnemers!A2", 1001.0).set("Verplichtingen!A3", "1001");
    let work = work.set("Wensen!A2", 1001.0).set("Afwezigheid!A2", 1001.0);
    let reading = read(&work);
    assert_eq!(reading.lines(), [""; 0]);
    assert_eq!(reading.roster.participants[0].id, "1001");
    assert_eq!(reading.roster.wishes[0].participant_ids, ["1001", "s2"]);
}

#[test]
fn rooms_and_given_teams_go_by_their_names_too() {
    let teams =
        "Leeromgeving | Id | Naam | Locatie | Ruimte\nteam | t1 | Team Een | noord | Het Lokaal";
    let work = Work::good().sheet("Opgegeven leerteams", teams);
    let work = work.set("Ruimtes!D1", "Naam").set("Ruimtes!D2", "Het lokaal");
    let work = work.set("Vastgezet!D1", "Leerteam").set("Vastgezet!D2", "team een");
    let reading = read(&work);
    assert_eq!(reading.lines(), [""; 0]);
    let team = &reading.roster.environments[0].teams[0];
    assert_eq!(team.slot.as_ref().map(|slot| slot.room_id.as_str()), Some("lokaal"));
    let pins = reading.roster.participants[2].pins.as_ref();
    assert_eq!(pins.map(|pins| pins.team_id.as_str()), Some("t1"));
    let work = work.set("Vastgezet!D2", "team twee").set("Opgegeven leerteams!E2", "zaal");
    let lines = ["E1103 Vastgezet!D2 team twee", "E1103 Opgegeven leerteams!E2 zaal"];
    assert_eq!(read(&work).lines(), lines);
}

#[test]
fn a_name_is_the_id_where_there_is_none() {
    let work = Work::good().set("Organisaties!A3", "");
    check_readings(&[("by name", work, &[], |roster| {
        roster.organisations[1].id = "School".into();
        for location in &mut roster.locations {
            location.organisation_id = "School".into();
        }
    })]);
    let work = Work::good().without_column("Organisaties", "Id").set("Organisaties!A3", "");
    let lines = read(&work).lines();
    assert_eq!(lines[0], "E1101 Organisaties!A3", "{lines:?}");
}

#[test]
fn a_list_is_not_taken_for_one_name() {
    // Without what is between them the two are the name of somebody else.
    let work = Work::good().add("Locaties", "nz | Noord Zuid | school | |");
    let reading = read(&work.set("Sluitingen!D3", "noord; zuid"));
    let closures = &reading.roster.period.as_ref().expect("a period").closures;
    assert_eq!(closures[1].location_ids, ["noord", "zuid"]);
    let work = Work::good().add("Locaties", "nz | noord, zuid | school | |");
    let reading = read(&work.clone().set("Sluitingen!D3", "noord, zuid"));
    let closures = &reading.roster.period.as_ref().expect("a period").closures;
    assert_eq!(closures[1].location_ids, ["nz"], "a name with a comma in it");
    let reading = read(&work.set("Sluitingen!D3", "noord, zuid; noord,zuid"));
    let closures = &reading.roster.period.as_ref().expect("a period").closures;
    assert_eq!(closures[1].location_ids, ["nz", "noord", "zuid"], "beside others");
}
