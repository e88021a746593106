//! Workbooks as people hand them in, read from .xlsx, .ods or a folder of CSV files: what stands in which
//! cell, not yet what it means.

mod csv;
mod error;
mod looks;
mod moments;
mod ods;
mod size;
mod text;
mod xls;
mod xlsx;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::NaiveDate;

pub use error::{NoWorkbook, OpenWorkbookError};
use leerteam_model::roster::Clock;
pub use looks::{Carried, List, Looks, PackagePart, relations_of};
pub use text::{decode, is_garbled, is_invisible, trimmed};

/// All sheets of a workbook, in its order.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// The sheets.
    pub sheets: Vec<RawSheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct RawSheet {
    /// Its name, or that of the CSV file without `.csv`.
    pub name: String,
    /// Rows with anything in them, in order.
    pub rows: Vec<RawRow>,
    /// Cells that are merged into one.
    pub merged: Vec<Area>,
    /// Row and column of a cell of a CSV file that begins with a quotation mark and does not end with one.
    pub open_quote: Option<(u32, u32)>,
    /// How its cells look.
    pub looks: Looks,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// What else a CSV file may be meant to be called: parts of its name.
    pub other_names: Vec<String>,
}

impl RawSheet {
    /// What stands in a cell, both counted from 0.
    pub fn value(&self, row: u32, column: u32) -> &Value {
        let at = self.rows.binary_search_by_key(&row, |row| row.number);
        at.map_or(&Value::Empty, |at| self.rows[at].value(column))
    }
}

/// A rectangle of cells, first and last included, all counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Row and column of the first.
    pub first: (u32, u32),
    /// Row and column of the last.
    pub last: (u32, u32),
}

/// A row with anything in it.
#[derive(Clone, Debug, Default)]
pub struct RawRow {
    /// Its number, counted from 0.
    pub number: u32,
    /// Its cells with anything in them, in the order of their columns.
    pub cells: Vec<RawCell>,
}

impl RawRow {
    /// What stands in a column.
    pub fn value(&self, column: u32) -> &Value {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column);
        at.map_or(&Value::Empty, |at| &self.cells[at].value)
    }
}

/// A cell with anything in it.
#[derive(Clone, Debug, Default)]
pub struct RawCell {
    /// Its column, counted from 0.
    pub column: u32,
    /// What stands in it.
    pub value: Value,
    /// The formula that the value comes from, where it means the same in another workbook; else empty.
    pub formula: String,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Text without spaces around it.
    Text(String),
    /// A number.
    Number(f64),
    /// A number that is shown in scientific notation.
    Scientific(f64),
    /// Yes or no.
    Bool(bool),
    /// A date.
    Date(NaiveDate),
    /// A time of day, in whole minutes.
    Time(Clock),
    /// A moment that is neither a date nor a whole minute of a day, as text.
    Moment(String),
    /// What a formula came to that could not be worked out, such as `#N/A`.
    Error(String),
    /// A formula that no program has worked out yet.
    Formula(String),
}

impl Value {
    /// Text without spaces around it; nothing if none is left.
    pub fn text(text: &str) -> Value {
        let text = trimmed(text);
        if text.is_empty() {
            Value::Empty
        } else if text::is_error(text) {
            Value::Error(text.to_owned())
        } else {
            Value::Text(text.to_owned())
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Value::Empty => Ok(()),
            Value::Text(text) | Value::Moment(text) | Value::Error(text) => f.write_str(text),
            Value::Number(number) => write!(f, "{number}"),
            Value::Scientific(number) => write!(f, "{number:E}"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::Date(date) => write!(f, "{date}"),
            Value::Time(clock) => write!(f, "{clock}"),
            Value::Formula(formula) => write!(f, "={formula}"),
        }
    }
}

/// Reads an .xlsx or .ods file, or a folder with a CSV file for each sheet.
///
/// # Errors
/// If the file or folder cannot be read, or is no workbook.
pub fn open(path: &Path) -> Result<Book, OpenWorkbookError> {
    if path.is_dir() {
        return csv::folder(path);
    }
    let content = std::fs::read(path)?;
    let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if let Some(other) = error::recognised(&content, is_csv) {
        return Err(OpenWorkbookError::Content(other));
    }
    // A damaged file must not end the program, whatever the reader makes of it.
    let read = catch_unwind(AssertUnwindSafe(|| match error::is_open_document(&content) {
        true => ods::book(content),
        false => xlsx::book(content),
    }));
    read.unwrap_or(Err(OpenWorkbookError::Content(NoWorkbook::Damaged)))
}

/// Reads a table in any form that people have: a workbook (.xlsx, .xls, .ods), or else a CSV file, which becomes
/// one sheet with `name`.
///
/// # Errors
/// If it is none of these.
pub fn read(name: &str, content: Vec<u8>) -> Result<Book, OpenWorkbookError> {
    use error::NoWorkbook::{Damaged, Locked, Other};
    let read: fn(Vec<u8>) -> Result<Book, OpenWorkbookError> =
        match error::recognised(&content, false) {
            None if error::is_open_document(&content) => ods::book,
            None => xlsx::book,
            Some(Locked) => xls::book,
            Some(Other) if text::is_text(&content) => {
                return Ok(Book { sheets: vec![csv::sheet(name, &content)] });
            }
            Some(kind) => return Err(OpenWorkbookError::Content(kind)),
        };
    // A damaged file must not end the program, whatever the reader makes of it.
    let book = catch_unwind(AssertUnwindSafe(|| read(content)));
    book.unwrap_or(Err(OpenWorkbookError::Content(Damaged)))
}
