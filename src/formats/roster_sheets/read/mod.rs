//! From a workbook to a roster: every cell is read by what its column holds, and whatever cannot be read is
//! a finding at its cell.

mod grid;
mod names;
mod rows;
mod value;
mod windows;

use std::collections::HashSet;

use serde_json::Value as Json;

use super::layout::{ColumnSpec, Holds, Rows, SHEETS};
use super::parse::Problem;
use super::places::{FoundSheet, Places, letters};
use super::words::Words;
use crate::formats::book::{Book, RawRow, RawSheet, Value};
use crate::messages::Messages;
use crate::roster::{CellPlace, Code, Finding};
use crate::wire::v1;
use names::Names;
use rows::RowReader;
use value::Cells;
use windows::Period;

/// A workbook as it was read.
#[derive(Debug)]
pub struct Read {
    /// The roster, without what could not be read.
    pub roster: v1::Roster,
    /// Where each field of it stands.
    pub places: Places,
    /// What is wrong with its cells.
    pub findings: Vec<Finding>,
}

/// Findings while they are gathered.
pub struct Gathered<'a> {
    /// Texts, for what sheets and columns are called.
    pub messages: &'a Messages,
    findings: Vec<Finding>,
    cells: HashSet<CellPlace>,
}

impl Gathered<'_> {
    /// Adds a finding at a cell, where there is none yet.
    pub fn add(
        &mut self,
        code: Code,
        place: CellPlace,
        value: &str,
        details: Vec<(&'static str, String)>,
    ) {
        if place.row == 0 || self.cells.insert(place.clone()) {
            self.findings.push(Finding::at_cell(code, place, value, details));
        }
    }
}

/// Reads a workbook; findings are in no particular language, but names of sheets and columns in them are in
/// that of `messages`.
pub fn read(book: &Book, messages: &Messages) -> Read {
    let words = Words::new();
    let mut gathered = Gathered { messages, findings: Vec::new(), cells: HashSet::new() };
    let found = grid::find(book, &words, &mut gathered);
    merged(book, &found, &mut gathered);
    let tables: Vec<Option<Table>> = found
        .iter()
        .map(|found| found.as_ref().map(|(at, found)| Table { sheet: &book.sheets[*at], found }))
        .collect();
    let names = names(&tables);
    let cells = Cells { words: &words, names: &names, messages };
    let mut reader = RowReader::new(cells, period(&tables, &words, &names, messages), gathered);
    reader.places.sheets = found.iter().map(|found| found.as_ref().map(|f| f.1.clone())).collect();
    for (sheet, table) in tables.iter().enumerate() {
        let Some(table) = table else { continue };
        for row in table.rows() {
            reader.row(sheet, table, row);
        }
    }
    let RowReader { json, places, mut gathered, .. } = reader;
    let roster = serde_json::from_value(json).unwrap_or_else(|error| {
        let place = grid::whole(book.sheets.first().map_or("", |sheet| sheet.name.as_str()));
        gathered.add(Code::Unreadable, place, &error.to_string(), Vec::new());
        v1::Roster::default()
    });
    Read { roster, places, findings: gathered.findings }
}

/// A sheet with its columns.
pub struct Table<'a> {
    sheet: &'a RawSheet,
    found: &'a FoundSheet,
}

impl Table<'_> {
    /// Rows of data, below the headings.
    fn rows(&self) -> impl Iterator<Item = &RawRow> {
        let below = self.sheet.rows.iter().filter(|row| row.number > self.found.heading);
        below.filter(|row| !grid::is_remark(row) && self.is_filled(row))
    }

    /// Whether anything stands in a column that is read.
    fn is_filled(&self, row: &RawRow) -> bool {
        let columns = self.found.columns.iter().flatten().map(|(column, _)| *column);
        let mut columns = columns.chain(self.found.attributes.iter().map(|(_, column, _)| *column));
        columns.any(|column| *row.value(column) != Value::Empty)
    }

    /// What stands in a column of the layout.
    fn value<'r>(&self, row: &'r RawRow, column: usize) -> &'r Value {
        match self.found.columns.get(column) {
            Some(Some((column, _))) => row.value(*column),
            _ => &Value::Empty,
        }
    }

    /// The place of a cell; of the row where the column is not there.
    fn place(&self, row: &RawRow, column: usize) -> CellPlace {
        let at = self.found.columns.get(column).cloned().flatten();
        let (column, heading) = at.map_or_else(Default::default, |(at, text)| (letters(at), text));
        CellPlace { sheet: self.sheet.name.clone(), row: row.number + 1, column, heading }
    }
}

/// Ids and names of all lists.
fn names(tables: &[Option<Table>]) -> Names {
    let mut names = Names::default();
    for (spec, table) in SHEETS.iter().zip(tables) {
        let (Rows::List(list), Some(table)) = (spec.rows, table) else { continue };
        let (Some(id), Some(name)) = (spec.column("id"), spec.column("name")) else { continue };
        for row in table.rows() {
            let text = |column| super::parse::unquoted(&table.value(row, column).to_string());
            let (id, name) = (text(id), text(name));
            names.add(list, if id.is_empty() { &name } else { &id }, &name);
        }
    }
    names
}

/// First and last date of the period, which the weeks of other sheets are counted from.
fn period(
    tables: &[Option<Table>],
    words: &Words,
    names: &Names,
    messages: &Messages,
) -> Option<Period> {
    let cells = Cells { words, names, messages };
    let table = tables.first()?.as_ref()?;
    let row = table.rows().next()?;
    let date = |id: &str| {
        let value = table.value(row, SHEETS[0].column(id)?);
        cells.read(Holds::Date, value).ok()??.as_str()?.parse().ok()
    };
    Some(Period { first: date("first-date")?, last: date("last-date")? })
}

/// Cells that are merged hold what only the first of them has, so the others look empty.
fn merged(book: &Book, found: &[Option<(usize, FoundSheet)>], gathered: &mut Gathered) {
    for (place, columns) in found.iter().flatten() {
        let sheet = &book.sheets[*place];
        for area in &sheet.merged {
            let (first, last) = (area.first, area.last);
            let is_read = |column: &u32| (first.1..=last.1).contains(column);
            let heading = columns.columns.iter().flatten().find(|(column, _)| is_read(column));
            let below = last.0 >= columns.heading && first != last;
            if let (true, Some((_, heading))) = (below, heading) {
                let place = CellPlace {
                    sheet: sheet.name.clone(),
                    row: first.0 + 1,
                    column: letters(first.1),
                    heading: heading.clone(),
                };
                let cells = format!(
                    "{}{}:{}{}",
                    letters(first.1),
                    first.0 + 1,
                    letters(last.1),
                    last.0 + 1
                );
                gathered.add(Code::Merged, place, &cells, Vec::new());
            }
        }
    }
}

/// Whether a column's cells tell a recurring stretch, together with those of others in the row.
fn tells_window(column: &ColumnSpec, base: &str) -> bool {
    let field = column.field.strip_prefix(base).map(|field| field.trim_start_matches('.'));
    let parts = ["weekday", "startTime", "endTime", "weeks", "validFrom", "validTo"];
    field.is_some_and(|field| parts.contains(&field))
}

/// A problem at a cell.
fn report(gathered: &mut Gathered, place: CellPlace, value: &Value, problem: Problem) {
    gathered.add(problem.code, place, &value.to_string(), problem.details);
}

/// Text of a JSON text.
fn text_of(json: Option<&Json>) -> String {
    json.and_then(Json::as_str).unwrap_or_default().to_owned()
}
