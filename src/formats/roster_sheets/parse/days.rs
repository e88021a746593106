//! Days of the week.

use super::Problem;
use super::tokens::Token;
use super::vocabulary::{Vocabulary, is, number};
use crate::roster::Code;

/// The days that these begin with, 1 for Monday, each once, and the rest: `ma`, `di+do`, `ma t/m vr`.
/// Two days with a dash between can be a stretch of days or the two alone, and are not guessed unless both
/// are the same (`ma-di`), or it is Monday to the end of a week (`ma-vr`).
pub fn leading<'t>(
    tokens: &'t [Token],
    words: &Vocabulary,
) -> Result<(Vec<u32>, &'t [Token]), Problem> {
    let day = |token: &Token| token.word().and_then(|word| number(&words.days, word));
    let mut days = Vec::new();
    let mut rest = tokens;
    while let [first, after @ ..] = rest {
        let Some(from) = day(first) else { break };
        // `ma.` for `maandag`.
        let after = match after {
            [sign, after @ ..] if sign.is_sign('.') => after,
            after => after,
        };
        match after {
            [link, next, after @ ..] if is_range(link, words) && day(next).is_some() => {
                let to = day(next).unwrap_or(from);
                let dash = link.is_sign('-');
                if to < from {
                    return Err(Problem::new(Code::NotDays));
                }
                if dash && to - from > 1 && !(from == 1 && to >= 5) {
                    let names = |numbers: &[u32]| {
                        let name = |&number: &u32| words.days[number as usize - 1][0].as_str();
                        numbers.iter().map(name).collect::<Vec<_>>().join(" + ")
                    };
                    let all: Vec<u32> = (from..=to).collect();
                    return Err(Problem::ambiguous(&[names(&all), names(&[from, to])]));
                }
                days.extend(from..=to);
                rest = after;
            }
            after => {
                days.push(from);
                rest = after;
            }
        }
        rest = match rest {
            [link, next, ..] if is_and(link, words) && day(next).is_some() => &rest[1..],
            rest => rest,
        };
    }
    days.sort_unstable();
    days.dedup();
    Ok((days, rest))
}

fn is_range(token: &Token, words: &Vocabulary) -> bool {
    token.is_sign('-') || token.word().is_some_and(|word| is(&words.through, word))
}

fn is_and(token: &Token, words: &Vocabulary) -> bool {
    let signs = ['+', ',', '/', '&'];
    signs.iter().any(|&sign| token.is_sign(sign))
        || token.word().is_some_and(|word| is(&words.and, word))
}
