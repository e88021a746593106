//! The most that a rule can charge, so that points stay within what is counted.

use super::{Setting, Settings, Specification};
use crate::roster::{EnvironmentIx, LearningEnvironment, Mode, Roster};

/// Units that a rule charges at most, in its scope.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    /// In one environment.
    Environment(fn(&BoundContext) -> PenaltyBound),
    /// In the whole roster.
    Roster(fn(&Roster) -> i128),
}

impl Bound {
    /// Once for each member and each team of an environment.
    pub const EACH_MEMBER: Bound =
        Bound::Environment(|_| PenaltyBound { member: 1, team: 1, whole: 0 });

    /// Once for each participant, each supervisor and each side of a wish.
    pub const EACH_PERSON: Bound = Bound::Roster(|roster| {
        let people = roster.participants.len() + roster.supervisors.len();
        (people + 2 * roster.wishes.len()) as i128
    });
}

/// Units that a rule charges at most in one environment.
#[derive(Clone, Copy, Debug, Default)]
pub struct PenaltyBound {
    /// For each member.
    pub member: i128,
    /// For each team, beside its members.
    pub team: i128,
    /// Beside these, whoever is in which team.
    pub whole: i128,
}

/// What an environment's teams can grow to.
#[derive(Clone, Copy, Debug)]
pub struct BoundContext<'a> {
    /// The roster.
    pub roster: &'a Roster,
    /// The settings.
    pub settings: &'a Settings,
    /// The environment.
    pub at: EnvironmentIx,
    /// Participants it admits.
    pub admitted: u64,
}

impl<'a> BoundContext<'a> {
    /// The environment.
    pub fn environment(&self) -> &'a LearningEnvironment {
        &self.roster.environments[self.at]
    }

    /// What a rule does there.
    pub fn setting(&self, rule: &Specification) -> &'a Setting {
        self.settings.setting(self.at, rule.id)
    }

    /// Members of the largest team that the planner makes.
    pub fn largest(&self) -> usize {
        let is_free = self.settings.setting(self.at, super::team_size::SPEC.id).mode == Mode::Off;
        if is_free { self.admitted as usize } else { self.environment().max_size as usize }
    }

    /// Supervisors of a team.
    pub fn most_supervisors(&self) -> i128 {
        self.environment().supervision.iter().map(|need| i128::from(need.max)).sum()
    }
}
