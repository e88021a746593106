//! The rule on changes against a base plan.

use chrono::Weekday::Tue;
use leerteam::roster::Side;
use leerteam::wire::v1;

use crate::case::Case;
use crate::support::{Draft, Setting};

const MOVED: &str = "cause-stability-moved";
const SLOT: &str = "cause-stability-slot";
const SUPERVISOR: &str = "cause-stability-supervisor";

/// A team at 10:00 on Tuesday at `here`.
fn base_team(id: &str, environment: &str, members: &[&str], supervisors: &[&str]) -> v1::Team {
    let member = |&id: &&str| v1::Member { participant_id: id.into(), ..v1::Member::default() };
    let serves = |&id: &&str| v1::TeamSupervisor {
        supervisor_id: id.into(),
        side: v1::Side::Education.into(),
    };
    v1::Team {
        id: id.into(),
        environment_id: environment.into(),
        members: members.iter().map(member).collect(),
        supervisors: supervisors.iter().map(serves).collect(),
        slot: Some(v1::Slot {
            weekday: v1::Weekday::Tuesday.into(),
            start_time: "10:00".into(),
            location_id: "here".into(),
            ..v1::Slot::default()
        }),
        ..v1::Team::default()
    }
}

fn changed() -> Setting {
    let base = vec![
        base_team("t1", "e", &["p1", "p2", "gone"], &["s1", "s2", "left"]),
        base_team("t2", "e", &["p3", "p1"], &["s1"]),
        base_team("t3", "closed", &["p4"], &[]),
    ];
    Setting::new()
        .participants(&["p1", "p2", "p3", "p4", "new"], "teacher")
        .supervisor("s1", Side::Education)
        .supervisor("s2", Side::Education)
        .with(|roster| roster.base_plan = Some(v1::Plan { teams: base, ..v1::Plan::default() }))
}

fn first() -> Draft {
    Draft::new().team("t1", &["p1", "p2"]).by("s1", Side::Education).by("s2", Side::Education)
}

pub fn stability(case: &mut Case) {
    let setting = changed();
    // What has left the roster does not count, nor who is new, nor more supervisors.
    let same =
        first().team("t2", &["p3", "new"]).by("s1", Side::Education).by("s2", Side::Education);
    case.keeps(&setting, &same);
    case.keeps(&Setting::new().participant("p1", "teacher"), &Draft::new().team("t", &["p1"]));
    // A team of another id is another team, and who is in no team has moved too.
    let other = first().team("t4", &["p3"]);
    case.breaks(&setting, &other, &[("", "p3", 300, MOVED)]);
    case.breaks(&setting, &first(), &[("", "p3", 300, MOVED)]);
    // Of two base teams the first counts.
    let swapped = Draft::new()
        .team("t2", &["p1", "p3"])
        .by("s1", Side::Education)
        .team("t1", &["p2"])
        .by("s2", Side::Education);
    let expected = [("", "p1", 300, MOVED), ("t1", "s1", 100, SUPERVISOR)];
    case.breaks(&setting, &swapped, &expected);
    let late = |draft: Draft| draft.team("t2", &["p3"]).by("s1", Side::Education).at(Tue, "11:00");
    case.breaks(&setting, &late(first()), &[("t2", "p3", 100, SLOT)]);
    case.breaks(&setting, &late(first()).place("there"), &[("t2", "p3", 200, SLOT)]);
    let next_week = first().team("t2", &["p3"]).by("s1", Side::Education).offset(1);
    case.breaks(&setting, &next_week, &[("t2", "p3", 100, SLOT)]);
    let rooms = setting.clone().room("here", "r1", 0);
    let room = first().team("t2", &["p3"]).by("s1", Side::Education).room("r1");
    case.breaks(&rooms, &room, &[("t2", "p3", 10, SLOT)]);
    let expensive = setting.parameter("stability", "moment", 7).parameter("stability", "moved", 70);
    case.breaks(&expensive, &late(first()), &[("t2", "p3", 7, SLOT)]);
    // The same id in another environment is no continuation.
    let elsewhere = first().team("t2", &["p3"]).of("e2").by("s1", Side::Education);
    case.breaks(&expensive.environment("e2"), &elsewhere, &[("", "p3", 70, MOVED)]);
}
