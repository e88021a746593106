//! The columns of a week matrix: days, and parts of them.

use super::lexicon::Lexicon;
use leerteam_formats::book::{RawRow, RawSheet, Value};
use leerteam_formats::roster_sheets::parse::recurring;
use leerteam_messages::Messages;
use leerteam_model::roster::Clock;

/// A column of a week matrix.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which one, counted from 0.
    pub at: u32,
    /// The day, 1 for Monday.
    pub day: u32,
    /// What part of it.
    pub hours: Hours,
    /// What stands above it.
    pub heading: String,
    /// The last row of headings above it.
    pub last_heading: u32,
}

/// Which hours of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Those of a part of the day with a name.
    Named(String),
    /// These.
    Span(Clock, Clock),
}

impl Part {
    /// What it is, in words.
    pub fn text(&self, messages: &Messages) -> String {
        let day = messages.text(&format!("sheet-day-{}", self.day), &[]);
        match &self.hours {
            Hours::Named(name) => format!("{day} {}", part_name(name, messages)),
            Hours::Span(from, until) => format!("{day} {from}-{until}"),
        }
    }
}

/// The name of a part of a day.
pub fn part_name(name: &str, messages: &Messages) -> String {
    let key = format!("import-daypart-{name}");
    if messages.has(&key) { messages.text(&key, &[]) } else { name.to_owned() }
}

/// The day that a heading names, with what else it says of the hours: `ma`, `Ma ochtend`, `di 13:00-17:00`, `wo 3`.
pub fn day_of(lexicon: &Lexicon, heading: &str) -> Option<(u32, Option<Hours>)> {
    if let Some(day) = lexicon.day(heading) {
        return Some((day, None));
    }
    if let Some((rest, part)) = lexicon.ending_daypart(heading) {
        return Some((lexicon.day(&rest)?, Some(Hours::Named(part.to_owned()))));
    }
    let (first, rest) = heading.split_once([' ', '-', '\n'])?;
    let day = lexicon.day(first)?;
    Some((day, Some(hours(lexicon, rest)?)))
}

/// Hours that a heading below a day names: a part of the day, a time from and to, or the number of a lesson.
fn hours(lexicon: &Lexicon, text: &str) -> Option<Hours> {
    if let Some(part) = lexicon.daypart(text) {
        return Some(Hours::Named(part.to_owned()));
    }
    if let Some((from, until)) = span(lexicon, text) {
        return Some(Hours::Span(from, until));
    }
    let number = text.trim().trim_end_matches(|c: char| !c.is_ascii_digit());
    let number: u32 = number.rsplit(' ').next()?.parse().ok()?;
    (1..=16).contains(&number).then(|| Hours::Named(number.to_string()))
}

/// A time from and to.
pub fn span(lexicon: &Lexicon, text: &str) -> Option<(Clock, Clock)> {
    let vocabulary = &lexicon.words.vocabulary;
    let day = vocabulary.shown_days.first()?;
    let read = recurring(&format!("{day} {text}"), vocabulary).ok()?;
    let [one] = read.as_slice() else { return None };
    let plain = one.days == [1] && one.weeks.is_none() && one.valid.is_none();
    one.span.filter(|(from, until)| plain && from < until)
}

/// The columns of a week matrix; none if the headings do not name days.
pub fn parts(lexicon: &Lexicon, sheet: &RawSheet, heading: u32) -> Vec<Part> {
    let row = |number: u32| sheet.rows.iter().find(|row| row.number == number);
    let Some(top) = row(heading) else { return Vec::new() };
    let days: Vec<(u32, u32, Option<Hours>)> = top
        .cells
        .iter()
        .filter_map(|cell| {
            let (day, hours) = day_of(lexicon, &cell.value.to_string())?;
            Some((cell.column, day, hours))
        })
        .collect();
    if days.len() < 2 {
        return Vec::new();
    }
    let below = row(heading + 1).filter(|below| is_below(lexicon, below, days[0].0));
    let Some(below) = below else {
        let part = |(at, day, hours): (u32, u32, Option<Hours>)| Part {
            at,
            day,
            hours: hours.unwrap_or_else(|| Hours::Named("day".to_owned())),
            heading: top.value(at).to_string(),
            last_heading: heading,
        };
        return days.into_iter().map(part).collect();
    };
    let cells = below.cells.iter().filter(|cell| cell.column >= days[0].0);
    let part = |cell: &leerteam_formats::book::RawCell| {
        let text = cell.value.to_string();
        // A day stands above the first of its columns only.
        let (at, day, _) = days.iter().rev().find(|(at, ..)| *at <= cell.column)?;
        Some(Part {
            at: cell.column,
            day: *day,
            hours: hours(lexicon, &text)?,
            heading: format!("{} {text}", top.value(*at)),
            last_heading: heading + 1,
        })
    };
    cells.filter_map(part).collect()
}

/// Whether a row names parts of the days above it: most of its cells from the first day on do.
fn is_below(lexicon: &Lexicon, row: &RawRow, first: u32) -> bool {
    let cells = row.cells.iter().filter(|cell| cell.column >= first);
    let cells: Vec<&Value> = cells.map(|cell| &cell.value).collect();
    let named = cells.iter().filter(|value| hours(lexicon, &value.to_string()).is_some()).count();
    named >= 2 && named * 2 > cells.len()
}
