//! Lessons to move and duty to leave, by team.

use index_vec::{IndexVec, index_vec};
use serde::Serialize;

use super::{Both, Source};
use leerteam_messages::{Messages, commitment_text};
use leerteam_model::check::{self, Owner};
use leerteam_model::roster::{Day, ParticipantIx, TeamIx};

/// A commitment that gives way to meetings of a team.
#[derive(Serialize)]
pub struct Displaced {
    /// The class whose it is; left out where it is a participant's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    cohort: Option<String>,
    text: Both,
    /// For whom it gives way.
    people: Vec<usize>,
    /// On which days, counted from the first date.
    days: Vec<Day>,
}

/// For each team what gives way to its meetings.
pub fn displaced(source: &Source, messages: &[Messages]) -> IndexVec<TeamIx, Vec<Displaced>> {
    let roster = source.roster;
    let mut of_teams = index_vec![Vec::new(); source.plan.teams.len()];
    for of in &source.assessment.displaced {
        of_teams[of.team].push(of);
    }
    let shown = |of: &check::Displaced| Displaced {
        cohort: match of.owner {
            Owner::Cohort(cohort) => Some(roster.cohorts[cohort].name.clone()),
            Owner::Participant(_) => None,
        },
        text: std::array::from_fn(|language| {
            commitment_text(&messages[language], of.commitment(roster))
        }),
        people: of.participants.iter().copied().map(ParticipantIx::index).collect(),
        days: of.days.clone(),
    };
    let of_team = |all: Vec<&check::Displaced>| all.into_iter().map(shown).collect();
    of_teams.into_iter().map(of_team).collect()
}
