//! Locations, learning environments, and what share of their people is of which kind.

use index_vec::{IndexVec, index_vec};

use serde::Serialize;

use super::{Both, Source};
use leerteam_messages::Messages;
use leerteam_model::roster::{EnvironmentIx, MeetingMode, ParticipantIx, Roster, TeamIx};
use leerteam_model::rules::{Labels, Settings, percent};

/// A location.
#[derive(Serialize)]
pub struct Location {
    name: String,
    rooms: Vec<String>,
}

/// A learning environment.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    name: String,
    locations: Vec<usize>,
    /// Minutes of a meeting.
    duration: u32,
    every_weeks: u32,
    is_mixed: bool,
    /// Fewest and most members of a team.
    size: (u32, u32),
    attributes: Vec<Attribute>,
}

/// An attribute of which each team is to have its fair share.
#[derive(Serialize)]
struct Attribute {
    name: Both,
    values: Vec<Value>,
}

/// A value of an attribute.
#[derive(Serialize)]
struct Value {
    name: String,
    /// What percentage of those admitted have it.
    share: i64,
}

/// For each attribute of an environment, how many members of a team have each value.
pub type Heads = Vec<Vec<i64>>;

/// All locations.
pub fn locations(roster: &Roster) -> Vec<Location> {
    let location = |of: &leerteam_model::roster::Location| Location {
        name: of.name.clone(),
        rooms: of.rooms.iter().map(|room| room.name.clone()).collect(),
    };
    roster.locations.iter().map(location).collect()
}

/// All environments, and for each team its heads.
pub fn environments(
    source: &Source,
    messages: &[Messages],
) -> (Vec<Environment>, IndexVec<TeamIx, Heads>) {
    let roster = source.roster;
    let settings = Settings::new(roster);
    let mut heads = index_vec![Heads::new(); source.plan.teams.len()];
    let mut environments = Vec::new();
    for (place, admitted) in roster.admitted().iter_enumerated() {
        let of = &roster.environments[place];
        let names = &settings.setting(place, "fair-share").attributes;
        let attribute = |name: &String| Attribute {
            name: attribute_name(name, messages),
            values: values(source, place, name, admitted, &mut heads),
        };
        environments.push(Environment {
            name: of.name.clone(),
            locations: of.locations.iter().map(|location| location.index()).collect(),
            duration: of.form.duration,
            every_weeks: of.form.every_weeks,
            is_mixed: of.form.mode == MeetingMode::Mixed,
            size: (of.min_size, of.max_size),
            attributes: names.iter().map(attribute).collect(),
        });
    }
    (environments, heads)
}

/// The values of an attribute in an environment; adds the heads of its teams.
fn values(
    source: &Source,
    environment: EnvironmentIx,
    attribute: &str,
    admitted: &[ParticipantIx],
    heads: &mut IndexVec<TeamIx, Heads>,
) -> Vec<Value> {
    let teams = source.plan.teams.iter_enumerated();
    let teams: Vec<_> = teams.filter(|(_, team)| team.environment == environment).collect();
    let members = teams.iter().flat_map(|(_, team)| &team.members);
    let people = admitted.iter().chain(members).copied();
    let labels = Labels::new(source.roster, people, attribute);
    let (of_admitted, mut of_members) = labels.of.split_at(admitted.len());
    for (place, team) in teams {
        let (here, others) = of_members.split_at(team.members.len());
        of_members = others;
        heads[place].push(labels.heads(here));
    }
    let all = labels.heads(of_admitted).into_iter().zip(&labels.values);
    let value = |(heads, value): (i64, &std::borrow::Cow<str>)| Value {
        name: value_name(source.roster, attribute, value),
        share: percent(heads, admitted.len() as i64),
    };
    all.map(value).collect()
}

/// An attribute as people call it.
fn attribute_name(attribute: &str, messages: &[Messages]) -> Both {
    let key = match attribute {
        "profession" => "page-profession",
        "field" => "page-field",
        "programme" => "page-programme",
        "institution" => "page-institution",
        "level-group" => "page-level",
        "study-year" => "page-study-year",
        own => return std::array::from_fn(|_| own.to_owned()),
    };
    std::array::from_fn(|language| messages[language].text(key, &[]))
}

/// A value as people call it: the names of programmes and institutions for their ids.
fn value_name(roster: &Roster, attribute: &str, value: &str) -> String {
    let name = match attribute {
        "programme" => roster.programmes.iter().find(|of| of.id == value).map(|of| &of.name),
        "institution" => roster.organisations.iter().find(|of| of.id == value).map(|of| &of.name),
        _ => None,
    };
    name.map_or(value, String::as_str).to_owned()
}
