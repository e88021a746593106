//! Week matrices: rows of people or classes, columns of days and parts of them, cells of letters.

use std::collections::{BTreeMap, BTreeSet};

use super::dayparts::{self, part_windows};
use super::grid::Hours;
use super::legend::{is_legend, legend, plain_mark, word_mark};
use super::meaning::{Mark, Meaning as M};
use super::participants::{is_total, person, place_of, restate};
use super::people::{self, Person};
use super::question::{Choice, Question};
use super::register;
use super::supervisors;
use super::table::{Table, unread_columns};
use super::work::{Work, is_filled};
use leerteam_formats::book::{RawRow, Value};
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::{CellPlace, Clock, Code};
use leerteam_wire::v1;

/// Longest text of a cell that stands for something by a legend.
const LONGEST_MARK: usize = 12;
/// Most different texts that are asked about.
const MOST_MARKS: usize = 12;

/// Whose row it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Participant(String),
    Cohort(String),
    Supervisor(usize),
}

/// Takes the hours of parts of days that the legend of a matrix tells.
pub fn hours_of_legend(work: &mut Work, table: &Table) {
    legend(work, table);
}

/// Reads a week matrix.
pub fn read(work: &mut Work, table: &Table) {
    let stated = legend(work, table);
    let Some(marks) = marks(work, table, &stated) else {
        let preview = table.preview(work, 0);
        work.previews.push(preview);
        return;
    };
    let hours: Vec<Option<(Clock, Clock)>> = table
        .parts
        .iter()
        .map(|part| match &part.hours {
            Hours::Named(name) => dayparts::hours(work, name),
            Hours::Span(from, until) => Some((*from, *until)),
        })
        .collect();
    let mut cohort = None;
    let mut lessons: BTreeMap<String, Vec<v1::Window>> = BTreeMap::new();
    let mut count = 0;
    let mut first_rows: BTreeMap<Of, u32> = BTreeMap::new();
    let rows: Vec<RawRow> = table.rows().cloned().collect();
    for row in &rows {
        if is_legend(row, table) {
            continue;
        }
        if let Some((name, place)) = section(work, row, table) {
            // Where there is a list, nobody's class is taken from here.
            let is_class = work.listed.is_empty() || register::is_cohort(work, &name);
            if is_total(work, row) || !is_class {
                work.at(Code::RowOfNobody, place, name, &[]);
            } else {
                cohort = Some(name);
            }
            continue;
        }
        let Some(of) = owner(work, table, row, cohort.as_deref()) else { continue };
        let first = *first_rows.entry(of.clone()).or_insert(row.number);
        if first != row.number {
            let column = table.columns.first().map_or(0, |column| column.at);
            let details = [("first", (first + 1).to_string())];
            let value = row.value(column).to_string();
            work.at(Code::RowTwice, table.place(row, column), value, &details);
            continue;
        }
        count += 1;
        for (part, hours) in table.parts.iter().zip(&hours) {
            let text = row.value(part.at).to_string();
            let Some(mark) = marks.get(&plain_mark(&text)) else { continue };
            let Some(hours) = hours else { continue };
            let [window] = part_windows(&[part.day], *hours)
                .try_into()
                .unwrap_or_else(|_| unreachable!("one day"));
            put(work, table, row, (&of, *mark), window, &mut lessons);
        }
    }
    by_class(work, lessons);
    unread_columns(work, table);
    let mut preview = table.preview(work, count);
    for (text, mark) in &marks {
        let mark = work.text(&format!("import-mark-{}", mark.key()), &[]);
        let text = match text.as_str() {
            "" => work.text("import-empty", &[]),
            text => text.to_uppercase(),
        };
        preview.notes.push(work.text("import-legend", &[("text", &text), ("mark", &mark)]));
    }
    work.previews.push(preview);
}

/// What each text in the cells stands for; nothing once it is asked.
fn marks(
    work: &mut Work,
    table: &Table,
    stated: &BTreeMap<String, Mark>,
) -> Option<BTreeMap<String, Mark>> {
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let is_of_marks = |row: &&RawRow| !is_legend(row, table) && !is_total(work, row);
    let rows: Vec<&RawRow> = table.rows().filter(is_of_marks).collect();
    for row in rows {
        for part in &table.parts {
            let value = row.value(part.at);
            if let Some(text) = work.cell_text(table, row, part.at) {
                let entry = found.entry(plain_mark(&text)).or_insert((0, text));
                entry.0 += 1;
                if entry.1.chars().count() > LONGEST_MARK || found.len() > MOST_MARKS {
                    work.at(Code::NotAMark, table.place(row, part.at), value, &[]);
                    return None;
                }
            }
        }
    }
    let mut marks = BTreeMap::new();
    let lexicon = work.lexicon;
    for (key, (count, text)) in found {
        let path = ["legend", &text];
        if work.mapping.get(&path).is_none()
            && let Some(mark) = stated.get(&key).copied().or_else(|| word_mark(work, &text))
        {
            marks.insert(key, mark);
            continue;
        }
        let count = count.to_string();
        let question = work.text(
            "import-ask-mark",
            &[("text", &text), ("table", &table.name()), ("count", &count)],
        );
        let choices = Mark::ALL.iter().map(|mark| Choice {
            answer: mark.key().to_owned(),
            text: work.text(&format!("import-mark-{}", mark.key()), &[]),
        });
        let question = Question::open(&path, question).with_choices(choices.collect());
        if let Some(mark) = work.ask(question, |answer| lexicon.mark_of_answer(answer)) {
            marks.insert(key, mark);
        }
    }
    // A blank cell is nothing, unless the legend says that it is something.
    if let Some(mark) = stated.get("") {
        marks.insert(String::new(), *mark);
    }
    Some(marks)
}

/// The class that the rows below it are of: a text alone in its row, and where it stands.
fn section(work: &mut Work, row: &RawRow, table: &Table) -> Option<(String, CellPlace)> {
    let [cell] = row.cells.as_slice() else { return None };
    let first = table.columns.iter().map(|column| column.at).min()?;
    let is_number = matches!(cell.value, Value::Number(_));
    let name = cell.value.to_string();
    let is_person = !matches!(
        people::participant(work, &name, "", &table.place(row, cell.column)),
        Person::Nobody
    );
    let is_it = cell.column == first && !is_number && !is_person;
    is_it.then(|| (name, table.place(row, cell.column)))
}

/// Whose row it is: a class, a supervisor, or a participant, who may be new.
fn owner(work: &mut Work, table: &Table, row: &RawRow, cohort: Option<&str>) -> Option<Of> {
    let person_columns = [M::Id, M::Name, M::FirstName, M::LastName];
    let person_columns = person_columns.iter().filter_map(|of| table.column(*of));
    let person_columns: Vec<u32> = person_columns.collect();
    let person_column = person_columns.first().copied();
    let cohort_column = table.column(M::Cohort);
    let person_filled = person_columns.into_iter().find(|at| is_filled(row.value(*at)));
    let Some(column) = person_filled else {
        let filled = cohort_column.filter(|at| is_filled(row.value(*at)));
        if filled.is_none() && row.cells.iter().any(|cell| table.is_part(cell.column)) {
            let column = person_column.or(cohort_column).unwrap_or_default();
            work.at(Code::Missing, table.place(row, column), "", &[]);
        }
        let name = work.cell_text(table, row, filled?)?;
        return register::cohort(work, &name, None, 0).map(Of::Cohort);
    };
    let (id, name) = person(work, table, row)?;
    let text = if id.is_empty() { &name } else { &id };
    let place = table.place(row, column);
    match people::participant(work, &id, &name, &place) {
        Person::One(at) => {
            let own = work.roster.participants[at].name.clone();
            if !id.is_empty() && !name.is_empty() && !own.is_empty() && plain(&own) != plain(&name)
            {
                work.at(Code::OtherName, place, &name, &[("id", id), ("name", own)]);
                return None;
            }
            return Some(Of::Participant(work.roster.participants[at].id.clone()));
        }
        Person::Several => {
            work.at(Code::SeveralPeople, place, text, &[]);
            return None;
        }
        Person::Nobody => {}
    }
    if let Person::One(at) = people::supervisor(work, text) {
        return Some(Of::Supervisor(at));
    }
    if register::is_cohort(work, text) {
        return register::cohort(work, text, None, 0).map(Of::Cohort);
    }
    if !work.listed.is_empty() {
        work.at(Code::PersonUnknown, place, text, &[]);
        return None;
    }
    // Without a list the matrix is the list.
    let class = match table.column(M::Cohort) {
        Some(column) => work.cell_text(table, row, column),
        None => cohort.map(str::to_owned),
    };
    let class = class.and_then(|name| register::cohort(work, &name, None, 0));
    let at = place_of(work, table, row, &id, &name);
    let person = &mut work.roster.participants[at];
    person.cohort_id = class.clone().unwrap_or_default();
    if let Some(cohort) = work.roster.cohorts.iter().find(|of| Some(&of.id) == class.as_ref()) {
        work.roster.participants[at].programme_id = cohort.programme_id.clone();
    }
    Some(Of::Participant(work.roster.participants[at].id.clone()))
}

/// Puts what one cell says in the roster.
fn put(
    work: &mut Work,
    table: &Table,
    row: &RawRow,
    (of, mark): (&Of, Mark),
    window: v1::Window,
    lessons: &mut BTreeMap<String, Vec<v1::Window>>,
) {
    let kind = match mark {
        Mark::Free => return,
        Mark::Available => match of {
            Of::Supervisor(at) => {
                supervisors::add_availability(work, *at, window);
                return;
            }
            // For whoever is placed, free is what is not bound.
            Of::Participant(_) | Of::Cohort(_) => return,
        },
        Mark::Lesson => v1::CommitmentKind::Lesson,
        Mark::Internship => v1::CommitmentKind::Internship,
        Mark::Work => v1::CommitmentKind::Work,
        Mark::Other => v1::CommitmentKind::Other,
    };
    let mut commitment = v1::Commitment {
        kind: kind.into(),
        window: Some(window.clone()),
        ..v1::Commitment::default()
    };
    match of {
        Of::Supervisor(at) => {
            let name = work.roster.supervisors[*at].name.clone();
            let column = table.columns.first().map_or(0, |column| column.at);
            work.at(Code::NotForSupervisors, table.place(row, column), name, &[]);
        }
        Of::Cohort(id) => {
            restate(work, "cohorts", id);
            let cohort = work.roster.cohorts.iter_mut().find(|cohort| cohort.id == *id);
            cohort.into_iter().for_each(|cohort| cohort.commitments.push(commitment.clone()));
        }
        Of::Participant(id) => {
            restate(work, "participants", id);
            if kind == v1::CommitmentKind::Lesson {
                lessons.entry(id.clone()).or_default().push(window);
                return;
            }
            if kind == v1::CommitmentKind::Internship {
                let places: BTreeSet<&String> =
                    work.internships.get(id).into_iter().flatten().collect();
                match places.into_iter().collect::<Vec<_>>().as_slice() {
                    [] => {}
                    [place] => commitment.location_id = (*place).clone(),
                    _ => {
                        let column = table.columns.first().map_or(0, |column| column.at);
                        work.at(Code::SeveralPlaces, table.place(row, column), id, &[]);
                        return;
                    }
                }
            }
            let person = work.roster.participants.iter_mut().find(|person| person.id == *id);
            person.into_iter().for_each(|person| person.commitments.push(commitment.clone()));
        }
    }
}

/// Lessons that everybody of a class has are of the class; the others are of each person.
fn by_class(work: &mut Work, mut lessons: BTreeMap<String, Vec<v1::Window>>) {
    let cohorts: Vec<String> = work.roster.cohorts.iter().map(|cohort| cohort.id.clone()).collect();
    for cohort in cohorts {
        let members = work.roster.participants.iter().filter(|person| person.cohort_id == cohort);
        let members: Vec<String> = members.map(|person| person.id.clone()).collect();
        let of_all: Vec<&Vec<v1::Window>> =
            members.iter().filter_map(|id| lessons.get(id)).collect();
        let [first, others @ ..] = of_all.as_slice() else { continue };
        if members.len() < 2 || of_all.len() < members.len() {
            continue;
        }
        let shared: Vec<v1::Window> = first
            .iter()
            .filter(|window| others.iter().all(|other| other.contains(window)))
            .cloned()
            .collect();
        if shared.is_empty() {
            continue;
        }
        restate(work, "cohorts", &cohort);
        for id in &members {
            lessons.entry(id.clone()).or_default().retain(|window| !shared.contains(window));
        }
        let of_class = work.roster.cohorts.iter_mut().find(|of| of.id == cohort);
        of_class.into_iter().for_each(|of| of.commitments.extend(shared.iter().map(lesson)));
    }
    for (id, windows) in lessons {
        let person = work.roster.participants.iter_mut().find(|person| person.id == id);
        person.into_iter().for_each(|person| person.commitments.extend(windows.iter().map(lesson)));
    }
}

fn lesson(window: &v1::Window) -> v1::Commitment {
    v1::Commitment {
        kind: v1::CommitmentKind::Lesson.into(),
        window: Some(window.clone()),
        ..v1::Commitment::default()
    }
}
