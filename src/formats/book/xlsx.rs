//! Reads .xlsx files cell by cell, so that one lost cell at the far end of a sheet costs nothing.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::{Area, Book, MAX_COLUMNS, RawCell, RawRow, RawSheet, Unopened, Value};
use crate::roster::Clock;

const MINUTES: f64 = 24.0 * 60.0;

/// Reads all sheets of a workbook.
pub fn book(content: Vec<u8>) -> Result<Book, Unopened> {
    let mut workbook = Xlsx::new(Cursor::new(content)).map_err(unopened)?;
    let sheets = workbook.sheets_metadata().iter();
    let names = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = names.map(|sheet| sheet.name.clone()).collect();
    let mut book = Book::default();
    for name in names {
        let rows = rows(&mut workbook, &name).map_err(unopened)?;
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged.iter().map(|area| Area { first: area.start, last: area.end }).collect();
        book.sheets.push(RawSheet { name, rows, merged, garbled: false });
    }
    Ok(book)
}

fn unopened(error: XlsxError) -> Unopened {
    Unopened::Content(error.to_string())
}

fn rows(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<Vec<RawRow>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut rows: Vec<RawRow> = Vec::new();
    while let Some(cell) = reader.next_cell_with_formula()? {
        let (number, column) = cell.pos;
        let value = value(&cell.value);
        let formula = cell.formula.unwrap_or_default();
        if column >= MAX_COLUMNS || (value == Value::Empty && formula.is_empty()) {
            continue;
        }
        if rows.last().is_none_or(|row| row.number != number) {
            rows.push(RawRow { number, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            let column = column as usize;
            row.cells.resize_with(row.cells.len().max(column + 1), RawCell::default);
            row.cells[column] = RawCell { value, formula };
        }
    }
    // Files made by other programs may have their rows in any order.
    rows.sort_by_key(|row| row.number);
    Ok(rows)
}

fn value(data: &DataRef) -> Value {
    match data {
        DataRef::Empty => Value::Empty,
        DataRef::String(text) => Value::text(text),
        DataRef::SharedString(text) => Value::text(text),
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(value) => Value::Bool(*value),
        DataRef::DateTime(moment) => of_moment(*moment),
        DataRef::DateTimeIso(text) => of_iso(text),
        DataRef::DurationIso(text) => Value::Moment(text.clone()),
        DataRef::Error(error) => Value::Error(error.to_string()),
    }
}

/// A date where there is no time of day, a time of day where there is no date.
fn of_moment(moment: ExcelDateTime) -> Value {
    let number = moment.as_f64();
    let minutes = number * MINUTES;
    // Fractions of a day are not exact; half a second is near enough.
    let whole = (minutes - minutes.round()).abs() < 0.01;
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let is_time = number < 1.0 || (moment.is_duration() && number <= 1.0);
    if is_time && number >= 0.0 && whole {
        return Clock::from_minutes(minutes.round() as u32).map_or(Value::Empty, Value::Time);
    }
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    match date {
        Some(date) if number.fract() == 0.0 && !moment.is_duration() => Value::Date(date),
        _ => Value::Moment(format!(
            "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
        )),
    }
}

/// Dates and times that a program wrote as text of their kind.
fn of_iso(text: &str) -> Value {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let date = date.parse::<NaiveDate>().ok();
    let midnight = time.trim_end_matches('Z').chars().all(|c| "0:.".contains(c));
    match (date, text.strip_suffix(":00").unwrap_or(text)) {
        (Some(date), _) if midnight => Value::Date(date),
        (None, time) if Clock::parse(time).is_some() => {
            Clock::parse(time).map_or(Value::Empty, Value::Time)
        }
        _ => Value::Moment(text.to_owned()),
    }
}
