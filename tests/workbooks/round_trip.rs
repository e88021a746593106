//! Every fixture as a workbook and as CSV files, in both languages, and back.

use std::path::Path;

use leerteam::formats::roster_sheets::write;
use leerteam::formats::sheets::{csv_files, workbook};
use leerteam::formats::{from_json, to_json};
use leerteam::messages::{Language, Messages};
use leerteam::wire::v1;

use super::reading::{Reading, bytes, folder};

fn fixtures() -> Vec<(String, v1::Roster)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let entries = std::fs::read_dir(&root).expect("fixtures").map(|entry| entry.expect("an entry"));
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    let roster = |folder: &std::path::PathBuf| {
        let text = std::fs::read_to_string(folder.join("roster.json")).expect("a roster");
        (folder.display().to_string(), from_json(&text).expect("a roster"))
    };
    folders.iter().map(roster).collect()
}

fn same(what: &str, roster: &v1::Roster, reading: &Reading) {
    let errors = reading.lines().into_iter().filter(|line| line.starts_with('E'));
    assert_eq!(errors.collect::<Vec<_>>(), [""; 0], "{what}");
    assert_eq!(to_json(&reading.roster), to_json(roster), "{what}");
    assert!(reading.planned, "{what}");
}

#[test]
fn every_fixture_is_the_same_as_a_workbook() {
    for (name, roster) in fixtures() {
        for language in Language::ALL {
            let sheets = write(&roster, &Messages::of(language));
            let file = workbook(&sheets).expect("a workbook");
            same(&format!("{name} in {language}"), &roster, &bytes(&file, ".xlsx"));
        }
    }
}

#[test]
fn every_fixture_is_the_same_as_csv_files() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 10, "{}", fixtures.len());
    for (name, roster) in fixtures {
        for language in Language::ALL {
            let files = csv_files(&write(&roster, &Messages::of(language))).into_iter();
            let files: Vec<_> = files.map(|file| (file.path, file.content)).collect();
            same(&format!("{name} in {language}"), &roster, &folder(&files));
        }
    }
}
