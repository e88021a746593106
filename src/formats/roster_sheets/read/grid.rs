//! Finds the sheets and columns of the layout in a workbook, whatever their order and language.

use super::super::layout::{Need, SHEETS, SheetSpec};
use super::super::places::{FoundSheet, letters};
use super::super::words::{Words, plain};
use super::Gathered;
use crate::formats::book::{Book, RawRow, RawSheet, Value};
use crate::roster::{CellPlace, Code};

/// Rows in which headings are looked for.
const ROWS_ABOVE: usize = 20;
/// From this likeness on (0 to 1) a name is taken for a misspelt one.
const ALIKE: f64 = 0.84;

/// For each sheet of the layout, its place in the workbook and how it was found.
pub fn find(
    book: &Book,
    words: &Words,
    gathered: &mut Gathered,
) -> Vec<Option<(usize, FoundSheet)>> {
    let mut found: Vec<Option<(usize, FoundSheet)>> = SHEETS.iter().map(|_| None).collect();
    for (place, sheet) in book.sheets.iter().enumerate() {
        let name = plain(&sheet.name);
        let known = words.sheets.iter().position(|names| names.contains(&name));
        if sheet.garbled {
            gathered.add(Code::Garbled, whole(&sheet.name), &sheet.name, Vec::new());
        }
        match known {
            Some(at) if found[at].is_some() => {
                let other = found[at].as_ref().map_or("", |(_, first)| first.name.as_str());
                let details = vec![("first", other.to_owned())];
                gathered.add(Code::SheetTwice, whole(&sheet.name), &sheet.name, details);
            }
            Some(at) => {
                let columns = columns(sheet, &SHEETS[at], at, words, gathered);
                found[at] = Some((place, columns));
            }
            None => unknown_sheet(sheet, &name, words, gathered),
        }
    }
    for (spec, found) in SHEETS.iter().zip(&found) {
        let code = match spec.need {
            _ if found.is_some() => continue,
            Need::Required => Code::SheetMissing,
            Need::Expected => Code::SheetLeftOut,
            Need::Optional => continue,
        };
        let name = gathered.messages.text(&format!("sheet-{}", spec.id), &[]);
        gathered.add(code, whole(&name), &name, Vec::new());
    }
    found
}

/// A sheet as a whole.
pub fn whole(sheet: &str) -> CellPlace {
    CellPlace { sheet: sheet.to_owned(), row: 0, column: String::new(), heading: String::new() }
}

fn unknown_sheet(sheet: &RawSheet, name: &str, words: &Words, gathered: &mut Gathered) {
    if sheet.rows.is_empty() || words.other_sheets.iter().any(|known| known == name) {
        return;
    }
    let candidates = words.sheets.iter().enumerate();
    match closest(name, candidates.map(|(at, names)| (at, names.as_slice()))) {
        Some(at) => {
            let meant = gathered.messages.text(&format!("sheet-{}", SHEETS[at].id), &[]);
            let details = vec![("meant", meant)];
            gathered.add(Code::SheetMisspelt, whole(&sheet.name), &sheet.name, details);
        }
        None => gathered.add(Code::SheetUnknown, whole(&sheet.name), &sheet.name, Vec::new()),
    }
}

/// The name that another is most like, if it is like it at all.
fn closest<'n>(
    name: &str,
    candidates: impl Iterator<Item = (usize, &'n [String])>,
) -> Option<usize> {
    let likeness = |names: &[String]| {
        let each = names.iter().map(|known| strsim::jaro_winkler(known, name));
        each.fold(0.0, f64::max)
    };
    let scored = candidates.map(|(at, names)| (at, likeness(names)));
    let best = scored.max_by(|(_, one), (_, other)| one.total_cmp(other));
    best.filter(|(_, likeness)| *likeness >= ALIKE).map(|(at, _)| at)
}

/// Where the columns of a sheet are.
fn columns(
    sheet: &RawSheet,
    spec: &SheetSpec,
    at: usize,
    words: &Words,
    gathered: &mut Gathered,
) -> FoundSheet {
    let names = &words.columns[at];
    let is_known = |text: &str| {
        names.iter().any(|names| names.iter().any(|name| name == text))
            || (spec.attributes && attribute(text, words).is_some())
    };
    // The row with most headings, for there may be a title above it.
    let known = |row: &usize| {
        let texts = sheet.rows[*row].cells.iter().map(|cell| plain(&cell.value.to_string()));
        texts.filter(|text| is_known(text)).count()
    };
    let rows = 0..sheet.rows.len().min(ROWS_ABOVE);
    let heading = rows.rev().max_by_key(known);
    let mut found = FoundSheet {
        name: sheet.name.clone(),
        columns: vec![None; spec.columns.len()],
        ..FoundSheet::default()
    };
    let Some(heading) = heading else { return found };
    let row = &sheet.rows[heading];
    found.heading = row.number;
    let mut unknown = Vec::new();
    for (column, cell) in (0..).zip(&row.cells) {
        let text = cell.value.to_string();
        let heading = plain(&text);
        if heading.is_empty() {
            continue;
        }
        let place = cell_at(sheet, row.number, column, &text);
        match names.iter().position(|names| names.contains(&heading)) {
            Some(known) => match &found.columns[known] {
                None => found.columns[known] = Some((column, text)),
                Some((first, _)) => {
                    let details = vec![("first", letters(*first))];
                    gathered.add(Code::ColumnTwice, place, &text, details);
                }
            },
            None => match attribute(&text, words).filter(|_| spec.attributes) {
                Some(name) => found.attributes.push((name, column, text)),
                None => unknown.push((heading, place, text)),
            },
        }
    }
    for (heading, place, text) in unknown {
        let missing = names.iter().enumerate().filter(|(at, _)| found.columns[*at].is_none());
        match closest(&heading, missing.map(|(at, names)| (at, names.as_slice()))) {
            Some(at) => {
                let key = format!("column-{}", spec.columns[at].id);
                let details = vec![("meant", gathered.messages.text(&key, &[]))];
                gathered.add(Code::ColumnMisspelt, place, &text, details);
            }
            None => gathered.add(Code::ColumnUnknown, place, &text, Vec::new()),
        }
    }
    if sheet.rows.len() > heading + 1 {
        missing_columns(sheet, spec, &found, gathered);
    }
    found
}

fn missing_columns(
    sheet: &RawSheet,
    spec: &SheetSpec,
    found: &FoundSheet,
    gathered: &mut Gathered,
) {
    for (column, found) in spec.columns.iter().zip(&found.columns) {
        if column.required && found.is_none() {
            let meant = gathered.messages.text(&format!("column-{}", column.id), &[]);
            gathered.add(Code::ColumnMissing, whole(&sheet.name), &meant, Vec::new());
        }
    }
}

fn cell_at(sheet: &RawSheet, row: u32, column: u32, heading: &str) -> CellPlace {
    CellPlace {
        sheet: sheet.name.clone(),
        row: row + 1,
        column: letters(column),
        heading: heading.to_owned(),
    }
}

/// The attribute that a heading names: what stands behind `kenmerk` or `attribute`.
fn attribute(heading: &str, words: &Words) -> Option<String> {
    let (first, name) = heading.split_once([':', ' '])?;
    let is_one = words.attribute.contains(&plain(first));
    let name = name.trim_matches([':', ' ']);
    (is_one && !name.is_empty()).then(|| name.to_owned())
}

/// Whether a row is a remark or an example and not data: its first cell begins with `#`.
pub fn is_remark(row: &RawRow) -> bool {
    let first = row.cells.iter().map(|cell| &cell.value).find(|value| **value != Value::Empty);
    matches!(first, Some(Value::Text(text)) if text.starts_with('#'))
}
