//! What cannot hold together, and why somebody is left over.

use super::{case, findings, json, leerteam, read};

#[test]
fn travel_twice() {
    assert_eq!(findings("travel-twice/roster"), ["E1417 Travel!C3 10"]);
}

#[test]
fn two_teams_one_room() {
    let found = read(&case("two-teams-one-room/roster.json")).1;
    let found: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert!(found.contains(&"W2209"), "{found:?}");
}

#[test]
fn left_over_never() {
    for file in ["roster", "full"] {
        let path = case(&format!("left-over-never/{file}.json"));
        let found = findings(&format!("left-over-never/{file}.json"));
        assert!(
            found.contains(&"W2208 participants[0].pins.never Anna Een".to_owned()),
            "{found:?}"
        );
        let planned = leerteam(&["plan", &path.display().to_string(), "--json"]);
        let plan = json(&planned);
        let mut left = plan["leftOver"].as_array().expect("left over").iter();
        let left = left.find(|left| left["participantId"] == "p1").expect("p1");
        assert_eq!(left["reasons"][0]["code"], "R3002", "{left}");
    }
}
