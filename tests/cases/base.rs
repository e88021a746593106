//! The plan in force.

use super::{case, leerteam};

#[test]
fn coordinator_pin3() {
    let roster = case("coordinator/pin3.xlsx").display().to_string();
    let base = case("coordinator/full2_plan.json").display().to_string();
    let mut file = super::read(std::path::Path::new(&roster)).0;
    let plan = std::fs::read_to_string(&base).expect("a plan");
    file.base_plan = Some(leerteam::formats::from_json(&plan).expect("a plan"));
    let (roster, findings) = leerteam::wire::read_roster(&file);
    assert!(findings.iter().all(|finding| finding.code.as_str() != "W2502"), "{findings:?}");
    // The given teams go on as those that people see by these names.
    let ids: Vec<String> = roster.expect("a roster").base.into_iter().map(|team| team.id).collect();
    assert_eq!(ids, ["Wijk Zuid 1", "Wijk Zuid 2"]);
}

#[test]
fn coordinator_full2_is_sound() {
    let roster = case("coordinator/full2.xlsx").display().to_string();
    let base = case("coordinator/full2_plan.json").display().to_string();
    let checked = leerteam(&["check", &roster, &base, "--json"]);
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
}
