//! Rules about who is in a team together.

use std::collections::{BTreeMap, BTreeSet};

use leerteam::wire::v1;
use v1::attribute_value::Value;

use super::kept::for_each_team;
use super::people::{attribute, number};
use super::scene::{Scene, Team};
use super::settings::Mode;
use super::sheet::{Sheet, person_of};

pub const RULES: &[fn(&Scene, &mut Sheet)] = &[
    team_count,
    team_size,
    professions,
    quorum,
    fair_share,
    number_balance,
    few_professions,
    alone,
    has,
    critical_mass,
    fragile,
    even_sizes,
];

fn short(wanted: i64, there: i64) -> i64 {
    (wanted - there).max(0)
}

/// Fewest and most members.
fn size(team: &Team) -> (i64, i64) {
    let size = team.environment.team_size.as_ref().expect("a size");
    (size.min.into(), size.max.into())
}

/// How many of some people have each value of an attribute.
fn heads(scene: &Scene, people: &[&v1::Participant], name: &str) -> BTreeMap<String, i64> {
    let mut heads = BTreeMap::new();
    for value in people.iter().filter_map(|person| attribute(scene.roster, person, name)) {
        *heads.entry(value).or_default() += 1;
    }
    heads
}

fn professions_of(scene: &Scene, team: &Team) -> BTreeMap<String, i64> {
    heads(scene, &team.members, "profession")
}

fn team_count(scene: &Scene, sheet: &mut Sheet) {
    for environment in &scene.roster.environments {
        let setting = scene.setting("team-count", environment);
        let teams = scene.teams.iter().filter(|team| team.environment.id == environment.id);
        let n = teams.clone().count() as i64;
        let amount = if environment.teams.is_empty() {
            let smallest = environment.team_size.map_or(1, |size| size.min);
            let most = scene.admitted(environment).len() as i32 / smallest;
            let open = v1::Range { min: 1, max: most.max(1) };
            let count = environment.team_count.unwrap_or(open);
            short(count.min.into(), n) + short(n, count.max.into())
        } else {
            let given = teams.filter(|team| team.given.is_some()).count() as i64;
            environment.teams.len() as i64 - given + n - given
        };
        sheet.count("team-count", &setting, "", "", amount);
    }
}

fn team_size(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "team-size", |team| {
        let (m, (min, max)) = (team.members.len() as i64, size(team));
        short(min, m) + short(m, max)
    });
}

fn professions(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "professions", |team| {
        let wanted = scene.setting("professions", team.environment).parameter("at-least");
        short(wanted, professions_of(scene, team).len() as i64)
    });
}

fn few_professions(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "few-professions", |team| {
        let wanted = scene.setting("few-professions", team.environment).parameter("wanted");
        short(wanted, professions_of(scene, team).len() as i64)
    });
}

fn quorum(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "quorum", |team| {
        let percent = scene.setting("quorum", team.environment).parameter("percent");
        let is_short = |meeting: usize| {
            let counted = team.presences.iter().filter_map(|member| member[meeting]);
            let comes = counted.clone().filter(|presence| presence.comes).count() as i64;
            100 * comes < percent * counted.count() as i64
        };
        i64::from((0..team.meetings.len()).any(is_short))
    });
}

fn fair_share(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "fair-share", |team| {
        let everybody = scene.admitted(team.environment);
        let (n, m) = (everybody.len() as i64, team.members.len() as i64);
        let mut amount = 0;
        for name in scene.setting("fair-share", team.environment).attributes {
            let all = heads(scene, &everybody, &name);
            let here = heads(scene, &team.members, &name);
            let values: BTreeSet<&String> = all.keys().chain(here.keys()).collect();
            for value in values {
                let of = |heads: &BTreeMap<String, i64>| heads.get(value).copied().unwrap_or(0);
                let share = if n == 0 { 0 } else { (200 * of(&all) + n) / (2 * n) };
                amount += (100 * of(&here) - share * m).abs();
            }
        }
        amount
    });
}

fn number_balance(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "number-balance", |team| {
        let mut names = scene.setting("number-balance", team.environment).attributes;
        if names.is_empty() {
            let all = scene.roster.participants.iter().flat_map(|person| &person.attributes);
            let numbers = all.filter(|(_, a)| matches!(a.value, Some(Value::Number(_))));
            let numbers: BTreeSet<&String> = numbers.map(|(name, _)| name).collect();
            names = numbers.into_iter().cloned().collect();
        }
        let everybody = scene.admitted(team.environment);
        names.iter().map(|name| imbalance(&everybody, team, name)).sum()
    });
}

/// How far the members together are from the mean of everybody admitted.
fn imbalance(everybody: &[&v1::Participant], team: &Team, name: &str) -> i64 {
    let values: Vec<i64> = everybody.iter().filter_map(|person| number(person, name)).collect();
    let (n, s) = (values.len() as i64, values.iter().sum::<i64>());
    let d: i64 = values.iter().map(|v| (n * v - s).abs()).sum();
    // Dividing by a positive number, `div_euclid` rounds down.
    let c = |v: i64| if d == 0 { 0 } else { (200 * n * (n * v - s) + d).div_euclid(2 * d) };
    let members = team.members.iter().filter_map(|member| number(member, name));
    members.map(c).sum::<i64>().abs()
}

fn alone(scene: &Scene, sheet: &mut Sheet) {
    for team in &scene.teams {
        let setting = scene.setting("alone", team.environment);
        for name in &setting.attributes {
            let here = heads(scene, &team.members, name);
            for member in &team.members {
                let value = attribute(scene.roster, member, name);
                if value.is_some_and(|value| here[&value] == 1) {
                    sheet.count("alone", &setting, team.id, &person_of(&member.id, ""), 1);
                }
            }
        }
    }
}

fn has(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "has", |team| {
        let setting = scene.setting("has", team.environment);
        let here = |value: &&String| {
            setting
                .attributes
                .iter()
                .any(|name| heads(scene, &team.members, name).contains_key(*value))
        };
        setting.values.iter().filter(|value| !here(value)).count() as i64
    });
}

fn critical_mass(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "critical-mass", |team| {
        let setting = scene.setting("critical-mass", team.environment);
        let at_least = setting.parameter("at-least");
        let all = setting.attributes.iter().map(|name| heads(scene, &team.members, name));
        all.flat_map(BTreeMap::into_values).map(|h| short(at_least, h)).sum()
    });
}

fn fragile(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "fragile", |team| {
        let (m, (min, _)) = (team.members.len() as i64, size(team));
        let size = scene.setting("team-size", team.environment);
        let wanted = scene.setting("professions", team.environment);
        let here = professions_of(scene, team);
        let just_large_enough = size.mode != Mode::Off && m == min;
        let just_enough_professions = wanted.mode != Mode::Off
            && here.len() as i64 == wanted.parameter("at-least")
            && here.values().any(|&heads| heads == 1);
        i64::from(just_large_enough) + i64::from(just_enough_professions)
    });
}

fn even_sizes(scene: &Scene, sheet: &mut Sheet) {
    for_each_team(scene, sheet, "even-sizes", |team| {
        let (m, (min, max)) = (team.members.len() as i64, size(team));
        (2 * m - min - max).pow(2)
    });
}
