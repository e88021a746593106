//! What a sheet is about, and what its columns hold: by its headings, by the mapping, or by answers.

use std::collections::BTreeSet;

use super::grid::{Part, Parts, parts};
use super::lexicon::Lexicon;
use super::meaning::{Meaning, TableKind};
use super::question::{Choice, Question};
use super::table::{Column, Table, doubtful, name_of};
use super::work::{Work, is_filled};
use leerteam_formats::book::{RawRow, RawSheet, Value, is_garbled};
use leerteam_formats::roster_sheets::places::letters;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::{CellPlace, Code, Finding};

/// Rows within which headings are looked for.
const ROWS_TO_LOOK: usize = 20;

/// Finds out what a sheet is about; nothing if it is empty, not to be read, or first to be asked about.
pub fn recognise(work: &mut Work, file: &str, sheet: RawSheet) -> Option<Table> {
    sheet.rows.iter().find(|row| row.cells.iter().any(|cell| is_filled(&cell.value)))?;
    garbled(work, &sheet);
    let heading = heading_row(work.lexicon, &sheet);
    let Parts { read: parts, unread, all: of_days } = parts(work.lexicon, &sheet, heading);
    let last = parts.iter().map(|part| part.last_heading).max().unwrap_or(heading);
    let mut table = Table {
        file: file.to_owned(),
        headings: (heading, last),
        kind: TableKind::Nothing,
        columns: columns(work.lexicon, &sheet, heading, &of_days),
        parts,
        of_days,
        sheet,
    };
    if let Some((row, column)) = table.sheet.open_quote {
        let value = table.sheet.value(row, column).to_string();
        let value = value.lines().next().unwrap_or_default().to_owned();
        work.at(Code::OpenQuote, table.place_at(row, column), value, &[]);
    }
    // Sheets that programs and people add for others to read.
    let is_other = work.lexicon.all("import-other-sheet").contains(&plain(&table.sheet.name));
    table.kind = if is_other { TableKind::Nothing } else { kind(work, &table)? };
    if table.kind == TableKind::Nothing {
        work.previews.push(table.preview(work, 0));
        return None;
    }
    settle(work, &mut table);
    doubtful(work, &table);
    if table.kind == TableKind::Matrix {
        headings_of_days(work, &table, &unread);
    }
    Some(table)
}

/// The row with most headings among the first ones.
fn heading_row(lexicon: &Lexicon, sheet: &RawSheet) -> u32 {
    let known = |row: &RawRow| {
        let texts = row.cells.iter().filter_map(|cell| match &cell.value {
            Value::Text(text) => Some(text),
            _ => None,
        });
        texts.filter(|text| is_heading(lexicon, text)).count()
    };
    let rows = sheet.rows.iter().take(ROWS_TO_LOOK).map(|row| (known(row), row.number));
    // The first of those with most; the first of all where there are none.
    let best = rows.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or(0, |(_, number)| number)
}

fn is_heading(lexicon: &Lexicon, text: &str) -> bool {
    const SOURCED: [&str; 3] = ["sourcedid", "usersourcedid", "classsourcedid"];
    lexicon.meaning(text).is_some()
        || super::grid::day_of(lexicon, text).is_some()
        || SOURCED.contains(&plain(text).as_str())
}

fn columns(
    lexicon: &Lexicon,
    sheet: &RawSheet,
    heading: u32,
    of_days: &BTreeSet<u32>,
) -> Vec<Column> {
    let row = sheet.rows.iter().find(|row| row.number == heading);
    let cells = row.into_iter().flat_map(|row| &row.cells);
    let cells = cells.filter(|cell| !of_days.contains(&cell.column));
    let column = |cell: &leerteam_formats::book::RawCell| {
        let heading = cell.value.to_string();
        Column { at: cell.column, meaning: lexicon.meaning(&heading), heading }
    };
    cells.map(column).collect()
}

/// What a table is about, by its headings or by an answer.
fn kind(work: &mut Work, table: &Table) -> Option<TableKind> {
    use Meaning as M;
    let heads: BTreeSet<String> =
        table.columns.iter().map(|column| plain(&column.heading)).collect();
    let has_head = |heading: &str| heads.contains(heading);
    let has =
        |meanings: &[Meaning]| meanings.iter().any(|meaning| table.column(*meaning).is_some());
    let person = has(&[M::Id, M::Name, M::FirstName, M::LastName]);
    let of_somebody = has(&[M::Id, M::FirstName, M::LastName]);
    let student = [
        M::Programme,
        M::Cohort,
        M::Place,
        M::StudyYear,
        M::InternshipFirst,
        M::InternshipDays,
        M::LessonDays,
    ];
    let recognised = if has_head("sourcedid") && has_head("username") {
        Some(TableKind::Users)
    } else if has_head("classsourcedid") && has_head("usersourcedid") {
        Some(TableKind::Enrollments)
    } else if has_head("sourcedid") && (has_head("classcode") || has_head("classtype")) {
        Some(TableKind::Classes)
    } else if !table.parts.is_empty() {
        Some(TableKind::Matrix)
    } else if has(&[M::Availability, M::Side]) && person {
        // Whoever has a programme or a class too may be either.
        let is_student = has(&[M::Programme, M::Cohort, M::StudyYear, M::InternshipFirst]);
        (!is_student).then_some(TableKind::Supervisors)
    } else if has(&[M::Days]) && (person || has(&[M::Cohort])) {
        Some(TableKind::Timetable)
    } else if person && has(&student) {
        Some(TableKind::Participants)
    } else if has(&[M::Location]) && !of_somebody
        || has(&[M::Place, M::Name]) && has(&[M::Neighbourhood]) && !of_somebody
    {
        Some(TableKind::Places)
    } else if has(&[M::Organisation, M::Institution]) && !person {
        Some(TableKind::Organisations)
    } else {
        None
    };
    let path = ["tables", &table.name()].map(str::to_owned);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let lexicon = work.lexicon;
    if let Some(kind) = work.setting(&path, |answer| lexicon.table_of_answer(answer)) {
        return Some(kind);
    }
    if recognised.is_some() {
        return recognised;
    }
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    let headings = headings.join(", ");
    let text = work.text("import-ask-table", &[("table", &table.name()), ("headings", &headings)]);
    let kinds = [
        TableKind::Participants,
        TableKind::Supervisors,
        TableKind::Timetable,
        TableKind::Places,
        TableKind::Organisations,
        TableKind::Nothing,
    ];
    let choices = kinds.map(|kind| Choice {
        answer: kind.key().to_owned(),
        text: work.text(&format!("import-table-{}", kind.key()), &[]),
    });
    let question = Question::open(&path, text).with_choices(choices.to_vec());
    work.ask(question, |answer| lexicon.table_of_answer(answer))
}

/// Takes what the mapping says of columns, and asks about those that seem to hold the same.
fn settle(work: &mut Work, table: &mut Table) {
    let lexicon = work.lexicon;
    let kind = table.kind.key();
    // What the columns of that standard hold, they hold under its own names.
    let is_oneroster =
        matches!(table.kind, TableKind::Users | TableKind::Classes | TableKind::Enrollments);
    let nothing = lexicon.all("import-table-nothing");
    let read = |answer: &str| match lexicon.meaning_of_answer(answer) {
        Some(meaning) => Some(Some(meaning)),
        None if answer == "nothing" || nothing.contains(&plain(answer)) => Some(None),
        None => None,
    };
    let mut taken: Vec<(Meaning, String)> = Vec::new();
    let mut doubted: Vec<u32> = Vec::new();
    let filled: BTreeSet<u32> = table.filled_columns();
    for column in &mut table.columns {
        let path = ["columns", kind, &column.heading];
        let answered = work.setting(&path, read);
        column.meaning = answered.unwrap_or(column.meaning);
        if column.meaning.is_none()
            && answered.is_none()
            && !is_oneroster
            && filled.contains(&column.at)
            && let Some(meant) = lexicon.nearly(&column.heading)
        {
            ask_meant(work, &path, &column.heading, meant);
            // Until it is answered it is read as that, so that nothing more is asked for want of it.
            column.meaning = Some(meant);
            doubted.push(column.at);
        }
        let Some(meaning) = column.meaning else { continue };
        let several = [Meaning::Availability, Meaning::Remark, Meaning::Unneeded];
        let before = taken.iter().find(|(of, _)| *of == meaning && !several.contains(of));
        if let (Some((_, first)), None) = (before, answered) {
            let arguments = [
                ("heading", column.heading.as_str()),
                ("first", first),
                ("what", &name_of(work, meaning)),
            ];
            let text = work.text("import-ask-column-twice", &arguments);
            let choice = |key: &str, text: String| Choice { answer: key.to_owned(), text };
            let choices = vec![
                choice("nothing", work.text("import-table-nothing", &[])),
                choice(meaning.key(), name_of(work, meaning)),
            ];
            work.ask(Question::open(&path, text).with_choices(choices), |_| None::<()>);
            column.meaning = None;
        }
        taken.push((meaning, column.heading.clone()));
    }
    if table.column(Meaning::Programme).is_none() {
        let code = table.columns.iter_mut().find(|of| of.meaning == Some(Meaning::ProgrammeCode));
        code.into_iter().for_each(|column| column.meaning = Some(Meaning::Programme));
    }
    for column in table.columns.iter().filter(|column| !doubted.contains(&column.at)) {
        if let Some(meaning) = column.meaning.filter(|meaning| table.kind.reads(*meaning)) {
            work.mapping.set(&["columns", kind, &column.heading], meaning.key());
        }
    }
}

/// Asks whether a heading that is not known is a misspelt one.
fn ask_meant(work: &mut Work, path: &[&str], heading: &str, meant: Meaning) {
    let name = name_of(work, meant);
    let text = work.text("import-ask-column-meant", &[("heading", heading), ("meant", &name)]);
    let nothing = work.text("import-table-nothing", &[]);
    let choices = vec![
        Choice { answer: meant.key().to_owned(), text: name },
        Choice { answer: "nothing".to_owned(), text: nothing },
    ];
    let question = Question::open(path, text).with_choices(choices).suggesting(meant.key());
    work.ask(question, |_| None::<()>);
}

/// Letters that are not what was meant: the first cell, and in how many there are any.
fn garbled(work: &mut Work, sheet: &RawSheet) {
    let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let is_it = |value: &Value| matches!(value, Value::Text(text) if is_garbled(text));
    let mut garbled = cells.filter(|(_, cell)| is_it(&cell.value));
    let Some((row, cell)) = garbled.next() else { return };
    let place = CellPlace {
        sheet: sheet.name.clone(),
        row: row.number + 1,
        column: letters(cell.column),
        heading: String::new(),
    };
    let details = vec![("cells", (1 + garbled.count()).to_string())];
    let finding = Finding::at_cell(Code::Garbled, place, &cell.value, details);
    work.add(finding);
}

/// Headings of a week matrix that are no days or parts of them, and columns of one part that are there twice.
fn headings_of_days(work: &mut Work, table: &Table, unread: &[(u32, u32)]) {
    for (row, column) in unread {
        let value = table.sheet.value(*row, *column);
        let code = if is_filled(value) { Code::NotAMoment } else { Code::Missing };
        work.at(code, table.place_at(*row, *column), value, &[]);
    }
    for (place, part) in table.parts.iter().enumerate() {
        let is_same = |other: &&Part| other.day == part.day && other.hours == part.hours;
        if let Some(first) = table.parts[..place].iter().find(is_same) {
            let at = table.place_at(part.last_heading, part.at);
            let value = table.sheet.value(part.last_heading, part.at);
            work.at(Code::ColumnTwice, at, value, &[("first", letters(first.at))]);
        }
    }
}
