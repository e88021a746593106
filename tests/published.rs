//! The published instances of the benchmark are rosters that can be planned.

use std::path::Path;

use leerteam::formats::from_json;
use leerteam::roster::Severity;
use leerteam::wire::{read_roster, v1};

#[test]
fn published_instances_are_accepted_without_errors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/published");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "json") || path.ends_with("known.json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("it can be read");
        let wire: v1::Roster = from_json(&text).expect("a roster");
        let (roster, findings) = read_roster(&wire);
        let errors = findings.iter().filter(|one| one.code.severity() == Severity::Error);
        assert_eq!(errors.count(), 0, "{}: {findings:?}", path.display());
        assert!(roster.is_some(), "{}", path.display());
        count += 1;
    }
    assert_eq!(count, 17);
}
