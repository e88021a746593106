//! What the marked copy keeps of the looks of a workbook.

use leerteam::formats::book;
use leerteam::formats::sheets::{Cell, Sheet, workbook};
use leerteam::messages::Language;

use super::marked::{between, colour, copy_of, marked, note};
use super::reading::{bytes, path};
use super::work::{Work, part};

/// A workbook with a list to choose from, a note, a colour, a width and a hidden row.
fn decorated() -> Vec<u8> {
    use rust_xlsxwriter::{Color, DataValidation, Format, Note, Workbook};
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("Organisaties").expect("a name");
    let rows = [["Id", "Naam", "Kant"], ["a", "A", "onderwijs"], ["b", "B", "links"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            page.write_string(row, column, text).expect("a cell");
        }
    }
    let green = Format::new().set_background_color(Color::RGB(0x92D050));
    page.write_string_with_format(1, 1, "A", &green).expect("a cell");
    page.insert_note(1, 0, &Note::new("Bel Ans & Bo").add_author_prefix(false)).expect("a note");
    page.insert_note(2, 2, &Note::new("Klopt dit?").add_author_prefix(false)).expect("a note");
    let list = DataValidation::new().allow_list_strings(&["onderwijs", "praktijk"]);
    page.add_data_validation(1, 2, 99, 2, &list.expect("a list")).expect("cells");
    page.set_column_width(1, 33).expect("a width");
    page.set_freeze_panes(1, 0).expect("rows");
    let heading = Format::new().set_background_color(Color::RGB(0x1F4E5F));
    let heading = heading.set_font_color(Color::White);
    page.write_string_with_format(0, 0, "Id", &heading).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn the_copy_keeps_lists_notes_colours_and_widths() {
    let path = path(".xlsx");
    std::fs::write(&path, decorated()).expect("a file");
    let (sheets, _) = marked(&path, Language::Nl);
    std::fs::remove_file(&path).expect("the file");
    let copy = workbook(&sheets).expect("a workbook");
    let xml = part(&copy, "xl/worksheets/sheet2.xml").expect("the sheet");
    assert!(xml.contains("sqref=\"C2:C100\""), "{xml}");
    assert!(xml.contains("onderwijs,praktijk"), "{xml}");
    assert_eq!(note(&copy, 2, "A2").as_deref(), Some("Bel Ans &amp; Bo"));
    let both = note(&copy, 2, "C3").expect("a note");
    assert!(both.contains("Klopt dit?") && both.contains("links"), "{both}");
    assert_eq!(colour(&copy, 2, "B2").as_deref(), Some("FF92D050"));
    assert_eq!(colour(&copy, 2, "C3").as_deref(), Some("FFF8CBAD"));
    assert!(xml.contains("width=\"33"), "{xml}");
    assert!(xml.contains("<pane ySplit=\"1\""), "{xml}");
    // White letters on a dark ground stay so.
    assert_eq!(colour(&copy, 2, "A1").as_deref(), Some("FF1F4E5F"));
    let reading = bytes(&copy, ".xlsx");
    assert!(reading.lines().contains(&"E1409 Organisaties!C3 links".to_owned()));
    let book = {
        let path = super::reading::path(".xlsx");
        std::fs::write(&path, &copy).expect("a file");
        let book = book::open(&path).expect("a workbook");
        std::fs::remove_file(&path).expect("the file");
        book
    };
    assert_eq!(book.sheets[1].looks.inks.get(&(0, 0)), Some(&0xFF_FFFF));
}

/// A workbook with a chart, a picture, and rules that colour cells.
fn illustrated() -> Vec<u8> {
    use rust_xlsxwriter::{
        Chart, ChartType, ConditionalFormat3ColorScale, ConditionalFormatCell,
        ConditionalFormatCellRule, Format, Image, Workbook,
    };
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("Organisaties").expect("a name");
    for (row, cells) in (0..).zip([["Id", "Naam", "Kant"], ["a", "A", "links"]]) {
        for (column, text) in (0..).zip(cells) {
            page.write_string(row, column, text).expect("a cell");
        }
    }
    let mut chart = Chart::new(ChartType::Pie);
    chart.add_series().set_values("Organisaties!$E$1:$E$3");
    page.insert_chart(4, 4, &chart).expect("a chart");
    let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let pixel = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, pixel);
    let image = Image::new_from_buffer(&pixel.expect("letters")).expect("a picture");
    page.insert_image(9, 4, &image).expect("a picture");
    let bold = Format::new().set_bold().set_background_color(0xFF_C7CE);
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo("praktijk"))
        .set_format(&bold);
    page.add_conditional_format(1, 2, 99, 2, &rule).expect("a rule");
    page.add_conditional_format(1, 4, 9, 4, &ConditionalFormat3ColorScale::new()).expect("a rule");
    book.save_to_buffer().expect("a workbook")
}

/// The sheets of the copy of a workbook of these bytes.
fn copied(content: &[u8]) -> Vec<Sheet> {
    let path = path(".xlsx");
    std::fs::write(&path, content).expect("a file");
    let (sheets, _) = marked(&path, Language::Nl);
    std::fs::remove_file(&path).expect("the file");
    sheets
}

#[test]
fn the_copy_keeps_charts_pictures_and_rules_that_colour_cells() {
    let original = illustrated();
    let sheets = copied(&original);
    assert!(sheets[0].rows.iter().all(|row| row[6] != Cell::text("N2703")));
    let copy = workbook(&sheets).expect("a workbook");
    let of = |file: &[u8], name: &str| part(file, name).unwrap_or_else(|| panic!("no {name}"));
    for name in ["xl/charts/chart1.xml", "xl/drawings/drawing1.xml"] {
        assert_eq!(of(&copy, name), of(&original, name));
        assert!(of(&copy, "[Content_Types].xml").contains(&format!("PartName=\"/{name}\"")));
    }
    let links = of(&copy, "xl/worksheets/_rels/sheet2.xml.rels");
    assert!(links.contains("xl/drawings/drawing1.xml") && links.contains("comments"), "{links}");
    let before = of(&original, "xl/worksheets/sheet1.xml");
    let sheet = of(&copy, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("<drawing "), "{sheet}");
    for cells in ["C2:C100", "E2:E10"] {
        let start = format!("<conditionalFormatting sqref=\"{cells}\">");
        let rule = between(&before, &start, "</conditionalFormatting>").expect("a rule");
        assert_eq!(between(&sheet, &start, "</conditionalFormatting>"), Some(rule));
    }
    let formats =
        |file: &[u8]| between(&of(file, "xl/styles.xml"), "<dxfs", "</dxfs>").map(str::to_owned);
    assert!(formats(&copy).is_some());
    assert_eq!(formats(&copy), formats(&original));
    // So does the copy of the copy.
    let again = workbook(&copied(&copy)).expect("a workbook");
    assert_eq!(of(&again, "xl/charts/chart1.xml"), of(&original, "xl/charts/chart1.xml"));
    assert_eq!(formats(&again), formats(&original));
}

#[test]
fn what_the_copy_cannot_keep_it_names() {
    let spoilt = super::work::patched(&decorated(), |name, text| match name {
        "xl/worksheets/sheet1.xml" => {
            text.replace("<legacyDrawing ", "<drawing r:id=\"rId9\"/><legacyDrawing ")
        }
        _ => text,
    });
    let sheets = copied(&spoilt);
    let row = sheets[0].rows.iter().find(|row| row[6] == Cell::text("N2703")).expect("a row");
    assert_eq!(row[1], Cell::Link("Organisaties".into(), "Organisaties".into(), 0, 0));
    // What is about the copy is no longer there in the copy of the copy, and was no error that is solved.
    let again = copied(&workbook(&sheets).expect("a workbook"));
    assert!(again[0].rows.iter().all(|row| row[6] != Cell::text("N2703")));
}

#[test]
fn the_copy_keeps_lists_on_other_sheets_that_excel_writes_apart() {
    let apart = "<extLst><ext uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\" \
        xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:dataValidations count=\"1\" \
        xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:dataValidation type=\"list\">\
        <x14:formula1><xm:f>Organisaties!$B$2:$B$9</xm:f></x14:formula1><xm:sqref>C2:C5 C7</xm:sqref>\
        </x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>";
    let file = super::work::patched(&Work::good().xlsx(), |name, text| match name {
        "xl/worksheets/sheet4.xml" => text.replace("</worksheet>", apart),
        _ => text,
    });
    let copy = workbook(&copied(&file)).expect("a workbook");
    let sheet = part(&copy, "xl/worksheets/sheet5.xml").expect("the sheet");
    for cells in ["sqref=\"C2:C5\"", "sqref=\"C7\""] {
        assert!(sheet.contains(cells), "{sheet}");
    }
    assert!(sheet.contains("Organisaties!$B$2:$B$9"), "{sheet}");
}

#[test]
fn what_is_hidden_is_hidden_in_the_copy() {
    let work = Work::good().hide_column("Deelnemers", 3).hide_sheet("Wensen");
    let (sheets, _) = copy_of(&work);
    let reading = bytes(&workbook(&sheets).expect("a workbook"), ".xlsx");
    assert_eq!(reading.lines(), ["W2608 Deelnemers!D1 Klas", "E1427 Wensen Wensen"]);
}
