//! Files: rosters and plans as JSON, meetings as calendars, both as spreadsheets; plans as pages.

pub mod book;
mod calendars;
mod file_names;
mod json;
mod page;
mod plan_sheets;
mod plan_view;
mod roster_file;
pub mod roster_sheets;
pub mod sheets;

pub use calendars::calendars;
pub use file_names::file_names;
pub use json::{Unreadable, from_json, from_json_file, to_json};
pub use page::{PageOptions, page};
pub use plan_sheets::plan_sheets;
pub use plan_view::{PlanView, counted, date_of};
pub use roster_file::{OpenRosterError, RosterFile};

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where, below the folder asked for; folders are separated by `/`.
    pub path: String,
    /// What it holds.
    pub content: Vec<u8>,
}
