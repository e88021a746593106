//! Sheets as CSV files.

use std::borrow::Cow;

use super::{Cell, Sheet};
use crate::File;

/// A CSV file (UTF-8 with a byte order mark, semicolons) for each sheet, as a spreadsheet program set to
/// Dutch opens it with a double click. Dates are ISO 8601 and times `HH:MM`. Texts that a spreadsheet
/// program would take for a formula have a `'` before them; [`unguarded`] takes it off again.
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
        writer.write_record(&row).expect("writing to memory does not fail");
    }
    let mut content = "\u{feff}".as_bytes().to_vec();
    content.extend(writer.into_inner().expect("writing to memory does not fail"));
    File { path: format!("{}.csv", sheet.name), content }
}

/// A cell as text.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Formula(_, text) | Cell::Link(text, ..) => guarded(text).into(),
        Cell::Number(number) => number.to_string(),
        Cell::Bool(value) => value.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(clock) => clock.to_string(),
    }
}

/// Whether a spreadsheet program that opens a CSV file would take a text for a formula once the `'`
/// before it, if any, are off. It does so for texts in quotation marks too.
fn is_risky(text: &str) -> bool {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    text.trim_start_matches('\'').starts_with(STARTS)
}

/// A text as it can safely stand in a CSV file.
fn guarded(text: &str) -> Cow<'_, str> {
    if is_risky(text) { format!("'{text}").into() } else { text.into() }
}

/// A text from a CSV file as it was before [`csv_files`] wrote it: without the `'` that keeps it from
/// being taken for a formula. A `'` before anything else is the text's own.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_a_formula_and_none_is_lost() {
        for text in ["=1+1", "+31 6", "-", "@SUM(A1)", "'=1", "''+", "\t=1", "＝1", "\n-"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "'s Gravenhage", "1-2", "'", "a=b", " =1"] {
            assert_eq!(guarded(text), text);
        }
        for text in ["=1", "'=1", "''=1", "'s", "'", "", "-5", "a", "'@'"] {
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }
}
