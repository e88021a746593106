//! Files on which the program once went wrong, each in a folder with its name, and what is expected of it.

mod base;
mod contradictions;
mod doubtful;
mod marked;
mod number_of_teams;
mod reading;
mod times;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use leerteam::formats::{OpenRosterError, RosterFile};
use leerteam::messages::{Language, Messages};
use leerteam::roster::Finding;
use leerteam::wire::v1;

/// The path of a file of a case.
fn case(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file)
}

/// What a file is read as, and everything that is wrong with it.
fn read(file: &Path) -> (v1::Roster, Vec<Finding>) {
    match RosterFile::open(file, &Messages::of(Language::En)) {
        Ok(roster) => {
            let findings = roster.read().1;
            (roster.wire, findings)
        }
        Err(OpenRosterError::Content(finding)) => (v1::Roster::default(), vec![*finding]),
        Err(OpenRosterError::File(error)) => panic!("{}: {error}", file.display()),
    }
}

/// The findings as lines: code, place, value.
fn lines(findings: &[Finding]) -> Vec<String> {
    let line =
        |f: &Finding| format!("{} {} {}", f.code.as_str(), f.place(), f.value).trim().to_owned();
    findings.iter().map(line).collect()
}

/// The findings of a file of a case.
fn findings(file: &str) -> Vec<String> {
    lines(&read(&case(file)).1)
}

/// Runs the program.
fn leerteam(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leerteam"));
    command.args(arguments).env_remove("LEERTEAM_LANG").output().expect("the program runs")
}

/// What the program wrote on standard output.
fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).expect("one JSON document on standard output")
}
