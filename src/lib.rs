//! Plans learning teams.
pub mod wire;
