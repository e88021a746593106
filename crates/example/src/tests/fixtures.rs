//! The rosters in `fixtures/` are those of seed 1.

use super::super::{NAMES, Options, generate};
use super::json;

/// The examples of any size are there in one size; `pool` is in `regions`.
fn options(name: &str) -> Option<Options> {
    let students = match name {
        "pool" => return None,
        "regions" => Some(224),
        _ => None,
    };
    Some(Options { students, seed: 1, ..Options::default() })
}

#[test]
fn the_committed_fixtures_are_what_the_seed_gives() {
    for name in NAMES {
        let Some(options) = options(name) else { continue };
        let path = format!("{}/../../fixtures/{name}/roster.json", env!("CARGO_MANIFEST_DIR"));
        let fresh = json(&generate(name, &options).expect("the name is in the list"));
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            std::fs::write(&path, &fresh).expect("the fixture can be written");
        }
        let committed = std::fs::read_to_string(&path).expect("the fixture is there");
        // Not `assert_eq`: nobody reads two rosters of this length in a test's output.
        assert!(
            committed == fresh,
            "fixtures/{name}/roster.json is out of date; run the tests with UPDATE_FIXTURES=1"
        );
    }
}
