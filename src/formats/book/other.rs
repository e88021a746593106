//! Reads workbooks of other programs: .xls of older Excels, .ods of LibreOffice.

use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, Xls};

use super::xlsx::value;
use super::{Book, NoWorkbook, RawCell, RawRow, RawSheet, Unopened, Value};

/// Reads an .xls file.
pub fn xls(content: Vec<u8>) -> Result<Book, Unopened> {
    // What is not a workbook within such a file is one with a password.
    let workbook = Xls::new(Cursor::new(content));
    sheets(workbook.map_err(|_| Unopened::Content(NoWorkbook::Locked))?)
}

/// Reads an .ods file.
pub fn ods(content: Vec<u8>) -> Result<Book, Unopened> {
    let workbook = Ods::new(Cursor::new(content));
    sheets(workbook.map_err(|_| Unopened::Content(NoWorkbook::Damaged))?)
}

fn sheets<R: Reader<Cursor<Vec<u8>>>>(mut workbook: R) -> Result<Book, Unopened> {
    let mut book = Book::default();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name);
        let range = range.map_err(|_| Unopened::Content(NoWorkbook::Damaged))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let row = |(number, cells): (u32, &[Data])| {
            let cell = |(column, data): (u32, &Data)| RawCell {
                column,
                value: value(&borrowed(data)),
                formula: String::new(),
            };
            let cells = (first_column..).zip(cells).map(cell);
            RawRow { number, cells: cells.filter(|cell| cell.value != Value::Empty).collect() }
        };
        let rows = (first_row..).zip(range.rows()).map(row);
        let rows = rows.filter(|row| !row.cells.is_empty()).collect();
        book.sheets.push(RawSheet { name, rows, ..RawSheet::default() });
    }
    Ok(book)
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Empty => DataRef::Empty,
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}
