//! From a workbook to a roster: every cell is read by what its column holds, and whatever cannot be read is
//! a finding at its cell.

mod doubtful;
mod exceptions;
mod grid;
mod merged;
mod names;
mod owners;
mod recurring;
mod rows;
mod strengths;
mod value;
mod windows;

use std::collections::{BTreeMap, HashSet};

use serde_json::Value as Json;

use super::layout::{Holds, SHEETS};
use super::parse::Problem;
use super::places::{FoundSheet, Places};
use super::words::Words;
use crate::book::{Book, RawRow, RawSheet, Value, is_garbled};
use leerteam_messages::Messages;
use leerteam_model::roster::{CellPlace, Code, Finding, Severity};
use leerteam_wire::v1;
pub use names::Names;
use rows::RowReader;
pub use value::Cells;
pub use value::whole_number;
pub use windows::{Period, StatedWindow, windows};

/// A workbook as it was read.
#[derive(Debug)]
pub struct Read {
    /// The roster, without what could not be read.
    pub roster: v1::Roster,
    /// Where each field of it stands.
    pub places: Places,
    /// Ids and names of all lists.
    pub names: Names,
    /// What is wrong with its cells.
    pub findings: Vec<Finding>,
    /// Cells that are not read for a reason that is among the findings.
    pub unread_cells: HashSet<CellPlace>,
    /// Lists of the roster that are not read for a reason that is among the findings.
    pub unread_lists: HashSet<String>,
}

/// Findings while they are gathered.
pub struct Gathered<'a> {
    /// Texts, for what sheets and columns are called.
    pub messages: &'a Messages,
    findings: Vec<Finding>,
    /// Cells that are not read.
    cells: HashSet<CellPlace>,
    /// Lists that are not read.
    unread: HashSet<String>,
}

impl Gathered<'_> {
    /// Adds a finding at a place, where there is no error yet if it is a cell.
    pub fn add(
        &mut self,
        code: Code,
        place: CellPlace,
        value: &str,
        details: Vec<(&'static str, String)>,
    ) {
        let is_error = code.severity() == Severity::Error;
        if place.row == 0 || !is_error || self.cells.insert(place.clone()) {
            self.findings.push(Finding::at_cell(code, place, value, details));
        }
    }
}

/// Reads a workbook; findings are in no particular language, but names of sheets and columns in them are in
/// that of `messages`.
pub fn read(book: &Book, messages: &Messages) -> Read {
    let words = Words::new(messages);
    let mut gathered =
        Gathered { messages, findings: Vec::new(), cells: HashSet::new(), unread: HashSet::new() };
    let found = grid::find(book, &words, &mut gathered);
    let headings = headings(messages);
    let table = |(found, headings): (_, &'_ Vec<String>)| {
        let (at, found): &(usize, FoundSheet) = Option::as_ref(found)?;
        let columns = found.read().collect();
        let (sheet, headings) = (&book.sheets[*at], headings.clone());
        Some(Table { sheet, found, columns, headings, no_data: HashSet::new() })
    };
    let mut tables: Vec<Option<Table>> = found.iter().zip(&headings).map(table).collect();
    for (spec, table) in SHEETS.iter().zip(&mut tables) {
        let Some(table) = table else { continue };
        merged::check(table, &mut gathered);
        if open_quote(table, &mut gathered) {
            // Rows behind it may have become part of a cell.
            gathered.unread.extend(spec.lists());
        }
        garbled(table, &mut gathered);
        let (doubted, no_data) = doubtful::check(table, spec.rows, &words.no_data, &mut gathered);
        // What else stands in such a row is nothing to be found fault with.
        table.no_data = no_data;
        let professionals = ["organisation", "profession", "field"];
        if let (Some(programme), Some(of_professionals)) = (
            spec.column("programme").filter(|_| spec.id == "participants"),
            professionals.iter().map(|id| spec.column(id)).collect(),
        ) {
            let columns = doubtful::Columns { programme, of_professionals };
            doubtful::blank_below(table, &columns, &doubted, &mut gathered);
        }
    }
    let names = names(&tables);
    let cells = Cells { words: &words, names: &names, messages };
    let period = period(&tables, &cells);
    let mut reader = RowReader::new(cells, period, gathered);
    reader.places.headings = headings;
    for (sheet, table) in tables.iter().enumerate() {
        let Some(table) = table else { continue };
        for row in table.rows() {
            reader.row(sheet, table, row);
        }
    }
    let RowReader { json, mut places, mut gathered, .. } = reader;
    places.sheets = found.into_iter().map(|found| found.map(|(_, sheet)| sheet)).collect();
    let roster = serde_json::from_value(json).unwrap_or_else(|error| {
        let place = grid::whole(book.sheets.first().map_or("", |sheet| sheet.name.as_str()));
        gathered.add(Code::Unreadable, place, &error.to_string(), Vec::new());
        v1::Roster::default()
    });
    let Gathered { findings, cells, unread, .. } = gathered;
    Read { roster, places, names, findings, unread_cells: cells, unread_lists: unread }
}

/// A sheet with its columns.
pub struct Table<'a> {
    sheet: &'a RawSheet,
    found: &'a FoundSheet,
    /// What stands above each column that is read.
    columns: BTreeMap<u32, &'a str>,
    /// The headings that its columns should have.
    headings: Vec<String>,
    /// Rows that are totals or explanations.
    no_data: HashSet<u32>,
}

impl Table<'_> {
    /// Rows of data, below the headings.
    fn rows(&self) -> impl Iterator<Item = &RawRow> {
        let below = self.sheet.rows.iter().filter(|row| row.number > self.found.heading);
        let is_data = |row: &&RawRow| !self.no_data.contains(&row.number) && !self.is_remark(row);
        below.filter(|row| self.is_filled(row)).filter(is_data)
    }

    /// Whether a row is a remark or an example.
    fn is_remark(&self, row: &RawRow) -> bool {
        grid::is_remark(row, |column| self.heading(column).is_some())
    }

    /// Whether anything stands in a column that is read.
    fn is_filled(&self, row: &RawRow) -> bool {
        let mut filled = row.cells.iter().filter(|cell| cell.value != Value::Empty);
        filled.any(|cell| self.heading(cell.column).is_some())
    }

    /// What stands above a column, if it is read.
    fn heading(&self, column: u32) -> Option<&str> {
        self.columns.get(&column).copied()
    }

    /// What stands in a column of the layout.
    fn value<'r>(&self, row: &'r RawRow, column: usize) -> &'r Value {
        match self.found.columns.get(column) {
            Some(Some((column, _))) => row.value(*column),
            _ => &Value::Empty,
        }
    }

    /// Whether a column of the layout is there.
    fn has(&self, column: usize) -> bool {
        self.found.columns.get(column).is_some_and(Option::is_some)
    }

    /// The place of a cell; of the row, with the heading that should be there, where the column is not.
    fn place(&self, row: &RawRow, column: usize) -> CellPlace {
        match self.found.columns.get(column) {
            Some(Some((at, heading))) => grid::cell_at(self.sheet, row.number, *at, heading),
            _ => CellPlace {
                sheet: self.sheet.name.clone(),
                row: row.number + 1,
                column: String::new(),
                heading: self.headings.get(column).cloned().unwrap_or_default(),
            },
        }
    }
}

/// The headings that the columns of each sheet should have.
fn headings(messages: &Messages) -> Vec<Vec<String>> {
    let heading = |id: &str| messages.text(&format!("column-{id}"), &[]);
    let of_sheet = SHEETS.iter().map(|sheet| sheet.columns.iter());
    of_sheet.map(|columns| columns.map(|column| heading(column.id)).collect()).collect()
}

/// Ids and names of all lists.
fn names(tables: &[Option<Table>]) -> Names {
    let mut names = Names::default();
    for (spec, table) in SHEETS.iter().zip(tables) {
        let lists = spec.lists();
        let ([list], Some(table)) = (lists.as_slice(), table) else { continue };
        let (Some(id), Some(name)) = (spec.column("id"), spec.column("name")) else { continue };
        for row in table.rows() {
            let text = |column| super::parse::unquoted(&table.value(row, column).to_string());
            let number = table.value(row, id);
            let (id, name) = (text(id), text(name));
            names.add(list, if id.is_empty() { &name } else { &id }, &name);
            // Elsewhere the same may stand as it was typed.
            if let Value::Scientific(number) = number {
                names.add(list, &number.to_string(), "");
            }
        }
    }
    names
}

/// First and last date of the period, which the weeks of other sheets are counted from.
fn period(tables: &[Option<Table>], cells: &Cells) -> Option<Period> {
    let table = tables.first()?.as_ref()?;
    let row = table.rows().next()?;
    let date = |id: &str| {
        let value = table.value(row, SHEETS[0].column(id)?);
        cells.read(Holds::Date, value).ok()??.as_str()?.parse().ok()
    };
    Some(Period { first: date("first-date")?, last: date("last-date")? })
}

/// A cell of a CSV file whose end nobody knows.
fn open_quote(table: &Table, gathered: &mut Gathered) -> bool {
    let Some((row, column)) = table.sheet.open_quote else { return false };
    let heading = table.heading(column).unwrap_or_default();
    let place = grid::cell_at(table.sheet, row, column, heading);
    let value = table.sheet.value(row, column).to_string();
    let value = value.lines().next().unwrap_or_default();
    gathered.add(Code::OpenQuote, place, value, Vec::new());
    true
}

/// Letters that are not what was meant: the first cell, and in how many there are any.
fn garbled(table: &Table, gathered: &mut Gathered) {
    let cells =
        table.sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let is_it = |value: &Value| matches!(value, Value::Text(text) if is_garbled(text));
    let mut garbled = cells.filter(|(_, cell)| is_it(&cell.value));
    if let Some((row, cell)) = garbled.next() {
        let heading = table.heading(cell.column).unwrap_or_default();
        let place = grid::cell_at(table.sheet, row.number, cell.column, heading);
        let count = 1 + garbled.count();
        let details = vec![("cells", count.to_string())];
        gathered.add(Code::Garbled, place, &cell.value.to_string(), details);
    }
}

/// A problem at a cell.
fn report(gathered: &mut Gathered, place: CellPlace, value: &Value, problem: Problem) {
    gathered.add(problem.code, place, &value.to_string(), problem.details);
}

/// Text of a JSON text.
fn text_of(json: Option<&Json>) -> String {
    json.and_then(Json::as_str).unwrap_or_default().to_owned()
}
