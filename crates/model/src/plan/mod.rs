//! Decisions, and what they are worth.

mod progress;
mod score;

use chrono::Weekday;
use index_vec::{IndexVec, index_vec};

use crate::roster::{
    Clock, EnvironmentIx, GivenTeamIx, LocationIx, MeetingForm, ParticipantIx, RoomIx, Side, Span,
    SupervisorIx, TeamIx, ThemeIx,
};
pub use leerteam_cost::Cost;
pub use progress::{Phase, Progress};
pub use score::{Cause, Charge, Person, ScoreBreakdown};

/// All decisions of a planning round.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The teams.
    pub teams: IndexVec<TeamIx, Team>,
}

/// A learning team.
#[derive(Clone, Debug)]
pub struct Team {
    /// Unique in the plan.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The environment it belongs to.
    pub environment: EnvironmentIx,
    /// Its place among the environment's given teams, if it is one.
    pub given: Option<GivenTeamIx>,
    /// Its members.
    pub members: Vec<ParticipantIx>,
    /// Its supervisors and the side each stands for here.
    pub supervisors: Vec<(SupervisorIx, Side)>,
    /// Its recurring moment.
    pub slot: Slot,
    /// Its theme.
    pub theme: Option<ThemeIx>,
}

/// A recurring moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The day of the week.
    pub weekday: Weekday,
    /// The start, local time.
    pub start: Clock,
    /// Which of the form's weeks.
    pub week_offset: u32,
    /// Where; none is on line.
    pub location: Option<LocationIx>,
    /// The room, as a place in the location's rooms.
    pub room: Option<RoomIx>,
}

impl Slot {
    /// The stretch of the day that a meeting takes; it ends at midnight at the latest.
    pub fn span(&self, form: &MeetingForm) -> Span {
        let end = Clock::from_minutes(self.start.minutes() + form.duration);
        Span { start: self.start, end: end.unwrap_or(Clock::MIDNIGHT) }
    }
}

impl Plan {
    /// For each of `participants`, the first team that has it.
    pub fn team_of(&self, participants: usize) -> IndexVec<ParticipantIx, Option<TeamIx>> {
        let mut team_of = index_vec![None; participants];
        for (index, team) in self.teams.iter_enumerated().rev() {
            team.members.iter().for_each(|&member| team_of[member] = Some(index));
        }
        team_of
    }
}
