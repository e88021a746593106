//! The words that people may use, in every language at once.

use std::collections::HashMap;

use super::layout::{Choice, SHEETS};
use super::parse::Vocabulary;
use crate::messages::{Language, Messages};
use crate::rules::RULES;

/// What sheets, columns and choices are called.
pub struct Words {
    texts: Vec<Messages>,
    /// For each sheet its names, plain.
    pub sheets: Vec<Vec<String>>,
    /// For each sheet and each of its columns its headings, plain.
    pub columns: Vec<Vec<Vec<String>>>,
    /// What a heading of an attribute begins with, plain.
    pub attribute: Vec<String>,
    /// Names of sheets that are ours but hold no data, plain.
    pub other_sheets: Vec<String>,
    /// Ids of the rules by id and by name, plain.
    pub rules: HashMap<String, &'static str>,
    /// For yes and no.
    pub yes_no: [Vec<String>; 2],
    /// Days, months, and what recurring stretches are told with.
    pub vocabulary: Vocabulary,
}

impl Words {
    /// Gathers the words from the message files.
    pub fn new() -> Words {
        let texts: Vec<Messages> = Language::ALL.into_iter().map(Messages::of).collect();
        let all = |key: &str| all(&texts, key);
        let sheets = SHEETS.iter().map(|sheet| all(&format!("sheet-{}", sheet.id))).collect();
        let of_sheet = |columns: &'static [super::layout::ColumnSpec]| {
            columns.iter().map(|column| all(&format!("column-{}", column.id))).collect()
        };
        let columns = SHEETS.iter().map(|sheet| of_sheet(sheet.columns)).collect();
        let rules = RULES.iter().map(|rule| rule.facts().id).flat_map(|id| {
            let names = all(&format!("rule-{id}")).into_iter().chain([plain(id)]);
            names.map(move |name| (name, id)).collect::<Vec<_>>()
        });
        Words {
            sheets,
            columns,
            attribute: all("column-attribute"),
            other_sheets: [all("sheet-instructions"), all("sheet-findings")].concat(),
            rules: rules.collect(),
            yes_no: [all("input-yes"), all("input-no")],
            vocabulary: Vocabulary::new(&all),
            texts,
        }
    }

    /// The value that a word of a group stands for.
    pub fn choice(&self, choice: &Choice, text: &str) -> Option<&'static str> {
        let text = plain(text);
        let is_it = |word: &str| {
            word == text || all(&self.texts, &choice_key(choice, word)).contains(&text)
        };
        choice.words.iter().find(|(word, _)| is_it(word)).map(|&(_, value)| value)
    }
}

/// Key of the text of a word to choose.
pub fn choice_key(choice: &Choice, word: &str) -> String {
    format!("choice-{}-{word}", choice.group)
}

/// What a message says in each language, and what else people write for it, plain.
fn all(texts: &[Messages], key: &str) -> Vec<String> {
    let mut words = Vec::new();
    for messages in texts {
        let also = format!("{key}.also");
        words.extend(messages.text(key, &[]).split(';').map(plain));
        if messages.has(&also) {
            words.extend(messages.text(&also, &[]).split(';').map(plain));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A text as it is compared: small letters and digits, without accents, single spaces for all else, and without
/// what stands in brackets at its end.
pub fn plain(text: &str) -> String {
    let text = text.trim();
    let unbracketed = text.strip_suffix(')').and_then(|text| text.rfind('(').map(|at| &text[..at]));
    let text = unbracketed.filter(|text| !text.trim().is_empty()).unwrap_or(text);
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match base(c) {
            Some(c) => plain.push(c),
            None if !plain.is_empty() && !plain.ends_with(' ') => plain.push(' '),
            None => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// A letter without its accent, or a digit.
fn base(c: char) -> Option<char> {
    match c {
        'à'..='å' => Some('a'),
        'ç' => Some('c'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ñ' => Some('n'),
        'ò'..='ö' => Some('o'),
        'ù'..='ü' => Some('u'),
        c if c.is_alphanumeric() => Some(c),
        _ => None,
    }
}
