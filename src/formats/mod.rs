//! Files: rosters and plans as JSON, meetings as calendars, both as spreadsheets; plans as pages.

mod ics;
mod json;
mod page;
pub mod sheets;

pub use ics::calendar_file;
pub use json::{Unreadable, from_json, to_json};
pub use page::{PageOptions, page};

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where, below the folder asked for; folders are parted by `/`.
    pub path: String,
    /// What it holds.
    pub content: Vec<u8>,
}
