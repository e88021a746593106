//! Moments as people choose them in forms: days with parts of days whose hours the round sets.

use serde_json::json;

use super::grid::{part_name, span};
use super::lexicon::Lexicon;
use super::question::Question;
use super::table::Table;
use super::work::{Work, message};
use leerteam_formats::book::RawRow;
use leerteam_formats::roster_sheets::layout::WEEKDAY;
use leerteam_formats::roster_sheets::parse::{Problem, Recurring, list, recurring};
use leerteam_formats::roster_sheets::read::{Period, StatedWindow, windows};
use leerteam_model::roster::{Clock, Code};
use leerteam_wire::v1;

/// A moment that a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Days and a part of each by its name.
    Part(Vec<u32>, String),
    /// Days with hours of their own.
    Hours(Recurring),
}

/// The hours of a part of a day: as the mapping says, else as a file does, else as is answered.
pub fn hours(work: &mut Work, part: &str) -> Option<(Clock, Clock)> {
    let lexicon = work.lexicon;
    let path = ["round", "dayparts", part];
    if work.mapping.get(&path).is_none()
        && let Some(hours) = work.stated_hours.get(part)
    {
        return Some(*hours);
    }
    let name = part_name(part, work.messages);
    let text = work.text("import-ask-daypart", &[("part", &name)]);
    let suggestion = match part {
        "morning" => "9:00-12:30",
        "afternoon" => "13:00-17:00",
        "evening" => "18:00-21:00",
        "day" => "9:00-17:00",
        _ => "",
    };
    work.ask(Question::open(&path, text).suggesting(suggestion), |answer| span(lexicon, answer))
}

/// The moments that a cell names: `Dinsdagmiddag, Donderdagmiddag`, `ma en di ochtend`, `wo 13:00-17:00`, `ma`.
///
/// # Errors
/// If a part of it is none.
pub fn moments(work: &Work, text: &str) -> Result<Vec<Moment>, Problem> {
    read_moments(work.lexicon, text)
}

fn read_moments(lexicon: &Lexicon, text: &str) -> Result<Vec<Moment>, Problem> {
    let vocabulary = &lexicon.words.vocabulary;
    // Days and times as workbooks have them; `ma, di en wo` is one such list.
    match recurring(text, vocabulary) {
        Ok(read) => return read.into_iter().map(of_days).collect(),
        Err(problem) if problem.code == Code::Ambiguous => return Err(problem),
        Err(_) => {}
    }
    let mut moments = Vec::new();
    let mut alone = Vec::new();
    for part in list(text) {
        match moment(lexicon, &part)? {
            Moment::Part(days, name) if name == "day" => alone.push((moments.len(), days)),
            moment => moments.push(moment),
        }
    }
    // `di, do middag`: the afternoon may be meant for both, or the whole of the first day.
    if let (Some((_, days)), false) = (alone.first(), moments.is_empty()) {
        let day = vocabulary.shown_days.get(days[0] as usize - 1).cloned().unwrap_or_default();
        return Err(Problem::ambiguous(&[format!("{day} ({text})"), text.to_owned()]));
    }
    moments.extend(alone.into_iter().map(|(_, days)| Moment::Part(days, "day".to_owned())));
    if moments.is_empty() { Err(Problem::new(Code::NotAMoment)) } else { Ok(moments) }
}

fn of_days(recurring: Recurring) -> Result<Moment, Problem> {
    match recurring {
        Recurring { days, span: None, weeks: None, valid: None } => {
            Ok(Moment::Part(days, "day".to_owned()))
        }
        Recurring { span: Some((from, until)), .. } if from >= until => {
            Err(Problem::new(Code::NotAMoment))
        }
        recurring => Ok(Moment::Hours(recurring)),
    }
}

fn moment(lexicon: &Lexicon, text: &str) -> Result<Moment, Problem> {
    let vocabulary = &lexicon.words.vocabulary;
    let not = |problem: Problem| match problem.code {
        Code::Ambiguous => problem,
        _ => Problem::new(Code::NotAMoment),
    };
    if let Some((days, part)) = lexicon.ending_daypart(text) {
        let read = recurring(&days, vocabulary).map_err(not)?;
        return match read.as_slice() {
            [Recurring { days, span: None, weeks: None, valid: None }] => {
                Ok(Moment::Part(days.clone(), part.to_owned()))
            }
            _ => Err(Problem::new(Code::NotAMoment)),
        };
    }
    match recurring(text, vocabulary).map_err(not)?.as_slice() {
        [one] => of_days(one.clone()),
        _ => Err(Problem::new(Code::NotAMoment)),
    }
}

/// The windows of moments that a cell names; nothing, with a finding or a question, if they cannot be known.
pub fn windows_of(
    work: &mut Work,
    table: &Table,
    row: &RawRow,
    column: u32,
    moments: Result<Vec<Moment>, Problem>,
) -> Option<Vec<v1::Window>> {
    let moments = work.noted(table, row, column, moments)?;
    let mut all = Some(Vec::new());
    for moment in moments {
        let read = match moment {
            Moment::Part(days, part) => hours(work, &part).map(|hours| part_windows(&days, hours)),
            Moment::Hours(recurring) => {
                let period = period(work);
                let read = windows(&StatedWindow::from(recurring), period);
                let json = work.noted(table, row, column, read)?;
                json.into_iter().map(message).collect::<Option<Vec<v1::Window>>>()
            }
        };
        all = all.zip(read).map(|(mut all, read)| {
            all.extend(read);
            all
        });
    }
    all
}

/// One window for each of some days.
pub fn part_windows(days: &[u32], (from, until): (Clock, Clock)) -> Vec<v1::Window> {
    days.iter().map(|&day| window(day, from, until)).collect()
}

/// A window every week.
pub fn window(day: u32, from: Clock, until: Clock) -> v1::Window {
    let weekday = WEEKDAY.words.get(day as usize - 1).map_or("", |(_, value)| *value);
    let json =
        json!({ "weekday": weekday, "startTime": from.to_string(), "endTime": until.to_string() });
    message(json).unwrap_or_else(|| unreachable!("days are counted from 1 to 7"))
}

/// First and last date of the planning period, once they are known.
pub fn period(work: &Work) -> Option<Period> {
    let period = work.roster.period.as_ref()?;
    Some(Period { first: period.first_date.parse().ok()?, last: period.last_date.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use leerteam_messages::{Language, Messages};

    #[test]
    fn parts_of_days_are_read_as_they_are_chosen_in_forms() {
        let lexicon = Lexicon::new(&Messages::of(Language::Nl));
        let part = |days: &[u32], part: &str| Moment::Part(days.to_vec(), part.to_owned());
        for (text, expected) in [
            (
                "Dinsdagmiddag, Donderdagmiddag",
                vec![part(&[2], "afternoon"), part(&[4], "afternoon")],
            ),
            ("di middag; vr-ochtend", vec![part(&[2], "afternoon"), part(&[5], "morning")]),
            ("ma en di ochtend", vec![part(&[1, 2], "morning")]),
            ("Tuesday afternoon", vec![part(&[2], "afternoon")]),
            ("ma, di en wo", vec![part(&[1, 2, 3], "day")]),
            ("donderdagavond", vec![part(&[4], "evening")]),
        ] {
            assert_eq!(read_moments(&lexicon, text), Ok(expected), "{text:?}");
        }
        let read = read_moments(&lexicon, "di 13:00-17:00").expect("hours");
        assert!(matches!(read.as_slice(), [Moment::Hours(hours)] if hours.days == [2]), "{read:?}");
        for (text, code) in [
            ("di, do middag", Code::Ambiguous),
            ("altijd", Code::NotAMoment),
            ("middag", Code::NotAMoment),
            ("3 dagen", Code::NotAMoment),
            ("herfstmiddag", Code::NotAMoment),
        ] {
            let problem = read_moments(&lexicon, text).expect_err(text);
            assert_eq!(problem.code, code, "{text:?}");
        }
    }
}
