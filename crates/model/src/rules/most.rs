//! The most that a rule can charge, so that points stay within what is counted.

use super::{Facts, Setting, Settings};
use crate::roster::{EnvironmentIx, LearningEnvironment, Mode, Roster};

/// Units that a rule charges at most in one environment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Most {
    /// For each member.
    pub member: i128,
    /// For each team, beside its members.
    pub team: i128,
    /// Beside these, whoever is in which team.
    pub whole: i128,
}

impl Most {
    /// Once for each member and each team.
    pub const ONE: Most = Most { member: 1, team: 1, whole: 0 };
}

/// What an environment's teams can grow to.
#[derive(Clone, Copy, Debug)]
pub struct Reach<'a> {
    /// The roster.
    pub roster: &'a Roster,
    /// The settings.
    pub settings: &'a Settings,
    /// The environment.
    pub at: EnvironmentIx,
    /// Participants it admits.
    pub admitted: u64,
}

impl<'a> Reach<'a> {
    /// The environment.
    pub fn environment(&self) -> &'a LearningEnvironment {
        &self.roster.environments[self.at]
    }

    /// What a rule does there.
    pub fn setting(&self, rule: &Facts) -> &'a Setting {
        self.settings.of(self.at, rule.id)
    }

    /// Members of the largest team that the planner makes.
    pub fn largest(&self) -> usize {
        let is_free = self.settings.of(self.at, super::team_size::FACTS.id).mode == Mode::Off;
        if is_free { self.admitted as usize } else { self.environment().max_size as usize }
    }

    /// Supervisors of a team.
    pub fn most_supervisors(&self) -> i128 {
        self.environment().supervision.iter().map(|need| i128::from(need.max)).sum()
    }
}
