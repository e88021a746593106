//! Days of the week.

use super::Problem;
use super::tokens::{Token, without};
use super::vocabulary::{Vocabulary, number};
use leerteam_model::roster::Code;

/// The days that these begin with, 1 for Monday, each once, and the rest: `ma`, `di+do`, `ma t/m vr`,
/// `elke dinsdag`. Two days with a dash between can be a stretch of days or the two alone, and are not
/// guessed unless both are the same (`ma-di`), or it is Monday to the end of a week (`ma-vr`).
pub fn leading<'t>(
    tokens: &'t [Token],
    words: &Vocabulary,
) -> Result<(Vec<u32>, &'t [Token]), Problem> {
    let day = |token: &Token| token.word().and_then(|word| number(&words.days, word));
    let mut days = Vec::new();
    let mut rest = match tokens {
        [every, next, ..] if every.is_in(&words.every) && day(next).is_some() => &tokens[1..],
        tokens => tokens,
    };
    while let [first, after @ ..] = rest {
        let Some(from) = day(first) else { break };
        // `ma.` for `maandag`.
        let after = without(after, '.');
        rest = match after {
            [link, next, after @ ..] if is_range(link, words) && day(next).is_some() => {
                let to = day(next).unwrap_or(from);
                days.extend(range(from, to, link, words)?);
                without(after, '.')
            }
            after => {
                days.push(from);
                after
            }
        };
        rest = match rest {
            [link, next, ..] if is_and(link, words) && day(next).is_some() => &rest[1..],
            rest => rest,
        };
    }
    days.sort_unstable();
    days.dedup();
    Ok((days, rest))
}

/// The days from one to another.
fn range(from: u32, to: u32, link: &Token, words: &Vocabulary) -> Result<Vec<u32>, Problem> {
    if to < from {
        return Err(Problem::new(Code::NotDays));
    }
    let all: Vec<u32> = (from..=to).collect();
    let names = |numbers: &[u32]| {
        let names = numbers.iter().filter_map(|&number| words.shown_days.get(number as usize - 1));
        names.map(String::as_str).collect::<Vec<_>>().join(" + ")
    };
    // Whether the last day belongs to it people see differently.
    if link.is_in(&words.until) && from < to {
        return Err(Problem::ambiguous(&[names(&all), names(&all[..all.len() - 1])]));
    }
    let is_week = from == 1 && to >= 5;
    if link.is_sign('-') && to - from > 1 && !is_week {
        return Err(Problem::ambiguous(&[names(&all), names(&[from, to])]));
    }
    Ok(all)
}

fn is_range(token: &Token, words: &Vocabulary) -> bool {
    token.is_sign('-') || token.is_in(&words.through) || token.is_in(&words.until)
}

fn is_and(token: &Token, words: &Vocabulary) -> bool {
    ['+', ',', '/', '&'].iter().any(|&sign| token.is_sign(sign)) || token.is_in(&words.and)
}
