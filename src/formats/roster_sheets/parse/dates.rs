//! Dates and stretches of dates.

use chrono::NaiveDate;

use super::Problem;
use super::tokens::{Token, tokens};
use super::vocabulary::{Vocabulary, number};
use crate::roster::Code;

/// A date: `2020-08-31`, `31-8-2020`, `31 augustus 2020`. With slashes (`3/4/2020`) a day that could be a
/// month is not guessed, and neither is a year of two digits.
pub fn date(text: &str, words: &Vocabulary) -> Result<NaiveDate, Problem> {
    of_tokens(&tokens(text, words), words)
}

/// First and last date of a stretch, each of which may be open.
pub type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

/// The first and last date of a stretch: `2020-08-31 t/m 2021-01-29`, or one date.
pub fn stretch(text: &str, words: &Vocabulary) -> Result<(NaiveDate, NaiveDate), Problem> {
    match bounds(text, words)? {
        (Some(first), Some(last)) => Ok((first, last)),
        _ => Err(Problem::new(Code::NotADate)),
    }
}

/// The same, where one of the two may be left out: `vanaf 2020-09-01`, `t/m 2020-12-18`.
pub fn bounds(text: &str, words: &Vocabulary) -> Result<Bounds, Problem> {
    let tokens = tokens(text, words);
    let leading = tokens.first().is_some_and(|token| token.is_in(&words.from));
    let tokens = &tokens[usize::from(leading)..];
    let part = |tokens: &[Token]| match tokens {
        [] => Ok(None),
        tokens => of_tokens(tokens, words).map(Some),
    };
    if let Some(at) = tokens.iter().position(|token| token.is_in(&words.through)) {
        return match (part(&tokens[..at])?, part(&tokens[at + 1..])?) {
            (None, None) => Err(Problem::new(Code::NotADate)),
            bounds => Ok(bounds),
        };
    }
    // Whether the day after `tot` belongs to it people see differently.
    if let Some(at) = tokens.iter().position(|token| token.is_in(&words.until)) {
        let (first, last) = (part(&tokens[..at])?, of_tokens(&tokens[at + 1..], words)?);
        let before = last.pred_opt().unwrap_or(last);
        let first = first.map_or(String::new(), |first| first.to_string());
        return Err(Problem::ambiguous(&[last, before].map(|last| format!("{first} – {last}"))));
    }
    // A dash between two dates, among those within them.
    let dashes = tokens.iter().enumerate().filter(|(_, token)| token.is_sign('-'));
    for (at, _) in dashes {
        let (first, last) = (&tokens[..at], &tokens[at + 1..]);
        if let (Ok(first), Ok(last)) = (of_tokens(first, words), of_tokens(last, words)) {
            return Ok((Some(first), Some(last)));
        }
    }
    let date = of_tokens(tokens, words)?;
    Ok((Some(date), (!leading).then_some(date)))
}

fn of_tokens(tokens: &[Token], words: &Vocabulary) -> Result<NaiveDate, Problem> {
    let not = || Problem::new(Code::NotADate);
    // A weekday before it says nothing new; where it is wrong, the date is not what was meant.
    let (weekday, tokens) = match tokens {
        [day, rest @ ..] if day.word().is_some_and(|w| number(&words.days, w).is_some()) => {
            let rest = match rest {
                [sign, rest @ ..] if sign.is_sign('.') || sign.is_sign(',') => rest,
                rest => rest,
            };
            (day.word().and_then(|word| number(&words.days, word)), rest)
        }
        tokens => (None, tokens),
    };
    let date = undated(tokens, words)?;
    match weekday {
        Some(weekday) if chrono::Datelike::weekday(&date).number_from_monday() != weekday => {
            Err(not())
        }
        _ => Ok(date),
    }
}

/// A date without its weekday.
fn undated(tokens: &[Token], words: &Vocabulary) -> Result<NaiveDate, Problem> {
    let not = || Problem::new(Code::NotADate);
    let of = |year: &str, month: u32, day: &str| {
        let (year, day) = (year.parse().map_err(|_| not())?, day.parse().map_err(|_| not())?);
        NaiveDate::from_ymd_opt(year, month, day).ok_or_else(not)
    };
    let number_of = |text: &str| text.parse::<u32>().map_err(|_| not());
    match tokens {
        [Token::Number(a), Token::Sign(s), Token::Number(b), Token::Sign(t), Token::Number(c)]
            if s == t && "-/.".contains(*s) =>
        {
            if a.len() == 4 {
                return of(a, number_of(b)?, c);
            }
            let (day, month) = (number_of(a)?, number_of(b)?);
            if c.len() != 4 {
                let readings = ["19", "20"].map(|century| format!("{a}{s}{b}{s}{century}{c:0>2}"));
                return Err(if c.len() <= 2 { Problem::ambiguous(&readings) } else { not() });
            }
            let read = of(c, month, a);
            if *s == '/' && day != month && month <= 12 {
                // Elsewhere the month comes first.
                if let Ok(swapped) = of(c, day, b) {
                    let readings = [read?.to_string(), swapped.to_string()];
                    return Err(Problem::ambiguous(&readings));
                }
            }
            read
        }
        [Token::Number(day), Token::Word(month), rest @ ..] => {
            let month = number(&words.months, month).ok_or_else(not)?;
            match rest {
                [Token::Number(year)] if year.len() == 4 => of(year, month, day),
                [Token::Sign('.'), Token::Number(year)] if year.len() == 4 => of(year, month, day),
                _ => Err(not()),
            }
        }
        [
            Token::Number(day),
            Token::Sign('-'),
            Token::Word(month),
            Token::Sign('-'),
            Token::Number(year),
        ] if year.len() == 4 => of(year, number(&words.months, month).ok_or_else(not)?, day),
        _ => Err(not()),
    }
}
