//! Sheets as CSV files.

use super::{Cell, Sheet};
use crate::formats::File;

/// A CSV file (UTF-8 with a byte order mark, semicolons) for each sheet, as a spreadsheet program set to
/// Dutch opens it with a double click. Dates are ISO 8601 and times `HH:MM`.
pub fn csv_files(sheets: &[Sheet]) -> Vec<File> {
    sheets.iter().map(file).collect()
}

fn file(sheet: &Sheet) -> File {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    let headings: Vec<String> = sheet.columns.iter().map(|column| column.heading.clone()).collect();
    let rows = sheet.rows.iter().map(|row| row.iter().map(text).collect::<Vec<String>>());
    let heading = (!headings.is_empty()).then_some(headings);
    for mut row in heading.into_iter().chain(rows) {
        row.resize(row.len().max(sheet.columns.len()), String::new());
        // Writing to memory does not fail.
        let _ = writer.write_record(&row);
    }
    let mut content = "\u{feff}".as_bytes().to_vec();
    content.extend(writer.into_inner().unwrap_or_default());
    File { path: format!("{}.csv", sheet.name), content }
}

/// A cell as text.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Formula(_, text) | Cell::Link(text, ..) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Bool(value) => value.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(clock) => clock.to_string(),
    }
}
