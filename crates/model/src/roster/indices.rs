//! A type for the indices of each list: an index of one list does not fit another.

use index_vec::define_index_type;

define_index_type! {
    /// An index of [`crate::roster::Roster::organisations`].
    pub struct OrganisationIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::locations`].
    pub struct LocationIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Location::rooms`].
    pub struct RoomIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::programmes`].
    pub struct ProgrammeIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::cohorts`].
    pub struct CohortIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::themes`].
    pub struct ThemeIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::participants`].
    pub struct ParticipantIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::supervisors`].
    pub struct SupervisorIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::Roster::environments`].
    pub struct EnvironmentIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::roster::LearningEnvironment::teams`].
    pub struct GivenTeamIx = u32;
    DISPLAY_FORMAT = "{}";
}

define_index_type! {
    /// An index of [`crate::plan::Plan::teams`].
    pub struct TeamIx = u32;
    DISPLAY_FORMAT = "{}";
}
