//! Planning from a plan that is there: what is taken of it, and what is not.

mod support;

use chrono::Weekday::{Thu, Tue};
use leerteam::plan::{Plan, Team};
use leerteam::planner::{Cancel, Options, Planned, plan, plan_from};
use leerteam::roster::{Code, RoomIx, Roster, Side};
use leerteam::wire::{read_start, v1};

use support::{Draft, Setting, window};

/// The plan that a search begins with: it is stopped before it looks any further.
fn begun(roster: &Roster, start: &Plan) -> Plan {
    let stopped = Cancel::default();
    stopped.cancel();
    plan_from(roster, start, &Options::default(), &stopped, &mut |_| {}).expect("a plan").plan
}

/// Members of each team by their places in the roster, by the team's start.
fn members(plan: &Plan) -> Vec<(String, Vec<usize>)> {
    let places = |team: &Team| team.members.iter().map(|member| member.index()).collect();
    let team = |team: &Team| (team.slot.start.to_string(), places(team));
    let mut teams: Vec<_> = plan.teams.iter().map(team).collect();
    teams.sort();
    teams
}

/// Four people in two teams of two; Tuesdays, hours from nine to five.
fn four() -> Setting {
    Setting::new().participants(&["p1", "p2", "p3", "p4"], "teacher").env(|environment| {
        environment.team_count = Some(v1::Range { min: 2, max: 2 });
        environment.team_size = Some(v1::Range { min: 2, max: 2 });
    })
}

fn two_teams() -> Draft {
    Draft::new().team("a", &["p1", "p4"]).at(Tue, "13:00").team("b", &["p2", "p3"]).at(Tue, "11:00")
}

#[test]
fn the_search_begins_with_the_plan() {
    let roster = four().roster();
    let begun = begun(&roster, &two_teams().plan(&roster));
    assert_eq!(members(&begun), [("11:00".into(), vec![1, 2]), ("13:00".into(), vec![0, 3])]);
}

#[test]
fn the_base_plan_is_where_the_search_begins_if_nothing_else_is_given() {
    let slot = |start: &str| v1::Slot {
        weekday: v1::Weekday::Tuesday.into(),
        start_time: start.into(),
        location_id: "here".into(),
        ..v1::Slot::default()
    };
    let member = |id: &str| v1::Member { participant_id: id.into(), ..v1::Member::default() };
    let team = |id: &str, members: [&str; 2], start| v1::Team {
        id: id.into(),
        environment_id: "e".into(),
        members: members.map(member).to_vec(),
        slot: Some(slot(start)),
        ..v1::Team::default()
    };
    let teams = vec![team("red", ["p1", "p3"], "15:00"), team("blue", ["p2", "p4"], "09:00")];
    let base = v1::Plan { teams, ..v1::Plan::default() };
    let roster = four().with(|roster| roster.base_plan = Some(base)).roster();
    let stopped = Cancel::default();
    stopped.cancel();
    let based = plan(&roster, &Options::default(), &stopped, &mut |_| {}).expect("a plan").plan;
    assert_eq!(members(&based), [("09:00".into(), vec![1, 3]), ("15:00".into(), vec![0, 2])]);
    let mut ids: Vec<&str> = based.teams.iter().map(|team| team.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["blue", "red"]);
}

#[test]
fn a_team_whose_slot_is_gone_begins_at_the_one_most_like_it() {
    let later = |environment: &mut v1::LearningEnvironment| {
        let form = environment.meeting_form.get_or_insert_default();
        form.hours = vec![window(Tue, "13:00-17:00"), window(Thu, "09:00-17:00")];
    };
    let roster = four().env(later).roster();
    let plan = two_teams().plan(&roster);
    let begun = begun(&roster, &plan);
    let of = |members: [usize; 2]| {
        begun.teams.iter().find(|team| team.members == members).expect("the team").slot
    };
    assert_eq!(of([0, 3]), plan.teams[0].slot, "what is still there stays");
    assert_ne!(of([1, 2]), plan.teams[1].slot, "the members stay together");
}

#[test]
fn the_moment_stays_where_the_room_is_gone() {
    let setting = |rooms: &[&str]| {
        rooms.iter().fold(four(), |setting, room| setting.room("here", room, 0)).roster()
    };
    let before = setting(&["small", "large"]);
    let draft = Draft::new()
        .team("a", &["p1", "p4"])
        .at(Tue, "13:00")
        .room("large")
        .team("b", &["p2", "p3"])
        .at(Tue, "11:00")
        .room("small");
    let mut plan = draft.plan(&before);
    let now = setting(&["large"]);
    for team in &mut plan.teams {
        // As it is read: a room that is gone is none.
        team.slot.room =
            team.slot.room.and_then(|room| room.index().checked_sub(1)).map(RoomIx::from);
    }
    let begun = begun(&now, &plan);
    assert_eq!(members(&begun), [("11:00".into(), vec![1, 2]), ("13:00".into(), vec![0, 3])]);
    assert!(begun.teams.iter().all(|team| team.slot.room == Some(0.into())));
}

#[test]
fn supervisors_stay_on_their_side() {
    let setting = four().supervisor("s1", Side::Education).supervisor("s2", Side::Education).needs(
        Side::Education,
        1,
        1,
    );
    let roster = setting.roster();
    let draft = Draft::new()
        .team("a", &["p1", "p4"])
        .at(Tue, "13:00")
        .by("s2", Side::Education)
        .team("b", &["p2", "p3"])
        .at(Tue, "11:00")
        .by("s1", Side::Education);
    let begun = begun(&roster, &draft.plan(&roster));
    let by = |start: &str| {
        let team = begun.teams.iter().find(|team| team.slot.start.to_string() == start);
        team.expect("the team").supervisors.clone()
    };
    assert_eq!(by("13:00"), [(1.into(), Side::Education)]);
    assert_eq!(by("11:00"), [(0.into(), Side::Education)]);
}

#[test]
fn given_teams_go_on_by_their_id() {
    let setting = Setting::new()
        .participants(&["p1", "p2"], "teacher")
        .given("red", |_| {})
        .given("blue", |_| {})
        .env(|environment| environment.team_size = Some(v1::Range { min: 1, max: 1 }));
    let roster = setting.roster();
    let draft =
        Draft::new().team("blue", &["p1"]).at(Tue, "11:00").team("red", &["p2"]).at(Tue, "13:00");
    let begun = begun(&roster, &draft.plan(&roster));
    let team = |id: &str| begun.teams.iter().find(|team| team.id == id).expect("the team");
    assert_eq!(
        (team("blue").members.as_slice(), team("red").members.as_slice()),
        (&[0.into()][..], &[1.into()][..])
    );
}

#[test]
fn a_theme_that_is_as_good_stands_for_one_that_is_not_chosen_from() {
    let themes = |environment: &mut v1::LearningEnvironment| {
        environment.theme_ids = vec!["t1".into(), "t2".into()];
    };
    let roster = four().theme("t1").theme("t2").env(themes).roster();
    let draft = Draft::new()
        .team("a", &["p1", "p4"])
        .at(Tue, "13:00")
        .theme("t2")
        .team("b", &["p2", "p3"])
        .at(Tue, "11:00")
        .theme("t1");
    let begun = begun(&roster, &draft.plan(&roster));
    assert_eq!(members(&begun), [("11:00".into(), vec![1, 2]), ("13:00".into(), vec![0, 3])]);
}

#[test]
fn who_is_new_is_placed_and_who_is_gone_is_left_out() {
    let before = four().roster();
    let wire = wire_of(&before, &two_teams().plan(&before));
    // p4 has gone, and p5 has come.
    let now =
        Setting::new().participants(&["p1", "p5", "p2", "p3"], "teacher").env(|environment| {
            environment.team_count = Some(v1::Range { min: 2, max: 2 });
            environment.team_size = Some(v1::Range { min: 2, max: 2 });
        });
    let now = now.roster();
    let (start, findings) = read_start(&now, &wire);
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!((finding.code, finding.value.as_str()), (Code::GoneSince, "p4"));
    assert_eq!(finding.field, "startPlan.teams[0].members[1].participantId");
    let begun = begun(&now, &start.expect("a plan"));
    assert_eq!(members(&begun), [("11:00".into(), vec![2, 3]), ("13:00".into(), vec![0, 1])]);
}

/// A plan as it is handed in.
fn wire_of(roster: &Roster, plan: &Plan) -> v1::Plan {
    let messages = leerteam::messages::Messages::of(leerteam::messages::Language::En);
    let report = leerteam::check::Report::new(roster, plan.clone(), None);
    leerteam::wire::write_report(roster, &report.expect("a score in range"), &messages)
}

#[test]
fn a_plan_of_another_roster_is_refused_and_one_that_is_partly_is_taken_with_a_warning() {
    let before = four().roster();
    let wire = wire_of(&before, &two_teams().plan(&before));
    let strangers = Setting::new().participants(&["q1", "q2"], "teacher").roster();
    let (start, findings) = read_start(&strangers, &wire);
    assert!(start.is_none());
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.code, Code::NothingOfThisRoster);
    assert_eq!(finding.field, "startPlan.teams");

    let mixed = Setting::new().participants(&["p1", "q2"], "teacher");
    let mixed = mixed.with(|roster| roster.id = "another".into()).roster();
    let (start, findings) = read_start(&mixed, &wire);
    assert!(start.is_some());
    let codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
    let expected = [Code::GoneSince, Code::GoneSince, Code::GoneSince, Code::OtherRoster];
    assert_eq!(codes, expected);
}

#[test]
fn an_environment_that_is_gone_is_a_warning() {
    let before = four().environment("e2").roster();
    let draft = two_teams().team("c", &["p1"]).of("e2");
    let wire = wire_of(&before, &draft.plan(&before));
    let now = four().roster();
    let (start, findings) = read_start(&now, &wire);
    assert_eq!(start.expect("a plan").teams.len(), 2);
    let fields: Vec<(Code, &str)> =
        findings.iter().map(|finding| (finding.code, finding.field.as_str())).collect();
    assert_eq!(fields, [(Code::GoneSince, "startPlan.teams[2].environmentId")]);
}

#[test]
fn a_given_team_goes_on_by_its_name_too_and_others_are_named() {
    let before = four().roster();
    let mut wire = wire_of(&before, &two_teams().plan(&before));
    wire.teams[0].name = "Red team".into();
    let now = Setting::new()
        .participants(&["p1", "p2", "p3", "p4"], "teacher")
        .given("r", |team| team.name = "red Team".into());
    let now = now.roster();
    let (start, findings) = read_start(&now, &wire);
    let start = start.expect("a plan");
    assert_eq!((start.teams[0].given, start.teams[0].id.as_str()), (Some(0.into()), "r"));
    let fields: Vec<(Code, &str)> =
        findings.iter().map(|finding| (finding.code, finding.field.as_str())).collect();
    assert_eq!(fields, [(Code::NotGiven, "startPlan.teams[1]")]);
    let begun = begun(&now, &start);
    assert!(
        begun.teams[0].members.contains(&0.into()) && begun.teams[0].members.contains(&3.into())
    );
}

#[test]
fn what_cannot_be_read_of_it_is_an_error_with_its_field() {
    let roster = four().roster();
    let mut wire = wire_of(&roster, &two_teams().plan(&roster));
    wire.teams[1].slot.as_mut().expect("a slot").start_time = "soon".into();
    wire.teams[1].id = "a".into();
    let (start, findings) = read_start(&roster, &wire);
    assert!(start.is_none());
    let fields: Vec<(Code, &str)> =
        findings.iter().map(|finding| (finding.code, finding.field.as_str())).collect();
    let expected = [
        (Code::DuplicateId, "startPlan.teams[1].id"),
        (Code::NotATime, "startPlan.teams[1].slot.startTime"),
    ];
    assert_eq!(fields, expected);
}

#[test]
fn the_same_start_seed_threads_and_work_give_the_same_plan() {
    let options = leerteam_example::Options {
        students: Some(24),
        seed: 3,
        ..leerteam_example::Options::default()
    };
    let wire = leerteam_example::generate("pool", &options).expect("a roster");
    let roster = leerteam::wire::read_roster(&wire).0.expect("a roster that can be planned");
    let known = Options { work_limit: Some(300), ..Options::default() };
    let known = plan(&roster, &known, &Cancel::default(), &mut |_| {}).expect("a plan");
    for threads in [1, 2] {
        let options = Options { work_limit: Some(300), seed: 7, threads, ..Options::default() };
        let run = || -> Planned {
            plan_from(&roster, &known.plan, &options, &Cancel::default(), &mut |_| {})
                .expect("a plan")
        };
        let (one, other) = (run(), run());
        assert_eq!(format!("{:?}", one.plan), format!("{:?}", other.plan), "{threads} threads");
        assert!(one.assessment.total() <= known.assessment.total(), "{threads} threads");
    }
}
