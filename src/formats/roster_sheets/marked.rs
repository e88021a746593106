//! A copy of a workbook in which the cells with findings are marked and say what is wrong.

use std::collections::HashMap;

use crate::formats::book::{Book, RawSheet, Value};
use crate::formats::sheets::{Cell, Column, Mark, Sheet, Tone};
use crate::messages::{Messages, finding_text};
use crate::roster::{CellPlace, Finding, Severity};

/// All sheets with their values and formulas, at the same places, and before them a sheet that lists the
/// findings and leads to their cells. Colours, widths and pictures of the original are not kept.
pub fn marked(book: &Book, findings: &[Finding], messages: &Messages) -> Vec<Sheet> {
    let mut sheets = vec![list(findings, messages)];
    let ours = messages.text("sheet-findings", &[]);
    // A list of an earlier time would be in the way.
    let others = book.sheets.iter().filter(|sheet| sheet.name != ours);
    sheets.extend(others.map(|sheet| copy(sheet, findings, messages)));
    sheets
}

fn list(findings: &[Finding], messages: &Messages) -> Sheet {
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
    let row = |finding: &Finding| {
        let (cause, action) = finding_text(messages, finding);
        let cell = finding.cell.as_ref();
        let place = match cell {
            Some(cell) => {
                let row = cell.row.saturating_sub(1);
                let column = number(&cell.column).unwrap_or_default();
                Cell::Link(cell.to_string(), cell.sheet.clone(), row, column)
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
    let rows = findings.iter().map(row).collect();
    let mark = |(row, finding): (u32, &Finding)| Mark {
        row,
        column: 0,
        tone: tone(finding),
        note: String::new(),
    };
    let marks = (0..).zip(findings).map(mark).collect();
    Sheet { name: messages.text("sheet-findings", &[]), columns, rows, marks }
}

fn severity(finding: &Finding, messages: &Messages) -> String {
    messages.text(
        match finding.code.severity() {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
        },
        &[],
    )
}

fn tone(finding: &Finding) -> Tone {
    match finding.code.severity() {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warning,
    }
}

/// The number of a column by its letters.
fn number(letters: &str) -> Option<u16> {
    let add = |sum: u16, letter: u8| {
        let digit = u16::from(letter.checked_sub(b'A')?) + 1;
        sum.checked_mul(26)?.checked_add(digit)
    };
    letters.bytes().try_fold(0, add)?.checked_sub(1)
}

fn copy(sheet: &RawSheet, findings: &[Finding], messages: &Messages) -> Sheet {
    let height = sheet.rows.last().map_or(0, |row| row.number as usize + 1);
    let mut rows = vec![Vec::new(); height];
    for row in &sheet.rows {
        let cell = |cell: &crate::formats::book::RawCell| {
            let shown = of(&cell.value);
            match cell.formula.as_str() {
                "" => shown,
                formula => Cell::Formula(formula.to_owned(), cell.value.to_string()),
            }
        };
        rows[row.number as usize] = row.cells.iter().map(cell).collect();
    }
    let mut notes: HashMap<(u32, u16), (Tone, Vec<String>)> = HashMap::new();
    let mut places = Vec::new();
    for finding in findings {
        let Some(CellPlace { row, column, .. }) =
            finding.cell.as_ref().filter(|cell| cell.sheet == sheet.name)
        else {
            continue;
        };
        let place = (row.saturating_sub(1), number(column).unwrap_or_default());
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
        Mark { row, column, tone: *tone, note: texts.join("\n\n") }
    };
    let marks = places.into_iter().map(mark).collect();
    Sheet { name: sheet.name.clone(), columns: Vec::new(), rows, marks }
}

fn of(value: &Value) -> Cell {
    match value {
        Value::Empty => Cell::Empty,
        Value::Text(text) | Value::Moment(text) | Value::Error(text) => Cell::text(text),
        Value::Number(number) => Cell::Number(*number),
        Value::Bool(value) => Cell::Bool(*value),
        Value::Date(date) => Cell::Date(*date),
        Value::Time(clock) => Cell::Time(*clock),
    }
}
