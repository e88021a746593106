//! Sheets of cells, whatever they are about, and how they are written as a workbook or as CSV files.

mod carried;
mod csv;
mod kept;
mod xlsx;

use chrono::NaiveDate;

pub use csv::{csv_files, unguarded};
pub use kept::{CellLook, Kept};
use leerteam_model::roster::Clock;
pub use xlsx::workbook;

/// One sheet of a workbook, or one CSV file.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name, also that of its CSV file.
    pub name: String,
    /// Its columns. A sheet without columns has no heading row: its rows stand as they are.
    pub columns: Vec<Column>,
    /// Its rows, without the headings; a row may be shorter than there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What is marked in it.
    pub marks: Vec<Mark>,
    /// How much it is needed: its tab has the colour of it; none for a tab as all are.
    pub need: Option<Need>,
    /// How it looks, if it is a copy of another.
    pub kept: Kept,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// Shown when one points at the heading; empty for none.
    pub note: String,
    /// Width in characters; 0 for as wide as what stands in it.
    pub width: u16,
    /// What one can choose from in each cell.
    pub choices: Choices,
    /// How cells that are still empty are to be read and shown.
    pub kind: Kind,
    /// How much it is needed: its heading has the colour of it.
    pub need: Need,
}

/// How much something is needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    /// It has to be filled in.
    Required,
    /// It mostly is.
    #[default]
    Usual,
    /// Only where there is such a thing.
    Optional,
}

/// What one can choose from in a cell; other entries stay possible.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Choices {
    /// Anything goes.
    #[default]
    Free,
    /// These texts.
    Of(Vec<String>),
    /// Whatever stands in a column of a sheet, both counted from 0.
    Column {
        /// The sheet.
        sheet: usize,
        /// Its column.
        column: usize,
    },
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Text; numbers typed into it stay as they are typed.
    #[default]
    Text,
    /// Numbers.
    Number,
    /// Dates.
    Date,
    /// Times of day.
    Time,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, perhaps of several lines.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(Clock),
    /// A formula without its `=`, and what it last came to.
    Formula(String, String),
    /// A text that leads to a cell: `sheet`, row and column counted from 0.
    Link(String, String, u32, u16),
}

impl Cell {
    /// A text; an empty one is an empty cell.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A whole number.
    pub fn number(number: impl Into<i64>) -> Cell {
        // Whole numbers of this size are exact.
        Cell::Number(number.into() as f64)
    }
}

/// A cell that is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its row, counted from 0 without the headings.
    pub row: u32,
    /// Its column, counted from 0.
    pub column: u16,
    /// How.
    pub tone: Tone,
    /// A note on it; empty for none.
    pub note: String,
}

/// How a cell is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Something to look at.
    Warning,
    /// Something wrong.
    Bad,
    /// Not to be filled in: an example.
    Example,
    /// A heading within the sheet.
    Heading,
}
