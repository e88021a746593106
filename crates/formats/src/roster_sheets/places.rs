//! In which cell a field of the roster stands.

use std::collections::HashMap;

use super::layout::{Rows, SHEETS};
use leerteam_model::roster::CellPlace;

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

/// The number of a column, counted from 0, by its letters.
pub fn number(letters: &str) -> Option<u32> {
    let add = |sum: u32, letter: u8| {
        let digit = u32::from(letter.checked_sub(b'A').filter(|&digit| digit < 26)?) + 1;
        sum.checked_mul(26)?.checked_add(digit)
    };
    letters.bytes().try_fold(0, add)?.checked_sub(1)
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
    /// Columns of its layout that are probably there under another heading.
    pub misspelt: Vec<usize>,
    /// The row of the headings, counted from 0.
    pub heading: u32,
}

impl FoundSheet {
    /// The columns that are read, and what stands above each.
    pub fn read(&self) -> impl Iterator<Item = (u32, &str)> {
        let own = self.columns.iter().flatten().map(|(at, heading)| (*at, heading.as_str()));
        let attributes = self.attributes.iter().map(|(_, at, heading)| (*at, heading.as_str()));
        own.chain(attributes)
    }
}

/// Where everything stands.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// For each sheet of the layout how it was found.
    pub sheets: Vec<Option<FoundSheet>>,
    /// For each sheet of the layout the headings that its columns should have.
    pub headings: Vec<Vec<String>>,
    /// For each entry of a list, by its path, its sheet and its row, counted from 0.
    pub entries: HashMap<String, (usize, u32)>,
    /// For each entry of a list of sides, by its path, its side.
    pub sides: HashMap<String, String>,
}

impl Places {
    /// The cell of a field; that of what it belongs to, if it stands in no column; nothing if it stands on no
    /// sheet.
    pub fn find(&self, path: &str) -> Option<CellPlace> {
        let of_list = |rows: &Rows| matches!(rows, Rows::List(list) if *list == path);
        if let Some(sheet) = SHEETS.iter().position(|sheet| of_list(&sheet.rows)) {
            return self.whole(sheet);
        }
        // Of a list that has a sheet of its own, the first row.
        if let Some(&(sheet, row)) = self.entries.get(&format!("{path}[0]")) {
            return self.cell(sheet, row, "");
        }
        let mut ends: Vec<usize> = path.match_indices(['.', '[']).map(|(at, _)| at).collect();
        ends.push(path.len());
        for &end in ends.iter().rev() {
            if let Some(&(sheet, row)) = self.entries.get(&path[..end]) {
                return self.cell(sheet, row, &self.by_side(&path[..end], &path[end..]));
            }
        }
        // Fields of the roster itself.
        let (sheet, row) = match self.entries.get("") {
            Some(place) => *place,
            None => {
                let is_its_row = path == "period" || path.starts_with("period.");
                return if is_its_row { self.whole(0) } else { None };
            }
        };
        self.cell(sheet, row, path).filter(|cell| !cell.heading.is_empty())
    }

    /// A sheet as a whole.
    fn whole(&self, sheet: usize) -> Option<CellPlace> {
        let name = self.sheets.get(sheet)?.as_ref()?.name.clone();
        Some(CellPlace { sheet: name, row: 0, column: String::new(), heading: String::new() })
    }

    /// The rest of a path below an entry, with the side of an entry of a list of sides in place of its number.
    fn by_side(&self, entry: &str, rest: &str) -> String {
        let rest = rest.trim_start_matches('.');
        let side = rest.split_once(']').and_then(|(start, end)| {
            let side = self.sides.get(&format!("{entry}.{start}]"))?;
            let (list, _) = start.split_once('[')?;
            Some(format!("{list}[{side}]{end}"))
        });
        side.unwrap_or_else(|| rest.to_owned())
    }

    fn cell(&self, sheet: usize, row: u32, rest: &str) -> Option<CellPlace> {
        let found = self.sheets.get(sheet)?.as_ref()?;
        let (column, heading) = self.column(sheet, found, rest).unwrap_or_default();
        let column = column.map(letters).unwrap_or_default();
        Some(CellPlace { sheet: found.name.clone(), row: row + 1, column, heading })
    }

    /// The column of a field below an entry: the one that holds it, else the first of those that hold parts of
    /// it; and what stands above it, or should.
    fn column(
        &self,
        sheet: usize,
        found: &FoundSheet,
        rest: &str,
    ) -> Option<(Option<u32>, String)> {
        if rest.is_empty() {
            return None;
        }
        if let Some(name) = rest.strip_prefix("attributes.").filter(|_| SHEETS[sheet].attributes) {
            let found = found.attributes.iter().find(|(attribute, ..)| name == attribute);
            return found.map(|(_, column, heading)| (Some(*column), heading.clone()));
        }
        let within = |inner: &str, outer: &str| {
            let more = inner.strip_prefix(outer);
            !outer.is_empty()
                && more.is_some_and(|more| more.is_empty() || more.starts_with(['.', '[']))
        };
        let columns = || SHEETS[sheet].columns.iter().enumerate();
        // A column can hold a field of every entry of a list.
        let of_any = without_numbers(rest);
        let holds = |field: &str| within(rest, field) || within(&of_any, field);
        let holding = columns().filter(|(_, column)| holds(column.field));
        let holding = holding.max_by_key(|(_, column)| column.field.len());
        let mut parts = columns().filter(|(_, column)| within(column.field, rest));
        let part = || {
            let first = parts.next()?;
            let there = std::iter::once(first).chain(parts);
            Some(there.into_iter().find(|(at, _)| found.columns[*at].is_some()).unwrap_or(first))
        };
        let (at, column) = holding.or_else(part)?;
        // Where there are no ids, names are.
        let name = || SHEETS[sheet].column("name").and_then(|at| found.columns[at].clone());
        let there = found.columns[at].clone();
        let there = there.or_else(|| if column.field == "id" { name() } else { None });
        Some(match there {
            Some((column, heading)) => (Some(column), heading),
            None => (None, self.headings[sheet][at].clone()),
        })
    }
}

/// A path without the numbers of entries: `commitments[].locationId`.
fn without_numbers(path: &str) -> String {
    let mut bare = String::with_capacity(path.len());
    for (number, part) in path.split('[').enumerate() {
        if number > 0 {
            bare.push('[');
        }
        bare +=
            if number > 0 { part.trim_start_matches(|c: char| c.is_ascii_digit()) } else { part };
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, text) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(letters(column), text);
            assert_eq!(number(text), Some(column));
        }
        for text in ["", "1", "a", "A1", "ZZZZZZZZZZ"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
