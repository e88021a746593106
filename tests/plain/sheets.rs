//! Random rosters as workbooks and CSV files, and back.

use std::collections::BTreeSet;

use leerteam::formats::roster_sheets::write;
use leerteam::formats::sheets::{csv_files, workbook};
use leerteam::formats::{OpenRosterError, RosterFile};
use leerteam::messages::{Language, Messages};
use leerteam::roster::{Code, Finding};
use leerteam::wire::{read_roster, v1};
use serde_json::Value as Json;

use crate::rosters::{self, Draw, VARIED};

/// Texts that could be taken for something else, or fall apart.
const TEXTS: [&str; 36] = [
    "a; b",
    "a, b",
    "\"a\"",
    "\"",
    "a \"b\" c",
    "#a",
    "# a",
    "#N/A",
    "###",
    "=1+1",
    "+31 6",
    "-",
    "@a",
    "'a",
    "'=a",
    "''",
    "12",
    "0012",
    "-5",
    "1e5",
    "TRUE",
    "2026-09-07",
    "3/4/2026",
    "9:00",
    "24:00",
    "ma-vr",
    "even weken",
    " a ",
    "\u{a0}a",
    "a\u{200b}",
    "regel 1\nregel 2",
    "🦀 a",
    "שלום",
    "Renée",
    "RenÃ©e",
    "{ $a } _x0041_ <&>",
];

/// Gives everything odd ids and texts; whoever is named stays who it was.
fn odd(json: &mut Json, draw: &mut Draw, at: &str) {
    match json {
        Json::Object(fields) => {
            if at == "attributes" {
                let all = std::mem::take(fields).into_iter();
                fields.extend(all.map(|(name, value)| (same(&name), value)));
            }
            fields.iter_mut().for_each(|(name, value)| odd(value, draw, name));
        }
        Json::Array(list) => list.iter_mut().for_each(|value| odd(value, draw, at)),
        Json::String(text) => match at {
            "name" | "title" | "provenance" | "reason" | "text" | "profession" | "field"
            | "fields" => *text = draw.pick(&TEXTS).to_owned(),
            "neighbourhood" | "neighbourhoods" => *text = same(text),
            _ if is_id(text) => *text = same(text),
            _ => {}
        },
        _ => {}
    }
}

/// An odd text, the same for the same text.
fn same(text: &str) -> String {
    let number: usize = text.bytes().map(usize::from).sum();
    format!("{}{text}", TEXTS[number % TEXTS.len()])
}

/// Whether a text is an id of the random rosters: a letter or two, and a number.
fn is_id(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let letters = text.len() - digits.len();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (1..=2).contains(&letters) && is_number
}

/// What is the same by default is left out or in order: the base plan stays a plan.json; travel, a slot of a
/// given team and who is admitted may be there without saying anything; every week is every week; and sides
/// are a set.
fn normal(mut roster: v1::Roster) -> v1::Roster {
    fn leave_out<T: Default + PartialEq>(field: &mut Option<T>) {
        field.take_if(|value| *value == T::default());
    }
    fn windows(json: &mut Json) {
        let every = json.get("every").and_then(Json::as_i64).unwrap_or(0);
        if every <= 1 && json.get("every").is_some() && json.get("offset").is_none() {
            *json = Json::Null;
        }
        match json {
            Json::Object(fields) => fields.values_mut().for_each(windows),
            Json::Array(list) => list.iter_mut().for_each(windows),
            _ => {}
        }
    }
    roster.base_plan = None;
    leave_out(&mut roster.travel);
    for environment in &mut roster.environments {
        leave_out(&mut environment.admission);
        environment.supervision.sort_by_key(|need| need.side);
        environment.teams.iter_mut().for_each(|team| leave_out(&mut team.slot));
    }
    let mut json = serde_json::to_value(roster).expect("a message is JSON");
    windows(&mut json);
    serde_json::from_value(json).expect("JSON of a message")
}

fn open(path: &std::path::Path) -> RosterFile {
    RosterFile::open(path, &Messages::of(Language::En)).unwrap_or_else(|error| match error {
        OpenRosterError::File(error) => panic!("{error}"),
        OpenRosterError::Content(finding) => panic!("{finding:?}"),
    })
}

/// Writes and reads a roster in both ways.
fn there_and_back(seed: u64, roster: v1::Roster, language: Language) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sheets-{seed}"));
    std::fs::create_dir_all(&folder).expect("a folder");
    let sheets = write(&roster, &Messages::of(language));
    for file in csv_files(&sheets) {
        std::fs::write(folder.join(file.path), file.content).expect("a file");
    }
    let file = folder.join("roster.xlsx");
    std::fs::write(&file, workbook(&sheets).expect("a workbook")).expect("a file");
    let codes = |findings: Vec<Finding>| -> BTreeSet<Code> {
        // Those of workbooks come on top.
        let is_own = |code: &Code| code.as_str().starts_with("W26");
        findings.into_iter().map(|finding| finding.code).filter(|code| !is_own(code)).collect()
    };
    let roster = normal(roster);
    let expected = codes(read_roster(&roster).1);
    for path in [&file, &folder] {
        let read = open(path);
        assert_eq!(codes(read.read().1), expected, "seed {seed}, {}", path.display());
        assert_eq!(normal(read.wire), roster, "seed {seed}, {}", path.display());
    }
    std::fs::remove_dir_all(&folder).expect("the folder");
}

#[test]
fn random_rosters_are_the_same_as_workbooks() {
    for seed in 0..60 {
        let language = Language::ALL[seed as usize % 2];
        there_and_back(seed, rosters::roster(seed, &VARIED), language);
    }
}

#[test]
fn random_rosters_with_odd_texts_are_the_same_as_workbooks() {
    for seed in 100..160 {
        let mut roster = rosters::roster(seed, &VARIED);
        roster.base_plan = None;
        let mut json = serde_json::to_value(roster).expect("a message is JSON");
        odd(&mut json, &mut Draw::new(seed), "");
        let roster = serde_json::from_value(json).expect("JSON of a message");
        there_and_back(seed, roster, Language::ALL[seed as usize % 2]);
    }
}
