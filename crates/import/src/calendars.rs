//! Calendars of classes and people: weekly commitments with the dates on which they hold.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::agenda::{self, Agenda, Occurrence, Unread};
use super::dayparts::{period, window};
use super::participants::restate;
use super::pattern::{offset, runs};
use super::people::{self, Person};
use super::preview::Preview;
use super::question::{Choice, Question};
use super::timetable;
use super::work::Work;
use leerteam_formats::roster_sheets::words::plain;
use leerteam_model::roster::{CellPlace, Clock, Code, Finding};
use leerteam_wire::v1;

/// Whose calendar it is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Of {
    Cohort(String),
    Participant(String),
    Supervisor(String),
    Nobody,
}

/// Reads a calendar file. The planning period has to be known.
pub fn read(work: &mut Work, file: &str, text: &str) {
    let Some(period) = period(work) else { return };
    let zone = zone(work);
    let mapping = work.mapping.clone();
    let zones =
        |name: &str| mapping.get(&["zones", name]).and_then(|zone| zone.trim().parse().ok());
    let agenda = match agenda::read(text, (period.first, period.last), zone, &zones) {
        Ok(agenda) => agenda,
        Err(error) => {
            work.add(Finding::at_cell(Code::SourceUnread, of_file(file), error, Vec::new()));
            return;
        }
    };
    for unread in &agenda.unread {
        match unread {
            Unread::Property(event, value) => {
                let details = vec![("event", event.clone())];
                work.add(Finding::at_cell(Code::EventUnread, of_file(file), value, details));
            }
            Unread::Zone(name) => {
                let text = work.text("import-ask-zone", &[("zone", name), ("file", file)]);
                let question = Question::open(&["zones", name], text).suggesting(zone.name());
                work.ask(question, |answer| answer.parse::<Tz>().ok());
            }
        }
    }
    let mut agenda = without_holidays(work, agenda);
    let is_free = |of: &Occurrence| of.is_free;
    let free: BTreeSet<&String> =
        agenda.occurrences.iter().filter(|of| is_free(of)).map(|of| &of.title).collect();
    agenda.left_out += free.len();
    agenda.occurrences.retain(|of| !is_free(of));
    let Some(of) = owner(work, file, &agenda) else { return };
    if agenda.left_out > 0 {
        work.add(Finding::at_cell(Code::EventsLeftOut, of_file(file), agenda.left_out, Vec::new()));
    }
    let mut preview =
        Preview { file: file.to_owned(), rows: agenda.occurrences.len(), ..Preview::default() };
    let (about, name) = match &of {
        Of::Cohort(id) => {
            let commitments = commitments(work, &agenda, period.first, true);
            preview.notes = shown(work, &commitments);
            restate(work, "cohorts", id);
            timetable::add(work, "cohorts", id, commitments);
            ("cohort", id)
        }
        Of::Participant(id) => {
            let commitments = commitments(work, &agenda, period.first, false);
            preview.notes = shown(work, &commitments);
            restate(work, "participants", id);
            timetable::add(work, "participants", id, commitments);
            ("participant", id)
        }
        Of::Supervisor(id) => {
            absences(work, id, &agenda);
            ("supervisor", id)
        }
        Of::Nobody => {
            preview.about = work.text("import-table-nothing", &[]);
            work.previews.push(preview);
            return;
        }
    };
    preview.about = work.text(&format!("import-calendar-{about}"), &[("of", name)]);
    work.previews.push(preview);
}

/// A file as the place of a finding.
pub fn of_file(file: &str) -> CellPlace {
    CellPlace { sheet: file.to_owned(), row: 0, column: String::new(), heading: String::new() }
}

fn zone(work: &Work) -> Tz {
    let name = work.roster.period.as_ref().map(|period| period.time_zone.as_str());
    name.and_then(|name| name.parse().ok()).unwrap_or(Tz::Europe__Amsterdam)
}

/// Whose calendar it is: whoever the name of the file, or of the calendar, is that of; else it is asked.
fn owner(work: &mut Work, file: &str, agenda: &Agenda) -> Option<Of> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let path = ["calendars", stem];
    let named = [stem, agenda.name.as_str()].iter().find_map(|name| known(work, name));
    if work.mapping.get(&path).is_none() && named.is_some() {
        return named;
    }
    let cohorts = work.roster.cohorts.iter().map(|of| (&of.id, &of.name));
    let supervisors = work.roster.supervisors.iter().map(|of| (&of.id, &of.name));
    let choice = |(id, name): (&String, &String)| Choice { answer: id.clone(), text: name.clone() };
    let mut choices: Vec<Choice> = cohorts.chain(supervisors).map(choice).collect();
    let nobody = work.text("import-table-nothing", &[]);
    choices.push(Choice { answer: "nothing".to_owned(), text: nobody.clone() });
    let arguments = [("file", file), ("name", agenda.name.as_str())];
    let text = work.text("import-ask-calendar", &arguments);
    let answers: Vec<(String, Of)> = all(work);
    let nobody = plain(&nobody);
    work.ask(Question::open(&path, text).with_choices(choices), |answer| {
        let word = plain(answer);
        if word == "nothing" || word == nobody {
            return Some(Of::Nobody);
        }
        answers.iter().find(|(name, _)| *name == word).map(|(_, of)| of.clone())
    })
}

/// Everybody whose calendar it can be, by id and by name, plain.
fn all(work: &Work) -> Vec<(String, Of)> {
    let cohorts =
        work.roster.cohorts.iter().map(|of| (&of.id, &of.name, Of::Cohort(of.id.clone())));
    let people = work
        .roster
        .participants
        .iter()
        .map(|of| (&of.id, &of.name, Of::Participant(of.id.clone())));
    let supervisors =
        work.roster.supervisors.iter().map(|of| (&of.id, &of.name, Of::Supervisor(of.id.clone())));
    let each = cohorts.chain(people).chain(supervisors);
    each.flat_map(|(id, name, of)| [(plain(id), of.clone()), (plain(name), of)])
        .filter(|(word, _)| !word.is_empty())
        .collect()
}

/// The one person or class that a name is exactly, or that stands in it as whole words.
fn known(work: &Work, name: &str) -> Option<Of> {
    let word = plain(name);
    let all = all(work);
    let only = |found: Vec<&(String, Of)>| {
        let first = found.first()?;
        found.iter().all(|other| other.1 == first.1).then(|| first.1.clone())
    };
    let exact: Vec<&(String, Of)> = all.iter().filter(|(of, _)| *of == word).collect();
    if !exact.is_empty() {
        return only(exact);
    }
    only(all.iter().filter(|(of, _)| of.len() > 2 && super::lexicon::contains(&word, of)).collect())
}

/// Weekly commitments that hold on exactly the dates of the events. Titles are those of a class; what a person's events
/// are called is nobody's business.
fn commitments(
    work: &Work,
    agenda: &Agenda,
    period_first: NaiveDate,
    with_titles: bool,
) -> Vec<v1::Commitment> {
    type Kept = (String, String, (u32, u32), u32);
    let mut dates: BTreeMap<Kept, BTreeSet<NaiveDate>> = BTreeMap::new();
    for Occurrence { title, place, date, minutes, .. } in &agenda.occurrences {
        let title = if with_titles { title.clone() } else { String::new() };
        let key = (title, place.clone(), *minutes, date.weekday().number_from_monday());
        dates.entry(key).or_default().insert(*date);
    }
    let mut commitments = Vec::new();
    for ((title, place, minutes, day), dates) in dates {
        let Some((from, until)) = clocks(minutes) else { continue };
        let location = work.roster.locations.iter().find(|of| plain(&of.name) == plain(&place));
        let kind = kind(work, &title, with_titles);
        for run in runs(&dates) {
            let mut window = window(day, from, until);
            window.valid_from = run.first.to_string();
            window.valid_to = run.last.to_string();
            if run.every > 1 {
                let every = i32::try_from(run.every).unwrap_or(1);
                window.weeks = Some(v1::WeekPattern {
                    every,
                    offset: offset(period_first, run.first, run.every),
                });
            }
            commitments.push(v1::Commitment {
                name: title.clone(),
                kind: kind.into(),
                window: Some(window),
                location_id: location.map(|of| of.id.clone()).unwrap_or_default(),
                ..v1::Commitment::default()
            });
        }
    }
    commitments
}

/// Takes out holidays, days whose title says that nobody is there; whether they are closures is asked.
fn without_holidays(work: &mut Work, agenda: Agenda) -> Agenda {
    let words = work.lexicon.all("import-holiday");
    let is_holiday = |of: &Occurrence| {
        of.all_day && words.iter().any(|word| plain(&of.title).contains(word.as_str()))
    };
    let (holidays, occurrences) = agenda.occurrences.iter().cloned().partition(is_holiday);
    let holidays: Vec<Occurrence> = holidays;
    let mut dates: BTreeMap<&str, (NaiveDate, NaiveDate)> = BTreeMap::new();
    for Occurrence { title, date, .. } in &holidays {
        let entry = dates.entry(title).or_insert((*date, *date));
        entry.1 = entry.1.max(*date);
    }
    if !dates.is_empty() {
        let shown = dates.iter().map(|(title, (first, last))| format!("{title} {first} – {last}"));
        let shown = shown.collect::<Vec<_>>().join(", ");
        let yes_no = work.lexicon.words.yes_no.clone();
        let choices = ["yes", "no"].map(|answer| {
            let words = work.text(&format!("input-{answer}"), &[]);
            let word = words.split(';').next().unwrap_or_default().to_owned();
            Choice { text: word.clone(), answer: word }
        });
        let suggestion = choices[0].answer.clone();
        let text = work.text("import-ask-holidays", &[("holidays", &shown)]);
        let question = Question::open(&["round", "holidays"], text).with_choices(choices.to_vec());
        let take = work.ask(question.suggesting(suggestion), |answer| {
            yes_no.iter().position(|words| words.contains(&plain(answer))).map(|at| at == 0)
        });
        if take == Some(true) {
            let period = work.roster.period.get_or_insert_default();
            for (title, (first, last)) in dates {
                let closure = v1::Closure {
                    first_date: first.to_string(),
                    last_date: last.to_string(),
                    reason: title.to_owned(),
                    ..v1::Closure::default()
                };
                if !period.closures.contains(&closure) {
                    period.closures.push(closure);
                }
            }
        }
    }
    Agenda { occurrences, ..agenda }
}

/// Lessons, unless the title says that it is something else; of a person it is not known.
fn kind(work: &Work, title: &str, with_titles: bool) -> v1::CommitmentKind {
    if !with_titles {
        return v1::CommitmentKind::Other;
    }
    let first = title.split([' ', ':', '-']).next().unwrap_or_default();
    match work.lexicon.kind(first) {
        Some("COMMITMENT_KIND_INTERNSHIP") => v1::CommitmentKind::Internship,
        Some("COMMITMENT_KIND_WORK") => v1::CommitmentKind::Work,
        _ => v1::CommitmentKind::Lesson,
    }
}

fn clocks((from, until): (u32, u32)) -> Option<(Clock, Clock)> {
    Some((Clock::from_minutes(from)?, Clock::from_minutes(until)?))
}

/// The first commitments, in words.
fn shown(work: &Work, commitments: &[v1::Commitment]) -> Vec<String> {
    let text = |commitment: &v1::Commitment| {
        let window = commitment.window.clone().unwrap_or_default();
        let day = work.text(&format!("sheet-day-{}", window.weekday), &[]);
        let every = window.weeks.map_or(1, |weeks| weeks.every).to_string();
        let arguments = [
            ("day", day.as_str()),
            ("from", &window.start_time),
            ("until", &window.end_time),
            ("first", &window.valid_from),
            ("last", &window.valid_to),
            ("every", &every),
            ("name", &commitment.name),
        ];
        work.text("import-commitment", &arguments).trim().to_owned()
    };
    commitments.iter().take(super::preview::ROWS).map(text).collect()
}

/// What a supervisor's calendar holds takes time away on those dates, where it overlaps with when the supervisor can come.
fn absences(work: &mut Work, id: &str, agenda: &Agenda) {
    let Person::One(at) = people::supervisor(work, id) else { return };
    let person = &mut work.roster.supervisors[at];
    if work.restated.insert(("absences", person.id.clone())) {
        person.absences.clear();
    }
    for Occurrence { date, minutes, .. } in &agenda.occurrences {
        let Some((from, until)) = clocks(*minutes) else { continue };
        let day = window(date.weekday().number_from_monday(), from, until);
        let (start_time, end_time) = (from.to_string(), until.to_string());
        let can_come = person.availability.is_empty()
            || person.availability.iter().any(|own| {
                own.weekday == day.weekday && own.start_time < end_time && start_time < own.end_time
            });
        if can_come {
            let date = date.to_string();
            person.absences.push(v1::Absence {
                first_date: date.clone(),
                last_date: date,
                start_time,
                end_time,
            });
        }
    }
}
