//! Rosters out of files that people already have.

mod coordinator;
