//! Lists and form answers of supervisors.

use std::collections::BTreeMap;

use super::dayparts::{self, Moment, windows_of};
use super::meaning::Meaning as M;
use super::participants::person;
use super::people::{self, Person};
use super::question::{Choice, Question};
use super::register;
use super::table::{Column, Table, unread_columns};
use super::work::{Work, is_filled};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::layout::{Holds, SIDE};
use leerteam_formats::roster_sheets::parse::{Problem, list};
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::Code;
use leerteam_wire::v1;

/// Reads a list of supervisors.
pub fn read(work: &mut Work, table: &Table) {
    let rows = answers(work, table);
    let count = rows.len();
    for row in &rows {
        supervisor(work, table, row);
    }
    unread_columns(work, table);
    let preview = table.preview(work, count);
    work.previews.push(preview);
}

/// The rows that count: whoever answered a form twice is asked about.
fn answers(work: &mut Work, table: &Table) -> Vec<RawRow> {
    let mut rows: Vec<(String, RawRow)> = Vec::new();
    let mut twice: Vec<String> = Vec::new();
    let all: Vec<RawRow> = table.rows().cloned().collect();
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let mut later: Vec<(usize, RawRow)> = Vec::new();
    for row in all {
        let Some((id, name)) = person(work, table, &row) else { continue };
        let name = if name.is_empty() { id } else { name };
        match by_name.get(&plain(&name)) {
            Some(at) => {
                twice.push(name);
                later.push((*at, row));
            }
            None => {
                by_name.insert(plain(&name), rows.len());
                rows.push((name, row));
            }
        }
    }
    if let Some(name) = twice.first() {
        let text =
            work.text("import-ask-twice", &[("name", name), ("count", &twice.len().to_string())]);
        let choices = ["last", "first"].map(|answer| Choice {
            answer: answer.to_owned(),
            text: work.text(&format!("import-answer-{answer}"), &[]),
        });
        let words = ["last", "first"]
            .map(|answer| plain(&work.text(&format!("import-answer-{answer}"), &[])));
        let question = Question::open(&["forms", "twice"], text)
            .with_choices(choices.to_vec())
            .suggesting("last");
        let last = work.ask(question, |answer| match plain(answer) {
            word if word == "last" || word == words[0] => Some(true),
            word if word == "first" || word == words[1] => Some(false),
            _ => None,
        });
        if last == Some(true) {
            for (at, row) in later {
                rows[at].1 = row;
            }
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn supervisor(work: &mut Work, table: &Table, row: &RawRow) {
    let Some((id, name)) = person(work, table, row) else { return };
    let sides = sides(work, table, row, &name);
    let side = sides.as_ref().and_then(|sides| sides.first().copied());
    let organisation_ids = organisations(work, table, row, side);
    let fields = table.column(M::Field).and_then(|column| work.cell_text(table, row, column));
    let minutes =
        table.column(M::MinutesPerWeek).and_then(|column| minutes(work, table, row, column));
    let most =
        table.column(M::MaxTeams).and_then(|column| work.read(table, row, column, Holds::Whole));
    let columns: Vec<Column> = table.columns_of(M::Availability).cloned().collect();
    let mut availability = Vec::new();
    for column in &columns {
        let Some(text) = work.cell_text(table, row, column.at) else { continue };
        if let Some(windows) = available(work, table, row, column, &text) {
            availability.extend(windows);
        }
    }
    work.report_remarks(table, row, &name);
    let at = match people::supervisor(work, if id.is_empty() { &name } else { &id }) {
        Person::One(at) => at,
        Person::Several => {
            let column = table.column(M::Name).or(table.column(M::Id)).unwrap_or_default();
            work.at(Code::SeveralPeople, table.place(row, column), &name, &[]);
            return;
        }
        Person::Nobody => {
            let people = &mut work.roster.supervisors;
            let id = if id.is_empty() { people::person_id(people, |of| &of.id, &name) } else { id };
            people.push(v1::Supervisor { id, name: name.clone(), ..v1::Supervisor::default() });
            people.len() - 1
        }
    };
    let person = &mut work.roster.supervisors[at];
    if let Some(sides) = sides {
        person.sides = sides.into_iter().map(Into::into).collect();
    }
    if let Some(organisations) = organisation_ids.filter(|ids| !ids.is_empty()) {
        person.organisation_ids = organisations;
    }
    if let Some(fields) = fields {
        person.fields = list(&fields);
    }
    person.minutes_per_week = minutes.or(person.minutes_per_week);
    let most = most.and_then(|json| json.as_i64()).and_then(|most| i32::try_from(most).ok());
    person.max_teams = most.or(person.max_teams);
    if !availability.is_empty() {
        person.availability = availability;
    }
    work.seen_supervisors.insert(person.id.clone());
}

/// The side or sides; where no column says it, those of the answer.
fn sides(work: &mut Work, table: &Table, row: &RawRow, name: &str) -> Option<Vec<v1::Side>> {
    let of_value = |value: &str| {
        if value == "SIDE_EDUCATION" { v1::Side::Education } else { v1::Side::Practice }
    };
    if let Some(column) = table.column(M::Side).filter(|column| is_filled(row.value(*column))) {
        let json = work.read(table, row, column, Holds::ChoiceList(&SIDE))?;
        let sides = json.as_array()?.iter().filter_map(|side| side.as_str());
        return Some(sides.map(of_value).collect());
    }
    let lexicon = work.lexicon;
    let text = work.text("import-ask-side", &[("name", name)]);
    let choices = ["education", "practice"].map(|side| Choice {
        answer: side.to_owned(),
        text: work.text(&format!("choice-side-{side}"), &[]),
    });
    let question = Question::open(&["sides", name], text).with_choices(choices.to_vec());
    let side = work.ask(question, |answer| lexicon.side(answer))?;
    Some(vec![of_value(side)])
}

/// The organisations of both columns that may name them.
fn organisations(
    work: &mut Work,
    table: &Table,
    row: &RawRow,
    side: Option<v1::Side>,
) -> Option<Vec<String>> {
    let mut cell = |meaning| {
        let column = table.column(meaning)?;
        work.cell_text(table, row, column)
    };
    let (organisations, institutions) = (cell(M::Organisation), cell(M::Institution));
    let side = side?;
    // Beside an organisation, an institution is one of education whatever the supervisor stands for.
    let of_institutions = if organisations.is_some() { v1::Side::Education } else { side };
    let mut ids = Vec::new();
    for (names, side) in [(organisations, side), (institutions, of_institutions)] {
        for name in list(&names.unwrap_or_default()) {
            let id = register::organisation(work, &name, side)?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    Some(ids)
}

/// Minutes a week; words such as *about* before a length of time say nothing.
fn minutes(work: &mut Work, table: &Table, row: &RawRow, column: u32) -> Option<i32> {
    let text = row.value(column).to_string();
    let about = work.lexicon.all("import-about");
    let first = text.split(' ').next().unwrap_or_default();
    let json = if about.contains(&plain(first)) && text.contains(' ') {
        let mut row = row.clone();
        let rest = text[first.len()..].trim_start().to_owned();
        let cell = row.cells.iter_mut().find(|cell| cell.column == column)?;
        cell.value = leerteam_formats::book::Value::text(&rest);
        work.read(table, &row, column, Holds::Length)
    } else {
        work.read(table, row, column, Holds::Length)
    };
    json?.as_i64().and_then(|minutes| i32::try_from(minutes).ok())
}

/// When a supervisor can come by one cell. In a grid of a form the heading names the day in square brackets, and the cell
/// the parts of it.
fn available(
    work: &mut Work,
    table: &Table,
    row: &RawRow,
    column: &Column,
    text: &str,
) -> Option<Vec<v1::Window>> {
    if work.lexicon.all("import-never").contains(&plain(text)) {
        return Some(Vec::new());
    }
    let bracket =
        column.heading.trim_end().strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let day = bracket.and_then(|(_, day)| work.lexicon.day(day));
    let Some(day) = day else {
        let read = dayparts::moments(work, text);
        return windows_of(work, table, row, column.at, read);
    };
    let parts = list(text).into_iter().map(|part| {
        let part = work.lexicon.daypart(&part);
        part.map(|part| Moment::Part(vec![day], part.to_owned()))
            .ok_or(Problem::new(Code::NotAMoment))
    });
    let parts = parts.collect();
    windows_of(work, table, row, column.at, parts)
}

/// Adds a stretch in which a supervisor can come; the first one that a matrix tells takes the place of what stood there.
pub fn add_availability(work: &mut Work, at: usize, window: v1::Window) {
    let person = &mut work.roster.supervisors[at];
    if work.restated.insert(("supervisors", person.id.clone())) {
        person.availability.clear();
    }
    work.seen_supervisors.insert(person.id.clone());
    person.availability.push(window);
}
