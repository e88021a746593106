//! Reads .xlsx files cell by cell, so that one lost cell at the far end of a sheet costs nothing.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::looks::{Looks, of_xlsx};
use super::{Area, Book, NoWorkbook, OpenWorkbookError, RawCell, RawRow, RawSheet, Value, moments};

/// Rows and columns of a sheet.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;
/// Reads all sheets of a workbook.
pub fn book(content: Vec<u8>) -> Result<Book, OpenWorkbookError> {
    let damaged = || OpenWorkbookError::Content(NoWorkbook::Damaged);
    let looks = of_xlsx(&content).map_err(|_| damaged())?;
    read(content, looks).map_err(|_| damaged())
}

fn read(content: Vec<u8>, mut looks: HashMap<String, Looks>) -> Result<Book, XlsxError> {
    let mut workbook = Xlsx::new(Cursor::new(content))?;
    let sheets = workbook.sheets_metadata().iter();
    let names = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<(String, bool)> =
        names.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect();
    let defined: Vec<String> =
        workbook.defined_names().iter().map(|(name, _)| name.to_lowercase()).collect();
    let mut book = Book::default();
    for (name, hidden) in names {
        let looks = looks.remove(&name).unwrap_or_default();
        let rows = rows(&mut workbook, &name, &defined, &looks)?;
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged.iter().map(|area| Area { first: area.start, last: area.end }).collect();
        book.sheets.push(RawSheet { name, rows, merged, looks, hidden, ..RawSheet::default() });
    }
    Ok(book)
}

fn rows(
    workbook: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    defined: &[String],
    looks: &Looks,
) -> Result<Vec<RawRow>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut rows: Vec<RawRow> = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula()? {
        let (number, column) = cell.pos;
        if number >= ROWS || column >= COLUMNS {
            return Err(XlsxError::Unexpected("a cell beyond the last of a sheet"));
        }
        let formula = cell.formula.unwrap_or_default();
        let value = match &cell.value {
            DataRef::Empty if !formula.is_empty() => Value::Formula(formula.clone()),
            data => value(data),
        };
        let value = match value {
            Value::Number(number) if looks.scientific.contains(&(cell.pos.0, column)) => {
                Value::Scientific(number)
            }
            value => value,
        };
        if value == Value::Empty && formula.is_empty() {
            continue;
        }
        let formula = if stands_alone(&formula, defined) { formula } else { String::new() };
        let cell = RawCell { column, value, formula };
        match rows.last_mut().filter(|row| row.number == number) {
            Some(row) => row.cells.push(cell),
            None => rows.push(RawRow { number, cells: vec![cell] }),
        }
    }
    Ok(in_order(rows))
}

/// Files made by other programs may have rows and cells in any order.
fn in_order(mut rows: Vec<RawRow>) -> Vec<RawRow> {
    if !rows.is_sorted_by(|one, next| one.number < next.number) {
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|next, one| {
            let is_same = one.number == next.number;
            if is_same {
                one.cells.append(&mut next.cells);
            }
            is_same
        });
    }
    for row in &mut rows {
        if !row.cells.is_sorted_by(|one, next| one.column < next.column) {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
    }
    rows
}

/// Whether a formula means the same in a workbook with the same sheets: it names no tables, no other
/// workbooks, and nothing that has a name of its own.
fn stands_alone(formula: &str, defined: &[String]) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || "_.\\".contains(c);
    let mut words = formula.split(|c| !is_part(c)).map(str::to_lowercase);
    !formula.contains('[') && !words.any(|word| defined.contains(&word))
}

/// What stands in a cell.
pub fn value(data: &DataRef) -> Value {
    match data {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::text(text),
        DataRef::SharedString(text) => Value::text(text),
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(moment) => moments::of_number(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => moments::of_iso(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    }
}
