//! A copy of a workbook in which the cells with findings are marked and say what is wrong.

use std::collections::{HashMap, HashSet};

use super::places::number;
use super::read::Read;
use super::words::{findings_sheets, plain, solved_words};
use crate::book::{Area, Book, List, RawCell, RawRow, RawSheet, Value};
use crate::sheets::{Cell, CellLook, Column, Kept, Mark, Sheet, Tone};
use leerteam_messages::{Messages, finding_text};
use leerteam_model::roster::{CellPlace, Code, Finding, Severity};

/// Longest name of a sheet, in characters.
const NAME: usize = 31;
/// Links that a sheet can have, and some to spare.
const LINKS: usize = 65_000;
/// Last column to which widths are kept: a width may go on to the end of all sheets.
const WIDEST_SHEET: u32 = 255;
/// Columns of the list.
const LISTED: u32 = 7;
/// Letters of the choices of a list.
const LONGEST_CHOICES: usize = 255;
/// Findings that the note of one cell tells.
const SHOWN: usize = 5;

/// All sheets with their values and formulas, at the same places, and before them a sheet that lists the
/// findings, and what is solved since an earlier one, and leads to their cells. Colours, widths, notes, lists to
/// choose from, charts, pictures, rules that colour cells, and what is hidden, merged or struck through are kept.
pub fn marked(book: &Book, read: &Read, findings: &[Finding], messages: &Messages) -> Vec<Sheet> {
    // A list of an earlier time would be in the way.
    let lists = findings_sheets();
    let others = book.sheets.iter().filter(|sheet| !lists.contains(&plain(&sheet.name)));
    let others: Vec<&RawSheet> = others.collect();
    let ours = messages.text("sheet-findings", &[]);
    let names = names(&ours, others.iter().map(|sheet| sheet.name.as_str()));
    let solved = solved(book, &lists, findings);
    let mut listed = findings.to_vec();
    listed.extend(others.iter().filter(|sheet| sheet.looks.carried.is_less).map(left_out));
    let mut sheets = vec![list(ours, &names, &listed, &solved, messages)];
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

/// That the copy has not all of the charts, pictures and colours of a sheet.
fn left_out(sheet: &&RawSheet) -> Finding {
    let place = CellPlace {
        sheet: sheet.name.clone(),
        row: 0,
        column: String::new(),
        heading: String::new(),
    };
    Finding::at_cell(Code::LeftOutOfCopy, place, &sheet.name, Vec::new())
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
    solved: &[Vec<String>],
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
                let (row, column) = coordinates(cell);
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
    let mut rows: Vec<Vec<Cell>> = findings.iter().enumerate().map(row).collect();
    // What an earlier list had and is no longer found.
    let is_solved = messages.text("findings-solved", &[]);
    rows.extend(solved.iter().map(|cells| {
        let rest = cells.iter().skip(1).map(Cell::text);
        std::iter::once(Cell::text(&is_solved)).chain(rest).collect()
    }));
    let mark = |(row, finding): (u32, &Finding)| Mark {
        row,
        column: 0,
        tone: tone(finding),
        note: String::new(),
    };
    let mut marks: Vec<Mark> = (0..).zip(findings).map(mark).collect();
    let solved = (findings.len()..rows.len()).map(|row| row as u32);
    let good = |row| Mark { row, column: 0, tone: Tone::Good, note: String::new() };
    marks.extend(solved.map(good));
    Sheet { name, columns, rows, marks, ..Sheet::default() }
}

/// The rows of an earlier list of findings of which nothing is found any more: the same code at the same place.
fn solved(book: &Book, lists: &[String], findings: &[Finding]) -> Vec<Vec<String>> {
    let Some(earlier) = book.sheets.iter().find(|sheet| lists.contains(&plain(&sheet.name))) else {
        return Vec::new();
    };
    let codes: HashSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let found: HashSet<(&str, String)> =
        findings.iter().map(|finding| (finding.code.as_str(), finding.place())).collect();
    let cells = |row: &RawRow| -> Vec<String> {
        (0..LISTED).map(|column| row.value(column).to_string()).collect()
    };
    let listed = earlier.rows.iter().map(cells).filter(|cells| {
        let [_, place, .., code] = cells.as_slice() else { return false };
        let is_of_copy = code == Code::LeftOutOfCopy.as_str();
        let is_known = codes.contains(code.as_str()) && !is_of_copy;
        is_known && !found.contains(&(code.as_str(), place.clone()))
    });
    let is_known = |cells: &Vec<String>| solved_words().contains(&plain(&cells[0]));
    listed.filter(|cells| !is_known(cells)).collect()
}

/// Row and column, counted from 0; the first for a sheet or a row as a whole.
fn coordinates(cell: &CellPlace) -> (u32, u16) {
    let column = number(&cell.column).and_then(|column| u16::try_from(column).ok());
    (cell.row.saturating_sub(1), column.unwrap_or_default())
}

fn severity(finding: &Finding, messages: &Messages) -> String {
    let key = match finding.code.severity() {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    messages.text(key, &[])
}

fn tone(finding: &Finding) -> Tone {
    match finding.code.severity() {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Good,
    }
}

fn copy(sheet: &RawSheet, name: &str, findings: &[Finding], messages: &Messages) -> Sheet {
    let height = sheet.rows.last().map_or(0, |row| row.number as usize + 1);
    let mut rows = vec![Vec::new(); height];
    for row in &sheet.rows {
        let width = row.cells.last().map_or(0, |cell| cell.column as usize + 1);
        let mut cells = vec![Cell::Empty; width];
        for cell in &row.cells {
            cells[cell.column as usize] = as_cell(cell);
        }
        rows[row.number as usize] = cells;
    }
    let mut notes: HashMap<(u32, u16), (Tone, Vec<String>)> = HashMap::new();
    let mut places = Vec::new();
    for finding in findings {
        let Some(cell) = finding.cell.as_ref().filter(|cell| cell.sheet == sheet.name) else {
            continue;
        };
        let place = coordinates(cell);
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
        let mut note = texts.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("\n\n");
        if texts.len() > SHOWN {
            let more = (texts.len() - SHOWN).to_string();
            note += "\n\n";
            note += &messages.text("findings-more", &[("count", &more)]);
        }
        Mark { row, column, tone: *tone, note }
    };
    let marks = places.into_iter().map(mark).collect();
    Sheet { name: name.to_owned(), columns: Vec::new(), rows, marks, need: None, kept: kept(sheet) }
}

/// How a sheet looks, as far as a copy can look so: without what is hidden or struck through or merged, findings
/// about it would be gone too.
fn kept(sheet: &RawSheet) -> Kept {
    let looks = &sheet.looks;
    let at = |&(row, column): &(u32, u32)| Some((row, u16::try_from(column).ok()?));
    let mut kept = Kept { hidden: sheet.hidden, ..Kept::default() };
    let places = looks.fills.keys().chain(looks.inks.keys());
    for place in places.chain(&looks.struck).chain(&looks.scientific) {
        let Some(cell) = at(place) else { continue };
        let look = CellLook {
            fill: looks.fills.get(place).copied(),
            ink: looks.inks.get(place).copied(),
            struck: looks.struck.contains(place),
            scientific: looks.scientific.contains(place),
        };
        kept.cells.insert(cell, look);
    }
    let area = |area: &Area| Some((at(&area.first)?, at(&area.last)?));
    let several = |(first, last): &((u32, u16), (u32, u16))| first != last;
    for new in sheet.merged.iter().filter_map(area).filter(several) {
        // No workbook can hold merged cells that overlap; what other programs made of them is not kept.
        if !kept.merged.iter().any(|known| overlap(*known, new)) {
            kept.merged.push(new);
        }
    }
    let rows = sheet.rows.iter().map(|row| row.number);
    kept.hidden_rows = rows.filter(|row| looks.is_hidden(*row)).collect();
    // A workbook holds choices of so many letters within a list; more only stand in cells.
    let fits = |list: &&List| list.choices.chars().count() <= LONGEST_CHOICES;
    for list in looks.lists.iter().filter(fits) {
        let areas = list.areas.iter().filter_map(area);
        kept.lists.extend(areas.map(|(first, last)| (first, last, list.choices.clone())));
    }
    let notes = looks.notes.iter();
    kept.notes = notes.filter_map(|(place, note)| Some((at(place)?, note.clone()))).collect();
    let columns = |first: u32, last: u32| {
        let last = last.min(WIDEST_SHEET);
        Some((u16::try_from(first).ok()?, u16::try_from(last).ok()?))
            .filter(|(first, last)| first <= last)
    };
    let width = |&(first, last, width): &(u32, u32, f64)| {
        columns(first, last).map(|(first, last)| (first, last, width))
    };
    let hidden = looks.hidden_columns.iter();
    kept.hidden_columns = hidden.filter_map(|(&first, &last)| columns(first, last)).collect();
    kept.frozen = at(&looks.frozen).unwrap_or_default();
    kept.carried = looks.carried.clone();
    kept.widths = looks.widths.iter().filter_map(width).collect();
    kept
}

/// Whether two areas have a cell in common, each given by its first and last.
fn overlap(one: ((u32, u16), (u32, u16)), other: ((u32, u16), (u32, u16))) -> bool {
    let ((top, left), (bottom, right)) = one;
    let ((other_top, other_left), (other_bottom, other_right)) = other;
    top <= other_bottom && other_top <= bottom && left <= other_right && other_left <= right
}

/// Marks of the headings without findings.
fn headings(row: u32, sheet: &Sheet) -> Vec<Mark> {
    let is_marked =
        |column: u16| sheet.marks.iter().any(|mark| mark.row == row && mark.column == column);
    let cells = sheet.rows.get(row as usize).into_iter().flatten();
    // Headings that have colours of their own keep them.
    let is_plain = |column: u16| !sheet.kept.cells.contains_key(&(row, column));
    let filled = (0..).zip(cells).filter(|(_, cell)| **cell != Cell::Empty);
    let filled = filled.filter(|(column, _)| is_plain(*column));
    let unmarked = filled.map(|(column, _)| column).filter(|&column| !is_marked(column));
    let mark = |column| Mark { row, column, tone: Tone::Heading, note: String::new() };
    unmarked.map(mark).collect()
}

fn as_cell(cell: &RawCell) -> Cell {
    if !cell.formula.is_empty() {
        let result = match &cell.value {
            Value::Bool(value) => value.to_string().to_uppercase(),
            // So that it is reported again until a program has worked it out.
            Value::Formula(_) => "#N/A".to_owned(),
            value => value.to_string(),
        };
        return Cell::Formula(cell.formula.clone(), result);
    }
    match &cell.value {
        Value::Empty => Cell::Empty,
        Value::Number(number) | Value::Scientific(number) => Cell::Number(*number),
        Value::Bool(value) => Cell::Bool(*value),
        Value::Date(date) => Cell::Date(*date),
        Value::Time(clock) => Cell::Time(*clock),
        value => Cell::text(value.to_string()),
    }
}
