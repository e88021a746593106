//! A table of a file: where its headings are, what its columns hold, and what it is about.

use std::collections::BTreeSet;

use super::grid::Part;
use super::meaning::{Meaning, TableKind};
use super::preview::{self, Preview, PreviewColumn};
use super::work::{Work, is_filled};
use leerteam_formats::book::{RawRow, RawSheet, Value};
use leerteam_formats::roster_sheets::places::letters;
use leerteam_model::roster::{CellPlace, Code};

/// A table.
#[derive(Debug)]
pub struct Table {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: RawSheet,
    /// The row of its headings, and the last one of them; counted from 0.
    pub headings: (u32, u32),
    /// What it is about.
    pub kind: TableKind,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its columns of parts of days, in a week matrix.
    pub parts: Vec<Part>,
    /// All columns below days, also those whose headings cannot be read.
    pub of_days: BTreeSet<u32>,
}

/// A column with a heading.
#[derive(Clone, Debug)]
pub struct Column {
    /// Which one, counted from 0.
    pub at: u32,
    /// What stands above it.
    pub heading: String,
    /// What it holds; nothing if it is not read.
    pub meaning: Option<Meaning>,
}

impl Table {
    /// The first column that holds something.
    pub fn column(&self, meaning: Meaning) -> Option<u32> {
        self.columns_of(meaning).next().map(|column| column.at)
    }

    /// All columns that hold something.
    pub fn columns_of(&self, meaning: Meaning) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.meaning == Some(meaning))
    }

    /// Whether a column is of a part of a day.
    pub fn is_part(&self, column: u32) -> bool {
        self.parts.iter().any(|part| part.at == column)
    }

    /// The rows below the headings, without those that begin with `#`, which are remarks.
    pub fn rows(&self) -> impl Iterator<Item = &RawRow> {
        let is_remark = |row: &RawRow| {
            let first = row.cells.first().map(|cell| &cell.value);
            matches!(first, Some(Value::Text(text)) if text.starts_with('#'))
        };
        self.sheet.rows.iter().filter(move |row| row.number > self.headings.1 && !is_remark(row))
    }

    /// The columns in which anything stands below the headings.
    pub fn filled_columns(&self) -> BTreeSet<u32> {
        let cells = self.rows().flat_map(|row| &row.cells);
        cells.filter(|cell| is_filled(&cell.value)).map(|cell| cell.column).collect()
    }

    /// The place of a cell.
    pub fn place(&self, row: &RawRow, column: u32) -> CellPlace {
        self.place_at(row.number, column)
    }

    /// The same by the number of its row.
    pub fn place_at(&self, row: u32, column: u32) -> CellPlace {
        let heading = self.columns.iter().find(|of| of.at == column);
        CellPlace {
            sheet: self.sheet.name.clone(),
            row: row + 1,
            column: letters(column),
            heading: heading.map(|of| of.heading.clone()).unwrap_or_default(),
        }
    }

    /// The name of the file and, where that is another, of the sheet.
    pub fn name(&self) -> String {
        match self.sheet.name.starts_with(&self.file) {
            true => self.sheet.name.clone(),
            false => format!("{} – {}", self.file, self.sheet.name),
        }
    }

    /// What stands in the first rows of a column.
    fn first_values(&self, column: u32) -> Vec<String> {
        let rows = self.rows().filter(|row| row.cells.len() > 1).take(preview::ROWS);
        rows.map(|row| row.value(column).to_string()).collect()
    }

    /// How it was read.
    pub fn preview(&self, work: &Work, rows: usize) -> Preview {
        let columns = self.columns.iter().map(|column| PreviewColumn {
            column: letters(column.at),
            heading: column.heading.clone(),
            taken_for: column
                .meaning
                .filter(|meaning| self.kind.reads(*meaning))
                .map(|of| name_of(work, of))
                .unwrap_or_default(),
            // What planning does not need is shown to nobody.
            first_values: match column.meaning {
                Some(Meaning::Unneeded) => Vec::new(),
                _ => self.first_values(column.at),
            },
        });
        let parts = self.parts.iter().map(|part| PreviewColumn {
            column: letters(part.at),
            heading: part.heading.clone(),
            taken_for: part.text(work.messages),
            first_values: self.first_values(part.at),
        });
        Preview {
            file: self.file.clone(),
            sheet: if self.sheet.name == self.file {
                String::new()
            } else {
                self.sheet.name.clone()
            },
            about: work.text(&format!("import-table-{}", self.kind.key()), &[]),
            rows,
            columns: columns.chain(parts).collect(),
            notes: Vec::new(),
        }
    }
}

/// What a meaning is called.
pub fn name_of(work: &Work, meaning: Meaning) -> String {
    work.text(&format!("import-column-{}", meaning.key()), &[])
}

/// Rows that somebody has hidden or struck through: whether they count nobody can know.
pub fn doubtful(work: &mut Work, table: &Table) {
    let looks = &table.sheet.looks;
    let first = table.rows().next().map(|row| row.number);
    if table.sheet.hidden && first.is_some() {
        let place = CellPlace { row: 0, column: String::new(), ..table.place_at(0, 0) };
        work.at(Code::Hidden, place, &table.sheet.name, &[]);
    }
    let is_read = |of: &&Column| !matches!(of.meaning, None | Some(Meaning::Unneeded));
    let columns = table.columns.iter().filter(is_read).map(|of| (of.at, &of.heading));
    for (at, heading) in columns.chain(table.parts.iter().map(|of| (of.at, &of.heading))) {
        let is_filled = || table.rows().any(|row| is_filled(row.value(at)));
        if looks.is_hidden_column(at) && is_filled() {
            work.at(Code::HiddenColumn, table.place_at(table.headings.0, at), heading, &[]);
        }
    }
    let hidden = table.rows().filter(|row| looks.is_hidden(row.number));
    let hidden: Vec<u32> = hidden.map(|row| row.number).collect();
    if let Some(first) = hidden.first() {
        let place = CellPlace { column: String::new(), ..table.place_at(*first, 0) };
        let numbers: Vec<String> = hidden.iter().map(|row| (row + 1).to_string()).collect();
        work.at(Code::Hidden, place, numbers.join(", "), &[]);
    }
    for row in table.rows() {
        let is_struck = |column: u32| looks.struck.contains(&(row.number, column));
        if let Some(cell) = row.cells.iter().find(|cell| is_struck(cell.column)) {
            work.at(Code::StruckThrough, table.place(row, cell.column), &cell.value, &[]);
        }
    }
}

/// Says which columns nobody reads though something stands in them.
pub fn unread_columns(work: &mut Work, table: &Table) {
    let filled = |column: u32| table.rows().any(|row| is_filled(row.value(column)));
    let is_read = |of: &Column| of.meaning.is_some_and(|meaning| table.kind.reads(meaning));
    let unread = table.columns.iter().filter(|column| !is_read(column) && filled(column.at));
    let unread: Vec<Column> = unread.cloned().collect();
    for column in unread {
        let path = ["columns", table.kind.key(), &column.heading];
        let is_asked = work.questions.iter().any(|asked| asked.path == path);
        // What it holds may be known, and nothing that is read here.
        let is_answered = column.meaning.is_none() && work.mapping.get(&path).is_some();
        if !is_asked && !is_answered {
            work.at(
                Code::ColumnUnknown,
                table.place_at(table.headings.0, column.at),
                &column.heading,
                &[],
            );
        }
    }
    let columns = table.columns.iter().map(|column| column.at);
    let known: BTreeSet<u32> = columns.chain(table.of_days.iter().copied()).collect();
    let stray = table.rows().flat_map(|row| row.cells.iter().map(move |cell| (row.number, cell)));
    let mut reported = BTreeSet::new();
    for (row, cell) in stray.filter(|(_, cell)| !known.contains(&cell.column)) {
        if reported.insert(cell.column) {
            work.at(Code::NoHeading, table.place_at(row, cell.column), &cell.value, &[]);
        }
    }
}
