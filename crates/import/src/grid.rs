//! The columns of a week matrix: days, and parts of them.

use std::collections::BTreeSet;

use super::lexicon::Lexicon;
use leerteam_formats::book::{RawRow, RawSheet};
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

/// What the headings of a week matrix say.
#[derive(Debug, Default)]
pub struct Parts {
    /// Its columns, in their order.
    pub read: Vec<Part>,
    /// Row and column of headings that are no days, or no parts of one, among those that are.
    pub unread: Vec<(u32, u32)>,
    /// The columns of both.
    pub all: BTreeSet<u32>,
}

/// The columns of a week matrix; none if the headings do not name days.
pub fn parts(lexicon: &Lexicon, sheet: &RawSheet, heading: u32) -> Parts {
    let row = |number: u32| sheet.rows.iter().find(|row| row.number == number);
    let Some(top) = row(heading) else { return Parts::default() };
    let is_day = |text: &str| day_of(lexicon, text).is_some();
    let days = top.cells.iter().filter(|cell| is_day(&cell.value.to_string())).count();
    match row(heading + 1).filter(|below| is_below(lexicon, below)) {
        Some(below) if days > 0 => two_rows(lexicon, top, below),
        _ if days > 1 => one_row(lexicon, top),
        _ => Parts::default(),
    }
}

/// Each day in a column of its own, or each part of one.
fn one_row(lexicon: &Lexicon, top: &RawRow) -> Parts {
    let mut parts = Parts::default();
    for cell in &top.cells {
        let heading = cell.value.to_string();
        let day = day_of(lexicon, &heading);
        if day.is_none() && !is_nearly_part(lexicon, &heading) {
            continue;
        }
        parts.all.insert(cell.column);
        match day {
            Some((day, hours)) => parts.read.push(Part {
                at: cell.column,
                day,
                hours: hours.unwrap_or_else(|| Hours::Named("day".to_owned())),
                heading,
                last_heading: top.number,
            }),
            None => parts.unread.push((top.number, cell.column)),
        }
    }
    parts
}

/// Whether a heading is a day or a part of one but for a letter.
fn is_nearly_part(lexicon: &Lexicon, heading: &str) -> bool {
    let begins = heading.split([' ', '-']).next().is_some_and(|first| lexicon.day(first).is_some());
    let ends = lexicon.ending_daypart(heading).is_some_and(|(rest, _)| !rest.is_empty());
    begins || ends || (lexicon.meaning(heading).is_none() && lexicon.nearly_day(heading))
}

/// What stands above some columns.
enum Above {
    Day(u32, String),
    /// No day; and whether that has been found.
    Other(bool),
}

/// Days above their parts; a day stands above the first of its columns only.
fn two_rows(lexicon: &Lexicon, top: &RawRow, below: &RawRow) -> Parts {
    let mut parts = Parts::default();
    let mut above = Above::Other(false);
    let columns: BTreeSet<u32> =
        top.cells.iter().chain(&below.cells).map(|cell| cell.column).collect();
    for at in columns {
        let (heading, text) = (top.value(at).to_string(), below.value(at).to_string());
        if !heading.is_empty() {
            let day = day_of(lexicon, &heading);
            above = day.map_or(Above::Other(false), |(day, _)| Above::Day(day, heading));
        }
        let hours = hours(lexicon, &text);
        if hours.is_some() || matches!(above, Above::Day(..)) {
            parts.all.insert(at);
        }
        match (&mut above, hours) {
            (Above::Day(day, heading), Some(hours)) => parts.read.push(Part {
                at,
                day: *day,
                hours,
                heading: format!("{heading} {text}"),
                last_heading: below.number,
            }),
            (Above::Day(..), None) if !text.is_empty() => parts.unread.push((below.number, at)),
            (Above::Other(is_found), Some(_)) if !*is_found => {
                *is_found = true;
                parts.unread.push((top.number, at));
            }
            _ => {}
        }
    }
    parts
}

/// Whether a row names parts of the days above it: most of its cells do, from the first that does.
fn is_below(lexicon: &Lexicon, row: &RawRow) -> bool {
    let is_part = |text: &String| hours(lexicon, text).is_some();
    let texts = row.cells.iter().map(|cell| cell.value.to_string());
    let filled: Vec<String> = texts.skip_while(|text| !is_part(text)).collect();
    let named = filled.iter().filter(|text| is_part(text)).count();
    named >= 2 && named * 2 > filled.len()
}
