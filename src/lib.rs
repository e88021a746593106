//! Plans learning teams.
pub mod example;
pub mod wire;
