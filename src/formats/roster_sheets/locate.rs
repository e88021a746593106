//! Findings about fields, as findings about cells.

use std::collections::HashSet;

use super::places::Places;
use crate::roster::{CellPlace, Code, Finding};

/// All findings of a workbook: those of its cells, then those of the roster that was read from it, each at its
/// cell. What was not read is not found missing once more.
pub fn locate(places: &Places, of_cells: Vec<Finding>, of_roster: Vec<Finding>) -> Vec<Finding> {
    let known: HashSet<CellPlace> =
        of_cells.iter().filter_map(|finding| finding.cell.clone()).collect();
    let missing_columns: HashSet<&str> = of_cells
        .iter()
        .filter(|finding| {
            finding.code == Code::ColumnMissing || finding.code == Code::ColumnMisspelt
        })
        .filter_map(|finding| finding.cell.as_ref())
        .map(|cell| cell.sheet.as_str())
        .collect();
    let without_sheets = of_cells.iter().any(|finding| finding.code == Code::SheetMissing);
    let located = of_roster.into_iter().filter_map(|finding| {
        let Some(cell) = places.find(&finding.field) else {
            // What belongs on a sheet that is not there.
            return (!without_sheets).then_some(finding);
        };
        let unread = cell.column.is_empty()
            && finding.code == Code::Missing
            && missing_columns.contains(cell.sheet.as_str());
        if unread || known.contains(&cell) {
            return None;
        }
        Some(at(places, finding, cell))
    });
    let located: Vec<Finding> = located.collect();
    let mut all = of_cells;
    all.extend(located);
    all
}

/// The finding at a cell, and whatever else it names at theirs.
fn at(places: &Places, finding: Finding, cell: CellPlace) -> Finding {
    let detail = |(name, value): (&'static str, String)| {
        let other = ["first", "other"].contains(&name).then(|| places.find(&value)).flatten();
        (name, other.map_or(value, |cell| cell.to_string()))
    };
    let details = finding.details.into_iter().map(detail).collect();
    Finding { cell: Some(cell), details, ..finding }
}
