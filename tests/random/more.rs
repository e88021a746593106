//! What only some rules look at: themes, numbers, fields, willingness and a base plan.

use leerteam::wire::v1::*;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::id;

/// Adds some of each to a roster, from dice of its own.
pub fn add(roster: &mut Roster, seed: u64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ 0x5eed);
    let rng = &mut rng;
    if rng.random_bool(0.4) {
        add_themes(rng, roster);
    }
    for programme in &mut roster.programmes {
        programme.field = ["education", "care"][rng.random_range(0..2)].into();
    }
    for participant in &mut roster.participants {
        if rng.random_bool(0.7) {
            continue;
        }
        let years = attribute_value::Value::Number(rng.random_range(-2..=9));
        let years = AttributeValue { value: Some(years) };
        participant.attributes.insert("years".into(), years);
    }
    for supervisor in &mut roster.supervisors {
        supervisor.willingness = rng.random_range(0..=3);
        if rng.random_bool(0.6) {
            supervisor.fields = vec![["education", "care"][rng.random_range(0..2)].into()];
        }
    }
    if rng.random_bool(0.4) {
        roster.base_plan = Some(base_plan(rng, roster));
    }
}

fn add_themes(rng: &mut impl Rng, roster: &mut Roster) {
    roster.themes = (1..=2).map(|n| Theme { id: id("h", n), ..Theme::default() }).collect();
    for environment in &mut roster.environments {
        if rng.random_bool(0.2) {
            continue;
        }
        environment.theme_ids = (1..=rng.random_range(1..=2)).map(|n| id("h", n)).collect();
        for team in &mut environment.teams {
            team.theme_id = if rng.random_bool(0.3) { id("h", 2) } else { String::new() };
        }
    }
    for participant in &mut roster.participants {
        let first = rng.random_range(0..=2);
        participant.theme_preferences =
            (first..=first).filter(|&n| n > 0).map(|n| id("h", n)).collect();
    }
}

/// One or two teams, which a given team or none continues.
fn base_plan(rng: &mut impl Rng, roster: &Roster) -> Plan {
    let mut people: Vec<String> = roster.participants.iter().map(|p| p.id.clone()).collect();
    let mut team = |number: usize| {
        let environment = &roster.environments[rng.random_range(0..roster.environments.len())];
        let given = environment.teams.first().filter(|_| number == 1).map(|team| team.id.clone());
        let hours = &environment.meeting_form.as_ref().expect("a form").hours[0];
        let member = |participant_id| Member { participant_id, ..Member::default() };
        let serves = TeamSupervisor { supervisor_id: id("s", 1), side: Side::Education.into() };
        Team {
            id: given.unwrap_or_else(|| id("b", number)),
            environment_id: environment.id.clone(),
            members: people.pop().into_iter().map(member).collect(),
            supervisors: if rng.random_bool(0.5) { vec![serves] } else { vec![] },
            slot: Some(Slot {
                weekday: hours.weekday,
                start_time: hours.start_time.clone(),
                location_id: if rng.random_bool(0.7) { id("l", 1) } else { String::new() },
                room_id: String::new(),
                week_offset: 0,
            }),
            ..Team::default()
        }
    };
    Plan { teams: (1..=2).map(&mut team).collect(), ..Plan::default() }
}
