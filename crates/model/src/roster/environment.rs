//! Learning environments, given teams and wishes.

use chrono::Weekday;
use index_vec::IndexVec;

use super::{
    Clock, Day, GivenTeamIx, LocationIx, ParticipantIx, ProgrammeIx, SettingLayer, Side,
    SupervisorIx, ThemeIx, Window,
};

/// Who may join an environment's teams.
#[derive(Clone, Debug, Default)]
pub struct Admission {
    /// Admitted by name, in order.
    pub participants: Vec<ParticipantIx>,
    /// With internship duty or work at one of these.
    pub internship_locations: Vec<LocationIx>,
    /// With internship duty or work in one of these neighbourhoods.
    pub neighbourhoods: Vec<String>,
    /// Following one of these.
    pub programmes: Vec<ProgrammeIx>,
}

impl Admission {
    /// Whether anybody but those listed by name can be admitted.
    pub fn has_criteria(&self) -> bool {
        !(self.internship_locations.is_empty()
            && self.neighbourhoods.is_empty()
            && self.programmes.is_empty())
    }
}

/// How people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingMode {
    /// At a location.
    OnSite,
    /// On line only.
    Online,
    /// At a location; who is better off that way joins on line.
    Mixed,
}

/// Duration, rhythm and hours of meetings.
#[derive(Clone, Debug)]
pub struct MeetingForm {
    /// Length of a meeting in minutes.
    pub duration: u32,
    /// Every how many weeks.
    pub every_weeks: u32,
    /// When a meeting may be held.
    pub hours: Vec<Window>,
    /// Minutes between possible starts.
    pub start_step: u32,
    /// On site, on line or mixed.
    pub mode: MeetingMode,
    /// Most meetings.
    pub max_meetings: Option<u32>,
    /// First day of a meeting.
    pub from: Day,
    /// Last day of a meeting.
    pub to: Day,
}

/// How many supervisors of one side a team needs.
#[derive(Clone, Copy, Debug)]
pub struct SupervisionNeed {
    /// The side.
    pub side: Side,
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
}

/// A slot that is already decided; what is `None` is free.
#[derive(Clone, Debug, Default)]
pub struct SlotPin {
    /// The day of the week.
    pub weekday: Option<Weekday>,
    /// The start.
    pub start: Option<Clock>,
    /// The week offset.
    pub week_offset: Option<u32>,
    /// The location.
    pub location: Option<LocationIx>,
    /// The room, by its id.
    pub room: Option<String>,
}

/// A team that must exist.
#[derive(Clone, Debug)]
pub struct GivenTeam {
    /// Its id, unique in the roster.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Its theme.
    pub theme: Option<ThemeIx>,
    /// What is decided of its slot.
    pub slot: SlotPin,
    /// Supervisors it must have.
    pub supervisors: Vec<SupervisorIx>,
}

/// The place and rules for one or more teams.
#[derive(Clone, Debug)]
pub struct LearningEnvironment {
    /// Its id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Where its teams can meet.
    pub locations: Vec<LocationIx>,
    /// Who may join.
    pub admission: Admission,
    /// Fewest teams; with given teams, their number.
    pub min_teams: u32,
    /// Most teams; with given teams, their number.
    pub max_teams: u32,
    /// Teams that must exist.
    pub teams: IndexVec<GivenTeamIx, GivenTeam>,
    /// Fewest members of a team.
    pub min_size: u32,
    /// Most members of a team.
    pub max_size: u32,
    /// The meetings.
    pub form: MeetingForm,
    /// Supervisors for each side; at most one entry a side.
    pub supervision: Vec<SupervisionNeed>,
    /// Themes open to its teams.
    pub themes: Vec<ThemeIx>,
    /// Settings of rules here.
    pub rules: SettingLayer,
}

/// Together or apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishKind {
    /// In one team.
    Together,
    /// In different teams.
    Apart,
}

/// A wish about two participants.
#[derive(Clone, Debug)]
pub struct Wish {
    /// One of the two.
    pub one: ParticipantIx,
    /// The other.
    pub other: ParticipantIx,
    /// Together or apart.
    pub kind: WishKind,
    /// Whether it is required; otherwise it is weighed.
    pub required: bool,
}
