//! Participants and supervisors.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Source;
use leerteam_model::roster::{OrganisationIx, ParticipantIx, SupervisorIx};
use leerteam_model::rules::supervisor_loads;

/// What a participant is; many are alike.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// What is followed; the profession of who follows nothing.
    programme: String,
    institution: String,
    profession: String,
    field: String,
    level: String,
}

/// A participant.
#[derive(Serialize)]
pub struct Participant {
    id: String,
    /// Left out where it is not to be in the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    kind: usize,
}

/// A supervisor.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Supervisor {
    id: String,
    /// Left out where it is not to be in the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    sides: Vec<&'static str>,
    organisations: Vec<String>,
    fields: Vec<String>,
    /// Minutes a week there are.
    time: u32,
    /// Minutes a week that the teams take.
    load: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_teams: Option<u32>,
}

/// Whether any name is in the page.
pub fn have_names(participants: &[Participant], supervisors: &[Supervisor]) -> bool {
    participants.iter().any(|of| of.name.is_some())
        || supervisors.iter().any(|of| of.name.is_some())
}

/// A name, unless it says nothing that the id does not.
fn name(name: &str, id: &str) -> Option<String> {
    (name != id).then(|| name.to_owned())
}

fn kind(source: &Source, participant: ParticipantIx) -> Kind {
    let roster = source.roster;
    let value = |name| roster.attribute(participant, name).unwrap_or_default().into_owned();
    let programme = roster.participants[participant].programme;
    let institution = roster.institution(participant);
    let profession = value("profession");
    Kind {
        programme: programme.map_or(&profession, |place| &roster.programmes[place].name).clone(),
        institution: institution
            .map(|place| roster.organisations[place].name.clone())
            .unwrap_or_default(),
        field: value("field"),
        level: value("level-group"),
        profession,
    }
}

/// All participants, and what they are.
pub fn participants(source: &Source) -> (Vec<Kind>, Vec<Participant>) {
    let each: Vec<Kind> =
        source.roster.participants.indices().map(|place| kind(source, place)).collect();
    let mut places: BTreeMap<&Kind, usize> = each.iter().map(|kind| (kind, 0)).collect();
    places.values_mut().enumerate().for_each(|(place, of)| *of = place);
    let participant = |(place, kind): (usize, &Kind)| {
        let named = source.names.map(|roster| &roster.participants[place]);
        Participant {
            id: source.roster.participants[place].id.clone(),
            name: named.and_then(|of| name(&of.name, &of.id)),
            kind: places[kind],
        }
    };
    let participants = each.iter().enumerate().map(participant).collect();
    (places.into_keys().cloned().collect(), participants)
}

/// All supervisors.
pub fn supervisors(source: &Source) -> Vec<Supervisor> {
    let Source { roster, plan, .. } = *source;
    let supervisor = |(place, load): (SupervisorIx, u32)| {
        let of = &roster.supervisors[place];
        let named = source.names.map(|roster| &roster.supervisors[place]);
        let organisation = |&place: &OrganisationIx| roster.organisations[place].name.clone();
        Supervisor {
            id: of.id.clone(),
            name: named.and_then(|of| name(&of.name, &of.id)),
            sides: of.sides.iter().map(|side| side.as_str()).collect(),
            organisations: of.organisations.iter().map(organisation).collect(),
            fields: of.fields.clone(),
            time: of.minutes_per_week,
            load,
            max_teams: of.max_teams,
        }
    };
    supervisor_loads(roster, plan).into_iter_enumerated().map(supervisor).collect()
}
