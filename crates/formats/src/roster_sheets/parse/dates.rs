//! Dates and stretches of dates.

use chrono::{Datelike, NaiveDate};

use super::Problem;
use super::tokens::{Token, tokens, without};
use super::vocabulary::{Vocabulary, number};
use leerteam_model::roster::Code;

/// A date: `2020-08-31`, `31-8-2020`, `31 augustus 2020`, `August 31, 2020`. With slashes (`3/4/2020`) a day
/// that could be a month is not guessed, and neither is a year of two digits.
///
/// # Errors
/// The text cannot be read as one.
pub fn date(text: &str, words: &Vocabulary) -> Result<NaiveDate, Problem> {
    parse(&tokens(text, words), words)
}

/// First and last date of a stretch, each of which may be open.
pub type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

/// The first and last date of a stretch: `2020-08-31 t/m 2021-01-29`, or one date.
///
/// # Errors
/// The text cannot be read as one.
pub fn stretch(text: &str, words: &Vocabulary) -> Result<(NaiveDate, NaiveDate), Problem> {
    match bounds(&tokens(text, words), words)? {
        (Some(first), Some(last)) => Ok((first, last)),
        _ => Err(Problem::new(Code::NotADate)),
    }
}

/// The same, where one of the two may be left out: `vanaf 2020-09-01`, `t/m 2020-12-18`.
pub fn bounds(tokens: &[Token], words: &Vocabulary) -> Result<Bounds, Problem> {
    let leading = tokens.first().is_some_and(|token| token.is_in(&words.from));
    let tokens = &tokens[usize::from(leading)..];
    let part = |tokens: &[Token]| match tokens {
        [] => Ok(None),
        tokens => parse(tokens, words).map(Some),
    };
    if let Some(at) = tokens.iter().position(|token| token.is_in(&words.through)) {
        return match (part(&tokens[..at])?, part(&tokens[at + 1..])?) {
            (None, None) => Err(Problem::new(Code::NotADate)),
            bounds => Ok(bounds),
        };
    }
    // Whether the day after `tot` belongs to it people see differently.
    if let Some(at) = tokens.iter().position(|token| token.is_in(&words.until)) {
        let (first, last) = (part(&tokens[..at])?, parse(&tokens[at + 1..], words)?);
        let before = last.pred_opt().unwrap_or(last);
        let first = first.map_or(String::new(), |first| first.to_string());
        return Err(Problem::ambiguous(&[last, before].map(|last| format!("{first} – {last}"))));
    }
    // A dash between two dates, among those within them.
    let dashes = tokens.iter().enumerate().filter(|(_, token)| token.is_sign('-'));
    for (at, _) in dashes {
        let (first, last) = (&tokens[..at], &tokens[at + 1..]);
        if let (Ok(first), Ok(last)) = (parse(first, words), parse(last, words)) {
            return Ok((Some(first), Some(last)));
        }
    }
    let date = parse(tokens, words)?;
    Ok((Some(date), (!leading).then_some(date)))
}

/// The date that these are.
pub fn parse(tokens: &[Token], words: &Vocabulary) -> Result<NaiveDate, Problem> {
    let weekday = tokens.first().and_then(Token::word).and_then(|word| number(&words.days, word));
    let tokens = match (weekday, tokens) {
        (Some(_), [_, rest @ ..]) => without(without(rest, '.'), ','),
        (_, tokens) => tokens,
    };
    let date = undated(without_midnight(tokens), words)?;
    // A weekday before it says nothing new; where it is wrong, the date is not what was meant.
    let fits = weekday.is_none_or(|weekday| date.weekday().number_from_monday() == weekday);
    if fits { Ok(date) } else { Err(Problem::new(Code::NotADate)) }
}

/// Programs that export dates add the beginning of the day: `31-8-2020 00:00:00`, `2020-08-31T00:00:00.000Z`.
fn without_midnight(tokens: &[Token]) -> &[Token] {
    let zeros = |token: &Token| match token {
        Token::Number(digits) => digits.bytes().all(|digit| digit == b'0'),
        token => token.is_sign(':') || token.is_sign('.'),
    };
    let tokens = match tokens {
        [before @ .., time, z] if z.word() == Some("z") && zeros(time) => {
            &tokens[..before.len() + 1]
        }
        tokens => tokens,
    };
    let end = tokens.iter().rposition(|token| !zeros(token)).map_or(0, |at| at + 1);
    let (date, time) = tokens.split_at(end);
    let is_time = time.len() >= 3 && time.iter().any(|token| token.is_sign(':'));
    match (date, is_time) {
        ([date @ .., t], true) if t.word() == Some("t") => date,
        (date, true) => date,
        (_, false) => tokens,
    }
}

/// A date without its weekday.
fn undated(tokens: &[Token], words: &Vocabulary) -> Result<NaiveDate, Problem> {
    let not = || Problem::new(Code::NotADate);
    let month = |word: &str| number(&words.months, word).ok_or_else(not);
    match tokens {
        [Token::Number(a), Token::Sign(s), Token::Number(b), Token::Sign(t), Token::Number(c)]
            if s == t && "-/.".contains(*s) =>
        {
            let of_number = |text: &str| text.parse().map_err(|_| not());
            if a.len() == 4 {
                return of_parts(a, of_number(b)?, c);
            }
            let (day, month) = (of_number(a)?, of_number(b)?);
            let read = of_parts(c, month, a)?;
            // Elsewhere the month comes first.
            match of_parts(c, day, b) {
                Ok(swapped) if *s == '/' && swapped != read => {
                    Err(Problem::ambiguous(&[read, swapped].map(|date| date.to_string())))
                }
                _ => Ok(read),
            }
        }
        // `31 augustus 2020`, `31-aug-2020`, `31e augustus 2020`, `31 aug. 2020`
        [Token::Number(day), rest @ ..] => {
            let rest = match rest {
                [ordinal, rest @ ..] if ordinal.is_in(&words.ordinal) => rest,
                rest => without(rest, '-'),
            };
            let [Token::Word(name), rest @ ..] = rest else { return Err(not()) };
            match without(without(rest, '.'), '-') {
                [Token::Number(year)] => of_parts(year, month(name)?, day),
                _ => Err(not()),
            }
        }
        // `August 31, 2020`
        [Token::Word(name), Token::Number(day), rest @ ..] => {
            let rest = match rest {
                [ordinal, rest @ ..] if ordinal.is_in(&words.ordinal) => rest,
                rest => rest,
            };
            match without(rest, ',') {
                [Token::Number(year)] => of_parts(year, month(name)?, day),
                _ => Err(not()),
            }
        }
        _ => Err(not()),
    }
}

fn of_parts(year: &str, month: u32, day: &str) -> Result<NaiveDate, Problem> {
    let not = || Problem::new(Code::NotADate);
    let date = |year: &str| {
        let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?);
        date.filter(|_| day.len() <= 2)
    };
    if year.len() != 2 {
        return date(year).filter(|_| year.len() == 4).ok_or_else(not);
    }
    let readings = ["19", "20"].map(|century| date(&format!("{century}{year}")));
    let readings: Vec<String> = readings.iter().flatten().map(NaiveDate::to_string).collect();
    Err(if readings.is_empty() { not() } else { Problem::ambiguous(&readings) })
}
