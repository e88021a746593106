//! The words that people may use, in every language at once.

use std::collections::HashMap;

use super::layout::{Choice, Holds, SHEETS};
use super::parse::Vocabulary;
use crate::book::is_invisible;
use leerteam_messages::{Language, Messages};
use leerteam_model::rules::RULES;

/// What sheets, columns and choices are called.
pub struct Words {
    texts: Vec<Messages>,
    /// For each sheet its names, plain.
    pub sheets: Vec<Vec<String>>,
    /// For each sheet and each of its columns its headings, plain.
    pub columns: Vec<Vec<Vec<String>>>,
    /// What a heading of an attribute begins with, plain.
    pub attribute: Vec<String>,
    /// Headings of what planning does not need of a person, such as an e-mail address, plain.
    pub unneeded: Vec<String>,
    /// Names of sheets that are ours but hold no data, plain: the instructions, and lists of findings.
    pub other_sheets: Vec<String>,
    /// Ids of the rules by id and by name, plain.
    pub rules: HashMap<String, &'static str>,
    /// For each group of words to choose from, by its key, the words and what they stand for.
    choices: HashMap<&'static str, Vec<(Vec<String>, &'static str)>>,
    /// What totals, and explanations, begin with.
    pub no_data: [Vec<String>; 2],
    /// For yes and no.
    pub yes_no: [Vec<String>; 2],
    /// Days, months, and what recurring stretches are stated with.
    pub vocabulary: Vocabulary,
}

impl Words {
    /// Gathers the words from the message files. Where words are shown, they are those of `messages`.
    pub fn new(messages: &Messages) -> Words {
        let texts: Vec<Messages> = Language::ALL.into_iter().map(Messages::of).collect();
        let all = |key: &str| all(&texts, key);
        let sheets = SHEETS.iter().map(|sheet| all(&format!("sheet-{}", sheet.id))).collect();
        let of_sheet = |columns: &'static [super::layout::ColumnSpec]| {
            columns.iter().map(|column| all(&format!("column-{}", column.id))).collect()
        };
        let columns = SHEETS.iter().map(|sheet| of_sheet(sheet.columns)).collect();
        let rules = RULES.iter().map(|rule| rule.specification().id).flat_map(|id| {
            let names = all(&format!("rule-{id}")).into_iter().chain([plain(id)]);
            names.map(move |name| (name, id)).collect::<Vec<_>>()
        });
        Words {
            sheets,
            columns,
            attribute: all("column-attribute"),
            unneeded: all("column-unneeded"),
            other_sheets: [all("sheet-instructions"), all("sheet-more"), all("sheet-findings")]
                .concat(),
            rules: rules.collect(),
            choices: choices().map(|choice| (choice.group, words_of(choice, &all))).collect(),
            no_data: [all("input-total"), all("input-explanation")],
            yes_no: [all("input-yes"), all("input-no")],
            vocabulary: Vocabulary::new(&all, messages),
            texts,
        }
    }

    /// The value that a word of a group stands for.
    pub fn choice(&self, choice: &Choice, text: &str) -> Option<&'static str> {
        let text = plain(text);
        let mut words = self.choices.get(choice.group).into_iter().flatten();
        words.find(|(words, _)| words.contains(&text)).map(|(_, value)| *value)
    }

    /// What a sheet or a column is called, in the language in which that is most like a text.
    pub fn most_alike(&self, key: &str, text: &str) -> String {
        let names = self.texts.iter().map(|messages| messages.text(key, &[]));
        let likeness = |name: &String| likeness(&plain_heading(name), text);
        let best = names.max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
        best.unwrap_or_default()
    }
}

/// How like two words are, from 0 to 1.
pub fn likeness(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

/// Every group of words to choose from.
fn choices() -> impl Iterator<Item = &'static Choice> {
    let columns = SHEETS.iter().flat_map(|sheet| sheet.columns);
    columns.filter_map(|column| match column.holds {
        Holds::Choice(choice) | Holds::ChoiceList(choice) => Some(choice),
        _ => None,
    })
}

/// The words of a group, and what each stands for.
fn words_of(
    choice: &'static Choice,
    all: &dyn Fn(&str) -> Vec<String>,
) -> Vec<(Vec<String>, &'static str)> {
    let words = choice.words.iter();
    words.map(|&(word, value)| (all(&choice_key(choice, word)), value)).collect()
}

/// Key of the text of a word to choose.
pub fn choice_key(choice: &Choice, word: &str) -> String {
    format!("choice-{}-{word}", choice.group)
}

/// What a message says in each language, and what else people write for it, plain.
pub fn all(texts: &[Messages], key: &str) -> Vec<String> {
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

/// Names of sheets with findings, in every language, plain.
pub fn findings_sheets() -> Vec<String> {
    let texts: Vec<Messages> = Language::ALL.into_iter().map(Messages::of).collect();
    all(&texts, "sheet-findings")
}

/// What stands before findings that are solved, in every language, plain.
pub fn solved_words() -> Vec<String> {
    let texts: Vec<Messages> = Language::ALL.into_iter().map(Messages::of).collect();
    all(&texts, "findings-solved")
}

/// A text as it is compared: small letters and digits, without accents, and single spaces for all else.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase).filter(|&c| !is_left_out(c)) {
        match base(c) {
            Some(c) => plain.push(c),
            None if !plain.is_empty() && !plain.ends_with(' ') => plain.push(' '),
            None => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// The same without what stands in brackets at its end: a heading may be explained there.
pub fn plain_heading(text: &str) -> String {
    let text = text.trim();
    let unbracketed = text.strip_suffix(')').and_then(|text| text.rfind('(').map(|at| &text[..at]));
    plain(unbracketed.filter(|text| !text.trim().is_empty()).unwrap_or(text))
}

/// Signs that cannot be seen, and accents that are signs of their own.
fn is_left_out(c: char) -> bool {
    is_invisible(c) || ('\u{300}'..='\u{36f}').contains(&c)
}

/// A letter without its accent, or a digit.
fn base(c: char) -> Option<char> {
    match c {
        'à'..='å' | 'ā'..='ą' => Some('a'),
        'ç' | 'ć'..='č' => Some('c'),
        'ď'..='đ' => Some('d'),
        'è'..='ë' | 'ē'..='ě' => Some('e'),
        'ĝ'..='ģ' => Some('g'),
        'ì'..='ï' | 'ĩ'..='ı' => Some('i'),
        'ĺ'..='ł' => Some('l'),
        'ñ' | 'ń'..='ň' => Some('n'),
        'ò'..='ö' | 'ø' | 'ō'..='ő' => Some('o'),
        'ŕ'..='ř' => Some('r'),
        'ś'..='š' | 'ș' => Some('s'),
        'ţ'..='ŧ' | 'ț' => Some('t'),
        'ù'..='ü' | 'ũ'..='ų' => Some('u'),
        'ź'..='ž' => Some('z'),
        c if c.is_alphanumeric() => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_without_what_makes_no_difference() {
        for (text, expected) in [
            ("  Leeromgeving ", "leeromgeving"),
            ("Stage t/m", "stage t m"),
            ("Thema’s", "thema s"),
            ("RENÉE", "renee"),
            ("Rene\u{301}e", "renee"),
            ("Şule ÇELİK-Ağaoğlu", "sule celik agaoglu"),
            ("Žižek, Łukasz", "zizek lukasz"),
            ("s10\u{200b}01", "s1001"),
            ("Pabo (deeltijd)", "pabo deeltijd"),
            ("\u{a0}a\u{a0}b", "a b"),
            ("🦀", ""),
        ] {
            assert_eq!(plain(text), expected, "{text:?}");
        }
        assert_eq!(plain_heading("Stage vanaf (datum)"), "stage vanaf");
        assert_eq!(plain_heading("(datum)"), "datum");
    }

    /// Fails if a word is in two of these lists.
    fn no_word_twice<'w>(of: &str, lists: impl IntoIterator<Item = &'w Vec<String>>) {
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (place, words) in lists.into_iter().enumerate() {
            assert!(!words.is_empty(), "{of}: nothing for number {place}");
            for word in words {
                let first = *known.entry(word).or_insert(place);
                assert_eq!(first, place, "{of}: {word:?} is in two");
            }
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let words = Words::new(&Messages::of(Language::Nl));
        let others = vec![words.other_sheets.clone()];
        no_word_twice("sheets", words.sheets.iter().chain(&others));
        for (spec, columns) in SHEETS.iter().zip(&words.columns) {
            no_word_twice(spec.id, columns);
        }
        no_word_twice("yes and no", &words.yes_no);
        let Vocabulary { days, months, numbers, .. } = &words.vocabulary;
        no_word_twice("days", days);
        no_word_twice("months", months);
        no_word_twice("numbers", numbers);
        for (group, choices) in &words.choices {
            no_word_twice(group, choices.iter().map(|(words, _)| words));
        }
    }

    #[test]
    fn rules_go_by_their_ids_and_by_names_that_no_two_have() {
        let words = Words::new(&Messages::of(Language::Nl));
        for rule in RULES {
            let id = rule.specification().id;
            assert_eq!(words.rules.get(&plain(id)), Some(&id));
            for name in all(&words.texts, &format!("rule-{id}")) {
                assert_eq!(words.rules.get(&name), Some(&id), "{name}");
            }
        }
    }
}
