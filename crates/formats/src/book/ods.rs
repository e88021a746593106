//! Reads .ods files of LibreOffice and others.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, SheetVisible};

use super::looks::of_ods;
use super::{Book, NoWorkbook, OpenWorkbookError, RawCell, RawRow, RawSheet, Value, moments};

/// Reads all sheets of a workbook.
pub fn book(content: Vec<u8>) -> Result<Book, OpenWorkbookError> {
    let damaged = || OpenWorkbookError::Content(NoWorkbook::Damaged);
    let mut looks = of_ods(&content).map_err(|_| damaged())?;
    let mut workbook = Ods::new(Cursor::new(content)).map_err(|_| damaged())?;
    let sheets = workbook.sheets_metadata().to_vec();
    let mut book = Book::default();
    for sheet in sheets {
        let range = workbook.worksheet_range(&sheet.name).map_err(|_| damaged())?;
        let rows = rows(&range);
        let looks = looks.remove(&sheet.name).unwrap_or_default();
        let hidden = sheet.visible != SheetVisible::Visible;
        let merged = looks.merged.clone();
        book.sheets.push(RawSheet {
            name: sheet.name,
            rows,
            merged,
            looks,
            hidden,
            ..RawSheet::default()
        });
    }
    Ok(book)
}

/// The rows of a sheet with anything in them.
pub fn rows(range: &Range<Data>) -> Vec<RawRow> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (number, row) in (first_row..).zip(range.rows()) {
        let values = (first_column..).zip(row.iter().map(value));
        let filled = values.filter(|(_, value)| *value != Value::Empty);
        let cell = |(column, value)| RawCell { column, value, formula: String::new() };
        let cells: Vec<RawCell> = filled.map(cell).collect();
        if !cells.is_empty() {
            rows.push(RawRow { number, cells });
        }
    }
    rows
}

fn value(data: &Data) -> Value {
    match data {
        Data::Empty => Value::Empty,
        Data::String(text) => Value::text(text),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(value) => Value::Bool(*value),
        Data::DateTime(moment) => moments::of_number(*moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => moments::of_iso(text),
        Data::Error(error) => Value::Error(error.to_string()),
    }
}
