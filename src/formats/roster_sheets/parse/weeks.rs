//! In which weeks something recurs.

use chrono::NaiveDate;

use super::tokens::{Token, tokens};
use super::vocabulary::Vocabulary;
use super::{Problem, date};
use crate::roster::Code;

/// In which weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weeks {
    /// In all.
    Every,
    /// In ISO weeks with an even number, or an odd one.
    Parity {
        /// Whether even.
        even: bool,
    },
    /// In every so many weeks, of which one holds this date.
    From {
        /// Every how many.
        every: u32,
        /// A date in one of them.
        date: NaiveDate,
    },
}

/// Weeks: `elke week`, `even weken`, `elke 2 weken vanaf 2020-09-07`. Every few weeks without a date to count
/// from is not guessed.
pub fn weeks(text: &str, words: &Vocabulary) -> Result<Weeks, Problem> {
    let not = || Problem::new(Code::NotWeeks);
    let tokens = tokens(text, words);
    let from = tokens.iter().position(|token| token.is_in(&words.from));
    let (rhythm, start) = match from {
        Some(at) => (&tokens[..at], Some(after_from(text, words).ok_or_else(not)?)),
        None => (tokens.as_slice(), None),
    };
    let mut rhythm: Vec<&Token> = rhythm.iter().collect();
    rhythm.retain(|token| !token.is_sign(','));
    let number = |token: &Token| match token {
        Token::Number(digits) => digits.parse::<u32>().ok().filter(|n| (1..=52).contains(n)),
        token if token.is_in(&words.other) => Some(2),
        _ => None,
    };
    let is_week = |token: &Token| token.is_in(&words.week);
    let every = match rhythm.as_slice() {
        [one] if one.is_in(&words.weekly) => 1,
        [one] if one.is_in(&words.fortnightly) => 2,
        [parity, rest @ ..] if parity.is_in(&words.even) || parity.is_in(&words.odd) => {
            return match (rest, start) {
                ([], None) => Ok(Weeks::Parity { even: parity.is_in(&words.even) }),
                ([week], None) if is_week(week) => {
                    Ok(Weeks::Parity { even: parity.is_in(&words.even) })
                }
                _ => Err(not()),
            };
        }
        // `om de week` and `om de 2 weken` are both every two.
        [om, de, week] if is_om_de(om, de) && is_week(week) => 2,
        [om, de, n, week] if is_om_de(om, de) && is_week(week) => number(n).ok_or_else(not)?,
        [every, week] if every.is_in(&words.every) && is_week(week) => 1,
        [every, n, week] if every.is_in(&words.every) && is_week(week) => {
            number(n).ok_or_else(not)?
        }
        _ => return Err(not()),
    };
    match start {
        _ if every == 1 => Ok(Weeks::Every),
        Some(start) => Ok(Weeks::From { every, date: date(start, words)? }),
        None => Err(Problem::new(Code::WeeksFromWhen)),
    }
}

fn is_om_de(om: &Token, de: &Token) -> bool {
    om.word() == Some("om") && de.word() == Some("de")
}

/// What stands behind the word for *from*.
fn after_from<'t>(text: &'t str, words: &Vocabulary) -> Option<&'t str> {
    let mut start = None;
    for (at, c) in text.char_indices() {
        let is_letter = c.is_alphabetic();
        match start {
            None if is_letter => start = Some(at),
            Some(from) if !is_letter => {
                let word = super::super::words::plain(&text[from..at]);
                if words.from.contains(&word) {
                    return Some(&text[at..]);
                }
                start = None;
            }
            _ => {}
        }
    }
    None
}
