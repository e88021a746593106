//! Numbers and lengths of time.

use super::Problem;
use super::tokens::{Token, tokens};
use super::vocabulary::Vocabulary;
use crate::roster::Code;

/// A whole number.
pub fn whole(number: f64) -> Result<i32, Problem> {
    let fits =
        number.fract() == 0.0 && (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number);
    // Whole and within the range, so nothing is cut off.
    if fits { Ok(number as i32) } else { Err(Problem::new(Code::NotANumber)) }
}

/// Minutes: `90`, `90 min`, `1,5 uur`, `1:30`.
pub fn minutes(text: &str, words: &Vocabulary) -> Result<i32, Problem> {
    let not = || Problem::new(Code::NotANumber);
    let tokens = tokens(text, words);
    let parse = |digits: &str| digits.parse::<f64>().map_err(|_| not());
    let (number, unit) = match tokens.as_slice() {
        [Token::Number(hours), Token::Sign(':'), Token::Number(minutes)] if minutes.len() == 2 => {
            return whole(parse(hours)? * 60.0 + parse(minutes)?);
        }
        [Token::Number(digits), unit @ ..] if unit.len() <= 1 => (parse(digits)?, unit.first()),
        [Token::Number(digits), Token::Sign(',' | '.'), Token::Number(part), unit @ ..]
            if unit.len() <= 1 =>
        {
            (parse(&format!("{digits}.{part}"))?, unit.first())
        }
        _ => return Err(not()),
    };
    match unit {
        None => whole(number),
        Some(unit) if unit.is_in(&words.hour) => whole(number * 60.0),
        Some(unit) if unit.word().is_some_and(|word| word.starts_with("min")) => whole(number),
        Some(_) => Err(not()),
    }
}
