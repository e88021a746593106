//! Times of day.

use super::Problem;
use super::tokens::{Token, tokens, without};
use super::vocabulary::Vocabulary;
use leerteam_model::roster::{Clock, Code};

/// A time of day: `9:00`, `9.00 uur`, `9u30`, `0930`, `9 uur`, `1:30 pm`.
///
/// # Errors
/// The text cannot be read as one.
pub fn time(text: &str, words: &Vocabulary) -> Result<Clock, Problem> {
    match leading(&tokens(text, words), words)? {
        (said, []) => said.clock(said.half),
        _ => Err(Problem::new(Code::NotATime)),
    }
}

/// A number as a time of day: a part of a day, as workbooks count, or whole hours.
///
/// # Errors
/// The text cannot be read as one.
pub fn of_number(number: f64) -> Result<Clock, Problem> {
    let not = || Problem::new(Code::NotATime);
    let minutes = number * 24.0 * 60.0;
    if (0.0..1.0).contains(&number) && (minutes - minutes.round()).abs() < 0.01 {
        return Clock::from_minutes(minutes.round() as u32).ok_or_else(not);
    }
    if !(1.0..=24.0).contains(&number) {
        return Err(not());
    }
    let (hours, part) = (number.trunc() as u32, number.fract());
    if part == 0.0 {
        return Clock::from_minutes(hours * 60).ok_or_else(not);
    }
    Err(tenths(hours, part))
}

/// Half an hour can be written as `.5` and as `.30`, so other numbers are not guessed.
fn tenths(hours: u32, part: f64) -> Problem {
    let minutes = [part * 100.0, part * 60.0].map(f64::round);
    if hours >= 24 || minutes[0] >= 60.0 {
        return Problem::new(Code::NotATime);
    }
    Problem::ambiguous(&minutes.map(|minutes| format!("{hours:02}:{minutes:02}")))
}

/// A time of day as it is stated.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    hours: u32,
    minutes: u32,
    half: Option<Half>,
}

/// Half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

impl Said {
    fn clock(self, half: Option<Half>) -> Result<Clock, Problem> {
        let hours = match half {
            Some(_) if !(1..=12).contains(&self.hours) => None,
            Some(Half::Morning) => Some(self.hours % 12),
            Some(Half::Afternoon) => Some(self.hours % 12 + 12),
            None => Some(self.hours),
        };
        let minutes = hours.filter(|_| self.minutes < 60).map(|hours| hours * 60 + self.minutes);
        minutes.and_then(Clock::from_minutes).ok_or(Problem::new(Code::NotATime))
    }
}

/// The two ends of a stretch. Where only the end says which half of the day it is in (`1-5 pm`), the start
/// may be in that half too.
pub fn span(start: Said, end: Said) -> Result<(Clock, Clock), Problem> {
    let (from, to) = (start.clock(start.half)?, end.clock(end.half)?);
    let other = (start.half.is_none()).then(|| start.clock(end.half).ok()).flatten();
    match other {
        Some(other) if other != from && from < to && other < to => {
            Err(Problem::ambiguous(&[from, other].map(|from| format!("{from}-{to}"))))
        }
        _ => Ok((from, to)),
    }
}

/// The time of day that these begin with, and the rest.
pub fn leading<'t>(
    tokens: &'t [Token],
    words: &Vocabulary,
) -> Result<(Said, &'t [Token]), Problem> {
    let not = || Problem::new(Code::NotATime);
    let number = |digits: &str| digits.parse::<u32>().map_err(|_| not());
    let is_hour = |token: &Token| token.is_in(&words.hour);
    let (hours, minutes, rest) = match tokens {
        [Token::Number(digits), rest @ ..] if digits.len() == 4 => {
            (&digits[..2], &digits[2..], rest)
        }
        [Token::Number(hours), Token::Sign(sign @ ('.' | ',')), Token::Number(part), ..]
            if part.len() == 1 || *sign == ',' =>
        {
            let part: f64 = format!("0.{part}").parse().map_err(|_| not())?;
            return Err(if hours.len() > 2 { not() } else { tenths(number(hours)?, part) });
        }
        [Token::Number(hours), sign, Token::Number(minutes), rest @ ..]
            if sign.is_sign(':') || sign.is_sign('.') || is_hour(sign) =>
        {
            // Seconds, where there are none.
            let rest = match rest {
                [Token::Sign(':'), Token::Number(seconds), rest @ ..] if seconds == "00" => rest,
                rest => rest,
            };
            (hours.as_str(), minutes.as_str(), rest)
        }
        [Token::Number(hours), rest @ ..] => (hours.as_str(), "00", rest),
        _ => return Err(not()),
    };
    if hours.len() > 2 || minutes.len() != 2 {
        return Err(not());
    }
    let rest = match rest {
        [hour, rest @ ..] if is_hour(hour) => without(rest, '.'),
        rest => rest,
    };
    let (half, rest) = match rest {
        [half, rest @ ..] if half.is_in(&words.am) => (Some(Half::Morning), rest),
        [half, rest @ ..] if half.is_in(&words.pm) => (Some(Half::Afternoon), rest),
        rest => (None, rest),
    };
    Ok((Said { hours: number(hours)?, minutes: number(minutes)?, half }, rest))
}
