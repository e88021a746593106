//! Rows of which it is doubtful whether they are meant to be planned: hidden, struck through, totals and
//! explanations, and people of whom less is known than of those above. None is planned without a word.

use std::collections::HashSet;

use super::super::layout::Rows;
use super::super::words::plain;
use super::{Gathered, Table, grid};
use crate::book::{RawRow, Value};
use leerteam_model::roster::Code;

/// Rows that a finding names.
const NAMED: usize = 12;
/// Words from which on a text is a sentence and no name.
const SENTENCE: usize = 6;

/// Reports such rows of a sheet; the numbers of those that are struck through or no data, and of the latter alone.
pub fn check(
    table: &Table,
    rows_go: Rows,
    words: &[Vec<String>; 2],
    gathered: &mut Gathered,
) -> (HashSet<u32>, HashSet<u32>) {
    let (mut doubtful, mut no_data) = (HashSet::new(), HashSet::new());
    let sheet = table.sheet;
    let rows: Vec<&RawRow> = table.rows().collect();
    if sheet.hidden && !rows.is_empty() {
        gathered.add(Code::Hidden, grid::whole(&sheet.name), &sheet.name, Vec::new());
    }
    for (&column, &heading) in &table.columns {
        let is_filled = |row: &&RawRow| *row.value(column) != Value::Empty;
        if sheet.looks.is_hidden_column(column) && rows.iter().any(is_filled) {
            let place = grid::cell_at(sheet, table.found.heading, column, heading);
            gathered.add(Code::HiddenColumn, place, heading, Vec::new());
        }
    }
    let hidden = || rows.iter().filter(|row| sheet.looks.is_hidden(row.number));
    if let Some(first) = hidden().next() {
        let mut place = grid::cell_at(sheet, first.number, 0, "");
        place.column.clear();
        let numbers = hidden().take(NAMED).map(|row| (row.number + 1).to_string());
        let mut named = numbers.collect::<Vec<_>>().join(", ");
        if hidden().count() > NAMED {
            named.push_str(", …");
        }
        gathered.add(Code::Hidden, place, &named, Vec::new());
    }
    for row in rows {
        let mut read = row.cells.iter().filter(|cell| cell.value != Value::Empty);
        let mut read = read.by_ref().filter(|cell| table.heading(cell.column).is_some());
        let Some(first) = read.next() else { continue };
        let is_struck = |column: u32| sheet.looks.struck.contains(&(row.number, column));
        let struck = std::iter::once(first).chain(read).find(|cell| is_struck(cell.column));
        let code = match struck {
            Some(_) => Code::StruckThrough,
            // The one row of the period is what it is.
            None if matches!(rows_go, Rows::Roster) => continue,
            None if is_no_data(table, row, &first.value, words) => Code::NoData,
            None => continue,
        };
        let at = struck.unwrap_or(first);
        let heading = table.heading(at.column).unwrap_or_default();
        let place = grid::cell_at(sheet, row.number, at.column, heading);
        gathered.add(code, place, &at.value.to_string(), Vec::new());
        doubtful.insert(row.number);
        if code == Code::NoData {
            no_data.insert(row.number);
        }
    }
    (doubtful, no_data)
}

/// Whether a row is probably a total or an explanation: by the word that it begins with, or by a sentence that
/// has the row for itself.
fn is_no_data(
    table: &Table,
    row: &RawRow,
    first: &Value,
    [totals, remarks]: &[Vec<String>; 2],
) -> bool {
    let Value::Text(text) = first else { return false };
    // A text in quotation marks is meant as it stands.
    if text.starts_with('"') {
        return false;
    }
    // `Totaal`, `Totaal 12`, `Totaal:`; and a word of explanation, alone or before a colon.
    let before_colon = text.split(':').next().unwrap_or_default();
    let words = plain(before_colon);
    let numberless = words.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let is_total = totals.iter().any(|word| word == numberless);
    let is_remark = remarks.contains(&words);
    let filled = row.cells.iter().filter(|cell| cell.value != Value::Empty).count();
    let is_sentence = filled == 1
        && table.found.columns.iter().flatten().count() > 2
        && (text.split_whitespace().count() >= SENTENCE || text.starts_with('*'));
    is_total || is_remark || is_sentence
}

/// Reports participants without a programme, and without what a professional has, below one with a programme:
/// people leave blank what is as above.
pub fn blank_below(
    table: &Table,
    columns: &Columns,
    doubtful: &HashSet<u32>,
    gathered: &mut Gathered,
) {
    let mut above: Option<String> = None;
    for row in table.rows().filter(|row| !doubtful.contains(&row.number)) {
        let programme = table.value(row, columns.programme);
        if *programme != Value::Empty {
            above = Some(programme.to_string());
            continue;
        }
        let Some(above) = &above else { continue };
        if columns.of_professionals.iter().all(|&at| *table.value(row, at) == Value::Empty) {
            let details = vec![("above", above.clone())];
            gathered.add(Code::BlankBelow, table.place(row, columns.programme), "", details);
        }
    }
}

/// The columns of participants that are looked at.
pub struct Columns {
    /// The programme.
    pub programme: usize,
    /// What is filled in for those without one.
    pub of_professionals: Vec<usize>,
}
