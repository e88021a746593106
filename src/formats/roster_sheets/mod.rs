//! Rosters as workbooks: what coordinators fill in, read to the cell, written, and handed back with findings
//! marked. docs/workbook.md describes the sheets.

mod fields;
pub(crate) mod layout;
mod locate;
mod marked;
pub(crate) mod parse;
pub(crate) mod places;
pub(crate) mod read;
mod template;
pub(crate) mod words;
mod write;

pub use locate::locate;
pub use marked::marked;
pub use read::{Read, read};
pub use template::{filled_example, template};
pub use write::{too_long, write};
