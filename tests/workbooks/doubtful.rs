//! Rows of which it is doubtful whether they are meant: none is planned without a word.

use leerteam::formats::RosterFile;
use leerteam::formats::sheets::workbook;
use leerteam::messages::{Language, Messages};

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
        ("a hidden column", good().hide_column("Deelnemers", 3), &["W2608 Deelnemers!D1 Klas"]),
        ("a hidden column that is empty", good().hide_column("Verplichtingen", 20), &[]),
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
fn an_unknown_value_is_one_finding_with_its_rows_and_who_is_meant() {
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

#[test]
fn letters_within_a_cell_may_be_struck_through() {
    use rust_xlsxwriter::{Format, Workbook};
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("Organisaties").expect("a name");
    for (column, text) in (0..).zip(["Id", "Naam", "Kant"]) {
        page.write_string(0, column, text).expect("a cell");
    }
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    page.write_rich_string(1, 0, &[(&struck, "oud"), (&plain, "nieuw")]).expect("a cell");
    page.write_string(1, 2, "onderwijs").expect("a cell");
    let lines = bytes(&book.save_to_buffer().expect("a workbook"), ".xlsx").lines();
    assert!(lines.contains(&"E1428 Organisaties!A2 oudnieuw".to_owned()), "{lines:?}");
}

#[test]
fn who_is_admitted_nowhere_is_named_with_the_cell() {
    let work = Work::good().add("Opleidingen", "calo | Calo | college | 6 | leraar | onderwijs");
    let reading = read(&work.add("Deelnemers", "s9 | Dirk de Boer | calo"));
    let finding = reading.findings.iter().find(|finding| finding.code.as_str() == "W2201");
    let finding = finding.expect("a finding");
    assert_eq!(finding.place(), "Deelnemers!A5");
    assert_eq!(finding.details, [("person", "Dirk de Boer [s9]".to_owned())]);
}

/// The findings of a workbook and of its marked copy, which are the same.
fn lines_of_both(work: &Work) -> Vec<String> {
    let path = super::reading::path(".xlsx");
    std::fs::write(&path, work.xlsx()).expect("a file");
    let messages = Messages::of(Language::Nl);
    let file = RosterFile::open(&path, &messages).expect("a workbook");
    let (_, findings) = file.read();
    let copy = file.marked(&findings, &messages).expect("a copy");
    std::fs::remove_file(&path).expect("the file");
    let copy = bytes(&workbook(&copy).expect("a workbook"), ".xlsx").lines();
    let original = read(work).lines();
    assert_eq!(copy, original, "the copy has the same findings");
    original
}

#[test]
fn every_row_may_be_hidden_and_every_cell_struck_through() {
    let good = Work::good();
    let mut spoilt = 0;
    for page in &good.pages {
        for (row, cells) in page.rows.iter().enumerate().skip(1) {
            let number = row as u32 + 1;
            let lines = lines_of_both(&Work::good().hide(&page.name, number));
            assert_eq!(lines, [format!("E1427 {}!{number} {number}", page.name)]);
            spoilt += 1;
            let filled = cells.iter().enumerate().filter(|(_, cell)| **cell != Put::from(""));
            for (column, cell) in filled {
                let Put::Text(text) = cell else { continue };
                let at = format!("{}!{}{number}", page.name, char::from(b'A' + column as u8));
                let lines = lines_of_both(&Work::good().strike(&at));
                assert_eq!(lines, [format!("E1428 {at} {text}")]);
                spoilt += 1;
            }
        }
    }
    assert!(spoilt > 100, "{spoilt}");
}

#[test]
fn every_two_cells_of_data_may_be_merged() {
    for page in Work::good().pages.iter().filter(|page| page.rows.len() > 2) {
        for column in 0..page.rows[0].len() {
            let letter = char::from(b'A' + column as u8);
            if page.rows[1].get(column).is_none_or(|cell| *cell == Put::from("")) {
                continue;
            }
            let lines =
                lines_of_both(&Work::good().merge(&format!("{}!{letter}2:{letter}3", page.name)));
            let line = format!("E1407 {}!{letter}2 {letter}2:{letter}3", page.name);
            assert!(lines.contains(&line), "{line}: {lines:?}");
        }
    }
}
