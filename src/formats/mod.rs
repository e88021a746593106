//! Files: rosters and plans as JSON, meetings as calendars.

mod ics;
mod json;

pub use ics::calendar_file;
pub use json::{Unreadable, from_json, to_json};
