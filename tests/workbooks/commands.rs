//! The commands that write and read workbooks, as scripts see them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::reading::path;
use super::work::Work;

fn leerteam(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("LEERTEAM_LANG");
    command.output().expect("the program runs")
}

/// Runs a command that should end with this code; what it wrote on standard output.
fn ends_with(code: i32, arguments: &[&str]) -> String {
    let output = leerteam(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A folder of its own, empty at the start.
fn folder() -> PathBuf {
    let folder = path("");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_roster_goes_from_one_form_to_another_and_back() {
    let folder = folder();
    let first = "fixtures/wijk/roster.json";
    let (book, files) = (text(&folder.join("wijk.xlsx")), text(&folder.join("wijk")));
    let back = text(&folder.join("wijk.json"));
    ends_with(0, &["convert", first, &book, "--lang", "nl"]);
    ends_with(0, &["convert", &book, &files]);
    ends_with(0, &["convert", &files, &back]);
    let read = |path: &str| std::fs::read_to_string(path).expect("a file");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(read(&back), read(&text(&root.join(first))));
    std::fs::remove_dir_all(&folder).expect("the folder");
}

#[test]
fn a_workbook_is_validated_and_marked() {
    let folder = folder();
    let (file, marked) = (folder.join("rooster.xlsx"), folder.join("marked.xlsx"));
    std::fs::write(&file, Work::good().set("Deelnemers!E2", "9/3/2026").xlsx()).expect("a file");
    let (file, marked_at) = (text(&file), text(&marked));
    let findings = ends_with(1, &["validate", &file, "--marked", &marked_at, "--json"]);
    let findings: serde_json::Value = serde_json::from_str(&findings).expect("JSON");
    assert_eq!(findings["findings"][0]["code"], "E1410");
    assert!(marked.exists());
    let again = ends_with(1, &["validate", &marked_at, "--json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&again).expect("JSON"), findings);
    // What is not a workbook has no cells to mark.
    ends_with(2, &["validate", "fixtures/wijk/roster.json", "--marked", &marked_at]);
    // Nothing is converted that could not be read whole.
    let other = folder.join("rooster.json");
    ends_with(1, &["convert", &file, &text(&other)]);
    assert!(!other.exists());
    std::fs::remove_dir_all(&folder).expect("the folder");
}

#[test]
fn the_template_is_a_workbook_or_csv_files() {
    let folder = folder();
    let (book, files) = (text(&folder.join("rooster.xlsx")), text(&folder.join("rooster")));
    ends_with(0, &["template", &book, "--lang", "nl"]);
    ends_with(0, &["template", &files]);
    for made in [&book, &files] {
        let findings = ends_with(1, &["validate", made, "--json"]);
        assert_eq!(findings.matches("\"code\"").count(), 1, "{findings}");
    }
    std::fs::remove_dir_all(&folder).expect("the folder");
}
