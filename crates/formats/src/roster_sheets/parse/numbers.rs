//! Numbers and lengths of time.

use super::Problem;
use super::tokens::{Token, tokens, without};
use super::vocabulary::Vocabulary;
use leerteam_model::roster::Code;

/// A whole number.
///
/// # Errors
/// The text cannot be read as one.
pub fn whole(number: f64) -> Result<i32, Problem> {
    let fits =
        number.fract() == 0.0 && (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number);
    // Whole and within the range, so nothing is cut off.
    if fits { Ok(number as i32) } else { Err(Problem::new(Code::NotANumber)) }
}

/// Minutes: `90`, `90 min`, `1,5 uur`, `1:30`, `1 uur en 30 minuten`.
///
/// # Errors
/// The text cannot be read as one.
pub fn minutes(text: &str, words: &Vocabulary) -> Result<i32, Problem> {
    let not = || Problem::new(Code::NotANumber);
    let parse = |digits: &str| digits.parse::<f64>().map_err(|_| not());
    let tokens = tokens(text, words);
    let is_minute = |tokens: &[Token]| match tokens {
        [] => true,
        [minute, rest @ ..] => minute.is_in(&words.minute) && without(rest, '.').is_empty(),
    };
    let (number, unit) = match tokens.as_slice() {
        [Token::Number(hours), Token::Sign(':'), Token::Number(minutes)] if minutes.len() == 2 => {
            return whole(parse(hours)? * 60.0 + parse(minutes)?);
        }
        [Token::Number(hours), hour, Token::Number(minutes), unit @ ..]
            if hour.is_in(&words.hour) && is_minute(unit) =>
        {
            return whole(parse(hours)? * 60.0 + parse(minutes)?);
        }
        [Token::Number(hours), hour, and, Token::Number(minutes), minute, rest @ ..]
            if hour.is_in(&words.hour)
                && and.is_in(&words.and)
                && minute.is_in(&words.minute)
                && without(rest, '.').is_empty() =>
        {
            return whole(parse(hours)? * 60.0 + parse(minutes)?);
        }
        [Token::Number(digits), Token::Sign(',' | '.'), Token::Number(part), unit @ ..] => {
            (parse(&format!("{digits}.{part}"))?, unit)
        }
        [Token::Number(digits), unit @ ..] => (parse(digits)?, unit),
        _ => return Err(not()),
    };
    match unit {
        [hour, rest @ ..] if hour.is_in(&words.hour) && without(rest, '.').is_empty() => {
            whole(number * 60.0)
        }
        unit if is_minute(unit) => whole(number),
        _ => Err(not()),
    }
}
