//! Rosters out of files that people already have: what is read, what is asked, and what is wrong.

mod agendas;
mod codes;
mod coordinator;
mod files;
mod forms;
mod lists;
mod matrices;
mod merging;
mod places;
mod spoilt;
mod support;
mod timetables;
