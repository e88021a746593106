//! Folders of CSV files, whatever separates their cells.

use super::reading::{folder, good};
use super::work::Work;

/// Checks that files read as the good workbook does.
fn reads_as_good(what: &str, files: &[(String, String)]) {
    let reading = folder(files);
    assert_eq!(reading.lines(), [""; 0], "{what}");
    assert_eq!(reading.roster, good(), "{what}");
}

/// The files of the good workbook with the text of one changed.
fn changed(name: &str, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let mut files = Work::good().csv(";");
    let file = files.iter_mut().find(|(file, _)| file == name).expect("a file");
    let before = file.1.clone();
    file.1 = change(&before);
    assert_ne!(file.1, before, "{name} is changed");
    files
}

#[test]
fn cells_are_separated_by_semicolons_commas_or_tabs() {
    for delimiter in [";", ",", "\t"] {
        reads_as_good(delimiter, &Work::good().csv(delimiter));
    }
    let declared = changed("Deelnemers.csv", |text| format!("sep=;\r\n{text}"));
    reads_as_good("declared by its first line", &declared);
}

#[test]
fn lines_end_in_many_ways() {
    for end in ["\n", "\r"] {
        let files = Work::good().csv(";").into_iter();
        let files: Vec<_> = files.map(|(name, text)| (name, text.replace("\r\n", end))).collect();
        reads_as_good(&format!("{end:?}"), &files);
    }
    let text = |text: &str| format!("\r\n;;\r\n{}\r\n\r\n", text.trim_end());
    reads_as_good("empty lines", &changed("Deelnemers.csv", text));
}

#[test]
fn names_of_files_are_those_of_sheets() {
    let files = Work::good().csv(";").into_iter();
    let files: Vec<_> = files.map(|(name, text)| (format!("rooster - {name}"), text)).collect();
    reads_as_good("exported from one workbook", &files);
    let mut files = Work::good().csv(";");
    for (name, _) in &mut files {
        *name = name.replace(".csv", ".CSV").to_uppercase();
    }
    files.push(("leesmij.txt".into(), "niet lezen".into()));
    reads_as_good("in capitals, and another file", &files);
}

#[test]
fn findings_are_at_the_rows_that_a_spreadsheet_program_shows() {
    let files = changed("Deelnemers.csv", |text| {
        let text = text.replace("Anna de Vries", "\"Anna\nde \"\"Vries\"\"\"");
        let text = text.replace("2026-09-14", "9/3/2026");
        format!("\r\nDeelnemers\r\n\r\n{}", text.replace("s2;Bram Jansen;oa", "s2;Bram Jansen;pa"))
    });
    let reading = folder(&files);
    assert_eq!(reading.lines(), ["E1410 Deelnemers!E5 9/3/2026", "E1103 Deelnemers!C6 pa"]);
    assert_eq!(reading.roster.participants[0].name, "Anna\nde \"Vries\"");
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_reported() {
    let open = changed("Deelnemers.csv", |text| text.replace("Anna", "\"Anna"));
    let line = "E1424 Deelnemers!B2 Anna de Vries;pabo;pabo-2;2026-09-14;2026-12-11;Nederlands";
    assert_eq!(folder(&open).lines(), [line]);
    let inner =
        changed("Deelnemers.csv", |text| text.replace("Anna de Vries", "\"Anna\" de Vries"));
    let lines = folder(&inner).lines();
    assert_eq!(lines, ["E1424 Deelnemers!B2 Anna de Vries"]);
    let doubled = changed("Deelnemers.csv", |text| {
        text.replace("Anna de Vries", "\"\"\"Anna\"\" de Vries\"")
    });
    assert_eq!(folder(&doubled).lines(), [""; 0]);
}

#[test]
fn numbers_dates_and_words_of_dutch_programs_are_read() {
    let text = |text: &str| {
        let text = text.replace("2026-09-14", "14-9-2026 00:00:00");
        text.replace("2026-12-11", "vrijdag 11 december 2026")
    };
    reads_as_good("dates", &changed("Deelnemers.csv", text));
    let text = |text: &str| text.replace("8:30", "8.30 uur").replace("even weken", "Even weken");
    reads_as_good("times", &changed("Verplichtingen.csv", text));
    reads_as_good("no", &changed("Wensen.csv", |text| text.replace("nee", "ONWAAR")));
    let spaced = |text: &str| text.replace(';', " ; ");
    reads_as_good("stray spaces", &changed("Opleidingen.csv", spaced));
}

#[test]
fn what_a_csv_file_guards_is_read_as_it_was() {
    for (guarded, text) in
        [("'=1+1", "=1+1"), ("'-x", "-x"), ("'s Hertogenbosch", "'s Hertogenbosch")]
    {
        let files = changed("Planperiode.csv", |file| file.replace("Proefrooster", guarded));
        assert_eq!(folder(&files).roster.title, text);
    }
}
