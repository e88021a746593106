//! Random plans: made by hand, made from another by small changes, and in force.

use std::collections::BTreeSet;

use leerteam::wire::v1::{self, *};

use crate::rosters::{Draw, clock};

fn all<'a>(ids: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    ids.into_iter().cloned().collect()
}

fn participants(roster: &Roster) -> Vec<String> {
    all(roster.participants.iter().map(|participant| &participant.id))
}

fn themes(roster: &Roster) -> Vec<String> {
    all(roster.themes.iter().map(|theme| &theme.id))
}

/// A plan that may break anything, but can be read.
pub fn by_hand(roster: &Roster, draw: &mut Draw) -> Plan {
    let mut teams = draw.list(0..=5, |draw, _| team(roster, draw));
    let mut ids = BTreeSet::new();
    teams.retain(|team| ids.insert(team.id.clone()));
    if draw.chance(0.3) {
        keep_one_busy(&roster.supervisors[0], &mut teams);
    }
    Plan { teams, ..Plan::default() }
}

/// Lets one supervisor serve every team, on one day of the week.
fn keep_one_busy(supervisor: &Supervisor, teams: &mut [Team]) {
    let first = teams.first().and_then(|team| team.slot.as_ref());
    let weekday = first.map_or(0, |slot| slot.weekday);
    for team in teams {
        let (supervisor_id, side) = (supervisor.id.clone(), supervisor.sides[0]);
        team.supervisors.push(TeamSupervisor { supervisor_id, side });
        team.slot.as_mut().expect("a slot").weekday = weekday;
    }
}

/// An id that is likely to be one of the plan in force, or of a given team, of this environment or
/// another.
fn team_id(roster: &Roster, environment: &LearningEnvironment, draw: &mut Draw) -> String {
    let in_force = roster.base_plan.iter().flat_map(|plan| &plan.teams).map(|team| &team.id);
    let of = |environment: &'_ LearningEnvironment| all(environment.teams.iter().map(|t| &t.id));
    let known = match draw.int(0..=9) {
        0..=3 => of(environment),
        4 => roster.environments.iter().flat_map(of).collect(),
        5..=7 => all(in_force),
        _ => vec![],
    };
    let new = format!("{}-{}", environment.id, draw.int(1..=3));
    if known.is_empty() { new } else { draw.pick(&known) }
}

fn team(roster: &Roster, draw: &mut Draw) -> Team {
    let environment = draw.pick(&roster.environments);
    let id = team_id(roster, &environment, draw);
    // One of the plan in force is mostly of the environment it was of.
    let before = roster.base_plan.iter().flat_map(|plan| &plan.teams).find(|team| team.id == id);
    let before = before.filter(|_| draw.chance(0.8));
    let of = |before: &Team| roster.environments.iter().find(|e| e.id == before.environment_id);
    let environment = before.and_then(of).unwrap_or(&environment);
    let mut slot = slot(roster, environment, draw);
    let mut members = members(roster, draw);
    if let Some(before) = before.filter(|_| draw.chance(0.7)) {
        slot = before.slot.clone().unwrap_or(slot);
        members.extend(before.members.clone());
        let mut seen = BTreeSet::new();
        members.retain(|member| {
            let known = roster.participants.iter().any(|p| p.id == member.participant_id);
            known && seen.insert(member.participant_id.clone())
        });
        forget_what_is_gone(roster, &mut slot);
        change_slot(roster, environment, &mut slot, draw);
    }
    let theme = if draw.chance(0.8) { environment.theme_ids.clone() } else { themes(roster) };
    Team {
        id,
        environment_id: environment.id.clone(),
        members,
        supervisors: draw.list(0..=3, |draw, _| entry(roster, draw)),
        slot: Some(slot),
        theme_id: draw.maybe(&theme, 0.8),
        ..Team::default()
    }
}

fn members(roster: &Roster, draw: &mut Draw) -> Vec<Member> {
    let chosen = draw.some(&participants(roster), 0.4);
    chosen
        .into_iter()
        .map(|participant_id| Member { participant_id, ..Member::default() })
        .collect()
}

fn entry(roster: &Roster, draw: &mut Draw) -> TeamSupervisor {
    // Some are asked more often than others, so that they have several teams on a day.
    let often = draw.chance(0.3);
    let supervisor =
        if often { roster.supervisors[0].clone() } else { draw.pick(&roster.supervisors) };
    let side = if draw.chance(0.8) { supervisor.sides[0] } else { draw.int(1..=2) };
    TeamSupervisor { supervisor_id: supervisor.id, side }
}

/// Mostly one of the candidates, or close to one.
fn slot(roster: &Roster, environment: &LearningEnvironment, draw: &mut Draw) -> Slot {
    let form = environment.meeting_form.clone().expect("a form");
    let hours = draw.pick(&form.hours);
    let start = leerteam::roster::Clock::parse(&hours.start_time).expect("a time").minutes() as i32;
    let later = draw.int(0..=2) * form.start_step_minutes;
    let places = &environment.location_ids;
    let online = form.mode() == v1::MeetingMode::Online;
    let mut slot = Slot {
        weekday: hours.weekday,
        start_time: clock((start + later).min(24 * 60)),
        week_offset: draw.int(0..=form.every_weeks.max(1) - 1),
        location_id: draw.maybe(places, if online { 0.0 } else { 0.95 }),
        room_id: String::new(),
    };
    slot.room_id = draw.maybe(&rooms(roster, &slot.location_id), 0.9);
    while draw.chance(0.25) {
        change_slot(roster, environment, &mut slot, draw);
    }
    slot
}

fn rooms(roster: &Roster, location: &str) -> Vec<String> {
    let location = roster.locations.iter().find(|known| known.id == location);
    all(location.iter().flat_map(|location| &location.rooms).map(|room| &room.id))
}

/// Changes one thing of a slot, for the worse if it comes to that.
fn change_slot(
    roster: &Roster,
    environment: &LearningEnvironment,
    slot: &mut Slot,
    draw: &mut Draw,
) {
    match draw.int(0..=5) {
        0 => slot.weekday = draw.int(1..=7),
        1 => slot.start_time = clock(draw.int(0..=24 * 60)),
        2 => slot.start_time = clock(draw.int(16..=34) * 30),
        3 => slot.week_offset = draw.int(0..=4),
        4 => {
            let here = draw.chance(0.5);
            let all = all(roster.locations.iter().map(|location| &location.id));
            let places = if here { environment.location_ids.clone() } else { all };
            slot.location_id = draw.maybe(&places, 0.8);
            slot.room_id = draw.maybe(&rooms(roster, &slot.location_id), 0.7);
        }
        _ => slot.room_id = draw.maybe(&rooms(roster, &slot.location_id), 0.7),
    }
}

fn forget_what_is_gone(roster: &Roster, slot: &mut Slot) {
    if !roster.locations.iter().any(|location| location.id == slot.location_id) {
        slot.location_id.clear();
    }
    if !rooms(roster, &slot.location_id).contains(&slot.room_id) {
        slot.room_id.clear();
    }
}

/// The same plan with some decisions changed; what was worked out about it is left out.
pub fn shaken(roster: &Roster, plan: &Plan, draw: &mut Draw) -> Plan {
    let mut teams = plan.teams.clone();
    for _ in 0..draw.int(1..=4) {
        if teams.is_empty() || draw.chance(0.15) {
            let team = team(roster, draw);
            let is_new = teams.iter().all(|other| other.id != team.id);
            teams.extend(is_new.then_some(team));
        } else {
            let place = draw.int(0..=teams.len() as i32 - 1) as usize;
            change(roster, &mut teams, place, draw);
        }
    }
    draw.shuffle(&mut teams);
    Plan { teams, ..Plan::default() }
}

fn change(roster: &Roster, teams: &mut Vec<Team>, place: usize, draw: &mut Draw) {
    let others: Vec<String> = teams.iter().map(|team| team.id.clone()).collect();
    let team = &mut teams[place];
    let of = |id: &String| roster.environments.iter().find(|e| e.id == *id).expect("its own");
    match draw.int(0..=10) {
        0 => drop(teams.remove(place)),
        1 => team.environment_id = draw.pick(&roster.environments).id,
        2 => team.theme_id = draw.maybe(&themes(roster), 0.7),
        3 => team.supervisors.push(entry(roster, draw)),
        4 => drop(team.supervisors.pop()),
        5 => drop(team.members.pop()),
        6 => {
            let id = team_id(roster, of(&team.environment_id), draw);
            if !others.contains(&id) {
                team.id = id;
            }
        }
        7 | 8 => {
            let participant_id = draw.pick(&participants(roster));
            if team.members.iter().all(|member| member.participant_id != participant_id) {
                team.members.push(Member { participant_id, ..Member::default() });
            }
        }
        _ => {
            let slot = team.slot.as_mut().expect("a slot");
            change_slot(roster, of(&team.environment_id), slot, draw);
        }
    }
}

/// A plan in force: made for what is now a somewhat other roster, and with everything filled in that
/// a planner works out, none of which is to be believed.
pub fn in_force(roster: &Roster, draw: &mut Draw) -> Plan {
    let mut plan = by_hand(roster, draw);
    for team in &mut plan.teams {
        let slot = team.slot.as_mut().expect("a slot");
        match draw.int(0..=19) {
            0 => team.environment_id = "gone".into(),
            1 => team.members.push(Member { participant_id: "gone".into(), ..Member::default() }),
            2 => team.supervisors.push(TeamSupervisor { supervisor_id: "gone".into(), side: 1 }),
            3 => (slot.location_id, slot.room_id) = ("gone".into(), String::new()),
            4 => slot.room_id = "gone".into(),
            5 => team.members.extend(team.members.last().cloned()),
            _ => {}
        }
        work_out(team);
    }
    work_out_plan(&mut plan);
    plan
}

fn work_out(team: &mut Team) {
    team.name = format!("the {}", team.id);
    for member in &mut team.members {
        member.counted_meetings = Some(99);
        member.attendance_points = Some(77);
        member.states =
            vec![StateCount { state: AttendanceState::Absent.into(), meetings: 98, long_days: 97 }];
    }
    team.meetings = vec![Meeting {
        start: "2026-09-08T03:00:00+02:00".into(),
        end: "2026-09-08T04:00:00+02:00".into(),
        counted: Some(5),
        expected: Some(4),
        absent_participant_ids: vec!["p1".into()],
        absent_supervisor_ids: vec!["s1".into()],
        professions: vec![Heads { value: "diver".into(), members: 9 }],
    }];
}

fn work_out_plan(plan: &mut Plan) {
    let (broken_requirements, points) = (Some(1234), Some(5678));
    plan.roster_id = "last-year".into();
    plan.left_over = vec![LeftOver {
        participant_id: "p1".into(),
        reasons: vec![Reason {
            code: "R3001".into(),
            environment_id: "e1".into(),
            text: "nobody".into(),
        }],
    }];
    plan.broken_requirements = vec![BrokenRequirement {
        rule_id: "placed".into(),
        count: 3,
        team_id: "t11".into(),
        participant_id: "p1".into(),
        supervisor_id: "s1".into(),
        text: "broken".into(),
    }];
    plan.score = Some(Score {
        broken_requirements,
        points,
        rules: vec![RuleScore { rule_id: "placed".into(), broken_requirements, points }],
        teams: vec![TeamScore { team_id: "t11".into(), broken_requirements, points }],
        people: vec![PersonScore {
            participant_id: "p1".into(),
            supervisor_id: "s1".into(),
            broken_requirements,
            points,
        }],
    });
    plan.bound = Some(ScoreTotal { broken_requirements, points });
    plan.gap = Some(0.5);
    plan.outcome = Outcome::Cancelled.into();
    plan.displaced_commitments = vec![DisplacedCommitment {
        team_id: "t1".into(),
        cohort_id: "gone".into(),
        commitment_id: "1".into(),
        participant_ids: vec!["p1".into()],
        dates: vec!["2026-09-08".into()],
    }];
    plan.supervisor_loads = vec![SupervisorLoad {
        supervisor_id: "s1".into(),
        team_ids: vec!["t11".into()],
        minutes_per_week: 45,
    }];
    plan.seed = 7;
}
