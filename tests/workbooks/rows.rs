//! Rows that are empty, remarks, merged, there twice, or nobody's.

use super::reading::{Case, check, check_readings, read};
use super::work::{Put, Work};

pub fn cases() -> Vec<Case<'static>> {
    let good = Work::good;
    vec![
        (
            "empty rows in the middle",
            good()
                .insert("Deelnemers", 3, "")
                .insert("Deelnemers", 2, " | | ")
                .insert("Regels", 2, ""),
            &[],
        ),
        (
            "remarks",
            good()
                .insert("Deelnemers", 3, "# nog te bellen | Piet | pabo")
                .insert("Deelnemers", 2, "| # ook een opmerking")
                .insert("Verplichtingen", 2, "#"),
            &[],
        ),
        (
            "a column of somebody's own with signs of remarks",
            good().with("Deelnemers", |page| {
                for (row, text) in page.rows.iter_mut().zip(["Volgnr", "#1", "#2", "#3"]) {
                    row.insert(0, Put::from(text));
                }
            }),
            &["W2603 Deelnemers!A1 Volgnr"],
        ),
        (
            "merged cells of data",
            good().set("Verplichtingen!A4", "").merge("Verplichtingen!A3:A4"),
            &["E1407 Verplichtingen!A3 A3:A4"],
        ),
        (
            "merged cells of several columns",
            good().set("Deelnemers!D2", "").merge("Deelnemers!C2:D2"),
            &["E1407 Deelnemers!C2 C2:D2"],
        ),
        (
            "merged cells of an attribute",
            good().set("Deelnemers!G3", "").merge("Deelnemers!G2:G3"),
            &["E1407 Deelnemers!G2 G2:G3"],
        ),
        ("merged cells with nothing in them", good().merge("Deelnemers!A8:F9"), &[]),
        (
            "a merged remark",
            good().add("Deelnemers", "# dit zijn ze").merge("Deelnemers!A5:F5"),
            &[],
        ),
        (
            "a commitment of a participant and of a class",
            good().set("Verplichtingen!B3", "pabo-2"),
            &["E1416 Verplichtingen!B3 pabo-2"],
        ),
        (
            "a commitment of nobody",
            good().set("Verplichtingen!A4", ""),
            &["E1416 Verplichtingen!A4"],
        ),
        (
            "a commitment of somebody unknown, and whatever else is wrong in the row",
            good()
                .set("Verplichtingen!A4", "s9")
                .set("Verplichtingen!E4", "9.3")
                .set("Verplichtingen!C4", "feest")
                .set("Verplichtingen!I4", "noorden"),
            &[
                "E1103 Verplichtingen!A4 s9",
                "E1409 Verplichtingen!C4 feest",
                "E1410 Verplichtingen!E4 9.3",
            ],
        ),
        (
            "required cells that are empty",
            good().set("Opleidingen!D2", "").set("Opleidingen!C3", "").set("Leeromgevingen!E2", ""),
            &["E1101 Opleidingen!D2", "E1101 Opleidingen!C3", "E1101 Leeromgevingen!E2"],
        ),
        (
            "availability without a supervisor",
            good().set("Beschikbaarheid!A2", ""),
            &["E1101 Beschikbaarheid!A2"],
        ),
        (
            "a commitment without days and times",
            good().with("Verplichtingen", |page| {
                (3..6).for_each(|column| page.rows[3][column] = Put::from(""));
            }),
            &["E1101 Verplichtingen!D4", "E1101 Verplichtingen!E4", "E1101 Verplichtingen!F4"],
        ),
        (
            "neither an id nor a name",
            good().set("Organisaties!A3", "").set("Organisaties!B3", ""),
            &["E1101 Organisaties!A3", "E1103 Locaties!C2 school"],
        ),
        (
            "a second row of the period",
            good().add("Planperiode", "proef | | 2026-09-07 | 2026-12-18"),
            &["E1417 Planperiode!A3 proef"],
        ),
        (
            "a second row of pins",
            good().add("Vastgezet", "Şule Çelik | | di 9:00-10:00"),
            &["E1417 Vastgezet!A3 Şule Çelik"],
        ),
        (
            "a closure that ends before it begins",
            good().set("Sluitingen!B2", "2026-10-01"),
            &["E1106 Sluitingen!B2 2026-10-01"],
        ),
        (
            "a supervisor who is to be free of commitments",
            good().set("Afwezigheid!G4", "vrij").set("Afwezigheid!H4", "lesdag"),
            &["E1421 Afwezigheid!G4 vrij", "E1421 Afwezigheid!H4 lesdag"],
        ),
        (
            "a wish of somebody about themselves",
            good().set("Wensen!B2", "s1"),
            &["E1112 Wensen!A2 s1, s1"],
        ),
        ("a wish about somebody unknown", good().set("Wensen!B2", "s9"), &["E1103 Wensen!B2 s9"]),
        (
            "a rule twice",
            good().add("Regels", "professions | | uit"),
            &["E1102 Regels!A3 professions"],
        ),
        (
            "a mode that a rule does not have",
            good().set("Regels!A2", "attendance").set("Regels!D2", ""),
            &["E1110 Regels!C2 vereist"],
        ),
        (
            "a number of teams beside given teams",
            good()
                .set("Leeromgevingen!J1", "Leerteams hoogstens")
                .set("Leeromgevingen!J2", 2.0)
                .sheet("Opgegeven leerteams", "Leeromgeving | Id\nteam | t1"),
            &["E1113 Leeromgevingen!J2 2"],
        ),
    ]
}

#[test]
fn rows_are_read_or_reported() {
    check(&cases());
}

#[test]
fn what_has_no_effect_is_reported() {
    check_readings(&[
        (
            "times of somebody who is free",
            Work::good().set("Afwezigheid!E3", "9:00"),
            &["W2606 Afwezigheid!E3 9:00"],
            |roster| roster.participants[2].exceptions[0].start_time = "09:00".into(),
        ),
        (
            "commitments of somebody who is absent",
            Work::good().set("Afwezigheid!H2", "stage"),
            &["W2606 Afwezigheid!H2 stage"],
            |roster| {
                let ids = ["stage-1", "stage-2"].map(str::to_owned);
                roster.participants[0].exceptions[0].commitment_ids = ids.into();
            },
        ),
        (
            "a commitment that nobody has",
            Work::good().set("Afwezigheid!H3", "lesdg"),
            &["W2607 Afwezigheid!H3 lesdg"],
            |roster| roster.participants[2].exceptions[0].commitment_ids = vec!["lesdg".into()],
        ),
        (
            "a closure outside the period",
            Work::good().set("Sluitingen!A2", "2027-10-11").set("Sluitingen!B2", ""),
            &["W2102 Sluitingen!A2 2027-10-11"],
            |roster| {
                let period = roster.period.get_or_insert_default();
                period.closures[0].first_date = "2027-10-11".into();
                period.closures[0].last_date.clear();
            },
        ),
    ]);
}

#[test]
fn commitments_without_an_id_go_by_their_places() {
    let work = Work::good().set("Afwezigheid!A3", "s2").set("Afwezigheid!H3", "1");
    let reading = read(&work);
    assert_eq!(reading.lines(), [""; 0]);
    assert_eq!(reading.roster.participants[1].exceptions[0].commitment_ids, ["1"]);
    let lines = read(&work.set("Afwezigheid!H3", "2")).lines();
    assert_eq!(lines, ["W2607 Afwezigheid!H3 2"]);
}

#[test]
fn overlapping_commitments_name_the_other_cell() {
    let work = Work::good().add("Verplichtingen", "s2 | | les | di | 11:00 | 14:00");
    let reading = read(&work);
    assert_eq!(reading.lines(), ["W2101 Verplichtingen!D5 11:00-14:00"]);
    let messages = leerteam::messages::Messages::of(leerteam::messages::Language::Nl);
    let (cause, _) = leerteam::messages::finding_text(&messages, &reading.findings[0]);
    let expected = "Deze verplichting (dinsdag 11:00-14:00) overlapt met die in Verplichtingen!D4.";
    assert_eq!(cause, expected);
}
