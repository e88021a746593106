//! CONTRIBUTING.md: every step of its lists, for everything that there is already. A step that was forgotten
//! for something new fails by its number.

use std::collections::BTreeSet;

use leerteam::rules::RULES;

use super::tree::{files, read};

/// Words of a step and what they stand for.
type Words = Vec<(&'static str, String)>;

/// A step: its number, the file or folder, and what that has to have.
#[derive(Debug)]
struct Step {
    number: usize,
    path: String,
    has: Option<String>,
}

/// The steps under a heading.
fn steps(heading: &str) -> Vec<Step> {
    let page = read("CONTRIBUTING.md");
    let lines = page.lines().skip_while(|line| *line != format!("### {heading}")).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('#'));
    let step = |line: &str| {
        let (number, rest) = line.split_once(". `")?;
        let (path, rest) = rest.split_once('`')?;
        let has = rest.strip_prefix(" has `").and_then(|rest| rest.split_once('`'));
        let has = has.map(|(text, _)| text.to_owned());
        Some(Step { number: number.parse().ok()?, path: path.to_owned(), has })
    };
    let steps: Vec<Step> = lines.filter_map(step).collect();
    let numbers: Vec<usize> = steps.iter().map(|step| step.number).collect();
    assert_eq!(numbers, (1..=steps.len()).collect::<Vec<_>>(), "{heading}");
    assert!(!steps.is_empty(), "a list {heading}");
    steps
}

fn filled(text: &str, words: &Words) -> String {
    words.iter().fold(text.to_owned(), |text, (word, meant)| text.replace(word, meant))
}

/// The steps of a list that were forgotten for something; `skipped` are steps that it does not need.
fn forgotten(heading: &str, words: &Words, skipped: &[usize]) -> Vec<String> {
    let is_missing = |step: &Step| {
        let path = filled(&step.path, words);
        let exists = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists();
        let has = |text: &String| {
            let text = filled(text, words);
            exists && files(&path).iter().any(|file| contains(file, &text))
        };
        !step.has.as_ref().map_or(exists, has)
    };
    let wanted = steps(heading).into_iter().filter(|step| !skipped.contains(&step.number));
    let missing = wanted.filter(is_missing);
    missing
        .map(|step| {
            let has = step.has.map(|text| format!(" has `{}`", filled(&text, words)));
            let path = filled(&step.path, words);
            format!("{heading}, step {}: `{path}`{}", step.number, has.unwrap_or_default())
        })
        .collect()
}

fn contains(file: &std::path::Path, text: &str) -> bool {
    // Workbooks and the like are no text.
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let content = std::fs::read(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    String::from_utf8_lossy(&content).contains(text)
}

fn assert_none(forgotten: Vec<String>) {
    assert!(forgotten.is_empty(), "see CONTRIBUTING.md:\n{}", forgotten.join("\n"));
}

/// What stands between two texts of a file.
fn part(path: &str, start: &str, end: &str) -> String {
    let text = read(path);
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{start} in {path}"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end} in {path}")).0.to_owned()
}

#[test]
fn a_rule() {
    let mut missing = Vec::new();
    for rule in RULES {
        let id = rule.specification().id;
        let words = vec![("NAME", id.replace('-', "_")), ("ID", id.to_owned())];
        missing.extend(forgotten("A rule", &words, &[]));
    }
    // A rule with a file that no list has.
    let listed: BTreeSet<String> =
        RULES.iter().map(|rule| rule.specification().id.replace('-', "_")).collect();
    for file in files("crates/model/src/rules") {
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a plain name");
        if contains(&file, "impl Rule for") && !listed.contains(name) {
            missing.push(format!("A rule, step 2: `RULES` has {name}"));
        }
    }
    assert_none(missing);
}

#[test]
fn a_finding() {
    let file = read("crates/model/src/roster/finding.rs");
    let codes = file.lines().filter_map(|line| {
        let (_, code) = line.strip_prefix("    ")?.split_once(" = \"")?;
        code.strip_suffix("\",")
    });
    let codes: Vec<&str> = codes.collect();
    assert!(codes.len() > 100, "{codes:?}");
    let words = |code: &&str| vec![("CODE", (*code).to_owned())];
    let missing = codes.iter().flat_map(|code| forgotten("A finding", &words(code), &[]));
    assert_none(missing.collect());
}

#[test]
fn a_kind_of_term() {
    let variants = part("solver/src/problem.rs", "pub enum Term {", "\n}");
    let is_variant = |line: &&str| line.starts_with("    ") && !line.starts_with("     ");
    let names =
        variants.lines().filter(is_variant).filter_map(|line| line.trim().strip_suffix(" {"));
    let names: Vec<&str> = names.collect();
    assert!(names.len() > 5, "{names:?}");
    let words = |name: &&str| vec![("NAME", (*name).to_owned())];
    assert_none(
        names.iter().flat_map(|name| forgotten("A kind of term", &words(name), &[])).collect(),
    );
}

#[test]
fn a_field_of_the_roster() {
    let proto = read("proto/leerteam/v1/roster.proto");
    let fields = proto.lines().filter_map(|line| {
        let (declared, number) = line.strip_prefix("  ")?.split_once(" = ")?;
        let name = declared.rsplit(' ').next()?;
        let is_field = declared.contains(' ') && number.starts_with(|c: char| c.is_ascii_digit());
        (is_field && !declared.starts_with("//")).then_some(name)
    });
    let fields: BTreeSet<&str> = fields.collect();
    assert!(fields.len() > 60, "{fields:?}");
    let mut missing = Vec::new();
    for field in fields {
        let mut parts = field.split('_');
        let first = parts.next().expect("a name").to_owned();
        let key = parts.fold(first, |key, part| key + &part[..1].to_uppercase() + &part[1..]);
        let skipped: &[usize] = match field {
            "provenance" | "reason" => &[3],
            "base_plan" => &[4],
            _ => &[],
        };
        let words = vec![("FIELD", field.to_owned()), ("KEY", key)];
        missing.extend(forgotten("A field of the roster", &words, skipped));
    }
    assert_none(missing);
}

#[test]
fn a_grpc_method() {
    let protos =
        ["planning", "job"].map(|of| read(&format!("proto/leerteam/v1/{of}_service.proto")));
    let proto = protos.concat();
    let methods =
        proto.lines().filter_map(|line| line.trim().strip_prefix("rpc ")?.split_once('('));
    let methods: Vec<&str> = methods.map(|(method, _)| method).collect();
    assert!(methods.len() > 10, "{methods:?}");
    let mut missing = Vec::new();
    for method in methods {
        let mut call = String::new();
        for letter in method.chars() {
            if letter.is_uppercase() && !call.is_empty() {
                call.push('_');
            }
            call.extend(letter.to_lowercase());
        }
        let words = vec![("METHOD", method.to_owned()), ("CALL", call)];
        missing.extend(forgotten("A gRPC method", &words, &[]));
    }
    assert_none(missing);
}

#[test]
fn a_message() {
    let texts = files("crates/messages/src/en")
        .into_iter()
        .map(|file| read(file.to_str().expect("a plain name")));
    let texts: Vec<String> = texts.collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let keys = lines
        .filter(|line| !line.starts_with([' ', '#', '}']))
        .filter_map(|line| line.split_once(" ="));
    let keys: Vec<&str> = keys.map(|(key, _)| key).collect();
    assert!(keys.len() > 300, "{}", keys.len());
    let dutch = files("crates/messages/src/nl").into_iter();
    let dutch: String = dutch.map(|file| read(file.to_str().expect("a plain name"))).collect();
    let missing = keys.iter().filter(|key| !dutch.contains(&format!("{key} =")));
    assert_none(missing.map(|key| format!("A message, step 2: `{key}`")).collect());
    assert_eq!(steps("A message").len(), 2);
}

#[test]
fn an_output() {
    let lists = part("src/cli/outputs.rs", "const FILES", "/// Whether");
    let quoted = lists.split('"').skip(1).step_by(2);
    // Endings of files stand beside their folders.
    let outputs: Vec<&str> =
        quoted.filter(|text| text.contains(['.', '/']) || *text == "csv").collect();
    assert!(outputs.contains(&"plan.html") && outputs.contains(&"calendars/teams"), "{outputs:?}");
    let mut missing = Vec::new();
    for output in outputs {
        // The README and the command name the folder of all calendars.
        let shown = output.split('/').next().expect("a name").to_owned();
        missing.extend(forgotten("An output", &vec![("OUTPUT", output.to_owned())], &[5]));
        missing.extend(forgotten("An output", &vec![("OUTPUT", shown)], &[1, 2, 3, 4]));
    }
    assert_none(missing);
}

#[test]
fn a_step_that_is_forgotten_is_named() {
    let words = vec![("NAME", "no_such_rule".to_owned()), ("ID", "no-such-rule".to_owned())];
    let missing = forgotten("A rule", &words, &[]);
    assert_eq!(missing.len(), steps("A rule").len(), "{missing:?}");
    let first = "A rule, step 1: `crates/model/src/rules/no_such_rule.rs` has `\"no-such-rule\"`";
    assert_eq!(missing[0], first);
}
