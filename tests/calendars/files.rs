//! Which files there are, and what makes a newer one replace an older one.

use std::collections::{HashMap, HashSet};

use chrono::Weekday;
use leerteam::roster::Side;

use super::Planned;
use super::reading::Calendar;
use super::support::{Draft, Setting};

fn two_teams(ids: [&str; 2], people: [&str; 4]) -> Planned {
    let roster = Setting::new()
        .with(|roster| roster.id = "regio/noord".into())
        .participants(&people, "teacher")
        .supervisor("s1", Side::Education)
        .env(|environment| environment.location_ids = vec!["here".into(), "there".into()])
        .roster();
    let plan = Draft::new()
        .team(ids[0], &people[..2])
        .by("s1", Side::Education)
        .team(ids[1], &people[2..])
        .at(Weekday::Tue, "14:00")
        .by("s1", Side::Education)
        .plan(&roster);
    Planned::new(roster, plan)
}

/// For each path the UIDs of the file's events.
fn uids(planned: &Planned) -> HashMap<String, Vec<String>> {
    let uids = |calendar: Calendar| calendar.events.into_iter().map(|event| event.uid).collect();
    planned.calendars().into_iter().map(|(path, calendar)| (path, uids(calendar))).collect()
}

#[test]
fn each_event_has_a_uid_of_its_own() {
    for planned in [Planned::fixture("zwolle"), two_teams(["a/b", "b"], ["p", "a/p", "P", "p/a"])] {
        let uids: Vec<String> = uids(&planned).into_values().flatten().collect();
        let different: HashSet<&String> = uids.iter().collect();
        assert_eq!(different.len(), uids.len());
        assert!(uids.iter().all(|uid| uid.is_ascii() && uid.ends_with("@leerteam")), "{uids:?}");
    }
}

#[test]
fn a_newer_plan_replaces_an_older_one() {
    let planned = two_teams(["red", "blue"], ["p1", "p2", "p3", "p4"]);
    let mut newer = two_teams(["red", "blue"], ["p1", "p2", "p3", "p4"]);
    // Another moment and place, and somebody moves to the other team.
    newer.plan.teams[0].slot.start = newer.plan.teams[1].slot.start;
    newer.plan.teams[1].slot.location = Some(1.into());
    let moved = newer.plan.teams[0].members.remove(0);
    newer.plan.teams[1].members.push(moved);
    let newer = Planned::new(newer.roster, newer.plan);
    let (before, after) = (uids(&planned), uids(&newer));
    for folder in ["teams", "participants", "supervisors"] {
        let of = |uids: &HashMap<String, Vec<String>>| {
            let of = uids.iter().filter(|(path, _)| path.contains(folder));
            of.map(|(path, uids)| (path.clone(), uids.clone())).collect::<HashMap<_, _>>()
        };
        assert_eq!(of(&before), of(&after));
        assert!(!of(&before).is_empty());
    }
    let at = |planned: &Planned, written| -> HashMap<String, Calendar> {
        let files = planned.files(written);
        files.iter().map(|file| (file.path.clone(), Calendar::read(file))).collect()
    };
    let first = at(&planned, "2026-08-20T12:00:00Z");
    for (written, stamp) in
        [("2026-08-20T12:00:01Z", "20260820T120001Z"), ("2087-12-31T23:59:59Z", "20871231T235959Z")]
    {
        for (path, calendar) in at(&newer, written) {
            let Some(older) = first.get(&path) else { continue };
            for (old, new) in older.events.iter().zip(&calendar.events) {
                assert!(new.sequence > old.sequence, "{path}");
                assert!(i32::try_from(new.sequence).is_ok(), "an integer of iCalendar");
                assert_eq!((new.stamp.as_str(), new.modified.as_str()), (stamp, stamp));
            }
        }
    }
    let (older, newer) = (planned.calendar("participants/p1"), newer.calendar("participants/p1"));
    assert_eq!((older.event().summary.as_str(), newer.event().summary.as_str()), ("red", "blue"));
}

#[test]
fn the_same_plan_at_the_same_moment_is_the_same_files() {
    let planned = two_teams(["red", "blue"], ["p1", "p2", "p3", "p4"]);
    let files = || planned.files("2026-08-20T12:00:00Z");
    assert_eq!(files(), files());
}

#[test]
fn no_two_files_are_one() {
    let planned = two_teams(["a/b", "a_b"], ["p", "P", "p/", "p_"]);
    let calendars = planned.calendars();
    let paths: HashSet<String> = calendars.iter().map(|(path, _)| path.to_lowercase()).collect();
    assert_eq!(paths.len(), 2 + 4 + 1 + 1);
    let folders = ["teams", "participants", "supervisors", "locations"];
    for path in paths {
        let parts: Vec<&str> = path.split('/').collect();
        assert!(parts.len() == 3 && folders.contains(&parts[1]), "{path}");
    }
    // Each has what is its own.
    for (path, calendar) in calendars {
        let summaries: Vec<&str> = calendar.events.iter().map(|e| e.summary.as_str()).collect();
        let expected = match path.as_str() {
            "calendars/teams/a_b~1.ics" => ["a/b"].as_slice(),
            "calendars/teams/a_b~2.ics" => &["a_b"],
            _ => continue,
        };
        assert_eq!(summaries, expected, "{path}");
    }
}

#[test]
fn who_is_in_two_teams_has_both() {
    let mut planned = two_teams(["red", "blue"], ["p1", "p2", "p3", "p4"]);
    planned.plan.teams[1].members.push(0.into());
    let planned = Planned::new(planned.roster, planned.plan);
    let calendar = planned.calendar("participants/p1");
    let summaries: Vec<&str> = calendar.events.iter().map(|e| e.summary.as_str()).collect();
    assert_eq!(summaries, ["red", "blue"]);
    assert_ne!(calendar.events[0].uid, calendar.events[1].uid);
}
