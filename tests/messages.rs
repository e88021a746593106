//! The message files: the same messages in every language, complete and consistent.

use std::collections::{BTreeMap, BTreeSet};

use leerteam::messages::{Language, Messages, finding_text};
use leerteam::roster::{Code, Finding, LIMITS};

/// For each key, and each `key.attribute`, what it refers to: `$variable` or another key.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn files(language: Language) -> String {
    let root = env!("CARGO_MANIFEST_DIR");
    let folder = format!("{root}/crates/messages/src/{language}");
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{folder}: {error}"))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a text file") + "\n").collect()
}

fn keys(language: Language) -> Keys {
    let mut keys = Keys::new();
    let (mut message, mut key) = (String::new(), String::new());
    for line in files(language).lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        // A text of several lines begins on the next.
        let several = || line.strip_suffix(" =").map(|name| (name, ""));
        let assigned = line.split_once(" = ").or_else(several);
        match assigned {
            Some((name, _)) if !line.starts_with([' ', '}']) => {
                message = name.to_owned();
                key = message.clone();
                assert!(!keys.contains_key(&key), "{key} is there twice in {language}");
            }
            Some((name, _)) if name.trim_start().starts_with('.') => {
                key = format!("{message}{}", name.trim_start());
            }
            _ => assert!(line.starts_with([' ', '}']), "not a message: {line}"),
        }
        keys.entry(key.clone()).or_default().extend(references(line));
    }
    keys
}

/// What a line refers to.
fn references(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('{').skip(1).filter_map(|placeable| {
        let name = placeable.trim_start();
        let part = |c: char| c.is_alphanumeric() || "-$.".contains(c);
        let name: String = name.chars().take_while(|&c| part(c)).collect();
        (!name.is_empty()).then_some(name)
    })
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let (en, nl) = (keys(Language::En), keys(Language::Nl));
    let names = |keys: &Keys| keys.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&en), names(&nl));
    for (key, references) in &en {
        assert_eq!(references, &nl[key], "{key}");
    }
    assert!(en.len() > 150, "{}", en.len());
}

#[test]
fn every_message_can_be_read_and_refers_to_what_is_there() {
    for language in Language::ALL {
        let (keys, messages) = (keys(language), Messages::of(language));
        for (key, references) in &keys {
            assert!(messages.has(key), "{key} in {language}");
            for name in references.iter().filter(|name| !name.starts_with('$')) {
                assert!(keys.contains_key(name), "{key} in {language} refers to {name}");
            }
        }
    }
}

#[test]
fn every_code_and_limit_and_rule_has_its_texts() {
    for language in Language::ALL {
        let messages = Messages::of(language);
        for code in Code::ALL {
            let key = format!("finding-{}", code.as_str());
            assert!(messages.has(&key) && messages.has(&format!("{key}.action")), "{key}");
        }
        for limit in LIMITS.all() {
            assert!(messages.has(&format!("limit-{}", limit.name)), "{}", limit.name);
        }
        for rule in leerteam::rules::RULES {
            let id = rule.specification().id;
            assert!(messages.has(&format!("rule-{id}")), "{id}");
        }
    }
}

#[test]
fn texts_are_in_the_language_asked_for() {
    let finding = Finding::new(
        Code::UnknownReference,
        "environments[0].teams[1].slot.roomId",
        "12",
        vec![("list", "locations[].rooms".to_owned())],
    );
    let in_language = |language| finding_text(&Messages::of(language), &finding);
    let (cause, action) = in_language(Language::En);
    assert_eq!(cause, "“12” is not among the rooms.");
    assert_eq!(action, "Correct the id, or add what it stands for to the rooms.");
    let (cause, _) = in_language(Language::Nl);
    assert_eq!(cause, "“12” staat niet bij de ruimtes.");
}

#[test]
fn numbers_choose_the_plural_and_stay_as_they_are() {
    let messages = Messages::of(Language::Nl);
    let teams = |teams, placed| {
        let arguments =
            [("roster", "pool"), ("teams", teams), ("placed", placed), ("participants", "20000")];
        messages.text("cli-heading", &arguments)
    };
    let heading = "Planning voor pool: 1 leerteam, 8 van 20000 deelnemers geplaatst";
    assert_eq!(teams("1", "8"), heading);
    let heading = "Planning voor pool: 3 leerteams, 007 van 20000 deelnemers geplaatst";
    assert_eq!(teams("3", "007"), heading);
    let none = messages.text("cli-validated", &[("errors", "0"), ("warnings", "2")]);
    assert_eq!(none, "Geen fouten, 2 waarschuwingen.");
}

/// All source text of the program in files with these endings.
fn sources(folder: &std::path::Path, endings: &[&str], text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, endings, text);
        } else if path.extension().is_some_and(|of| endings.iter().any(|ending| of == *ending)) {
            *text += &std::fs::read_to_string(path).expect("a text file");
        }
    }
}

#[test]
fn the_program_uses_every_message_and_no_other() {
    let (mut text, mut rust) = (String::new(), String::new());
    for folder in ["src", "crates"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        sources(&folder, &["rs", "js", "html"], &mut text);
        sources(&folder, &["rs"], &mut rust);
    }
    let keys = keys(Language::En);
    let composed = |key: &str| {
        let prefix = key.split_once('-').map_or(key, |(prefix, _)| prefix);
        let mut prefixes = key.match_indices('-').map(|(at, _)| &key[..at]);
        prefixes.any(|prefix| text.contains(&format!("\"{prefix}-{{")))
            || (matches!(prefix, "side" | "limit" | "weekday")
                && text.contains("\"{name}-{value}\""))
    };
    // The page asks for one of two forms by what is before it.
    let form = |key: &str| {
        let plural = key.strip_suffix("-one").or(key.strip_suffix("-other"));
        plural.is_some_and(|key| text.contains(&format!("plural(\"{key}\"")))
    };
    for key in keys.keys().filter(|key| !key.contains('.')) {
        let literal = text.contains(&format!("\"{key}\""));
        assert!(literal || composed(key) || form(key), "{key} is not used");
    }
    let literal = |prefix: &str| {
        let start = format!("\"{prefix}-");
        let starts = rust.split(&start).skip(1);
        let keys = starts.filter_map(|rest| rest.split_once('"')).map(|(key, _)| key);
        keys.filter(|key| !key.contains('{'))
            .map(|key| format!("{prefix}-{key}"))
            .collect::<Vec<_>>()
    };
    for key in
        ["calendar", "cause", "cli", "outcome", "phase", "plan", "reason", "service", "state"]
            .into_iter()
            .flat_map(literal)
    {
        assert!(keys.contains_key(&key), "there is no text for {key}");
    }
}

#[test]
fn languages_go_by_their_codes() {
    for language in Language::ALL {
        assert_eq!(language.code().parse(), Ok(language));
    }
    let error = "fy".parse::<Language>().expect_err("no Frisian yet");
    assert_eq!(error.to_string(), "no texts in language \"fy\"; there are en and nl");
}

#[test]
fn messages_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Messages::of(Language::En));
    assert_eq!(Messages::of(Language::En).text("no-such-key", &[]), "no-such-key");
}
