//! Files: rosters and plans as JSON, meetings as calendars, both as spreadsheets; plans as pages.
//!
//! - [`book`]: workbooks and CSV as they are found, cell by cell
//! - [`roster_sheets`]: a roster as sheets: reading, writing, the template, the marked copy
//! - [`sheets`]: sheets that are written
//! - [`RosterFile`]: a roster in whatever file; [`from_json`] and [`to_json`]: messages as JSON
//! - [`page()`], [`calendars()`], [`plan_sheets()`]: what a plan is written as; [`organisation_files()`]: for each
//!   organisation
//!
//! ```
//! use leerteam_formats::{from_json, to_json};
//! use leerteam_wire::v1::Roster;
//!
//! let roster: Roster = from_json(r#"{"id": "west", "themes": [{"id": "water"}]}"#)?;
//! assert_eq!(roster.themes[0].id, "water");
//! assert_eq!(from_json::<Roster>(&to_json(&roster))?, roster);
//!
//! let error = from_json::<Roster>(r#"{"themes": [{"idd": "water"}]}"#).unwrap_err();
//! assert_eq!(error.field, "themes[0].idd");
//! # Ok::<(), leerteam_formats::Unreadable>(())
//! ```

pub mod book;
mod calendars;
mod file_names;
mod json;
mod organisations;
mod page;
mod plan_sheets;
mod plan_view;
mod roster_file;
pub mod roster_sheets;
pub mod sheets;

pub use calendars::calendars;
pub use file_names::file_names;
pub use json::{Unreadable, from_json, from_json_file, to_json};
pub use organisations::organisation_files;
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
