//! Plans learning teams.

pub mod calendar;
pub mod messages;
pub mod plan;
pub mod roster;
pub mod wire;
