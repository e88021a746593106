//! Planning with a base plan in force.

mod support;

use leerteam::planner::{Cancel, Options, Planned, plan};
use leerteam::roster::Roster;
use leerteam::wire::v1;

use support::Setting;

fn planned(roster: &Roster) -> Planned {
    plan(roster, &Options::default(), &Cancel::default(), &mut |_| {}).expect("a plan")
}

/// A team of a plan in force, on Tuesday at `here`.
fn base_team(id: &str, environment: &str, members: &[&str], start: &str) -> v1::Team {
    let member = |&id: &&str| v1::Member { participant_id: id.into(), ..v1::Member::default() };
    v1::Team {
        id: id.into(),
        environment_id: environment.into(),
        members: members.iter().map(member).collect(),
        slot: Some(v1::Slot {
            weekday: v1::Weekday::Tuesday.into(),
            start_time: start.into(),
            location_id: "here".into(),
            ..v1::Slot::default()
        }),
        ..v1::Team::default()
    }
}

fn in_force(setting: Setting, teams: Vec<v1::Team>) -> Setting {
    let base = v1::Plan { teams, ..v1::Plan::default() };
    setting.with(|roster| roster.base_plan = Some(base))
}

fn four() -> Setting {
    Setting::new()
        .participants(&["p1", "p2"], "teacher")
        .participants(&["p3", "p4"], "assistant")
        .env(|environment| {
            environment.team_count = Some(v1::Range { min: 2, max: 2 });
            environment.team_size = Some(v1::Range { min: 2, max: 2 });
        })
}

#[test]
fn what_need_not_change_stays_as_it_was() {
    // Without a base plan any of many plans is as good; with it, only one.
    let teams = vec![
        base_team("red", "e", &["p1", "p4"], "13:00"),
        base_team("blue", "e", &["p2", "p3"], "11:00"),
    ];
    let roster = in_force(four(), teams).roster();
    let with_base = planned(&roster);
    assert_eq!(with_base.assessment.total(), planned(&four().roster()).assessment.total());
    let mut teams: Vec<(String, String, Vec<usize>)> = with_base
        .plan
        .teams
        .into_iter()
        .map(|team| {
            (team.id, team.slot.start.to_string(), team.members.iter().map(|m| m.index()).collect())
        })
        .collect();
    teams.sort();
    let expected = [("blue", "11:00", vec![1, 2]), ("red", "13:00", vec![0, 3])];
    let expected = expected.map(|(id, start, members)| (id.into(), start.into(), members));
    assert_eq!(teams, expected);
}

#[test]
fn only_so_many_teams_go_on_as_there_may_be() {
    let teams = vec![
        base_team("red", "e", &["p1"], "13:00"),
        base_team("blue", "e", &["p2"], "11:00"),
        base_team("green", "e", &["p3", "p4"], "09:00"),
    ];
    let roster = in_force(four(), teams).roster();
    let planned = planned(&roster);
    assert_eq!(planned.assessment.total().broken, 0, "{:?}", planned.plan);
    assert_eq!(planned.plan.teams.len(), 2);
}

#[test]
fn the_id_of_a_given_team_is_that_teams_alone() {
    let ids = |id: &str| {
        let admission = v1::Admission { participant_ids: vec![id.into()], ..Default::default() };
        move |environment: &mut v1::LearningEnvironment| {
            environment.admission = Some(admission);
            environment.team_size = Some(v1::Range { min: 1, max: 1 });
        }
    };
    let setting = Setting::new()
        .participants(&["p1", "p2"], "teacher")
        .env(ids("p1"))
        .given("t", |_| {})
        .environment("e2")
        .env(ids("p2"));
    let roster = in_force(setting, vec![base_team("t", "e2", &["p2"], "10:00")]).roster();
    let plan = planned(&roster).plan;
    let mut ids: Vec<&str> = plan.teams.iter().map(|team| team.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["e2", "t"]);
}
