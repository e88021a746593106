//! Reads a folder of CSV files, one a sheet.

use std::path::Path;

use super::text::decode;
use super::{Book, RawCell, RawRow, RawSheet, Unopened, Value};

/// Reads each .csv file of a folder, in the order of their names.
pub fn folder(path: &Path) -> Result<Book, Unopened> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let file = entry?.path();
        let is_csv = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if is_csv && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    let mut book = Book::default();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        book.sheets.push(sheet(name, &std::fs::read(&file)?)?);
    }
    if book.sheets.is_empty() {
        return Err(Unopened::Content("no .csv files in this folder".to_owned()));
    }
    Ok(book)
}

fn sheet(name: String, content: &[u8]) -> Result<RawSheet, Unopened> {
    let (text, garbled) = decode(content);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines_within_cells = 0;
    for record in reader.records() {
        let record = record.map_err(|error| Unopened::Content(format!("{name}.csv: {error}")))?;
        // A row as a spreadsheet program counts it: empty lines are rows, lines within a cell are not.
        let line = record.position().map_or(0, csv::Position::line).saturating_sub(1);
        let number = u32::try_from(line).unwrap_or(u32::MAX).saturating_sub(lines_within_cells);
        let within: usize = record.iter().map(|text| text.matches('\n').count()).sum();
        lines_within_cells += within as u32;
        let cell =
            |text: &str| RawCell { value: Value::text(unescape(text)), ..RawCell::default() };
        rows.push(RawRow { number, cells: record.iter().map(cell).collect() });
    }
    rows.retain(|row| row.cells.iter().any(|cell| cell.value != Value::Empty));
    Ok(RawSheet { name, rows, merged: Vec::new(), garbled })
}

/// A text that begins like a formula is written with an apostrophe before it, so that no spreadsheet
/// program takes it for one.
fn unescape(text: &str) -> &str {
    let inner = text.strip_prefix('\'');
    inner.filter(|inner| inner.starts_with(['=', '+', '-', '@', '\''])).unwrap_or(text)
}

/// What parts the columns: whichever of semicolon, tab and comma there is most of in the first line that has
/// any, outside quotes; Dutch spreadsheet programs write semicolons.
fn delimiter(text: &str) -> u8 {
    for line in text.lines() {
        let mut quoted = false;
        let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            let count = counts.iter_mut().find(|(delimiter, _)| *delimiter == byte && !quoted);
            if let Some((_, count)) = count {
                *count += 1;
            }
        }
        let most = counts.iter().rev().max_by_key(|(_, count)| *count);
        if let Some(&(delimiter, 1..)) = most {
            return delimiter;
        }
    }
    b';'
}
