//! Whatever stands in a roster's fields, reading it ends in findings, never in a panic.

use leerteam::messages::{Language, Messages, finding_text};
use leerteam::wire::{read_roster, v1};
use proptest::prelude::*;
use serde_json::Value;

/// Values that are likely to be taken for something.
const TEXTS: [&str; 24] = [
    "",
    "ann",
    "hub",
    "hub-1",
    "hall",
    "annex",
    "one",
    "pabo",
    "play",
    "class",
    "duty",
    "24:00",
    "00:00",
    "9:5",
    "25:00",
    "12:30",
    "2024-09-02",
    "2024-13-41",
    "0001-01-01",
    "9999-12-31",
    "2026-02-29",
    "language",
    "{ $value }",
    "\u{202e}\u{0}é🦀",
];
const NUMBERS: [i32; 12] = [0, 1, 2, 7, 52, 60, 1440, 100_000, -1, i32::MAX, i32::MIN, 5];

/// What is done to one leaf or list.
#[derive(Clone, Debug)]
struct Change {
    at: usize,
    text: String,
    number: i32,
}

fn change() -> impl Strategy<Value = Change> {
    let text = prop_oneof![
        4 => prop::sample::select(&TEXTS[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let number = prop_oneof![4 => prop::sample::select(&NUMBERS[..]), 1 => any::<i32>()];
    (any::<prop::sample::Index>(), text, number).prop_map(|(at, text, number)| Change {
        at: at.index(400),
        text,
        number,
    })
}

/// Visits every leaf and list in turn; `at` counts down to the one that is changed.
fn visit(value: &mut Value, at: &mut usize, change: &Change) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(|v| visit(v, at, change)),
        Value::Array(entries) => {
            if *at == 0 {
                match (change.number % 2, entries.first().cloned()) {
                    (0, Some(first)) => entries.push(first),
                    _ => entries.clear(),
                }
            }
            *at = at.wrapping_sub(1);
            entries.iter_mut().for_each(|entry| visit(entry, at, change));
        }
        leaf => {
            if *at == 0 {
                // Names of enumerations are refused by JSON itself.
                match leaf {
                    Value::String(text) if !text.contains('_') => text.clone_from(&change.text),
                    Value::Number(number) => *number = change.number.into(),
                    _ => {}
                }
            }
            *at = at.wrapping_sub(1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn garbage_never_panics(changes in prop::collection::vec(change(), 1..12)) {
        let mut json = serde_json::to_value(super::roster::full()).expect("a roster is JSON");
        for change in &changes {
            let (mut at, mut count) = (usize::MAX, 0);
            count_leaves(&json, &mut count);
            at = at.min(change.at % count.max(1));
            visit(&mut json, &mut at, change);
        }
        let roster: v1::Roster = serde_json::from_value(json).expect("JSON of a roster");
        let (read, findings) = read_roster(&roster);
        prop_assert_eq!(
            read.is_none(),
            findings.iter().any(|finding| finding.code.as_str().starts_with('E'))
        );
        let messages = Messages::of(Language::Nl);
        for finding in &findings {
            let (cause, action) = finding_text(&messages, finding);
            prop_assert!(!cause.is_empty() && !action.is_empty());
            let own = changes.iter().any(|change| change.text.contains('{'));
            prop_assert!(own || !cause.contains("{$"), "{}", cause);
        }
    }
}

fn count_leaves(value: &Value, count: &mut usize) {
    match value {
        Value::Object(fields) => fields.values().for_each(|v| count_leaves(v, count)),
        Value::Array(entries) => {
            *count += 1;
            entries.iter().for_each(|entry| count_leaves(entry, count));
        }
        _ => *count += 1,
    }
}
