//! Timetables as lists: one row a lesson or duty of a class or a person.

use serde_json::Value as Json;

use super::dayparts::{self, Moment, part_windows};
use super::meaning::Meaning as M;
use super::participants::{person, restate};
use super::people::{self, Person};
use super::register;
use super::table::{Table, unread_columns};
use super::work::{Work, is_filled, message};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::layout::{Holds, KIND};
use leerteam_formats::roster_sheets::parse::weeks;
use leerteam_formats::roster_sheets::read::{StatedWindow, windows};
use leerteam_model::roster::{Clock, Code};
use leerteam_wire::v1;

/// Reads a timetable. The planning period has to be known, since weeks are counted from it.
pub fn read(work: &mut Work, table: &Table) {
    let rows: Vec<RawRow> = table.rows().cloned().collect();
    let mut count = 0;
    for row in &rows {
        count += usize::from(commitment(work, table, row).is_some());
    }
    unread_columns(work, table);
    let preview = table.preview(work, count);
    work.previews.push(preview);
}

fn commitment(work: &mut Work, table: &Table, row: &RawRow) -> Option<()> {
    let (list, id) = owner(work, table, row)?;
    let column = table.column(M::Days)?;
    let Some(text) = work.cell_text(table, row, column) else {
        work.at(Code::Missing, table.place(row, column), "", &[]);
        return None;
    };
    let clock = |json: Option<Json>| json.and_then(|json| Clock::parse(json.as_str()?));
    let from = table.column(M::From).and_then(|at| clock(work.read(table, row, at, Holds::Time)));
    let until = table.column(M::Until).and_then(|at| clock(work.read(table, row, at, Holds::Time)));
    let of_weeks =
        match table.column(M::Weeks).and_then(|at| Some((at, work.cell_text(table, row, at)?))) {
            Some((at, text)) => {
                let read = weeks(&text, &work.lexicon.words.vocabulary);
                Some(work.noted(table, row, at, read)?)
            }
            None => None,
        };
    let kind = match table.column(M::Kind).filter(|at| is_filled(row.value(*at))) {
        Some(at) => {
            message::<v1::CommitmentKind>(work.read(table, row, at, Holds::Choice(&KIND))?)?
        }
        None => v1::CommitmentKind::Lesson,
    };
    let subject =
        table.column(M::Subject).and_then(|at| work.cell_text(table, row, at)).unwrap_or_default();
    let moments = dayparts::moments(work, &text);
    let mut read = Vec::new();
    for moment in work.noted(table, row, column, moments)? {
        match (moment, from, until) {
            (Moment::Part(days, part), None, None) if of_weeks.is_none() => {
                let hours = dayparts::hours(work, &part)?;
                read.extend(part_windows(&days, hours));
            }
            (moment, from, until) => {
                let mut stated = match moment {
                    Moment::Part(days, _) => StatedWindow { days, ..StatedWindow::default() },
                    Moment::Hours(recurring) => StatedWindow::from(recurring),
                };
                if stated.start.is_none() {
                    (stated.start, stated.end) = (from, until);
                }
                stated.weeks = stated.weeks.or(of_weeks);
                let windows = windows(&stated, dayparts::period(work));
                for json in work.noted(table, row, column, windows)? {
                    read.push(message::<v1::Window>(json)?);
                }
            }
        }
    }
    restate(work, list, &id);
    let of = |window| v1::Commitment {
        kind: kind.into(),
        name: subject.clone(),
        window: Some(window),
        ..v1::Commitment::default()
    };
    add(work, list, &id, read.into_iter().map(of).collect());
    Some(())
}

/// Adds commitments to a class or a participant.
pub fn add(work: &mut Work, list: &str, id: &str, commitments: Vec<v1::Commitment>) {
    let own = match list {
        "cohorts" => {
            work.roster.cohorts.iter_mut().find(|of| of.id == id).map(|of| &mut of.commitments)
        }
        _ => {
            work.roster.participants.iter_mut().find(|of| of.id == id).map(|of| &mut of.commitments)
        }
    };
    if let Some(own) = own {
        own.extend(commitments);
    }
}

/// The class or participant of a row.
fn owner(work: &mut Work, table: &Table, row: &RawRow) -> Option<(&'static str, String)> {
    if let Some(column) = table.column(M::Cohort)
        && let Some(name) = work.cell_text(table, row, column)
    {
        return register::cohort(work, &name, None, 0).map(|id| ("cohorts", id));
    }
    let (id, name) = person(work, table, row)?;
    let column = table.column(M::Id).or(table.column(M::Name)).unwrap_or_default();
    let place = table.place(row, column);
    match people::participant(work, &id, &name, &place) {
        Person::One(at) => return Some(("participants", work.roster.participants[at].id.clone())),
        Person::Several => work.at(Code::SeveralPeople, place, &name, &[]),
        Person::Nobody => {
            let text = if id.is_empty() { &name } else { &id };
            if register::is_cohort(work, text) {
                return register::cohort(work, text, None, 0).map(|id| ("cohorts", id));
            }
            work.at(Code::PersonUnknown, place, text, &[]);
        }
    }
    None
}
