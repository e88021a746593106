//! Times of day.

use super::Problem;
use super::tokens::{Token, tokens};
use super::vocabulary::Vocabulary;
use crate::roster::{Clock, Code};

/// A time of day: `9:00`, `9.00 uur`, `9u30`, `0930`, `9 uur`, `1:30 pm`.
pub fn time(text: &str, words: &Vocabulary) -> Result<Clock, Problem> {
    let tokens = tokens(text, words);
    match leading(&tokens, words)? {
        (clock, []) => Ok(clock),
        _ => Err(Problem::new(Code::NotATime)),
    }
}

/// The time of day that these begin with, and the rest.
pub fn leading<'t>(
    tokens: &'t [Token],
    words: &Vocabulary,
) -> Result<(Clock, &'t [Token]), Problem> {
    let not = || Problem::new(Code::NotATime);
    let is_hour = |token: &Token| token.is_in(&words.hour);
    let (hours, minutes, rest) = match tokens {
        [Token::Number(digits), rest @ ..] if digits.len() == 4 => {
            (&digits[..2], &digits[2..], rest)
        }
        [Token::Number(hours), sign, Token::Number(minutes), rest @ ..]
            if sign.is_sign(':') || sign.is_sign('.') || is_hour(sign) =>
        {
            if minutes.len() == 1 && !sign.is_sign(':') {
                let readings = [format!("{hours}:0{minutes}"), format!("{hours}:{minutes}0")];
                return Err(Problem::ambiguous(&readings));
            }
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
        [hour, rest @ ..] if is_hour(hour) => rest,
        rest => rest,
    };
    let (half, rest) = match rest {
        [half, rest @ ..] if half.is_in(&words.am) => (Some(0), rest),
        [half, rest @ ..] if half.is_in(&words.pm) => (Some(12), rest),
        rest => (None, rest),
    };
    let (hours, minutes): (u32, u32) =
        (hours.parse().map_err(|_| not())?, minutes.parse().map_err(|_| not())?);
    let hours = match half {
        Some(_) if !(1..=12).contains(&hours) => return Err(not()),
        Some(half) => hours % 12 + half,
        None => hours,
    };
    let clock = (minutes < 60).then(|| Clock::from_minutes(hours * 60 + minutes)).flatten();
    Ok((clock.ok_or_else(not)?, rest))
}
