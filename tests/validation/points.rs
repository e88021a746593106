//! Points that could grow beyond what is counted.

use leerteam::wire::v1;

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
