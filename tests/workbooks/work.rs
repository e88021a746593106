//! Workbooks for tests, made in code: the good one, and what is done to it.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use super::good;

/// What is put in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    /// A text, or nothing if it is empty.
    Text(String),
    /// A number as it is.
    Number(f64),
    /// A number that is shown in a format, such as a date.
    Formatted(f64, &'static str),
    /// A date or time as strict workbooks have it: a text that is marked as one.
    Iso(String),
    /// Yes or no.
    Bool(bool),
    /// A formula and what it came to; none if it has not been worked out.
    Formula(&'static str, Option<&'static str>),
}

impl From<&str> for Put {
    fn from(text: &str) -> Put {
        Put::Text(text.to_owned())
    }
}

impl From<f64> for Put {
    fn from(number: f64) -> Put {
        Put::Number(number)
    }
}

/// What stands for the value of a formula that is still to be taken out of the file.
const NOT_WORKED_OUT: &str = "<v>987654321</v>";
/// What stands before a text that is still to be marked as a date or time.
const ISO: &str = "an ISO text ";
/// What stands for an empty text that a formula came to.
const NOTHING: &str = "an empty text";

/// A sheet of such a workbook.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub name: String,
    pub rows: Vec<Vec<Put>>,
    merged: Vec<[(u32, u16); 2]>,
    hidden: Vec<u32>,
    hidden_columns: Vec<u16>,
    is_hidden: bool,
    struck: Vec<(u32, u16)>,
}

/// A workbook.
#[derive(Clone, Debug)]
pub struct Work {
    pub pages: Vec<Page>,
    since_1904: bool,
}

/// Rows of a text: a line each, columns separated by `|`.
pub fn rows(text: &str) -> Vec<Vec<Put>> {
    let cells = |line: &str| line.split('|').map(|cell| Put::from(cell.trim())).collect();
    text.split('\n').map(cells).collect()
}

/// Row and column, counted from 0, of `C5`.
pub fn place(cell: &str) -> (usize, usize) {
    let digits = cell.find(|c: char| c.is_ascii_digit()).expect("a row");
    let column = cell[..digits].bytes().fold(0, |sum, b| sum * 26 + usize::from(b - b'A') + 1);
    (cell[digits..].parse::<usize>().expect("a row") - 1, column - 1)
}

impl Work {
    /// The good workbook.
    pub fn good() -> Work {
        let page = |(name, text): &(&str, &str)| Page {
            name: (*name).into(),
            rows: rows(text),
            ..Page::default()
        };
        Work { pages: good::SHEETS.iter().map(page).collect(), since_1904: false }
    }

    /// A workbook without sheets.
    pub fn empty() -> Work {
        Work { pages: Vec::new(), since_1904: false }
    }

    /// A sheet.
    pub fn page(&mut self, name: &str) -> &mut Page {
        let page = self.pages.iter_mut().find(|page| page.name == name);
        page.unwrap_or_else(|| panic!("no sheet {name}"))
    }

    /// Puts something in a cell: `Deelnemers!C5`.
    pub fn set(mut self, at: &str, put: impl Into<Put>) -> Work {
        let (sheet, cell) = at.split_once('!').expect("a sheet and a cell");
        let (row, column) = place(cell);
        let rows = &mut self.page(sheet).rows;
        rows.resize(rows.len().max(row + 1), Vec::new());
        let cells = &mut rows[row];
        cells.resize(cells.len().max(column + 1), Put::from(""));
        cells[column] = put.into();
        self
    }

    /// Does something to a sheet.
    pub fn with(mut self, sheet: &str, change: impl FnOnce(&mut Page)) -> Work {
        change(self.page(sheet));
        self
    }

    /// Puts a row on a sheet, before the one that is there, counted from 1.
    pub fn insert(self, sheet: &str, row: usize, cells: &str) -> Work {
        self.with(sheet, |page| page.rows.insert(row - 1, rows(cells).remove(0)))
    }

    /// Adds a row below the others.
    pub fn add(self, sheet: &str, cells: &str) -> Work {
        self.with(sheet, |page| page.rows.extend(rows(cells)))
    }

    /// Adds a sheet.
    pub fn sheet(mut self, name: &str, text: &str) -> Work {
        self.pages.push(Page { name: name.into(), rows: rows(text), ..Page::default() });
        self
    }

    /// Takes a sheet away.
    pub fn without(mut self, sheet: &str) -> Work {
        let before = self.pages.len();
        self.pages.retain(|page| page.name != sheet);
        assert!(self.pages.len() < before, "no sheet {sheet}");
        self
    }

    /// Takes a column away, by its heading.
    pub fn without_column(self, sheet: &str, heading: &str) -> Work {
        self.with(sheet, |page| {
            let at = page.rows[0].iter().position(|cell| *cell == Put::from(heading));
            let at = at.unwrap_or_else(|| panic!("no column {heading}"));
            for row in &mut page.rows {
                if at < row.len() {
                    row.remove(at);
                }
            }
        })
    }

    /// Merges cells: `Deelnemers!A2:B3`.
    pub fn merge(self, at: &str) -> Work {
        let (sheet, cells) = at.split_once('!').expect("a sheet and cells");
        let (first, last) = cells.split_once(':').expect("two cells");
        let place = |cell| {
            let (row, column) = place(cell);
            (row as u32, column as u16)
        };
        self.with(sheet, |page| page.merged.push([place(first), place(last)]))
    }

    /// Hides a row, counted from 1.
    pub fn hide(self, sheet: &str, row: u32) -> Work {
        self.with(sheet, |page| page.hidden.push(row - 1))
    }

    /// Hides a column, counted from 0.
    pub fn hide_column(self, sheet: &str, column: u16) -> Work {
        self.with(sheet, |page| page.hidden_columns.push(column))
    }

    /// Hides a sheet.
    pub fn hide_sheet(self, sheet: &str) -> Work {
        self.with(sheet, |page| page.is_hidden = true)
    }

    /// Strikes a text through: `Deelnemers!C5`.
    pub fn strike(self, at: &str) -> Work {
        let (sheet, cell) = at.split_once('!').expect("a sheet and a cell");
        let (row, column) = place(cell);
        self.with(sheet, |page| page.struck.push((row as u32, column as u16)))
    }

    /// Counts dates from 1904, as an Excel of an old Mac does.
    pub fn since_1904(mut self) -> Work {
        self.since_1904 = true;
        self
    }

    /// The file.
    pub fn xlsx(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for page in &self.pages {
            let sheet = book.add_worksheet();
            sheet.set_name(&page.name).expect("a name");
            for [first, last] in &page.merged {
                let format = Format::new();
                sheet.merge_range(first.0, first.1, last.0, last.1, "", &format).expect("cells");
            }
            for (row, cells) in (0..).zip(&page.rows) {
                for (column, cell) in (0..).zip(cells) {
                    write(sheet, row, column, cell);
                    if page.struck.contains(&(row, column)) {
                        let format = Format::new().set_font_strikethrough();
                        sheet.set_cell_format(row, column, &format).expect("a format");
                    }
                }
            }
            for row in &page.hidden {
                sheet.set_row_hidden(*row).expect("a row");
            }
            for column in &page.hidden_columns {
                sheet.set_column_hidden(*column).expect("a column");
            }
            sheet.set_hidden(page.is_hidden);
        }
        if self.pages.is_empty() {
            book.add_worksheet();
        }
        let file = book.save_to_buffer().expect("a workbook");
        let file = patched(&file, |_, text| {
            text.replace(NOT_WORKED_OUT, "<v></v>").replace(&format!("<v>{NOTHING}</v>"), "<v></v>")
        });
        let file = strict(&file);
        match self.since_1904 {
            true => patched(&file, |name, text| match name {
                "xl/workbook.xml" => text.replace("<workbookPr", "<workbookPr date1904=\"1\""),
                _ => text,
            }),
            false => file,
        }
    }

    /// CSV files, each with its name.
    pub fn csv(&self, delimiter: &str) -> Vec<(String, String)> {
        let text = |put: &Put| match put {
            Put::Text(text) if text.contains([';', ',', '\t', '"', '\n']) => {
                format!("\"{}\"", text.replace('"', "\"\""))
            }
            Put::Text(text) => text.clone(),
            other => panic!("{other:?} in a CSV file"),
        };
        let line =
            |row: &Vec<Put>| row.iter().map(text).collect::<Vec<_>>().join(delimiter) + "\r\n";
        let file = |page: &Page| {
            (format!("{}.csv", page.name), page.rows.iter().map(line).collect::<String>())
        };
        self.pages.iter().map(file).collect()
    }
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Put) {
    let written = match cell {
        Put::Text(text) if text.is_empty() => return,
        Put::Text(text) => sheet.write_string(row, column, text),
        Put::Number(number) => sheet.write_number(row, column, *number),
        Put::Formatted(number, format) => {
            let format = Format::new().set_num_format(*format);
            sheet.write_number_with_format(row, column, *number, &format)
        }
        Put::Iso(text) => sheet.write_string(row, column, format!("{ISO}{text}")),
        Put::Bool(value) => sheet.write_boolean(row, column, *value),
        Put::Formula(formula, result) => {
            let result = match result {
                Some("") => NOTHING,
                result => result.unwrap_or("987654321"),
            };
            sheet.write_formula(row, column, Formula::new(*formula).set_result(result))
        }
    };
    written.expect("a cell");
}

/// A workbook with the text of its parts changed.
pub fn patched(file: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a zip file");
    let mut patched = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        let options = zip::write::SimpleFileOptions::default();
        patched.start_file(&name, options).expect("a part");
        patched.write_all(change(&name, text).as_bytes()).expect("memory");
    }
    patched.finish().expect("a zip file").into_inner()
}

/// A workbook with the texts that are to be marked as dates and times marked so.
fn strict(file: &[u8]) -> Vec<u8> {
    let texts = part(file, "xl/sharedStrings.xml").unwrap_or_default();
    let texts: Vec<&str> = texts.split("<si><t>").skip(1).collect();
    let marked = (0..).zip(texts).filter_map(|(at, text): (usize, _)| {
        let text = text.strip_prefix(ISO)?.split_once('<')?.0;
        Some((format!("t=\"s\"><v>{at}</v>"), format!("t=\"d\"><v>{text}</v>")))
    });
    let marked: Vec<(String, String)> = marked.collect();
    if marked.is_empty() {
        return file.to_vec();
    }
    patched(file, |name, text| match name.starts_with("xl/worksheets/sheet") {
        true => marked.iter().fold(text, |text, (from, to)| text.replace(from, to)),
        false => text,
    })
}

/// The text of a part of a workbook.
pub fn part(file: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).expect("text");
    Some(text)
}

/// A zip file with these parts, stored as they are.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::CompressionMethod::Stored;
    let options = zip::write::SimpleFileOptions::default().compression_method(stored);
    for (name, text) in parts {
        file.start_file(*name, options).expect("a part");
        file.write_all(text.as_bytes()).expect("memory");
    }
    file.finish().expect("a zip file").into_inner()
}
