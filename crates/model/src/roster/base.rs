//! The plan that is in force, as far as it is still about this roster.

use chrono::Weekday;

use super::{Clock, EnvironmentIx, LocationIx, ParticipantIx, RoomIx, SupervisorIx};

/// A team of the base plan (docs/model.md section 8).
#[derive(Clone, Debug)]
pub struct BaseTeam {
    /// Its id; a team of a new plan continues it if it has the same.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The environment it belongs to.
    pub environment: EnvironmentIx,
    /// Its members.
    pub members: Vec<ParticipantIx>,
    /// Its supervisors, each once, in order.
    pub supervisors: Vec<SupervisorIx>,
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
