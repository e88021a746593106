//! docs/errors.md has every code and every limit, and no others.

use std::collections::BTreeSet;

use leerteam::check::ReasonCode;
use leerteam::roster::{Code, LIMITS, Severity};

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/errors.md");
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The cells of the rows whose first cell is as asked.
fn rows(page: &str, first: impl Fn(&str) -> bool) -> Vec<Vec<&str>> {
    let cells = |line| -> Vec<&str> { str::split(line, '|').map(str::trim).collect() };
    let rows = page.lines().filter(|line| line.starts_with("| ")).map(cells);
    rows.filter(|cells| first(cells[1])).collect()
}

fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix(['E', 'W', 'N']);
    digits.is_some_and(|d| d.len() == 4 && d.bytes().all(|b| b.is_ascii_digit()))
}

#[test]
fn every_code_has_a_full_row() {
    let page = page();
    let rows = rows(&page, is_code);
    let documented: Vec<&str> = rows.iter().map(|cells| cells[1]).collect();
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(documented, codes);
    for cells in rows {
        // Nothing, code, meaning, cause, what to do, nothing.
        assert_eq!(cells.len(), 6, "{cells:?}");
        assert!(cells[2..5].iter().all(|cell| !cell.is_empty()), "{cells:?}");
    }
}

#[test]
fn every_reason_has_a_full_row() {
    let page = page();
    let is_reason = |first: &str| first.starts_with("R3");
    let rows = rows(&page, is_reason);
    let documented: Vec<&str> = rows.iter().map(|cells| cells[1]).collect();
    let codes: Vec<&str> = ReasonCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(documented, codes);
    assert!(rows.iter().all(|cells| cells.len() == 6));
}

#[test]
fn every_limit_has_its_number() {
    let page = page();
    let limits = page.split("## Limits").nth(1).expect("a section on limits");
    let names: BTreeSet<&str> = LIMITS.all().iter().map(|limit| limit.name).collect();
    let rows = rows(limits, |first| first.starts_with('`'));
    let documented: BTreeSet<&str> = rows.iter().map(|cells| cells[1].trim_matches('`')).collect();
    assert_eq!(documented, names);
    for limit in LIMITS.all() {
        let quoted = format!("`{}`", limit.name);
        let row = rows.iter().find(|cells| cells[1] == quoted).expect("a row");
        assert_eq!(row[2].replace(',', ""), limit.at_most.to_string(), "{}", limit.name);
    }
}

#[test]
fn codes_say_how_bad_they_are() {
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => 'E',
            Severity::Warning => 'W',
            Severity::Note => 'N',
        };
        assert!(code.as_str().starts_with(severity));
    }
}
