//! Rosters as workbooks: what coordinators fill in, read to the cell, written, and handed back with findings
//! marked. docs/workbook.md describes the sheets.

mod fields;
mod layout;
mod locate;
mod marked;
mod parse;
mod places;
mod read;
mod template;
mod words;
mod write;

pub use locate::locate;
pub use marked::marked;
pub use read::{Read, read};
pub use template::template;
pub use write::{too_long, write};
