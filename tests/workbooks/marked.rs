//! The copy of a workbook in which cells with findings are marked.

use leerteam::formats::book::{self, Book, RawRow, Value};
use leerteam::formats::sheets::{Cell, Mark, Sheet, Tone, workbook};
use leerteam::formats::{OpenRosterError, RosterFile};
use leerteam::messages::{Language, Messages, finding_text};
use leerteam::roster::Severity;

use super::reading::{bytes, path, read};
use super::work::{Put, Work, part, place};

/// A workbook with something wrong of many kinds.
fn wrong() -> Work {
    Work::good()
        .set("Deelnemers!E2", "9/3/2026")
        .set(
            "Deelnemers!B3",
            Put::Formula("CONCATENATE(\"Bram\",\" Jansen\")", Some("Bram Jansen")),
        )
        .set("Deelnemers!H1", "Telefoon")
        .set("Deelnemers!H2", Put::Formatted(46_279.25, "d-m-yyyy h:mm"))
        .set("Verplichtingen!A4", Put::Formula("NA()", Some("#N/A")))
        .set("Verplichtingen!E3", Put::Formula("17/48", Some("08:30")))
        .set("Verplichtingen!H4", Put::Formula("DATE(2026,9,14)", Some("2026-09-14")))
        .set("Wensen!D2", Put::Bool(true))
        .set("Sluitingen!B2", "2026-10-01")
        .sheet("Notities", "Nog bellen | 5 | =1+1")
}

/// The marked copy of a file, its findings as texts, and the file as it stands.
pub fn marked(path: &std::path::Path, language: Language) -> (Vec<Sheet>, RosterFile) {
    let messages = Messages::of(language);
    let file = RosterFile::open(path, &messages).unwrap_or_else(|error| match error {
        OpenRosterError::File(error) => panic!("{error}"),
        OpenRosterError::Content(finding) => panic!("{finding:?}"),
    });
    let (_, findings) = file.read();
    (file.marked(&findings, &messages).expect("a copy"), file)
}

pub fn copy_of(work: &Work) -> (Vec<Sheet>, Book) {
    let path = path(".xlsx");
    std::fs::write(&path, work.xlsx()).expect("a file");
    let (sheets, _) = marked(&path, Language::Nl);
    let book = book::open(&path).expect("a workbook");
    std::fs::remove_file(&path).expect("the file");
    (sheets, book)
}

/// What stands in each cell, and its formula.
fn cells(rows: &[RawRow]) -> Vec<(u32, u32, String, String)> {
    let of_row = |row: &RawRow| {
        let cell = |cell: &book::RawCell| {
            (row.number, cell.column, cell.value.to_string(), cell.formula.clone())
        };
        row.cells.iter().map(cell).collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

/// The text between two others.
pub fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(inner, _)| inner)
}

/// The note on a cell of the sheet with this number, from 1.
pub fn note(file: &[u8], sheet: usize, cell: &str) -> Option<String> {
    let links = part(file, &format!("xl/worksheets/_rels/sheet{sheet}.xml.rels"))?;
    let comments = between(&links, "Target=\"../comments", "\"")?.to_owned();
    let comments = part(file, &format!("xl/comments{comments}"))?;
    let comment = between(&comments, &format!("<comment ref=\"{cell}\""), "</comment>")?;
    let texts = comment.split("<t").skip(1).filter_map(|text| between(text, ">", "</t>"));
    Some(texts.collect())
}

/// The colour behind a cell of the sheet with this number, from 1.
pub fn colour(file: &[u8], sheet: usize, cell: &str) -> Option<String> {
    let xml = part(file, &format!("xl/worksheets/sheet{sheet}.xml"))?;
    let attributes = between(&xml, &format!("<c r=\"{cell}\""), ">")?;
    let style: usize = between(attributes, "s=\"", "\"")?.parse().ok()?;
    let styles = part(file, "xl/styles.xml")?;
    let format = between(&styles, "<cellXfs", "</cellXfs>")?.split("<xf ").nth(style + 1)?;
    let fill: usize = between(format, "fillId=\"", "\"")?.parse().ok()?;
    let fills = between(&styles, "<fills", "</fills>")?.split("<fill>").nth(fill + 1)?;
    between(fills, "fgColor rgb=\"", "\"").map(str::to_owned)
}

#[test]
fn the_copy_is_the_workbook_with_its_findings_before_it() {
    let (sheets, original) = copy_of(&wrong());
    let file = workbook(&sheets).expect("a workbook");
    let reading = bytes(&file, ".xlsx");
    assert_eq!(reading.lines(), read(&wrong()).lines(), "it is read as the original");
    let path = path(".xlsx");
    std::fs::write(&path, &file).expect("a file");
    let copy = book::open(&path).expect("a workbook");
    std::fs::remove_file(&path).expect("the file");
    assert_eq!(copy.sheets[0].name, "Bevindingen");
    assert_eq!(copy.sheets.len(), original.sheets.len() + 1);
    for (sheet, copied) in original.sheets.iter().zip(&copy.sheets[1..]) {
        assert_eq!(sheet.name, copied.name);
        assert_eq!(cells(&sheet.rows), cells(&copied.rows), "{}", sheet.name);
    }
}

#[test]
fn what_a_formula_came_to_keeps_its_kind() {
    let (sheets, _) = copy_of(&wrong());
    let path = path(".xlsx");
    std::fs::write(&path, workbook(&sheets).expect("a workbook")).expect("a file");
    let copy = book::open(&path).expect("a workbook");
    std::fs::remove_file(&path).expect("the file");
    let commitments = copy.sheets.iter().find(|sheet| sheet.name == "Verplichtingen");
    let commitments = commitments.expect("a sheet");
    // A spreadsheet program calculates formulas again, and then shows them as the cell is formatted.
    assert!(matches!(commitments.value(2, 4), Value::Time(_)));
    assert!(matches!(commitments.value(3, 7), Value::Date(_)));
}

#[test]
fn every_cell_with_a_finding_is_marked_and_says_what_is_wrong() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        let path = path(".xlsx");
        std::fs::write(&path, wrong().xlsx()).expect("a file");
        let (sheets, file) = marked(&path, language);
        std::fs::remove_file(&path).expect("the file");
        let copy = workbook(&sheets).expect("a workbook");
        let (_, findings) = file.read();
        assert!(findings.len() >= 5, "{findings:?}");
        for (row, finding) in (1..).zip(&findings) {
            let cell = finding.cell.as_ref().expect("a cell");
            let sheet = sheets.iter().position(|sheet| sheet.name == cell.sheet);
            let sheet = sheet.expect("a sheet") + 1;
            let address = match cell.row {
                0 => "A1".to_owned(),
                row => format!("{}{row}", cell.column),
            };
            let (cause, action) = finding_text(&messages, finding);
            let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
            let note = note(&copy, sheet, &address).unwrap_or_default();
            assert!(note.contains(&escaped(&cause)), "{cell}: {note:?} has {cause:?}");
            assert!(note.contains(&escaped(&action)), "{cell}: {note:?} has {action:?}");
            let expected = match finding.code.severity() {
                Severity::Error => "FFF8CBAD",
                Severity::Warning => "FFFFF2CC",
                Severity::Note => "FFE2F0D9",
            };
            assert_eq!(colour(&copy, sheet, &address).as_deref(), Some(expected), "{cell}");
            // The list says the same, and leads there.
            let listed = &sheets[0].rows[row - 1];
            let (at_row, at_column) = place(&address);
            let (at_row, at_column) = (at_row as u32, at_column as u16);
            let link = Cell::Link(cell.to_string(), cell.sheet.clone(), at_row, at_column);
            assert_eq!(listed[1], link);
            assert_eq!(listed[4], Cell::Text(cause));
            assert_eq!(listed[5], Cell::Text(action));
        }
        let is_heading = |mark: &&Mark| mark.tone == Tone::Heading && mark.row == 0;
        let clean = sheets.iter().position(|sheet| sheet.name == "Organisaties").expect("a sheet");
        assert_eq!(sheets[clean].marks.iter().filter(is_heading).count(), 3);
        assert_eq!(colour(&copy, clean + 1, "A2"), None);
    }
}

/// Puts a text in a cell of a copy.
fn correct(sheets: &mut [Sheet], at: &str, text: &str) {
    let (sheet, cell) = at.split_once('!').expect("a sheet and a cell");
    let (row, column) = place(cell);
    let sheet = sheets.iter_mut().find(|own| own.name == sheet).expect("a sheet");
    sheet.rows[row][column] = Cell::Text(text.to_owned());
}

#[test]
fn the_copy_can_be_corrected_and_handed_in() {
    let spoilt = Work::good()
        .set("Deelnemers!E2", "9/3/2026")
        .set("Verplichtingen!D3", "ma-wo")
        .set("Verplichtingen!A4", Put::Formula("NA()", Some("#N/A")));
    let (mut sheets, _) = copy_of(&spoilt);
    correct(&mut sheets, "Deelnemers!E2", "14-9-2026");
    let file = workbook(&sheets).expect("a workbook");
    let lines = ["E1410 Verplichtingen!D3 ma-wo", "E1408 Verplichtingen!A4 #N/A"];
    assert_eq!(bytes(&file, ".xlsx").lines(), lines, "one is corrected");
    correct(&mut sheets, "Verplichtingen!D3", "ma+wo");
    correct(&mut sheets, "Verplichtingen!A4", "s2");
    let reading = bytes(&workbook(&sheets).expect("a workbook"), ".xlsx");
    assert_eq!(reading.lines(), [""; 0]);
    assert_eq!(reading.roster, super::reading::good());
}

#[test]
fn a_copy_of_a_copy_has_one_list_in_whichever_language() {
    let (sheets, _) = copy_of(&wrong());
    let path = path(".xlsx");
    std::fs::write(&path, workbook(&sheets).expect("a workbook")).expect("a file");
    let (again, _) = marked(&path, Language::En);
    std::fs::remove_file(&path).expect("the file");
    assert_eq!(again[0].name, "Findings");
    assert!(again.iter().all(|sheet| sheet.name != "Bevindingen"));
    assert_eq!(again.len(), sheets.len());
}

#[test]
fn sheets_that_are_not_there_have_no_links() {
    let (sheets, _) = copy_of(&Work::good().without("Deelnemers").without("Sluitingen"));
    assert_eq!(sheets[0].rows.len(), 1);
    assert_eq!(sheets[0].rows[0][1], Cell::Text("Deelnemers".into()));
    assert!(workbook(&sheets).is_ok());
}

#[test]
fn csv_files_become_one_workbook_whatever_their_names() {
    let long = "een heel lange naam die geen blad kan hebben";
    let mut files = Work::good().set("Deelnemers!E2", "9/3/2026").csv(";");
    files.push((format!("{long} 1.csv"), "a;b".into()));
    files.push((format!("{long} 2.csv"), "a;b".into()));
    files.push(("[bijlagen].csv".into(), "a;b".into()));
    files.push(("Notities.csv".into(), format!("{};b", "lang ".repeat(10_000))));
    let folder = path("");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in &files {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    let (sheets, file) = marked(&folder, Language::Nl);
    std::fs::remove_dir_all(&folder).expect("the folder");
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert!(names.contains(&"een heel lange naam die geen bl"), "{names:?}");
    assert!(names.contains(&"een heel lange naam die geen 2"), "{names:?}");
    assert!(names.contains(&"bijlagen"), "{names:?}");
    assert_eq!(names.len(), files.len() + 1);
    let reading = bytes(&workbook(&sheets).expect("a workbook"), ".xlsx");
    let errors = |lines: Vec<String>| -> Vec<String> {
        lines.into_iter().filter(|line| line.starts_with('E')).collect()
    };
    assert_eq!(errors(reading.lines()), ["E1410 Deelnemers!E2 9/3/2026"]);
    assert_eq!(file.read().1.iter().filter(|f| f.code.as_str().starts_with('E')).count(), 1);
}

#[test]
fn the_note_of_a_cell_tells_only_some_of_very_many() {
    let nobody: Vec<String> = (1..=400).map(|number| format!("iemand-{number}")).collect();
    let work = Work::good().set("Leeromgevingen!I2", nobody.join("; ").as_str());
    let (sheets, _) = copy_of(&work);
    assert_eq!(sheets[0].rows.len(), 400);
    let file = workbook(&sheets).expect("a workbook");
    let number = sheets.iter().position(|sheet| sheet.name == "Leeromgevingen").expect("a sheet");
    let note = note(&file, number + 1, "I2").expect("a note");
    assert!(note.contains("iemand-5") && !note.contains("iemand-6"), "{note}");
    assert!(note.ends_with("En nog 395 in deze cel."), "{note}");
}

#[test]
fn the_list_says_what_is_solved_since() {
    let path = path(".xlsx");
    std::fs::write(&path, Work::good().set("Deelnemers!E2", "9/3/2026").xlsx()).expect("a file");
    let (sheets, _) = marked(&path, Language::Nl);
    // The cell is corrected in the copy.
    let mut corrected = sheets.clone();
    let people = corrected.iter_mut().find(|sheet| sheet.name == "Deelnemers").expect("a sheet");
    people.rows[1][4] = Cell::text("2026-09-07");
    std::fs::write(&path, workbook(&corrected).expect("a workbook")).expect("a file");
    let (again, _) = marked(&path, Language::Nl);
    std::fs::remove_file(&path).expect("the file");
    let row = &again[0].rows[0];
    assert_eq!(row[0], Cell::text("opgelost"));
    assert_eq!(row[1], Cell::text("Deelnemers!E2"));
    assert_eq!(row[6], Cell::text("E1410"));
    // The next copy no longer lists it.
    let path = super::reading::path(".xlsx");
    std::fs::write(&path, workbook(&again).expect("a workbook")).expect("a file");
    let (third, _) = marked(&path, Language::Nl);
    std::fs::remove_file(&path).expect("the file");
    assert!(third[0].rows.is_empty(), "{:?}", third[0].rows);
}
