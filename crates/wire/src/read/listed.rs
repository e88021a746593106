//! Which list of a roster an index is of.

use leerteam_model::roster::{
    CohortIx, EnvironmentIx, LocationIx, OrganisationIx, ParticipantIx, ProgrammeIx, SupervisorIx,
    ThemeIx,
};

/// An index of a list of the roster whose entries have ids.
pub(super) trait Listed: Copy + From<usize> {
    /// The list's field.
    const LIST: &'static str;
}

macro_rules! listed {
    ($($index:ty => $list:literal),+ $(,)?) => {
        $(impl Listed for $index {
            const LIST: &'static str = $list;
        })+
    };
}

listed! {
    OrganisationIx => "organisations",
    LocationIx => "locations",
    ProgrammeIx => "programmes",
    CohortIx => "cohorts",
    ThemeIx => "themes",
    ParticipantIx => "participants",
    SupervisorIx => "supervisors",
    EnvironmentIx => "environments",
}
