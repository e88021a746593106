//! Recurring stretches told in one cell: `ma 9:00-16:30; di+do 13:00-15:00 even weken`.

use super::dates::{Bounds, bounds};
use super::tokens::{Token, is_dash, tokens};
use super::vocabulary::Vocabulary;
use super::{Problem, Weeks, days, times, weeks};
use crate::roster::{Clock, Code};

/// A stretch of some weekdays; what is not told is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// The days, 1 for Monday.
    pub days: Vec<u32>,
    /// From and to.
    pub span: Option<(Clock, Clock)>,
    /// In which weeks.
    pub weeks: Option<Weeks>,
    /// First and last date.
    pub valid: Option<Bounds>,
}

/// The stretches of a cell, parted by semicolons or lines: days, times, weeks, and in brackets the dates on
/// which it holds.
pub fn recurring(text: &str, words: &Vocabulary) -> Result<Vec<Recurring>, Problem> {
    let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| one(part, words)).collect()
}

fn one(text: &str, words: &Vocabulary) -> Result<Recurring, Problem> {
    let (text, valid) = match text.split_once('(') {
        Some((text, rest)) => {
            let inner = rest.trim_end().strip_suffix(')').ok_or(Problem::new(Code::NotDays))?;
            (text, Some(bounds(inner, words)?))
        }
        None => (text, None),
    };
    let (text, of_weeks) = match weeks_at(text, words) {
        Some(at) => (&text[..at], Some(weeks(&text[at..], words)?)),
        None => (text, None),
    };
    let tokens = tokens(text, words);
    let (days, rest) = days::leading(&tokens, words)?;
    if days.is_empty() {
        return Err(Problem::new(Code::NotDays));
    }
    let span = if rest.is_empty() { None } else { Some(span(rest, words)?) };
    Ok(Recurring { days, span, weeks: of_weeks, valid })
}

/// Where the words for the weeks begin.
fn weeks_at(text: &str, words: &Vocabulary) -> Option<usize> {
    let firsts = [&words.even, &words.odd, &words.every, &words.weekly, &words.fortnightly];
    let starts = text.char_indices().filter(|&(at, c)| {
        let before = text[..at].chars().next_back();
        c.is_alphabetic() && !before.is_some_and(char::is_alphabetic)
    });
    let mut starts = starts.map(|(at, _)| at);
    starts.find(|&at| {
        let rest = &text[at..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = super::super::words::plain(&rest[..end]);
        word == "om" || firsts.iter().any(|known| known.contains(&word))
    })
}

/// `9:00-16:30`, `van 9 tot 16.30 uur`.
fn span(tokens: &[Token], words: &Vocabulary) -> Result<(Clock, Clock), Problem> {
    let tokens = match tokens {
        [first, rest @ ..] if first.is_in(&words.from) || first.is_sign(',') => rest,
        tokens => tokens,
    };
    let (start, rest) = times::leading(tokens, words)?;
    let [link, rest @ ..] = rest else { return Err(Problem::new(Code::NotATime)) };
    let is_link = matches!(link, Token::Sign(sign) if is_dash(*sign))
        || link.is_in(&words.until)
        || link.is_in(&words.through);
    match times::leading(rest, words)? {
        (end, []) if is_link => Ok((start, end)),
        _ => Err(Problem::new(Code::NotATime)),
    }
}
