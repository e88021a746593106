//! What was once planned without a word, though it was probably not meant.

use super::{case, findings, lines, read};

#[test]
fn ids_in_scientific_notation() {
    let found = findings("ids-in-scientific-notation/roster.xlsx");
    assert!(!found.is_empty() && found.iter().all(|line| line.starts_with("E1426 ")), "{found:?}");
}

#[test]
fn coordinator_03_hidden_rows() {
    assert_eq!(findings("coordinator/03_hidden_rows.xlsx"), ["E1427 Deelnemers!6 6, 7"]);
}

#[test]
fn coordinator_12_strikethrough_student() {
    assert_eq!(
        findings("coordinator/12_strikethrough_student.xlsx"),
        ["E1428 Deelnemers!A5 0034512"]
    );
}

#[test]
fn coordinator_13_total_row() {
    assert_eq!(findings("coordinator/13_total_row.xlsx"), ["E1429 Deelnemers!A18 Totaal"]);
}

#[test]
fn coordinator_blank_class_and_programme_below() {
    let found = read(&case("coordinator/blank_class_and_programme_below.xlsx")).1;
    let expected = ["E1430 Deelnemers!C6", "E1430 Deelnemers!C7", "E1430 Deelnemers!C8"];
    assert_eq!(lines(&found), expected);
    let above = found[0].details.iter().find(|(name, _)| *name == "above").expect("above");
    assert_eq!(above.1, "Verpleegkunde mbo");
}

#[test]
fn coordinator_31_without_lessons() {
    assert_eq!(findings("coordinator/31b_no_lessons_at_all.xlsx"), ["W2204 Deelnemers"]);
    let found = findings("coordinator/31c_class_without_lessons.xlsx");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("W2205 Klassen!A"), "{found:?}");
}

#[test]
fn coordinator_34_wijk_case_and_51_zuid_lower() {
    for file in ["34_wijk_case", "51_zuid_lower"] {
        let (roster, found) = read(&case(&format!("coordinator/{file}.xlsx")));
        assert_eq!(lines(&found), [""; 0], "{file}");
        assert!(!roster.participants.is_empty());
    }
}

#[test]
fn coordinator_34c_no_admission() {
    let found = findings("coordinator/34c_no_admission.xlsx");
    assert_eq!(found, ["N2701 Leeromgevingen!T4 Wijk Zuid"]);
}

#[test]
fn coordinator_59_prof_case() {
    let (wire, found) = read(&case("coordinator/59_prof_case.xlsx"));
    assert_eq!(lines(&found), [""; 0]);
    // Two spellings of one profession are one.
    let roster = leerteam::wire::read_roster(&wire).0.expect("a roster");
    let all = roster.programmes.iter().map(|programme| programme.profession.as_str());
    let all: std::collections::BTreeSet<&str> = all.collect();
    let folded: std::collections::BTreeSet<String> =
        wire.programmes.iter().map(|programme| programme.profession.to_lowercase()).collect();
    assert_eq!(all.len(), folded.len());
    assert!(wire.programmes.iter().any(|programme| !all.contains(programme.profession.as_str())));
}

#[test]
fn coordinator_naive() {
    let found = findings("coordinator/naive.xlsx");
    assert_eq!(found.len(), 21, "{found:#?}");
}

#[test]
fn csv_folder_of_a_mac() {
    assert_eq!(findings("csv-folder-of-a-mac/roster"), [""; 0]);
}

#[test]
fn numbers_csv() {
    assert_eq!(findings("numbers-csv/roster"), [""; 0]);
}

#[test]
fn merged_heading() {
    assert_eq!(findings("merged-heading/roster.xlsx"), [""; 0]);
}
