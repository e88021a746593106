//! Rosters out of files that people already have: what is read, what is asked, and what is wrong.

mod coordinator;
mod support;
