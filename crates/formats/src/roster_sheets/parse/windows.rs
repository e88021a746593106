//! Recurring stretches stated in one cell: `ma 9:00-16:30; di+do 13:00-15:00 even weken`.

use super::dates::{Bounds, bounds};
use super::tokens::{Token, tokens, without};
use super::vocabulary::Vocabulary;
use super::{Problem, Weeks, days, times, weeks};
use leerteam_model::roster::{Clock, Code};

/// A stretch of some weekdays; what is not stated is none.
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

/// The stretches of a cell, separated by semicolons or lines: days, times, weeks, and in brackets the dates on
/// which it holds.
///
/// # Errors
/// The text cannot be read as one.
pub fn recurring(text: &str, words: &Vocabulary) -> Result<Vec<Recurring>, Problem> {
    let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let parts: Result<Vec<Recurring>, Problem> = parts.map(|part| window(part, words)).collect();
    parts.and_then(|parts| if parts.is_empty() { Err(not()) } else { Ok(parts) })
}

fn not() -> Problem {
    Problem::new(Code::NotDays)
}

fn window(text: &str, words: &Vocabulary) -> Result<Recurring, Problem> {
    let tokens = tokens(text, words);
    let bracket = tokens.iter().position(|token| token.is_sign('('));
    let (tokens, inner) = match bracket {
        Some(at) => match &tokens[at + 1..] {
            [inner @ .., end] if end.is_sign(')') => (&tokens[..at], Some(inner)),
            _ => return Err(not()),
        },
        None => (tokens.as_slice(), None),
    };
    let (days, rest) = days::leading(tokens, words)?;
    if days.is_empty() {
        return Err(not());
    }
    let (rest, of_weeks) = match weeks::begin(rest, words) {
        Some(at) => (without_comma(&rest[..at]), Some(weeks::parse(&rest[at..], words)?)),
        None => (rest, None),
    };
    let outside = if rest.is_empty() { None } else { Some(span(rest, words)?) };
    // In brackets stand the dates, or the times where there are none before.
    let valid = inner.map(|inner| bounds(inner, words)).transpose();
    match (valid, inner) {
        (Ok(valid), _) => Ok(Recurring { days, span: outside, weeks: of_weeks, valid }),
        (Err(problem), Some(inner)) if problem.code == Code::NotADate => {
            let within = span(inner, words).ok().filter(|_| outside.is_none());
            let span = Some(within.ok_or_else(not)?);
            Ok(Recurring { days, span, weeks: of_weeks, valid: None })
        }
        (Err(problem), _) => Err(problem),
    }
}

/// These without a comma at their end.
fn without_comma(tokens: &[Token]) -> &[Token] {
    match tokens {
        [rest @ .., comma] if comma.is_sign(',') => rest,
        tokens => tokens,
    }
}

/// `9:00-16:30`, `van 9 tot 16.30 uur`.
fn span(tokens: &[Token], words: &Vocabulary) -> Result<(Clock, Clock), Problem> {
    // What is not a time of day is not what follows days.
    let of_days = |problem: Problem| match problem.code {
        Code::NotATime => not(),
        _ => problem,
    };
    let tokens = without(without(tokens, ','), ':');
    let tokens = match tokens {
        [first, rest @ ..] if first.is_in(&words.from) => rest,
        tokens => tokens,
    };
    let (start, rest) = times::leading(tokens, words).map_err(of_days)?;
    let [link, rest @ ..] = rest else { return Err(not()) };
    if !(link.is_sign('-') || link.is_in(&words.until) || link.is_in(&words.through)) {
        return Err(not());
    }
    match times::leading(rest, words).map_err(of_days)? {
        (end, []) => times::span(start, end).map_err(of_days),
        _ => Err(not()),
    }
}
