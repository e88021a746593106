//! Rosters as workbooks: what coordinators fill in, read to the cell, written, and handed back with findings
//! marked. docs/workbook.md describes the sheets.

mod fields;
pub mod layout;
mod locate;
mod marked;
pub mod parse;
pub mod places;
pub mod read;
mod template;
pub mod words;
mod write;

pub use locate::locate;
pub use marked::marked;
pub use read::{Read, read};
pub use template::{filled_example, template};
pub use write::{too_long, write};
