//! Reads .xls files of older Excels.

use std::io::Cursor;

use calamine::{Reader, SheetVisible, Xls};

use super::ods::rows;
use super::{Book, NoWorkbook, OpenWorkbookError, RawSheet};

/// Reads all sheets of a workbook.
pub fn book(content: Vec<u8>) -> Result<Book, OpenWorkbookError> {
    // What is not a workbook within such a file is one with a password.
    let workbook = Xls::new(Cursor::new(content));
    let mut workbook = workbook.map_err(|_| OpenWorkbookError::Content(NoWorkbook::Locked))?;
    let mut book = Book::default();
    for sheet in workbook.sheets_metadata().to_vec() {
        let range = workbook.worksheet_range(&sheet.name);
        let range = range.map_err(|_| OpenWorkbookError::Content(NoWorkbook::Damaged))?;
        book.sheets.push(RawSheet {
            name: sheet.name,
            rows: rows(&range),
            hidden: sheet.visible != SheetVisible::Visible,
            ..RawSheet::default()
        });
    }
    Ok(book)
}
