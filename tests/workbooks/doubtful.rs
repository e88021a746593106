//! Rows of which it is doubtful whether they are meant: none is planned without a word.

use super::reading::{Case, Reading, bytes, check, read};
use super::work::{Put, Work, rows};

pub fn cases() -> Vec<Case<'static>> {
    let good = Work::good;
    vec![
        ("a hidden row", good().hide("Deelnemers", 3), &["E1427 Deelnemers!3 3"]),
        (
            "rows that a filter hides",
            good().hide("Verplichtingen", 3).hide("Verplichtingen", 2),
            &["E1427 Verplichtingen!2 2, 3"],
        ),
        ("a hidden row of headings", good().hide("Deelnemers", 1), &[]),
        ("a hidden row that is empty", good().hide("Deelnemers", 40), &[]),
        (
            "a name that is struck through",
            good().strike("Deelnemers!B2"),
            &["E1428 Deelnemers!B2 Anna de Vries"],
        ),
        (
            "a total",
            good().add("Deelnemers", "Totaal: | 3 studenten"),
            &["E1429 Deelnemers!A5 Totaal:"],
        ),
        (
            "an explanation",
            good().insert("Deelnemers", 2, "Bijv.: 12345 | voornaam achternaam"),
            &["E1429 Deelnemers!A2 Bijv.: 12345"],
        ),
        (
            "a sentence",
            good().add("Deelnemers", "Kleuren: groen is een student van de eerste groep"),
            &["E1429 Deelnemers!A5 Kleuren: groen is een student van de eerste groep"],
        ),
        (
            "a code that became a number",
            good()
                .add("Deelnemers", "")
                .set("Deelnemers!C5", "pabo")
                .set("Deelnemers!A5", Put::Formatted(100.0, "0.00E+00")),
            &["E1426 Deelnemers!A5 1E2"],
        ),
        (
            "a code that was exported as a number",
            good().set("Wensen!A2", "5,01E+08").set("Wensen!B2", "500812345.0"),
            &["E1426 Wensen!A2 5,01E+08", "E1426 Wensen!B2 500812345.0"],
        ),
        ("blank as above", good().add("Deelnemers", "s4 | Dirk de Boer"), &["E1430 Deelnemers!C5"]),
    ]
}

#[test]
fn no_row_is_planned_without_a_word() {
    check(&cases());
}

#[test]
fn a_code_that_is_text_stays_one() {
    let work = Work::good().set("Wensen!A2", "1E2");
    assert_eq!(read(&work).lines(), ["E1103 Wensen!A2 1E2"]);
}

#[test]
fn what_stands_in_quotation_marks_is_no_total() {
    let work = Work::good().sheet("Thema’s", "Naam\n\"Totaal\"");
    assert_eq!(read(&work).lines(), [""; 0]);
}

#[test]
fn an_unknown_value_is_told_once_with_its_rows_and_who_is_meant() {
    let work = Work::good().set("Deelnemers!C2", "pabbo").set("Deelnemers!C3", "pabbo");
    let reading = read(&work);
    assert_eq!(reading.lines(), ["E1103 Deelnemers!C2 pabbo"]);
    let details = &reading.findings[0].details;
    assert!(details.contains(&("rows", "C3".to_owned())), "{details:?}");
    assert!(
        details.iter().any(|(name, meant)| *name == "perhaps" && meant == "pabo"),
        "{details:?}"
    );
}

#[test]
fn headings_may_take_two_rows() {
    let two = |upper: &str, lower: &str| {
        Work::good().with("Wensen", |page| {
            page.rows.remove(0);
            page.rows.splice(0..0, rows(&format!("{upper}\n{lower}")));
        })
    };
    let good = read(&Work::good()).roster;
    let same = |work: Work| {
        let reading: Reading = read(&work);
        assert_eq!(reading.lines(), [""; 0]);
        assert_eq!(reading.roster, good);
    };
    same(two("Deelnemer | Andere | Wens | Vereist", " | deelnemer | |"));
    same(two("Wie | | Wat |", "Deelnemer | Andere deelnemer | Wens | Vereist"));
}

#[test]
fn an_open_document_is_read_as_a_workbook_is() {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str, more: &str| format!("<table:table-row{more}>{cells}</table:table-row>");
    let date = "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-09-07\"><text:p>x</text:p></table:table-cell>";
    let period = row(&["Eerste datum", "Laatste datum"].map(cell).concat(), "")
        + &row(&(date.to_owned() + &cell("2026-12-18")), "");
    let hidden = row(&cell("noord"), " table:visibility=\"filter\"");
    let struck = "<table:table-cell table:style-name=\"ce1\" office:value-type=\"string\"><text:p>zuid</text:p></table:table-cell>";
    let places = row(&cell("Id"), "") + &hidden + &row(struck, "");
    let table =
        |name: &str, rows: &str| format!("<table:table table:name=\"{name}\">{rows}</table:table>");
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">\
         <office:automatic-styles><style:style style:name=\"ce1\" style:family=\"table-cell\">\
         <style:text-properties style:text-line-through-style=\"solid\"/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet>{}{}</office:spreadsheet></office:body></office:document-content>",
        table("Planperiode", &period),
        table("Locaties", &places),
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"m\"/>";
    let file = super::work::zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", manifest),
    ]);
    let reading = bytes(&file, ".ods");
    let period = reading.roster.period.clone().expect("a period");
    assert_eq!(
        (period.first_date.as_str(), period.last_date.as_str()),
        ("2026-09-07", "2026-12-18")
    );
    let lines = reading.lines();
    for line in ["E1427 Locaties!2 2", "E1428 Locaties!A3 zuid"] {
        assert!(lines.contains(&line.to_owned()), "{lines:?}");
    }
}
