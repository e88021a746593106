//! docs/outputs.md: what `--json` prints is the message that its table names.

use std::process::Command;

use leerteam::formats::from_json;
use leerteam::wire::v1;
use serde::de::DeserializeOwned;

/// What a command prints, with its exit code.
fn printed(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("LEERTEAM_LANG");
    let output = command.output().expect("the program runs");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

/// Reads all of what a command prints as one message.
fn message<T: DeserializeOwned>(arguments: &[&str], exit: i32) -> T {
    let (text, code) = printed(arguments);
    assert_eq!(code, Some(exit), "{arguments:?}: {text}");
    from_json(&text).unwrap_or_else(|error| panic!("{arguments:?}: {error} at {}", error.field))
}

#[test]
fn every_json_output_is_the_message_of_the_table() {
    let page = include_str!("../../docs/outputs.md");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("json-outputs");
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = |name: &str| folder.join(name).display().to_string();

    let roster: v1::Roster = message(&["example", "pool", "--students", "12"], 0);
    assert_eq!(roster.participants.len(), 12);
    let file = path("roster.json");
    std::fs::write(&file, leerteam::formats::to_json(&roster)).expect("a file");

    let found: v1::ValidateRosterResponse = message(&["validate", &file, "--json"], 0);
    assert!(found.findings.iter().all(|finding| finding.severity() != v1::Severity::Error));

    let plan: v1::Plan = message(&["plan", &file, "--work-limit", "2000", "--json"], 0);
    assert!(plan.bound.is_some() && !plan.teams.is_empty());
    let plan_file = path("plan.json");
    std::fs::write(&plan_file, leerteam::formats::to_json(&plan)).expect("a file");

    let checked: v1::Plan = message(&["check", &file, &plan_file, "--json"], 0);
    assert_eq!(checked.score, plan.score);
    assert!(checked.bound.is_none() && checked.gap.is_none());

    let spoilt = v1::Roster { environments: Vec::new(), ..roster };
    let spoilt_file = path("spoilt.json");
    std::fs::write(&spoilt_file, leerteam::formats::to_json(&spoilt)).expect("a file");
    for arguments in [
        ["validate", &spoilt_file, "--json"].as_slice(),
        &["plan", &spoilt_file, "--json"],
        &["check", &spoilt_file, &plan_file, "--json"],
    ] {
        let found: v1::ValidateRosterResponse = message(arguments, 1);
        assert!(found.findings.iter().any(|finding| finding.code == "E1303"), "{arguments:?}");
    }

    let list = path("studenten.csv");
    std::fs::write(&list, "Studentnummer;Naam;Opleiding\n1001;Ans;Pabo\n").expect("a file");
    let imported: v1::ImportRosterResponse = message(&["import", &list, "--json"], 1);
    assert!(!imported.questions.is_empty());

    for name in ["validate --json", "plan --json", "check --json", "import --json"] {
        assert!(page.contains(&format!("| `{name}` |")), "{name} has a row");
    }
}
