//! In which cell a field of the roster stands.

use std::collections::HashMap;

use super::layout::{Rows, SHEETS, SheetSpec};
use crate::roster::CellPlace;

/// The letters of a column counted from 0: A, B, ... Z, AA.
pub fn letters(column: u32) -> String {
    let (mut letters, mut rest) = (String::new(), column + 1);
    while rest > 0 {
        let letter = ((rest - 1) % 26) as u8;
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

/// A sheet as it was found.
#[derive(Clone, Debug, Default)]
pub struct FoundSheet {
    /// Its name in the workbook.
    pub name: String,
    /// For each column of its layout, where it is and what stands above it.
    pub columns: Vec<Option<(u32, String)>>,
    /// Columns of attributes: their names, where they are and what stands above them.
    pub attributes: Vec<(String, u32, String)>,
    /// The row of the headings, counted from 0.
    pub heading: u32,
}

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// For each sheet of the layout how it was found.
    pub sheets: Vec<Option<FoundSheet>>,
    /// For each entry of a list, by its path, its sheet and its row, counted from 0.
    pub entries: HashMap<String, (usize, u32)>,
    /// Columns of single fields that their place in a list does not tell.
    pub fields: HashMap<String, &'static str>,
}

impl Places {
    /// The cell of a field; nothing if it stands on no sheet.
    pub fn find(&self, path: &str) -> Option<CellPlace> {
        let mut ends: Vec<usize> = path.match_indices(['.', '[']).map(|(at, _)| at).collect();
        ends.push(path.len());
        for &end in ends.iter().rev() {
            if let Some(&(sheet, row)) = self.entries.get(&path[..end]) {
                let rest = path[end..].trim_start_matches('.');
                return self.cell(sheet, row, path, rest);
            }
        }
        let (of_list, _) = path.split_once('[').unwrap_or((path, ""));
        let is_list = |sheet: &SheetSpec| matches!(sheet.rows, Rows::List(list) if list == of_list);
        if let Some(sheet) = SHEETS.iter().position(is_list) {
            return self.whole(sheet);
        }
        // Fields of the roster itself.
        self.cell(0, *self.entries.get("").map(|(_, row)| row)?, path, path)
    }

    /// A sheet as a whole.
    pub fn whole(&self, sheet: usize) -> Option<CellPlace> {
        let name = self.sheets.get(sheet)?.as_ref()?.name.clone();
        Some(CellPlace { sheet: name, row: 0, column: String::new(), heading: String::new() })
    }

    fn cell(&self, sheet: usize, row: u32, path: &str, rest: &str) -> Option<CellPlace> {
        let found = self.sheets.get(sheet)?.as_ref()?;
        let column = self.column(sheet, found, path, rest);
        let (column, heading) = match column {
            Some((column, heading)) => (letters(column), heading),
            None => (String::new(), String::new()),
        };
        Some(CellPlace { sheet: found.name.clone(), row: row + 1, column, heading })
    }

    /// The column of a field below an entry: the one that holds it, else the first of those that hold parts of
    /// it.
    fn column(
        &self,
        sheet: usize,
        found: &FoundSheet,
        path: &str,
        rest: &str,
    ) -> Option<(u32, String)> {
        if let Some(name) = rest.strip_prefix("attributes.") {
            let of = |(attribute, ..): &&(String, u32, String)| {
                name == attribute
                    || name.strip_prefix(attribute).is_some_and(|s| s.starts_with('.'))
            };
            let found = found.attributes.iter().find(of);
            return found.map(|(_, column, heading)| (*column, heading.clone()));
        }
        let spec = &SHEETS[sheet];
        let within = |inner: &str, outer: &str| {
            inner
                .strip_prefix(outer)
                .is_some_and(|more| more.is_empty() || more.starts_with(['.', '[']))
        };
        let known = self.fields.iter().filter(|(field, _)| within(path, field));
        let known = known.max_by_key(|(field, _)| field.len()).map(|(_, column)| *column);
        let by_id = known.and_then(|id| spec.column(id));
        let holds = |field: &str| !field.is_empty() && within(rest, field);
        let columns = || spec.columns.iter().enumerate();
        let holding = columns().filter(|(_, column)| holds(column.field));
        let holding = holding.max_by_key(|(_, column)| column.field.len()).map(|(at, _)| at);
        let part = || {
            let mut parts = columns().filter(|(_, column)| within(column.field, rest));
            parts.next().map(|(at, _)| at)
        };
        let at = by_id.or(holding).or_else(part)?;
        found.columns.get(at)?.clone()
    }
}
