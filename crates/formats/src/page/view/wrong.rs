//! Requirements that are not met, and who is left over.

use leerteam_model::roster::{EnvironmentIx, ParticipantIx, SupervisorIx, TeamIx};
use serde::Serialize;

use super::{Both, Source, rule_place};
use leerteam_messages::{Messages, cause_text, reason_text};
use leerteam_model::check;
use leerteam_model::plan::{Charge, Person};
use leerteam_model::rules::placed;

/// A requirement that is not met.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Broken {
    rule: usize,
    /// For how many it counts.
    count: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    team: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    participant: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supervisor: Option<usize>,
    text: Both,
    /// Whether the same is said by [`LeftOver`], with the reasons.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_left_over: bool,
}

/// Somebody in no team.
#[derive(Serialize)]
pub struct LeftOver {
    participant: usize,
    reasons: Vec<Reason>,
}

/// Why somebody is in no team.
#[derive(Serialize)]
struct Reason {
    /// The environment it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    environment: Option<usize>,
    text: Both,
}

fn in_each(messages: &[Messages], text: impl Fn(&Messages) -> String) -> Both {
    std::array::from_fn(|language| text(&messages[language]))
}

/// Every requirement that is not met.
pub fn broken(source: &Source, messages: &[Messages]) -> Vec<Broken> {
    let charges = source.assessment.breakdown.charges.iter();
    let broken = |charge: &Charge| {
        let (participant, supervisor) = match charge.person {
            Some(Person::Participant(place)) => (Some(place), None),
            Some(Person::Supervisor(place)) => (None, Some(place)),
            None => (None, None),
        };
        Broken {
            rule: rule_place(charge.rule),
            count: charge.cost.broken,
            team: charge.team.map(TeamIx::index),
            participant: participant.map(ParticipantIx::index),
            supervisor: supervisor.map(SupervisorIx::index),
            text: in_each(messages, |messages| cause_text(messages, source.roster, &charge.cause)),
            is_left_over: charge.rule == placed::SPEC.id,
        }
    };
    charges.filter(|charge| charge.cost.broken > 0).map(broken).collect()
}

/// Everybody in no team.
pub fn left_over(source: &Source, messages: &[Messages]) -> Vec<LeftOver> {
    let reason = |reason: &check::Reason| Reason {
        environment: reason.environment.map(EnvironmentIx::index),
        text: in_each(messages, |messages| reason_text(messages, source.roster, reason)),
    };
    let left = |left: &check::LeftOver| LeftOver {
        participant: left.participant.index(),
        reasons: left.reasons.iter().map(reason).collect(),
    };
    source.assessment.left_over.iter().map(left).collect()
}
