//! Every finding about a roster: an offender with its exact fields and values, and an innocent
//! beside it; rosters of hostile size; and rosters of garbage.

mod codes;
mod forgotten;
mod garbage;
mod points;
mod reading;
mod roster;
mod size;
mod spoilt;

use leerteam::messages::{Language, Messages, finding_text};
use leerteam::roster::Finding;
use leerteam::wire::{read_roster, v1};

/// A change of the good roster.
type Change = fn(&mut v1::Roster);

/// Code, field and value of each finding.
type Found = &'static [(&'static str, &'static str, &'static str)];

/// A kind of finding.
struct Case {
    code: &'static str,
    offender: Change,
    found: Found,
    innocent: Change,
}

fn findings(roster: &v1::Roster) -> Vec<Finding> {
    let (read, findings) = read_roster(roster);
    let errors = findings.iter().any(|finding| finding.code.as_str().starts_with('E'));
    assert_eq!(read.is_none(), errors);
    check_texts(&findings);
    findings
}

/// Every text is there and has all it needs.
fn check_texts(findings: &[Finding]) {
    for language in Language::ALL {
        let messages = Messages::of(language);
        for finding in findings.iter().take(20) {
            let (cause, action) = finding_text(&messages, finding);
            for text in [&cause, &action] {
                let own = [&finding.value, &finding.field].iter().any(|own| own.contains('{'));
                let own = own || finding.details.iter().any(|(_, own)| own.contains('{'));
                assert!(own || !text.contains('{'), "{text}");
                assert!(!text.starts_with("finding-"), "{text}");
            }
            for (name, _) in &finding.details {
                let key = format!("{name}-");
                assert!(!cause.contains(&format!(" {key}")), "no word for a detail: {cause}");
            }
        }
    }
}

fn found(roster: &v1::Roster) -> Vec<(String, String, String)> {
    let own = |f: Finding| (f.code.as_str().to_owned(), f.field, f.value);
    findings(roster).into_iter().map(own).collect()
}

fn run(cases: &[Case]) {
    for case in cases {
        let mut roster = roster::good();
        (case.offender)(&mut roster);
        let expected = case
            .found
            .iter()
            .map(|&(code, field, value)| (code.to_owned(), field.to_owned(), value.to_owned()));
        let expected: Vec<_> = expected.collect();
        assert_eq!(found(&roster), expected, "offender of {}", case.code);
        assert!(expected.iter().any(|(code, ..)| code == case.code), "{} is shown", case.code);
        let mut roster = roster::good();
        (case.innocent)(&mut roster);
        let innocent = found(&roster);
        assert!(innocent.is_empty(), "innocent of {}: {innocent:?}", case.code);
    }
}

#[test]
fn a_good_roster_has_no_findings() {
    assert_eq!(found(&roster::good()), []);
    assert_eq!(found(&roster::full()), []);
}

#[test]
fn every_code_about_rosters_has_an_offender_and_an_innocent() {
    let cases = reading::CASES.iter().chain(codes::CASES).chain(forgotten::CASES);
    let mut shown: Vec<&str> = cases.map(|case| case.code).collect();
    // Of plans and of documents that are not even JSON; and shown in size.rs and points.rs.
    shown.extend(["E1001", "E1201", "E1202", "E1203"]);
    // Of plans to start from: shown in tests/start_plan.rs.
    shown.extend(["E1115", "E1116", "W2503"]);
    // Those of workbooks and imports are shown in tests/workbooks and tests/import.
    let of_files = |code: &str| {
        let starts = ["E14", "E15", "W26", "W28"];
        ["E1002", "E1003", "N2703", "N2704"].contains(&code)
            || starts.iter().any(|start| code.starts_with(start))
    };
    for code in leerteam::roster::Code::ALL.iter().filter(|code| !of_files(code.as_str())) {
        assert!(shown.contains(&code.as_str()), "{} has no case", code.as_str());
    }
}
