//! Reads a folder of CSV files, one a sheet.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use super::text::decode;
use super::{Book, NoWorkbook, OpenWorkbookError, RawCell, RawRow, RawSheet, Value};
use crate::sheets::unguarded;

/// Rows that are compared to find the separator.
const ROWS_TO_COMPARE: usize = 20;

/// Reads each .csv file of a folder, in the order of their names.
pub fn folder(path: &Path) -> Result<Book, OpenWorkbookError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let file = entry?.path();
        // Such as macOS and Excel leave beside a file.
        let is_hidden = entry_name(&file).starts_with(['.', '~']);
        let is_csv =
            !is_hidden && file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if is_csv && file.is_file() {
            let name = entry_name(&file.with_extension(""));
            files.push((name, file));
        }
    }
    files.sort();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let prefix = prefix(&names);
    let mut book = Book::default();
    for (name, file) in &files {
        let name = name[prefix..].trim_start();
        book.sheets.push(sheet(name, &std::fs::read(file)?));
    }
    if book.sheets.is_empty() {
        return Err(OpenWorkbookError::Content(NoWorkbook::NoCsv));
    }
    Ok(book)
}

fn entry_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The parts of a file's name between dashes, stops and underscores: Numbers adds the name of the table
/// (`Deelnemers-Table 1`), Google puts that of the workbook before (`Rooster - Deelnemers`), others do so with other
/// signs (`rooster.Deelnemers`, `Rooster 2026_Deelnemers`), and copies say so behind it.
fn other_names(name: &str) -> Vec<String> {
    let parts = name.split(['-', '–', '—', '_', '.']).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty() && part != name).collect()
}

/// Length of what programs that export all sheets put before the name of each: `rooster-Deelnemers.csv`.
fn prefix(names: &[&str]) -> usize {
    let [first, others @ ..] = names else { return 0 };
    let ends = first.match_indices('-').map(|(at, _)| at + 1).rev();
    let is_shared = |end: &usize| others.iter().all(|name| name.starts_with(&first[..*end]));
    if others.is_empty() { 0 } else { ends.into_iter().find(is_shared).unwrap_or(0) }
}

/// Reads one CSV file.
pub fn sheet(name: &str, content: &[u8]) -> RawSheet {
    let mut text = decode(content);
    if !text.contains('\n') {
        // The lines of an old Mac.
        text = text.replace('\r', "\n");
    }
    let (text, delimiter) = match declared_delimiter(&text) {
        Some((delimiter, rest)) => (rest, delimiter),
        None => (text.as_str(), delimiter(&text)),
    };
    let mut reader = reader(text, delimiter);
    let mut rows = Vec::new();
    // A row as a spreadsheet program counts it: empty lines are rows, lines within a cell are not.
    let (mut number, mut at) = (0_u32, 0);
    let mut record = csv::StringRecord::new();
    // The text is in memory, so there is nothing that cannot be read.
    while reader.read_record(&mut record).unwrap_or(false) {
        let bytes = &text.as_bytes()[at..];
        let empty = bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        number += empty.filter(|byte| **byte == b'\n').count() as u32;
        at = usize::try_from(reader.position().byte()).unwrap_or_default().min(text.len());
        // The second sign of the end of a line is read with the next record.
        at += usize::from(text.as_bytes()[..at].ends_with(b"\r") && text[at..].starts_with('\n'));
        let cells = (0..).zip(record.iter()).map(|(column, text)| RawCell {
            column,
            value: Value::text(unguarded(text)),
            formula: String::new(),
        });
        let cells: Vec<RawCell> = cells.filter(|cell| cell.value != Value::Empty).collect();
        if !cells.is_empty() {
            rows.push(RawRow { number, cells });
        }
        number += 1;
    }
    let open_quote = open_quote(text, delimiter);
    let other_names = other_names(name);
    RawSheet { name: name.to_owned(), rows, open_quote, other_names, ..RawSheet::default() }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// The separator that the first line declares, as Excel writes it (`sep=;`), and the rest.
fn declared_delimiter(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let declared = line.trim_end().trim_matches('"');
    let sign = declared
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))
        .map(|_| &declared[4..]);
    match sign?.as_bytes() {
        &[delimiter] => Some((delimiter, rest)),
        _ => None,
    }
}

/// What parts the columns: whichever of bar, comma, tab and semicolon parts most of the first rows into the same
/// number of columns; then the one that leaves fewest quotation marks, then the one that makes most columns.
/// Dutch spreadsheet programs write semicolons.
fn delimiter(text: &str) -> u8 {
    let fit = |delimiter: &u8| {
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        let mut quotes = 0;
        let mut reader = reader(text, *delimiter);
        for record in reader.records().take(ROWS_TO_COMPARE).flatten() {
            *rows.entry(record.len()).or_default() += 1;
            quotes += record.iter().filter(|field| field.contains('"')).count();
        }
        rows.remove(&1);
        let (columns, rows) = rows.into_iter().max_by_key(|(_, rows)| *rows).unwrap_or_default();
        (rows, Reverse(quotes), columns)
    };
    [b'|', b',', b'\t', b';'].into_iter().max_by_key(fit).unwrap_or(b';')
}

/// Row and column of the first cell that begins with a quotation mark and does not end with one, so that
/// nobody knows where it ends.
fn open_quote(text: &str, delimiter: u8) -> Option<(u32, u32)> {
    let bytes = text.as_bytes();
    let (mut row, mut column, mut at) = (0, 0, 0);
    while at < bytes.len() {
        if bytes[at] == b'"' {
            at += 1;
            loop {
                match bytes.get(at..).unwrap_or_default() {
                    [b'"', b'"', ..] => at += 2,
                    [b'"', ..] => break,
                    [_, ..] => at += 1,
                    [] => return Some((row, column)),
                }
            }
            at += 1;
            if bytes.get(at).is_some_and(|&b| b != delimiter && b != b'\n' && b != b'\r') {
                return Some((row, column));
            }
        }
        let is_end = |b: &u8| *b == delimiter || *b == b'\n';
        at += bytes[at..].iter().position(is_end).unwrap_or(bytes.len() - at);
        match bytes.get(at) {
            Some(b'\n') => (row, column) = (row + 1, 0),
            _ => column += 1,
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(content: &str) -> Vec<(u32, Vec<String>)> {
        let sheet = sheet("s", content.as_bytes());
        let texts = |row: &RawRow| row.cells.iter().map(|cell| cell.value.to_string()).collect();
        sheet.rows.iter().map(|row| (row.number, texts(row))).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|&text| text.to_owned()).collect())
    }

    #[test]
    fn the_separator_is_the_one_that_parts_most_rows_alike() {
        for (text, delimiter) in [
            ("Id;Naam\np1;Jan\n", b';'),
            ("Id,Naam\np1,Jan\n", b','),
            ("Id\tNaam\np1\tJan\n", b'\t'),
            ("Deelnemers, najaar\nId;Naam\np1;Jan\n", b';'),
            ("Id;Tijd\np1;1,5 uur\np2;2,5 uur\n", b';'),
            ("Id,Uren,Plek\nnoord,di,a; b\nzuid,do,c; d\n", b','),
            ("Id;\"a,b,c\"\np1;\"d,e,f\"\n", b';'),
            ("Id\np1\n", b';'),
            ("", b';'),
        ] {
            assert_eq!(super::delimiter(text), delimiter, "{text:?}");
        }
        assert_eq!(rows("sep=,\nId,Naam\n"), [row(0, &["Id", "Naam"])]);
        assert_eq!(rows("\"SEP=;\"\r\nId;Naam\r\n"), [row(0, &["Id", "Naam"])]);
    }

    #[test]
    fn rows_are_counted_as_spreadsheet_programs_count_them() {
        let expected = [row(0, &["a", "b"]), row(3, &["c\nd", "e"]), row(4, &["f", "g"])];
        for text in [
            "a;b\n\n;;\n\"c\nd\";e\nf;g",
            "a;b\r\n\r\n;;\r\n\"c\nd\";e\r\nf;g\r\n",
            "a;b\n\n\n\"c\nd\";e\nf;g\n\n\n",
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
        assert_eq!(rows("a;b\r\rc;d\r"), [row(0, &["a", "b"]), row(2, &["c", "d"])]);
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_seen() {
        for (text, cell) in [
            ("a;\"b\nc;d\n", Some((0, 1))),
            ("a;b\nc;\"d\" e\nf;g\n", Some((1, 1))),
            ("a;b\n\"c\nx;\"y\";z\n", Some((1, 0))),
            ("a;\"b\"\n\"c \"\"d\"\"\";e\r\n\"f\"\r\n", None),
            ("5\" buis;b\n", None),
            ("\"a\";\"\n\";\"\"\n", None),
            ("", None),
        ] {
            assert_eq!(open_quote(text, b';'), cell, "{text:?}");
        }
    }

    #[test]
    fn what_all_files_begin_with_is_not_the_name_of_a_sheet() {
        for (names, length) in [
            (&["rooster-Deelnemers", "rooster-Regels"][..], 8),
            (&["a-b - Deelnemers", "a-b - Regels"], 5),
            (&["Deelnemers", "Regels"], 0),
            (&["rooster-Deelnemers"], 0),
            (&["rooster-Deelnemers", "Regels"], 0),
            (&[], 0),
        ] {
            assert_eq!(prefix(names), length, "{names:?}");
        }
    }
}
