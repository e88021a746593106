//! The breakdown: every broken requirement and every point, with the rule, team and person it is of.

use crate::plan::Cost;
use crate::roster::{ParticipantIx, SupervisorIx, TeamIx};

/// A person an amount is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Person {
    /// A participant.
    Participant(ParticipantIx),
    /// A supervisor.
    Supervisor(SupervisorIx),
}

/// Why a requirement is broken: a message and what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Key of the text in the message files.
    pub message: &'static str,
    /// What the text needs, by name. No person's name is among it: whether the text may have names is
    /// for whoever writes it.
    pub details: Vec<(&'static str, String)>,
    /// Another participant whom the text names, as `other`.
    pub other: Option<ParticipantIx>,
}

impl Cause {
    /// A cause with its details.
    pub fn new(message: &'static str, details: Vec<(&'static str, String)>) -> Cause {
        Cause { message, details, other: None }
    }

    /// A cause that names another participant.
    pub fn about(message: &'static str, other: ParticipantIx) -> Cause {
        Cause { message, details: Vec::new(), other: Some(other) }
    }
}

/// One amount.
#[derive(Clone, Debug)]
pub struct Charge {
    /// The rule it comes from.
    pub rule: &'static str,
    /// The team it is of.
    pub team: Option<TeamIx>,
    /// The person it is of.
    pub person: Option<Person>,
    /// How much.
    pub cost: Cost,
    /// Why.
    pub cause: Cause,
}

/// All amounts of a plan. Whatever is reported is a sum over these, so the sums add up.
#[derive(Clone, Debug, Default)]
pub struct ScoreBreakdown {
    /// The amounts.
    pub charges: Vec<Charge>,
}

impl ScoreBreakdown {
    /// Adds an amount unless it is nothing.
    pub fn charge(
        &mut self,
        rule: &'static str,
        cost: Cost,
        team: Option<TeamIx>,
        person: Option<Person>,
        cause: impl FnOnce() -> Cause,
    ) {
        if !cost.is_zero() {
            self.charges.push(Charge { rule, team, person, cost, cause: cause() });
        }
    }

    /// The plan's score.
    pub fn total(&self) -> Cost {
        self.charges.iter().map(|charge| charge.cost).sum()
    }
}
