//! The empty workbook that people fill in: headings with notes, lists to choose from, example rows on each
//! sheet, and a page of instructions.

use super::layout::{self, Choice, ColumnSpec, Holds, SHEETS, SheetSpec, WEEKDAY};
use super::parse::quoted;
use super::words::choice_key;
use crate::book::trimmed;
use crate::sheets::{Cell, Choices, Column, Kind, Mark, Need, Sheet, Tone};
use leerteam_messages::Messages;
use leerteam_model::rules::RULES;

/// Paragraphs of the instructions.
const INSTRUCTIONS: u32 = 14;

/// The sheets that a first plan needs, in the order in which they are filled in; the others come behind them.
const FIRST: [&str; 8] = [
    "period",
    "organisations",
    "locations",
    "programmes",
    "cohorts",
    "participants",
    "supervisors",
    "environments",
];

/// The sheets of the template: instructions, those that a first plan needs, and behind a page that says so those for
/// whoever wants to say more.
pub fn template(messages: &Messages) -> Vec<Sheet> {
    let example = messages.text("sheet-example-attribute", &[]);
    let sheet = |spec: &'static SheetSpec| {
        let attributes = if spec.attributes { vec![example.clone()] } else { Vec::new() };
        let columns = columns(spec, &attributes, messages);
        let mut rows = examples(spec, columns.len(), messages);
        let marks = (0..).zip(&rows).flat_map(|(row, cells)| {
            let mark = move |column| Mark { row, column, tone: Tone::Example, note: String::new() };
            (0..cells.len() as u16).map(mark)
        });
        let marks: Vec<Mark> = marks.collect();
        if spec.column("strength").is_some() {
            rows.extend(rules(columns.len(), messages));
        }
        let name = messages.text(&format!("sheet-{}", spec.id), &[]);
        let need = Some(match spec.need {
            _ if !FIRST.contains(&spec.id) => Need::Optional,
            layout::Need::Required => Need::Required,
            _ => Need::Usual,
        });
        Sheet { name, columns, marks, rows, need, ..Sheet::default() }
    };
    let place = |id: &str| FIRST.iter().position(|first| *first == id).unwrap_or(FIRST.len());
    let mut order: Vec<usize> = (0..SHEETS.len()).collect();
    order.sort_by_key(|at| place(SHEETS[*at].id));
    let (first, more) = order.split_at(FIRST.len());
    let mut sheets = vec![instructions(messages)];
    sheets.extend(first.iter().map(|at| sheet(&SHEETS[*at])));
    sheets.push(page_of_more(messages));
    sheets.extend(more.iter().map(|at| sheet(&SHEETS[*at])));
    // Lists to choose from count sheets as the layout does. People know things by their names.
    let now = |layout: usize| {
        let at = order.iter().position(|at| *at == layout).unwrap_or_default();
        if at < FIRST.len() { at + 1 } else { at + 2 }
    };
    for column in sheets.iter_mut().flat_map(|sheet| &mut sheet.columns) {
        if let Choices::Column { sheet, column } = &mut column.choices {
            *column = SHEETS[*sheet].column("name").unwrap_or(*column);
            *sheet = now(*sheet);
        }
    }
    sheets
}

/// The page before the sheets of which a first plan needs none.
fn page_of_more(messages: &Messages) -> Sheet {
    let columns = vec![Column {
        heading: messages.text("more-heading", &[]),
        width: 110,
        ..Column::default()
    }];
    let rows = (1..=2).map(|line| vec![Cell::text(messages.text(&format!("more-{line}"), &[]))]);
    let name = messages.text("sheet-more", &[]);
    Sheet { name, columns, rows: rows.collect(), ..Sheet::default() }
}

/// The columns of a sheet, with one for each attribute.
pub fn columns(spec: &SheetSpec, attributes: &[String], messages: &Messages) -> Vec<Column> {
    let own = spec.columns.iter().map(|column| {
        let heading = format!("column-{}", column.id);
        let note = format!("note-{}-{}", spec.id, column.id);
        let note = if messages.has(&note) { note } else { format!("{heading}.note") };
        Column {
            heading: messages.text(&heading, &[]),
            note: messages.text(&note, &[]),
            kind: kind(column.holds),
            choices: choices(column, messages),
            need: need(column),
            ..Column::default()
        }
    });
    let attribute = |name: &String| Column {
        heading: attribute_heading(name, messages),
        note: messages.text("column-attribute.note", &[]),
        need: Need::Optional,
        ..Column::default()
    };
    own.chain(attributes.iter().map(attribute)).collect()
}

fn need(column: &ColumnSpec) -> Need {
    match (column.required, column.usual) {
        (true, _) => Need::Required,
        (false, true) => Need::Usual,
        (false, false) => Need::Optional,
    }
}

/// The heading of an attribute; its name is in quotes where it would be read as another.
fn attribute_heading(name: &str, messages: &Messages) -> String {
    let name = if name.is_empty() || name.starts_with('"') || trimmed(name) != name {
        quoted(name)
    } else {
        name.to_owned()
    };
    format!("{}: {name}", messages.text("column-attribute", &[]))
}

fn kind(holds: Holds) -> Kind {
    match holds {
        Holds::Whole | Holds::Minutes | Holds::Length => Kind::Number,
        Holds::Date => Kind::Date,
        Holds::Time => Kind::Time,
        _ => Kind::Text,
    }
}

fn choices(column: &ColumnSpec, messages: &Messages) -> Choices {
    let words = |choice: &Choice| {
        let word = |(word, _): &(&str, _)| messages.text(&choice_key(choice, word), &[]);
        Choices::Of(choice.words.iter().map(word).collect())
    };
    match column.holds {
        Holds::Choice(choice) | Holds::ChoiceList(choice) => words(choice),
        Holds::Days => words(&WEEKDAY),
        Holds::YesNo => {
            let first = |key: &str| {
                let words = messages.text(key, &[]);
                words.split(';').next().unwrap_or_default().to_owned()
            };
            Choices::Of(vec![first("input-yes"), first("input-no")])
        }
        Holds::Reference(list) => {
            let is_it = |sheet: &SheetSpec| sheet.lists() == [list];
            let sheet = SHEETS.iter().position(is_it);
            sheet.map_or(Choices::Free, |sheet| Choices::Column {
                sheet,
                column: SHEETS[sheet].column("id").unwrap_or_default(),
            })
        }
        _ => Choices::Free,
    }
}

/// A row for each rule that can be set: its name and what it does. Until more is said of it, it is as it was.
fn rules(columns: usize, messages: &Messages) -> impl Iterator<Item = Vec<Cell>> {
    let all =
        RULES.iter().map(|rule| rule.specification()).filter(|specification| !specification.kept);
    all.map(move |specification| {
        let key = format!("rule-{}", specification.id);
        let texts = [messages.text(&key, &[]), messages.text(&format!("{key}.note"), &[])];
        let mut cells = texts.map(Cell::text).to_vec();
        cells.resize(columns, Cell::Empty);
        cells
    })
}

/// The template with its examples as data: a small roster, to look at and to plan.
pub fn filled_example(messages: &Messages) -> Vec<Sheet> {
    let mut sheets = template(messages);
    for sheet in &mut sheets {
        sheet.marks.retain(|mark| mark.tone != Tone::Example);
        for cell in sheet.rows.iter_mut().filter_map(|row| row.first_mut()) {
            if let Cell::Text(text) = cell
                && let Some(rest) = text.strip_prefix('#')
            {
                *cell = Cell::text(rest.trim());
            }
        }
    }
    sheets
}

/// Up to three rows that show how it is meant. They begin with `#`, so they are not read.
fn examples(spec: &SheetSpec, columns: usize, messages: &Messages) -> Vec<Vec<Cell>> {
    let keys = (1..=3).map(|number| format!("example-{}-{number}", spec.id));
    let texts = keys.filter(|key| messages.has(key)).map(|key| messages.text(&key, &[]));
    let row = |text: String| {
        let mut cells: Vec<Cell> = text.split('|').map(|cell| Cell::text(cell.trim())).collect();
        cells.resize(columns, Cell::Empty);
        cells
    };
    texts.map(row).collect()
}

fn instructions(messages: &Messages) -> Sheet {
    let line = |number| vec![Cell::text(messages.text(&format!("instruction-{number}"), &[]))];
    let columns = vec![Column {
        heading: messages.text("instruction-heading", &[]),
        width: 110,
        ..Column::default()
    }];
    let name = messages.text("sheet-instructions", &[]);
    Sheet { name, columns, rows: (1..=INSTRUCTIONS).map(line).collect(), ..Sheet::default() }
}
