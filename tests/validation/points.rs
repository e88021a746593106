//! Points that could grow beyond what is counted.

use leerteam::check::assess;
use leerteam::wire::{read_plan, read_roster, v1};

use super::found;
use super::roster::{good, participant, rule};

fn weighed(id: &str, weight: i32) -> v1::RuleSetting {
    v1::RuleSetting { weight: Some(weight), ..rule(id, &[]) }
}

fn large() -> v1::Roster {
    let mut roster = good();
    roster.participants = (0..20_000).map(|i| participant(&format!("p{i}"), "pabo")).collect();
    roster.environments[0].team_count = Some(v1::Range { min: 0, max: 5_000 });
    roster.environments[0].team_size = Some(v1::Range { min: 2, max: 12 });
    roster
}

#[test]
fn weights_that_are_too_large_are_refused() {
    let mut roster = large();
    roster.rules = vec![weighed("attendance", 100_000)];
    let found = found(&roster);
    assert_eq!(found.len(), 1, "{found:?}");
    let (code, field, value) = &found[0];
    assert_eq!((code.as_str(), field.as_str()), ("E1202", "rules"));
    // At least 1,000 points for each participant who is absent, each 100,000 times.
    let value: i128 = value.parse().unwrap_or_default();
    assert!(value >= 20_000 * 1_000 * 100_000, "{value}");
}

#[test]
fn a_large_weight_in_a_small_environment_is_fine() {
    let mut roster = large();
    let mut small = super::roster::environment("small");
    small.rules = vec![weighed("attendance", 10_000)];
    roster.environments.push(small);
    assert_eq!(found(&roster), []);
}

#[test]
fn default_weights_are_fine() {
    assert_eq!(found(&large()), []);
}

/// Who has 480 minutes can have 32 teams of a quarter of an hour, which count 32 * 31 / 2 = 496 and not 480:
/// for 44 supervisors at 100,000 points just more than can be counted.
#[test]
fn an_even_load_is_bounded_by_pairs_of_teams() {
    let mut roster = good();
    let environment = &mut roster.environments[0];
    environment.team_count = Some(v1::Range { min: 1, max: 40 });
    environment.meeting_form.get_or_insert_default().duration_minutes = 15;
    environment.supervision.truncate(1);
    let template = roster.supervisors.remove(0);
    roster.supervisors.extend((0..44).map(|number| v1::Supervisor {
        id: format!("eva-{number}"),
        minutes_per_week: Some(480),
        ..template.clone()
    }));
    roster.supervisors.retain(|supervisor| supervisor.id.starts_with("eva"));
    roster.rules = vec![weighed("even-load", 100_000)];
    let refused = found(&roster);
    assert_eq!(refused.len(), 1, "{refused:?}");
    let (code, _, value) = &refused[0];
    assert_eq!(code, "E1202");
    let value: i128 = value.parse().expect("a number");
    assert!((44 * 496 * 100_000..2_200_000_000).contains(&value), "{value}");
    roster.supervisors.iter_mut().for_each(|supervisor| supervisor.max_teams = Some(31));
    assert_eq!(found(&roster), []);
}

/// Somebody who cannot come costs 1,000,000,000 points in one team: few enough for every plan of the
/// planner, and too many in three teams.
#[test]
fn a_plan_by_hand_with_more_points_than_are_counted_is_refused() {
    let mut roster = good();
    roster.participants.truncate(1);
    let mut absent = weighed("attendance", 10_000);
    absent.parameters.insert("absent".into(), 100_000);
    let off = |id: &str| v1::RuleSetting { mode: v1::RuleMode::Off.into(), ..rule(id, &[]) };
    roster.rules = vec![absent, off("fair-share"), off("alone"), off("few-professions")];
    let (read, _) = read_roster(&roster);
    let read = read.expect("a roster whose plans can all be counted");
    let on_friday = |number: i32| v1::Team {
        id: format!("t{number}"),
        environment_id: "hub".into(),
        members: vec![v1::Member { participant_id: "ann".into(), ..Default::default() }],
        slot: Some(v1::Slot {
            weekday: v1::Weekday::Friday.into(),
            start_time: "10:00".into(),
            location_id: "hall".into(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let finding = |teams: i32| {
        let teams = (1..=teams).map(on_friday).collect();
        let plan = read_plan(&read, &v1::Plan { teams, ..Default::default() });
        assess(&read, &plan.expect("a plan")).too_large()
    };
    assert_eq!(finding(2), None);
    let finding = finding(3).expect("too many points");
    assert_eq!((finding.code.as_str(), finding.field.as_str()), ("E1203", "teams"));
    assert!(finding.value.parse::<i64>().expect("a number") >= 3_000_000_000);
}
