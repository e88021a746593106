//! Programmes, cohorts, participants, supervisors and their commitments.

use std::collections::BTreeMap;

use super::{
    CohortIx, Day, EnvironmentIx, GivenTeamIx, LocationIx, OrganisationIx, ProgrammeIx, Span,
    ThemeIx, Window,
};

/// Which side an organisation or a supervisor stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Education institution.
    Education,
    /// Practice organisation.
    Practice,
}

impl Side {
    /// Its short name, as key of its word in messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Side::Education => "education",
            Side::Practice => "practice",
        }
    }
}

/// The sector of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelGroup {
    /// Secondary vocational education.
    Mbo,
    /// Higher professional education.
    Hbo,
    /// University.
    Wo,
}

impl LevelGroup {
    /// Its short name, as attribute value.
    pub fn as_str(self) -> &'static str {
        match self {
            LevelGroup::Mbo => "mbo",
            LevelGroup::Hbo => "hbo",
            LevelGroup::Wo => "wo",
        }
    }
}

/// A programme of an education institution.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Its id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The institution that teaches it.
    pub institution: OrganisationIx,
    /// mbo, hbo or wo.
    pub level_group: LevelGroup,
    /// The profession it educates for.
    pub profession: String,
    /// The field of that profession.
    pub field: String,
}

/// A class: participants that share lessons.
#[derive(Clone, Debug)]
pub struct Cohort {
    /// Its id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Year of study; 0 if not stated.
    pub study_year: u32,
    /// What every member is bound to.
    pub commitments: Vec<Commitment>,
}

/// What somebody is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentKind {
    /// A lesson.
    Lesson,
    /// Internship duty.
    Internship,
    /// A work shift.
    Work,
    /// Anything else.
    Other,
}

/// Whether a commitment gives way to a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flexibility {
    /// It cannot be moved or left.
    Fixed,
    /// A lesson that can be moved.
    Movable,
    /// Duty or a shift that may be left.
    Leavable,
}

/// A recurring duty.
#[derive(Clone, Debug)]
pub struct Commitment {
    /// Its id, unique in its list.
    pub id: String,
    /// Name for people; empty if it has none.
    pub name: String,
    /// Lesson, internship duty, work shift or other.
    pub kind: CommitmentKind,
    /// When.
    pub window: Window,
    /// Where; none is nowhere in particular.
    pub location: Option<LocationIx>,
    /// Whether it gives way.
    pub flexibility: Flexibility,
}

/// Dates that differ from the weekly pattern.
#[derive(Clone, Debug)]
pub enum Exception {
    /// The participant is absent.
    Absent(Absence),
    /// Commitments do not hold.
    Free {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// Which commitments, by id; empty is all.
        commitments: Vec<String>,
    },
}

/// A stretch of days on which somebody is away.
#[derive(Clone, Debug)]
pub struct Absence {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Which part of those days.
    pub span: Span,
}

/// A value of an attribute used for balance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// A choice.
    Text(String),
    /// A whole number.
    Number(i32),
}

/// Decisions already taken for a participant.
#[derive(Clone, Debug, Default)]
pub struct Pins {
    /// Only this environment.
    pub environment: Option<EnvironmentIx>,
    /// Only this given team: its environment and its place there.
    pub team: Option<(EnvironmentIx, GivenTeamIx)>,
    /// Never meet in these windows.
    pub never: Vec<Window>,
}

/// Someone to be placed in a team.
#[derive(Clone, Debug)]
pub struct Participant {
    /// The id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The programme followed.
    pub programme: Option<ProgrammeIx>,
    /// Year of study; 0 if not stated.
    pub study_year: u32,
    /// The class.
    pub cohort: Option<CohortIx>,
    /// First and last days on which the participant is there; empty is always.
    pub internship_periods: Vec<(Day, Day)>,
    /// The participant's own duties.
    pub commitments: Vec<Commitment>,
    /// Dated exceptions.
    pub exceptions: Vec<Exception>,
    /// Attributes for balance, by name.
    pub attributes: BTreeMap<String, Attribute>,
    /// Themes, most wanted first.
    pub theme_preferences: Vec<ThemeIx>,
    /// Decisions already taken.
    pub pins: Pins,
    /// Organisation of a participant without a programme.
    pub organisation: Option<OrganisationIx>,
    /// Own profession; empty is that of the programme.
    pub profession: String,
    /// Own field; empty is that of the programme.
    pub field: String,
}

/// How gladly a supervisor does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Willingness {
    /// Asked for it.
    Willing,
    /// No preference, or not stated.
    Neutral,
    /// Only if needed.
    Reluctant,
}

/// Someone who can supervise a team.
#[derive(Clone, Debug)]
pub struct Supervisor {
    /// The id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The side or sides.
    pub sides: Vec<Side>,
    /// The organisations.
    pub organisations: Vec<OrganisationIx>,
    /// Fields of expertise.
    pub fields: Vec<String>,
    /// When available.
    pub availability: Vec<Window>,
    /// Days away.
    pub absences: Vec<Absence>,
    /// Time for this, in minutes a week.
    pub minutes_per_week: u32,
    /// Most teams.
    pub max_teams: Option<u32>,
    /// Locations gone to; empty is all.
    pub locations: Vec<LocationIx>,
    /// How gladly it is done.
    pub willingness: Willingness,
}
