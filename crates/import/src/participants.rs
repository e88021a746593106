//! Lists with one row a participant, as student administrations export them.

use std::collections::BTreeMap;

use super::dayparts::{self, windows_of};
use super::meaning::Meaning as M;
use super::people;
use super::question::{Choice, Question};
use super::register::{self, ProgrammeFacts};
use super::table::{Table, unread_columns};
use super::work::{Work, is_filled};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::layout::Holds;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::Code;
use leerteam_wire::v1;

/// Columns of which people leave cells blank below a filled one.
const FILLED_DOWN: [M; 4] = [M::Institution, M::Programme, M::Cohort, M::Place];

/// Reads a list of participants.
pub fn read(work: &mut Work, table: &Table) {
    if table
        .columns_of(M::Id)
        .chain(table.columns_of(M::Name))
        .chain(table.columns_of(M::LastName))
        .next()
        .is_none()
    {
        let place = table.place_at(table.headings.0, 0);
        work.at(Code::NobodyNamed, place, table.name(), &[]);
        return;
    }
    let rows: Vec<RawRow> = table.rows().cloned().collect();
    let people: Vec<(RawRow, String, String)> = rows
        .into_iter()
        .filter_map(|row| person(work, table, &row).map(|(id, name)| (row, id, name)))
        .collect();
    let blanks = blanks(work, table, &people);
    let mut above: BTreeMap<M, String> = BTreeMap::new();
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    let mut count = 0;
    for (row, id, name) in &people {
        let mut texts: BTreeMap<M, String> = BTreeMap::new();
        for column in &table.columns {
            if let Some(meaning) = column.meaning
                && column_is_text(meaning)
                && let Some(text) = work.cell_text(table, row, column.at)
            {
                texts.entry(meaning).or_insert(text);
            }
        }
        for meaning in FILLED_DOWN.iter().filter(|meaning| blanks.contains(meaning)) {
            if !texts.contains_key(meaning)
                && let Some(text) = above.get(meaning)
            {
                texts.insert(*meaning, text.clone());
            }
        }
        above.extend(texts.clone());
        work.report_remarks(table, row, if name.is_empty() { id } else { name });
        count += usize::from(participant(work, table, row, (id, name), &texts, &mut first_rows));
    }
    unread_columns(work, table);
    let preview = table.preview(work, count);
    work.previews.push(preview);
}

/// Whether cells of a column are read as they stand.
fn column_is_text(meaning: M) -> bool {
    use M::{
        Cohort, Field, Institution, Level, Neighbourhood, Place, Profession, Programme, StudyYear,
    };
    [Institution, Programme, Level, Profession, Field, Cohort, StudyYear, Place, Neighbourhood]
        .contains(&meaning)
}

/// Number and name of the person of a row; nothing, with a finding, if the row is of nobody.
pub fn person(work: &mut Work, table: &Table, row: &RawRow) -> Option<(String, String)> {
    let filled = row.cells.iter().filter(|cell| is_filled(&cell.value)).count();
    let before = work.findings.len();
    let mut text = |meaning: M| {
        let column = table.column(meaning)?;
        if let Some(number) = numeric_id(row, meaning, column) {
            return Some(number);
        }
        work.cell_text(table, row, column)
    };
    let id = text(M::Id).unwrap_or_default();
    let whole = text(M::Name);
    let parts = [M::FirstName, M::Infix, M::LastName].map(&mut text);
    let name = whole.unwrap_or_else(|| parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    let first = row.cells.iter().find(|cell| is_filled(&cell.value))?;
    // A text alone in its row explains something, unless the list is of one column.
    if is_total(work, row) || (filled == 1 && table.columns.len() > 1) {
        work.at(Code::RowOfNobody, table.place(row, first.column), &first.value, &[]);
        return None;
    }
    if id.is_empty() && name.is_empty() {
        // What stands there and cannot be read has a finding.
        if work.findings.len() > before {
            return None;
        }
        let column =
            [M::Id, M::Name, M::LastName, M::Cohort].iter().find_map(|of| table.column(*of));
        work.at(Code::Missing, table.place(row, column.unwrap_or(first.column)), "", &[]);
        return None;
    }
    Some((id, name))
}

/// Whether a row is a total of others.
pub fn is_total(work: &Work, row: &RawRow) -> bool {
    let first = row.cells.iter().find(|cell| is_filled(&cell.value));
    let word = plain(&first.map(|cell| cell.value.to_string()).unwrap_or_default());
    let totals = work.lexicon.all("import-total");
    totals.iter().any(|total| word == *total || word.starts_with(&format!("{total} ")))
}

/// A number as an id: `500812345` where a workbook keeps `500812345.0`.
fn numeric_id(row: &RawRow, meaning: M, column: u32) -> Option<String> {
    let leerteam_formats::book::Value::Number(number) = row.value(column) else { return None };
    let is_whole = meaning == M::Id && number.fract() == 0.0 && (0.0..1e15).contains(number);
    is_whole.then(|| format!("{number:.0}"))
}

/// Which columns are filled down: a blank cell means what stands above it, if that is the answer.
fn blanks(work: &mut Work, table: &Table, people: &[(RawRow, String, String)]) -> Vec<M> {
    let mut filled_down = Vec::new();
    for meaning in FILLED_DOWN {
        let Some(column) = table.columns_of(meaning).next().cloned() else { continue };
        let mut seen = false;
        let mut blank = Vec::new();
        for (row, ..) in people {
            match is_filled(row.value(column.at)) {
                true => seen = true,
                false if seen => blank.push(table.place(row, column.at).to_string()),
                false => {}
            }
        }
        let Some(first) = blank.first() else { continue };
        let path = ["blanks", &column.heading];
        let count = blank.len().to_string();
        let text = work.text(
            "import-ask-blanks",
            &[("column", &column.heading), ("count", &count), ("first", first)],
        );
        let choices = ["above", "empty"].map(|answer| Choice {
            answer: answer.to_owned(),
            text: work.text(&format!("import-answer-{answer}"), &[]),
        });
        let question = Question::open(&path, text).with_choices(choices.to_vec());
        let words = [work.text("import-answer-above", &[]), work.text("import-answer-empty", &[])]
            .map(|text| plain(&text));
        let answer = work.ask(question, |answer| match plain(answer) {
            word if word == "above" || word == words[0] => Some(true),
            word if word == "empty" || word == words[1] => Some(false),
            _ => None,
        });
        if answer == Some(true) {
            filled_down.push(meaning);
        }
    }
    filled_down
}

/// Puts one participant in the roster; whether that worked.
fn participant(
    work: &mut Work,
    table: &Table,
    row: &RawRow,
    (id, name): (&str, &str),
    texts: &BTreeMap<M, String>,
    first_rows: &mut BTreeMap<String, u32>,
) -> bool {
    let get = |meaning: M| texts.get(&meaning).cloned();
    let year = texts.get(&M::StudyYear).map(|text| study_year(text));
    if year == Some(None)
        && let (Some(column), Some(text)) = (table.column(M::StudyYear), texts.get(&M::StudyYear))
    {
        work.at(Code::NotAYear, table.place(row, column), text, &[]);
    }
    let study_year = year.flatten().unwrap_or_default();
    let facts = ProgrammeFacts {
        institution: get(M::Institution),
        level: get(M::Level),
        profession: get(M::Profession),
        field: get(M::Field),
    };
    // What stands there and cannot be read has a finding, and nothing is asked for want of it.
    let is_unread = |meaning: M| {
        let column = table.column(meaning).filter(|_| !texts.contains_key(&meaning));
        column.is_some_and(|column| is_filled(row.value(column)))
    };
    let programme_id = get(M::Programme)
        .filter(|_| !is_unread(M::Institution))
        .and_then(|name| register::programme(work, &name, &facts));
    let has_programme = texts.contains_key(&M::Programme) || is_unread(M::Programme);
    let cohort_id = get(M::Cohort).and_then(|name| {
        // A class waits for its programme where that is asked about.
        if has_programme && programme_id.is_none() {
            return None;
        }
        register::cohort(work, &name, programme_id.as_deref(), study_year)
    });
    let neighbourhood = get(M::Neighbourhood);
    let place = get(M::Place)
        .and_then(|name| register::location(work, &name, neighbourhood.as_deref(), None));
    let period = period(work, table, row);
    let days = [
        (M::InternshipDays, v1::CommitmentKind::Internship),
        (M::LessonDays, v1::CommitmentKind::Lesson),
    ];
    let mut commitments = Vec::new();
    for (meaning, kind) in days {
        let Some(column) = table.column(meaning) else { continue };
        let Some(text) = work.cell_text(table, row, column) else { continue };
        let read = dayparts::moments(work, &text);
        let location_id = (kind == v1::CommitmentKind::Internship).then(|| place.clone()).flatten();
        for mut window in windows_of(work, table, row, column, read).unwrap_or_default() {
            if let (Some(period), v1::CommitmentKind::Internship) = (&period, kind) {
                window.valid_from = period.first_date.clone();
                window.valid_to = period.last_date.clone();
            }
            let location_id = location_id.clone().unwrap_or_default();
            commitments.push(v1::Commitment {
                kind: kind.into(),
                window: Some(window),
                location_id,
                ..v1::Commitment::default()
            });
        }
    }
    let key = if id.is_empty() { plain(name) } else { id.to_owned() };
    let again = first_rows.get(&key).copied();
    first_rows.entry(key).or_insert(row.number);
    let at = place_of(work, table, row, id, name);
    let person = &mut work.roster.participants[at];
    let is_same = |own: &str, new: &Option<String>| new.as_deref().is_none_or(|new| own == new);
    let same_person = is_same(&person.programme_id, &programme_id)
        && is_same(&person.cohort_id, &cohort_id)
        && (person.name.is_empty() || name.is_empty() || plain(&person.name) == plain(name));
    let periods = &person.internship_periods;
    let adds = period.as_ref().is_some_and(|period| !periods.contains(period))
        || commitments.iter().any(|of| !person.commitments.contains(of));
    let elsewhere = || {
        let known = work.internships.get(&person.id);
        place.as_ref().is_some_and(|place| known.is_none_or(|known| !known.contains(place)))
    };
    if let Some(first) = again
        && (!same_person || !(adds || (period.is_some() && elsewhere())))
    {
        let column = table.column(M::Id).or(table.column(M::Name)).unwrap_or_default();
        let first = table.place_at(first, column).to_string();
        let value = if id.is_empty() { name } else { id };
        work.at(Code::DuplicateId, table.place(row, column), value, &[("first", first)]);
        return false;
    }
    if !name.is_empty() {
        person.name = name.to_owned();
    }
    person.programme_id = programme_id.unwrap_or(std::mem::take(&mut person.programme_id));
    person.cohort_id = cohort_id.unwrap_or(std::mem::take(&mut person.cohort_id));
    person.study_year = if study_year > 0 { study_year } else { person.study_year };
    if again.is_none() && period.is_some() {
        person.internship_periods.clear();
    }
    person.internship_periods.extend(period);
    let id = person.id.clone();
    if !commitments.is_empty() {
        restate(work, "participants", &id);
        work.roster.participants[at].commitments.extend(commitments);
    }
    work.listed.insert(id.clone());
    if let Some(place) = place {
        work.internships.entry(id).or_default().push(place);
    }
    true
}

/// The place in the roster of the person of a row, who may be new.
pub fn place_of(work: &mut Work, table: &Table, row: &RawRow, id: &str, name: &str) -> usize {
    let column = table.column(M::Id).or(table.column(M::Name)).unwrap_or_default();
    let place = table.place(row, column);
    if let people::Person::One(at) = people::participant(work, id, name, &place) {
        return at;
    }
    let people = &mut work.roster.participants;
    let id = match id {
        "" => people::person_id(people, |of| &of.id, name),
        id => id.to_owned(),
    };
    people.push(v1::Participant { id, name: name.to_owned(), ..v1::Participant::default() });
    people.len() - 1
}

/// Takes away what stood there of the commitments of a class or participant, once: a file states them again.
pub fn restate(work: &mut Work, list: &'static str, id: &str) {
    if !work.restated.insert((list, id.to_owned())) {
        return;
    }
    match list {
        "cohorts" => {
            let cohort = work.roster.cohorts.iter_mut().find(|of| of.id == id);
            cohort.into_iter().for_each(|of| of.commitments.clear());
        }
        _ => {
            let person = work.roster.participants.iter_mut().find(|of| of.id == id);
            person.into_iter().for_each(|of| of.commitments.clear());
        }
    }
}

/// First and last date of an internship; one that is not given is open until the period is known.
fn period(work: &mut Work, table: &Table, row: &RawRow) -> Option<v1::InternshipPeriod> {
    let mut date = |meaning: M| {
        let json = work.read(table, row, table.column(meaning)?, Holds::Date)?;
        json.as_str().map(str::to_owned)
    };
    let (first, last) = (date(M::InternshipFirst), date(M::InternshipLast));
    if first.is_none() && last.is_none() {
        return None;
    }
    let (first_date, last_date) = (first.unwrap_or_default(), last.unwrap_or_default());
    if !first_date.is_empty() && !last_date.is_empty() && last_date < first_date {
        let column = table.column(M::InternshipLast).unwrap_or_default();
        work.at(Code::Reversed, table.place(row, column), &last_date, &[("start", first_date)]);
        return None;
    }
    Some(v1::InternshipPeriod { first_date, last_date })
}

/// The year of study that a text tells: `2`, `2e jaar`, `jaar 2`, `leerjaar 2`.
pub fn study_year(text: &str) -> Option<i32> {
    let words = plain(text);
    let digits: Vec<&str> =
        words.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [digits] = digits.as_slice() else { return None };
    digits.parse().ok().filter(|year| (1..=8).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_study_are_read_from_what_people_write() {
        for (text, year) in [
            ("2", Some(2)),
            ("2e jaar", Some(2)),
            ("jaar 3", Some(3)),
            ("3rd year", Some(3)),
            ("2026/2027", None),
            ("2 of 3", None),
            ("laatste", None),
            ("9", None),
        ] {
            assert_eq!(study_year(text), year, "{text:?}");
        }
    }
}
