//! A copy of a workbook in which the cells with findings are marked and say what is wrong.

use std::collections::{HashMap, HashSet};

use super::places::number;
use super::read::Read;
use super::words::{findings_sheets, plain};
use crate::formats::book::{Book, RawCell, RawSheet, Value};
use crate::formats::sheets::{Cell, Column, Mark, Sheet, Tone};
use crate::messages::{Messages, finding_text};
use crate::roster::{CellPlace, Finding, Severity};

/// Longest name of a sheet, in characters.
const NAME: usize = 31;
/// Links that a sheet can have, and some to spare.
const LINKS: usize = 65_000;
/// Findings that the note of one cell tells.
const TOLD: usize = 5;

/// All sheets with their values and formulas, at the same places, and before them a sheet that lists the
/// findings and leads to their cells. Colours, widths and pictures of the original are not kept.
pub fn marked(book: &Book, read: &Read, findings: &[Finding], messages: &Messages) -> Vec<Sheet> {
    // A list of an earlier time would be in the way.
    let lists = findings_sheets();
    let others = book.sheets.iter().filter(|sheet| !lists.contains(&plain(&sheet.name)));
    let others: Vec<&RawSheet> = others.collect();
    let ours = messages.text("sheet-findings", &[]);
    let names = names(&ours, others.iter().map(|sheet| sheet.name.as_str()));
    let mut sheets = vec![list(ours, &names, findings, messages)];
    let copied = others.iter().filter_map(|sheet| Some((*sheet, names.get(sheet.name.as_str())?)));
    for (sheet, name) in copied {
        let mut copy = copy(sheet, name, findings, messages);
        let found = read.places.sheets.iter().flatten().find(|found| found.name == sheet.name);
        if let Some(found) = found.filter(|found| found.columns.iter().any(Option::is_some)) {
            let headings = headings(found.heading, &copy);
            copy.marks.extend(headings);
        }
        sheets.push(copy);
    }
    sheets
}

/// For each sheet a name that a workbook can have and no other sheet has: names of CSV files may be longer.
fn names<'b>(ours: &str, sheets: impl Iterator<Item = &'b str>) -> HashMap<&'b str, String> {
    let mut taken = HashSet::from([ours.to_lowercase()]);
    let mut names = HashMap::new();
    for sheet in sheets {
        let allowed = |c: char| if "[]:*?/\\".contains(c) { ' ' } else { c };
        let name: String = sheet.chars().map(allowed).collect();
        let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        let with = |end: &str| {
            let kept: String = name.chars().take(NAME - end.len()).collect();
            format!("{}{end}", kept.trim_end())
        };
        let numbered = (2..).map(|number: u32| with(&format!(" {number}")));
        let mut candidates = std::iter::once(with("")).chain(numbered);
        let free = |name: &String| !name.is_empty() && !taken.contains(&name.to_lowercase());
        let Some(name) = candidates.find(free) else { continue };
        taken.insert(name.to_lowercase());
        names.insert(sheet, name);
    }
    names
}

fn list(
    name: String,
    names: &HashMap<&str, String>,
    findings: &[Finding],
    messages: &Messages,
) -> Sheet {
    let column = |key: &str, width| Column {
        heading: messages.text(&format!("findings-{key}"), &[]),
        width,
        ..Column::default()
    };
    let columns = vec![
        column("severity", 14),
        column("place", 28),
        column("column", 26),
        column("value", 30),
        column("cause", 60),
        column("action", 60),
        column("code", 8),
    ];
    let row = |(number, finding): (usize, &Finding)| {
        let (cause, action) = finding_text(messages, finding);
        let cell = finding.cell.as_ref();
        let sheet = cell.and_then(|cell| Some((cell, names.get(cell.sheet.as_str())?)));
        let sheet = sheet.filter(|_| number < LINKS);
        let place = match sheet {
            Some((cell, sheet)) => {
                let (row, column) = at(cell);
                Cell::Link(cell.to_string(), sheet.clone(), row, column)
            }
            None => Cell::text(finding.place()),
        };
        vec![
            Cell::text(severity(finding, messages)),
            place,
            Cell::text(cell.map_or("", |cell| cell.heading.as_str())),
            Cell::text(&finding.value),
            Cell::text(cause),
            Cell::text(action),
            Cell::text(finding.code.as_str()),
        ]
    };
    let rows = findings.iter().enumerate().map(row).collect();
    let mark = |(row, finding): (u32, &Finding)| Mark {
        row,
        column: 0,
        tone: tone(finding),
        note: String::new(),
    };
    let marks = (0..).zip(findings).map(mark).collect();
    Sheet { name, columns, rows, marks }
}

/// Row and column, counted from 0; the first for a sheet or a row as a whole.
fn at(cell: &CellPlace) -> (u32, u16) {
    let column = number(&cell.column).and_then(|column| u16::try_from(column).ok());
    (cell.row.saturating_sub(1), column.unwrap_or_default())
}

fn severity(finding: &Finding, messages: &Messages) -> String {
    let key = match finding.code.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
    };
    messages.text(key, &[])
}

fn tone(finding: &Finding) -> Tone {
    match finding.code.severity() {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warning,
    }
}

fn copy(sheet: &RawSheet, name: &str, findings: &[Finding], messages: &Messages) -> Sheet {
    let height = sheet.rows.last().map_or(0, |row| row.number as usize + 1);
    let mut rows = vec![Vec::new(); height];
    for row in &sheet.rows {
        let width = row.cells.last().map_or(0, |cell| cell.column as usize + 1);
        let mut cells = vec![Cell::Empty; width];
        for cell in &row.cells {
            cells[cell.column as usize] = of(cell);
        }
        rows[row.number as usize] = cells;
    }
    let mut notes: HashMap<(u32, u16), (Tone, Vec<String>)> = HashMap::new();
    let mut places = Vec::new();
    for finding in findings {
        let Some(cell) = finding.cell.as_ref().filter(|cell| cell.sheet == sheet.name) else {
            continue;
        };
        let place = at(cell);
        let (cause, action) = finding_text(messages, finding);
        let (tone, texts) = notes.entry(place).or_insert_with(|| {
            places.push(place);
            (tone(finding), Vec::new())
        });
        if finding.code.severity() == Severity::Error {
            *tone = Tone::Bad;
        }
        texts.push(format!("{cause}\n{action}"));
    }
    let mark = |(row, column): (u32, u16)| {
        let (tone, texts) = &notes[&(row, column)];
        let mut note = texts.iter().take(TOLD).cloned().collect::<Vec<_>>().join("\n\n");
        if texts.len() > TOLD {
            let more = (texts.len() - TOLD).to_string();
            note += "\n\n";
            note += &messages.text("findings-more", &[("count", &more)]);
        }
        Mark { row, column, tone: *tone, note }
    };
    let marks = places.into_iter().map(mark).collect();
    Sheet { name: name.to_owned(), columns: Vec::new(), rows, marks }
}

/// Marks of the headings without findings.
fn headings(row: u32, sheet: &Sheet) -> Vec<Mark> {
    let is_marked =
        |column: u16| sheet.marks.iter().any(|mark| mark.row == row && mark.column == column);
    let cells = sheet.rows.get(row as usize).into_iter().flatten();
    let filled = (0..).zip(cells).filter(|(_, cell)| **cell != Cell::Empty);
    let unmarked = filled.map(|(column, _)| column).filter(|&column| !is_marked(column));
    let mark = |column| Mark { row, column, tone: Tone::Heading, note: String::new() };
    unmarked.map(mark).collect()
}

fn of(cell: &RawCell) -> Cell {
    if !cell.formula.is_empty() {
        let result = match &cell.value {
            Value::Bool(value) => value.to_string().to_uppercase(),
            // So that it is told again until a program has worked it out.
            Value::Formula(_) => "#N/A".to_owned(),
            value => value.to_string(),
        };
        return Cell::Formula(cell.formula.clone(), result);
    }
    match &cell.value {
        Value::Empty => Cell::Empty,
        Value::Number(number) => Cell::Number(*number),
        Value::Bool(value) => Cell::Bool(*value),
        Value::Date(date) => Cell::Date(*date),
        Value::Time(clock) => Cell::Time(*clock),
        value => Cell::text(value.to_string()),
    }
}
