//! The published instances of the benchmark are rosters that can be planned.

use std::path::Path;

use leerteam::formats::from_json;
use leerteam::plan::Progress;
use leerteam::planner::{Cancel, Options, plan};
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

/// Whether a plan keeps all requirements: what is published of them. That nobody could tell was reported.
#[test]
fn meeting_schedules_that_supervisors_bind_are_decided() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/published");
    for (name, is_feasible) in [("03", true), ("07", false), ("17", false), ("23", true)] {
        let text = std::fs::read_to_string(folder.join(format!("csplib046-{name}.json")));
        let wire: v1::Roster = from_json(&text.expect("it can be read")).expect("a roster");
        let roster = read_roster(&wire).0.expect("a roster");
        // However long it takes: with no end the test does not pass.
        let (options, cancel) = (Options { threads: 2, ..Options::default() }, Cancel::default());
        let mut stop_once_decided = |progress: Progress| {
            if progress.bound.broken > 0 {
                cancel.cancel();
            }
        };
        let planned = plan(&roster, &options, &cancel, &mut stop_once_decided).expect("a plan");
        let (score, bound) = (planned.assessment.total(), planned.bound);
        assert_eq!(bound.broken == 0, is_feasible, "{name}: {score:?}, {bound:?}");
        assert_eq!(score.broken == 0, is_feasible, "{name}: {score:?}, {bound:?}");
    }
}
