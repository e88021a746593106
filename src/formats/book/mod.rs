//! Workbooks as people hand them in, read from .xlsx or from a folder of CSV files: what stands in which
//! cell, not yet what it means.

mod csv;
mod text;
mod xlsx;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::NaiveDate;

use crate::roster::Clock;

/// Columns beyond this one are not read; the last sheets need some forty.
pub const MAX_COLUMNS: u32 = 512;

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
    /// Whether its letters do not look as they were meant.
    pub garbled: bool,
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
    /// Its cells from the first column on, as far as anything stands in them.
    pub cells: Vec<RawCell>,
}

impl RawRow {
    /// What stands in a column.
    pub fn value(&self, column: u32) -> &Value {
        self.cells.get(column as usize).map_or(&Value::Empty, |cell| &cell.value)
    }
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct RawCell {
    /// What stands in it.
    pub value: Value,
    /// The formula that the value comes from; empty for none.
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
}

impl Value {
    /// Text without spaces around it; nothing if none is left.
    pub fn text(text: &str) -> Value {
        // Spreadsheets and web pages leave spaces of many kinds.
        let text = text.trim_matches(|c: char| c.is_whitespace() || "\u{feff}\u{200b}".contains(c));
        if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Value::Empty => Ok(()),
            Value::Text(text) | Value::Moment(text) | Value::Error(text) => f.write_str(text),
            Value::Number(number) => write!(f, "{number}"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::Date(date) => write!(f, "{date}"),
            Value::Time(clock) => write!(f, "{clock}"),
        }
    }
}

/// A workbook that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The file is not there or cannot be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is not a workbook.
    #[error("{0}")]
    Content(String),
}

/// Reads an .xlsx file, or a folder with a CSV file for each sheet.
///
/// # Errors
/// If the file or folder cannot be read, or is no workbook.
pub fn open(path: &Path) -> Result<Book, Unopened> {
    if path.is_dir() {
        return csv::folder(path);
    }
    let content = std::fs::read(path)?;
    // A damaged file must not end the program, whatever the reader makes of it.
    let read = catch_unwind(AssertUnwindSafe(|| xlsx::book(content)));
    read.unwrap_or_else(|_| Err(Unopened::Content("damaged".to_owned())))
}
