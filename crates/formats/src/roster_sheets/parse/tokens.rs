//! Words, numbers and signs of a text.

use super::super::words::plain;
use super::vocabulary::{Vocabulary, is};
use crate::book::is_invisible;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// Letters, plain.
    Word(String),
    /// Digits.
    Number(String),
    /// Any other sign; every dash is `-`.
    Sign(char),
}

impl Token {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is one of these words.
    pub fn is_in(&self, words: &[String]) -> bool {
        self.word().is_some_and(|word| is(words, word))
    }

    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        *self == Token::Sign(sign)
    }
}

/// Takes a text apart. Words that belong together (`t/m`, `tot en met`) are one.
pub fn tokens(text: &str, words: &Vocabulary) -> Vec<Token> {
    let text: String = text.chars().filter(|&c| !is_invisible(c)).collect();
    let mut tokens = Vec::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let same: fn(char) -> bool = match c {
            c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
            c if c.is_alphabetic() => char::is_alphabetic,
            c => {
                if !c.is_whitespace() {
                    tokens.push(Token::Sign(if is_dash(c) { '-' } else { c }));
                }
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let part = &rest[..end];
        let is_number = c.is_ascii_digit();
        tokens.push(if is_number { Token::Number(part.into()) } else { Token::Word(plain(part)) });
        rest = &rest[end..];
    }
    joined(&tokens, &words.phrases)
}

/// These without a sign at their beginning, if it is there.
pub fn without(tokens: &[Token], sign: char) -> &[Token] {
    match tokens {
        [first, rest @ ..] if first.is_sign(sign) => rest,
        tokens => tokens,
    }
}

/// A dash of any length.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Puts the words of each phrase together, whatever signs are between them.
fn joined(tokens: &[Token], phrases: &[String]) -> Vec<Token> {
    let mut result = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        let matched = phrases.iter().filter_map(|phrase| Some((phrase, length(rest, phrase)?)));
        match matched.max_by_key(|(_, length)| *length) {
            Some((phrase, length)) => {
                result.push(Token::Word(phrase.clone()));
                rest = &rest[length..];
            }
            None => {
                result.push(first.clone());
                rest = &rest[1..];
            }
        }
    }
    result
}

/// How many tokens a phrase takes at the start of these; none if they are not that phrase. Of one with full
/// stops (`t.e.m.`) the last one is its own too.
fn length(tokens: &[Token], phrase: &str) -> Option<usize> {
    let is_between = |token: &Token| matches!(token, Token::Sign('/' | '.' | '’' | '\''));
    let mut at = 0;
    let mut stopped = false;
    for (place, word) in phrase.split(' ').enumerate() {
        while place > 0 && tokens.get(at).is_some_and(is_between) {
            stopped |= tokens[at].is_sign('.');
            at += 1;
        }
        if tokens.get(at)?.word() != Some(word) {
            return None;
        }
        at += 1;
    }
    let last = stopped && tokens.get(at).is_some_and(|token| token.is_sign('.'));
    Some(at + usize::from(last))
}
