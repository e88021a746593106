//! What a round needs beside people: its dates, and the teams that are wanted.

use chrono::NaiveDate;

use super::naming;
use super::question::Question;
use super::register;
use super::work::{Work, message};
use leerteam_formats::roster_sheets::parse::{list, minutes, recurring, stretch};
use leerteam_formats::roster_sheets::read::{StatedWindow, windows};
use leerteam_formats::roster_sheets::words::plain;
use leerteam_wire::v1;

/// The planning period: that of the roster, else as it is answered. An answer of an earlier year, which lies outside the dates
/// of the files, does not count.
pub fn period(work: &mut Work) {
    if work.roster.period.as_ref().is_some_and(|period| !period.first_date.is_empty()) {
        return;
    }
    let lexicon = work.lexicon;
    let vocabulary = &lexicon.words.vocabulary;
    let dates = work.roster.participants.iter().flat_map(|person| &person.internship_periods);
    let parse = |date: &str| date.parse::<NaiveDate>().ok();
    let first = dates.clone().filter_map(|period| parse(&period.first_date)).min();
    let last = dates.filter_map(|period| parse(&period.last_date)).max();
    let mut suggestion = String::new();
    if let (Some(first), Some(last)) = (first, last) {
        let (first, last) = (first.to_string(), last.to_string());
        suggestion = work.text("sheet-through", &[("first", &first), ("last", &last)]);
    }
    let text = work.text("import-ask-period", &[]);
    let question = Question::open(&["round", "period"], text).suggesting(suggestion);
    let overlaps = |(from, to): &(NaiveDate, NaiveDate)| {
        from <= to
            && first.is_none_or(|first| first <= *to)
            && last.is_none_or(|last| *from <= last)
    };
    let answer = work.ask(question, |answer| stretch(answer, vocabulary).ok().filter(overlaps));
    if let Some((first, last)) = answer {
        let closures = work.roster.period.take().map(|period| period.closures).unwrap_or_default();
        work.roster.period = Some(v1::PlanningPeriod {
            first_date: first.to_string(),
            last_date: last.to_string(),
            time_zone: "Europe/Amsterdam".to_owned(),
            closures,
        });
        if work.roster.title.is_empty() {
            let (first, last) = (first.to_string(), last.to_string());
            work.roster.title = work.text("import-title", &[("first", &first), ("last", &last)]);
        }
        if work.roster.id.is_empty() {
            work.roster.id =
                naming::slug(&work.text("import-id", &[("first", &first.to_string())]));
        }
    }
}

/// Internships that are open at one end last until that end of the period.
pub fn close_internships(work: &mut Work) {
    let Some(period) = work.roster.period.clone() else { return };
    let people = &mut work.roster.participants;
    for of in people.iter_mut().flat_map(|person| &mut person.internship_periods) {
        if of.first_date.is_empty() {
            of.first_date = period.first_date.clone();
        }
        if of.last_date.is_empty() {
            of.last_date = period.last_date.clone();
        }
    }
}

/// One learning environment for everybody, where the roster has none.
pub fn environment(work: &mut Work) {
    if !work.roster.environments.is_empty() || work.roster.participants.is_empty() {
        return;
    }
    let lexicon = work.lexicon;
    let vocabulary = &lexicon.words.vocabulary;
    let ask = |work: &mut Work, key: &'static str, suggestion: String| {
        let text = work.text(&format!("import-ask-teams-{key}"), &[]);
        Question::open(&["teams", key], text).suggesting(suggestion)
    };
    let question = ask(work, "size", "4-6".to_owned());
    let size = work.ask(question, range);
    let question = ask(work, "minutes", "90".to_owned());
    let length = work.ask(question, |answer| {
        minutes(answer, vocabulary).ok().filter(|minutes| (10..=480).contains(minutes))
    });
    let question = ask(work, "every-weeks", "2".to_owned());
    let every = work
        .ask(question, |answer| answer.parse::<i32>().ok().filter(|weeks| (1..=8).contains(weeks)));
    let suggestion = usual_hours(work);
    let question = ask(work, "hours", suggestion);
    let hours = work.ask(question, |answer| {
        let read = recurring(answer, vocabulary).ok()?;
        let has_hours = read.iter().all(|one| one.span.is_some() && one.weeks.is_none());
        let windows: Option<Vec<_>> =
            read.into_iter().map(|one| windows(&StatedWindow::from(one), None).ok()).collect();
        let windows: Option<Vec<v1::Window>> =
            windows?.into_iter().flatten().map(message).collect();
        windows.filter(|_| has_hours)
    });
    let known: Vec<(String, String)> =
        work.roster.locations.iter().map(|of| (of.id.clone(), of.name.clone())).collect();
    let suggestion: Vec<&str> = known.iter().map(|(_, name)| name.as_str()).collect();
    let question = ask(work, "places", suggestion.join("; "));
    let places: Option<Vec<String>> = work.ask(question, |answer| {
        let place = |part: &String| match known
            .iter()
            .find(|(id, name)| plain(id) == plain(part) || plain(name) == plain(part))
        {
            Some((_, name)) => name.clone(),
            // A place that no participant is at is a new one.
            None => part.clone(),
        };
        let places: Vec<String> = list(answer).iter().map(place).collect();
        (!places.is_empty()).then_some(places)
    });
    let needs = ["education", "practice"].map(|side| {
        let need = work.setting(&["teams", side], |answer| {
            answer.parse::<i32>().ok().filter(|need| (0..=5).contains(need))
        });
        need.unwrap_or(1)
    });
    let (Some((least, most)), Some(length), Some(every), Some(hours), Some(places)) =
        (size, length, every, hours, places)
    else {
        return;
    };
    let mut location_ids = Vec::new();
    for place in places {
        let Some(id) = register::location(work, &place, None, None) else { return };
        location_ids.push(id);
    }
    let people = i32::try_from(work.roster.participants.len()).unwrap_or(i32::MAX);
    let fewest = people.div_euclid(most) + i32::from(people % most > 0);
    let outside = work.roster.participants.iter().filter(|person| person.programme_id.is_empty());
    let participant_ids = outside.map(|person| person.id.clone()).collect();
    let programme_ids = work.roster.programmes.iter().map(|of| of.id.clone()).collect();
    let name = work.text("import-environment", &[]);
    let supervision = [v1::Side::Education, v1::Side::Practice].into_iter().zip(needs);
    let supervision = supervision.filter(|(_, need)| *need > 0);
    work.roster.environments.push(v1::LearningEnvironment {
        id: naming::slug(&name),
        name,
        location_ids,
        admission: Some(v1::Admission {
            programme_ids,
            participant_ids,
            ..v1::Admission::default()
        }),
        team_count: Some(v1::Range { min: fewest, max: fewest.max(people / least) }),
        team_size: Some(v1::Range { min: least, max: most }),
        meeting_form: Some(v1::MeetingForm {
            duration_minutes: length,
            every_weeks: every,
            hours,
            ..v1::MeetingForm::default()
        }),
        supervision: supervision
            .map(|(side, need)| v1::SupervisionNeed { side: side.into(), min: need, max: need })
            .collect(),
        ..v1::LearningEnvironment::default()
    });
}

/// The hours in which supervisors can come, as they are written in a cell; working hours where nobody has said.
fn usual_hours(work: &Work) -> String {
    let mut windows: Vec<(i32, &str, &str)> = work
        .roster
        .supervisors
        .iter()
        .flat_map(|of| &of.availability)
        .map(|window| (window.weekday, window.start_time.as_str(), window.end_time.as_str()))
        .collect();
    windows.sort_unstable();
    windows.dedup();
    let day = |number: i32| work.text(&format!("sheet-day-{number}"), &[]);
    if windows.is_empty() {
        return format!("{}-{} 9:00-17:00", day(1), day(5));
    }
    // Windows within another say nothing new.
    let all = windows.clone();
    windows.retain(|one| {
        !all.iter()
            .any(|other| other != one && other.0 == one.0 && other.1 <= one.1 && one.2 <= other.2)
    });
    let texts =
        windows.iter().map(|(number, from, until)| format!("{} {from}-{until}", day(*number)));
    texts.collect::<Vec<_>>().join("; ")
}

/// `4-6`, `4 t/m 6`, `5`: from at least one, and at most thirty.
fn range(answer: &str) -> Option<(i32, i32)> {
    let numbers: Vec<i32> = answer
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let (least, most) = match numbers.as_slice() {
        [one] => (*one, *one),
        [least, most] => (*least, *most),
        _ => return None,
    };
    (1 <= least && least <= most && most <= 30).then_some((least, most))
}
