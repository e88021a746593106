//! Dates, times of day and weeks.

use leerteam::wire::v1;

use super::{case, findings, leerteam, read};

/// The windows of a participant's own commitments.
fn windows(roster: &v1::Roster, participant: usize) -> Vec<v1::Window> {
    let commitments = roster.participants[participant].commitments.iter();
    commitments.filter_map(|commitment| commitment.window.clone()).collect()
}

#[test]
fn weeks_from_mid_cycle() {
    let (roster, found) = read(&case("weeks-from-mid-cycle/roster"));
    assert_eq!(found, []);
    let all = windows(&roster, 0);
    let lesson = all.iter().find(|window| window.weeks.is_some()).expect("every two weeks");
    assert_eq!(lesson.weekday(), v1::Weekday::Tuesday);
    assert_eq!(lesson.valid_from, "2026-09-10");
    assert_eq!(lesson.weeks.expect("weeks").every, 2);
}

#[test]
fn night_shift() {
    let (roster, found) = read(&case("night-shift/roster"));
    assert_eq!(found, []);
    let stretches: Vec<_> = roster
        .participants
        .iter()
        .flat_map(|participant| &participant.commitments)
        .filter_map(|commitment| commitment.window.as_ref())
        .filter(|window| window.start_time == "23:00" || window.end_time == "07:00")
        .map(|window| (window.weekday(), window.start_time.as_str(), window.end_time.as_str()))
        .collect();
    let expected =
        [(v1::Weekday::Monday, "23:00", "24:00"), (v1::Weekday::Tuesday, "00:00", "07:00")];
    assert_eq!(stretches, expected);
}

#[test]
fn coordinator_32_night_shift() {
    let (roster, found) = read(&case("coordinator/32_night_shift.xlsx"));
    assert!(found.iter().all(|finding| finding.code.as_str().starts_with('W')), "{found:?}");
    let of_night = |window: &v1::Window| window.start_time == "00:00" && window.end_time == "07:00";
    let mut commitments = roster.participants.iter().flat_map(|p| &p.commitments);
    assert!(commitments.any(|commitment| commitment.window.as_ref().is_some_and(of_night)));
}

#[test]
fn coordinator_06l_time() {
    // What stands in brackets behind the day is when, not on which dates.
    let (roster, found) = read(&case("coordinator/06l_time.xlsx"));
    assert_eq!(found, []);
    let mut windows = roster.supervisors.iter().flat_map(|s| &s.availability);
    assert!(windows.any(|window| {
        window.weekday() == v1::Weekday::Thursday
            && (window.start_time.as_str(), window.end_time.as_str()) == ("13:00", "17:00")
    }));
}

#[test]
fn coordinator_39_min_max_swapped() {
    assert_eq!(findings("coordinator/39_min_max_swapped.xlsx"), ["E1114 Leeromgevingen!E4 4"]);
}

#[test]
fn date_with_a_sign() {
    assert_eq!(findings("date-with-a-sign/roster.json"), ["E1104 period.firstDate +2026-8-31"]);
    let text = std::fs::read_to_string(case("date-with-a-sign/roster.json")).expect("a file");
    for date in [" 2026-8-31", "2026- 8-31", "2026-8-31", "2026-08-31 ", "26-08-0031"] {
        let text = text.replace("+2026-8-31", date);
        let roster: v1::Roster = leerteam::formats::from_json(&text).expect("JSON");
        let found = super::lines(&leerteam::wire::read_roster(&roster).1);
        assert_eq!(found, [format!("E1104 period.firstDate {date}").trim()], "{date:?}");
    }
}

#[test]
fn date_with_rounding() {
    let (roster, found) = read(&case("date-with-rounding/roster.xlsx"));
    assert_eq!(found, []);
    assert_eq!(roster.period.expect("a period").first_date, "2026-08-31");
}

#[test]
fn iso_time_without_seconds() {
    assert_eq!(findings("iso-time-without-seconds/roster.xlsx"), [""; 0]);
}

#[test]
fn strict_workbook_times() {
    assert_eq!(findings("strict-workbook-times/roster.xlsx"), [""; 0]);
}

#[test]
fn zone_that_stops_changing() {
    let out = format!("{}/zone-that-stops-changing", env!("CARGO_TARGET_TMPDIR"));
    let roster = case("zone-that-stops-changing/roster.json").display().to_string();
    let planned = leerteam(&["plan", &roster, "--out", &out, "--force", "--json"]);
    assert_eq!(planned.status.code(), Some(0), "{planned:?}");
    let calendars = std::fs::read_dir(format!("{out}/calendars/teams")).expect("a folder");
    for calendar in calendars {
        let path = calendar.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a calendar");
        // The last change was in 2022: since then it is one hour, and no rule goes on.
        let zone = text.split("END:VTIMEZONE").next().expect("a zone");
        assert!(!zone.contains("RRULE"), "{zone}");
    }
    let plan = super::json(&planned);
    let meetings = plan["teams"][0]["meetings"].as_array().expect("meetings");
    assert_eq!(meetings.len(), 43);
}
