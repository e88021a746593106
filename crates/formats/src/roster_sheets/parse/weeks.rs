//! In which weeks something recurs.

use chrono::NaiveDate;

use super::tokens::{Token, tokens};
use super::vocabulary::{Vocabulary, number};
use super::{Problem, dates};
use leerteam_model::roster::Code;

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
    /// In every so many weeks, of which one holds this date; not before it.
    From {
        /// Every how many.
        every: u32,
        /// A date in the first of them.
        date: NaiveDate,
    },
}

/// Weeks: `elke week`, `even weken`, `elke 2 weken vanaf 2020-09-07`. Every few weeks without a date to count
/// from is not guessed.
///
/// # Errors
/// The text cannot be read as one.
pub fn weeks(text: &str, words: &Vocabulary) -> Result<Weeks, Problem> {
    parse(&tokens(text, words), words)
}

/// Where the words for the weeks begin.
pub fn begin(tokens: &[Token], words: &Vocabulary) -> Option<usize> {
    let firsts = [
        &words.even,
        &words.odd,
        &words.every,
        &words.alternate,
        &words.weekly,
        &words.fortnightly,
    ];
    tokens.iter().position(|token| firsts.iter().any(|first| token.is_in(first)))
}

/// The weeks that these tell.
pub fn parse(tokens: &[Token], words: &Vocabulary) -> Result<Weeks, Problem> {
    let not = || Problem::new(Code::NotWeeks);
    let from = tokens.iter().position(|token| token.is_in(&words.from));
    let (rhythm, start) = match from {
        Some(at) => (&tokens[..at], Some(&tokens[at + 1..])),
        None => (tokens, None),
    };
    let rhythm: Vec<&Token> = rhythm.iter().filter(|token| !token.is_sign(',')).collect();
    let is_week = |token: &Token| token.is_in(&words.week);
    let count = |token: &Token| match token {
        Token::Number(digits) => digits.parse::<u32>().ok().filter(|n| (1..=52).contains(n)),
        Token::Word(word) => number(&words.numbers, word).map(|place| place + 1),
        Token::Sign(_) => None,
    };
    let every = match rhythm.as_slice() {
        [one] if one.is_in(&words.weekly) => 1,
        [one] if one.is_in(&words.fortnightly) => 2,
        [parity, rest @ ..] if parity.is_in(&words.even) || parity.is_in(&words.odd) => {
            let is_all = matches!(rest, []) || matches!(rest, [week] if is_week(week));
            return match (is_all, start) {
                (true, None) => Ok(Weeks::Parity { even: parity.is_in(&words.even) }),
                _ => Err(not()),
            };
        }
        // `om de week` and `om de 2 weken` are both every two.
        [alternate, week] if alternate.is_in(&words.alternate) && is_week(week) => 2,
        [every, week] if every.is_in(&words.every) && is_week(week) => 1,
        [every, n, week]
            if (every.is_in(&words.every) || every.is_in(&words.alternate)) && is_week(week) =>
        {
            count(n).ok_or_else(not)?
        }
        _ => return Err(not()),
    };
    match start {
        Some(start) => Ok(Weeks::From { every, date: dates::parse(start, words)? }),
        None if every == 1 => Ok(Weeks::Every),
        None => Err(Problem::new(Code::WeeksFromWhen)),
    }
}
