//! docs/glossary.md: no retired word is used.

use std::collections::BTreeSet;

use super::tree::{files, read, table};

/// What is searched.
const SEARCHED: &[&str] = &[
    ".ci",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
    "README.md",
    "benches",
    "crates",
    "docs",
    "examples",
    "proto",
    "solver",
    "src",
    "tests",
];

/// Texts that people write for people; data has whatever words it has, and so have Dutch texts.
const KINDS: &[&str] = &["css", "ftl", "html", "js", "md", "proto", "py", "rs", "toml", ""];

/// Where the words stand as words.
const EXCEPT: &[&str] = &["docs/glossary.md", "tests/house/words.rs"];

/// A retired word, and whether its case counts.
#[derive(Debug)]
struct Retired {
    text: String,
    is_name: bool,
}

fn retired() -> Vec<Retired> {
    let rows = table(&read("docs/glossary.md"), "| retired | instead |");
    let words = rows.iter().flat_map(|row| row[0].split(", "));
    let retired = words.map(|word| match word.strip_prefix('`') {
        Some(name) => Retired { text: name.trim_end_matches('`').to_owned(), is_name: true },
        None => Retired { text: word.to_lowercase(), is_name: false },
    });
    retired.collect()
}

/// Whether a line has a word as a whole; a name of code is a whole between letters, digits and `_`.
fn has(line: &str, word: &str, is_name: bool) -> bool {
    let is_part = |sign: char| sign.is_alphanumeric() || (is_name && sign == '_');
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[test]
fn no_retired_word_is_used() {
    let retired = retired();
    assert!(retired.len() > 20, "{retired:?}");
    let mut found = BTreeSet::new();
    for path in SEARCHED.iter().flat_map(|path| files(path)) {
        let name = path.to_str().expect("a plain name").to_owned();
        let kind = path.extension().map_or("", |kind| kind.to_str().expect("a plain name"));
        let is_dutch = name.contains("/nl/");
        let is_data = name.contains("/cases/") || name.contains("/published/");
        if !KINDS.contains(&kind) || is_dutch || is_data || EXCEPT.contains(&name.as_str()) {
            continue;
        }
        for (line, text) in (1..).zip(read(&name).lines()) {
            let lower = text.to_lowercase();
            for word in &retired {
                let text = if word.is_name { text } else { &lower };
                if has(text, &word.text, word.is_name) {
                    found.insert(format!("{name}:{line}: {}", word.text));
                }
            }
        }
    }
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "see docs/glossary.md:\n{}", found.join("\n"));
}

#[test]
fn a_word_is_found_as_a_whole_and_in_a_name_with_underscores() {
    assert!(has("it is told.", "told", false));
    assert!(has("fn is_told_twice()", "told", false));
    assert!(!has("a retold story", "told", false));
    assert!(has("pub struct Frame<'a>", "Frame", true));
    assert!(!has("FrameGroup", "Frame", true));
    assert!(!has("KEY_Frame", "Frame", true));
}
