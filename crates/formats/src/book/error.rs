//! Why a file is not a workbook.

use super::size::is_too_large;

/// A workbook that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenWorkbookError {
    /// The file is not there or cannot be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is not a workbook.
    #[error("{0:?}")]
    Content(NoWorkbook),
}

/// What a file is that is not a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWorkbook {
    /// It is empty.
    Empty,
    /// It has a password, or is of an Excel of before 2007: both are files of one older kind.
    Locked,
    /// It is one CSV file in place of a folder.
    OneCsv,
    /// It is a folder without CSV files.
    NoCsv,
    /// It begins like a workbook, but cannot be read.
    Damaged,
    /// Unpacked, it is larger than any workbook.
    TooLarge,
    /// It is something else.
    Other,
}

impl NoWorkbook {
    /// Key of the text that says so.
    pub fn key(self) -> &'static str {
        match self {
            NoWorkbook::Empty => "no-workbook-empty",
            NoWorkbook::Locked => "no-workbook-locked",
            NoWorkbook::OneCsv => "no-workbook-one-csv",
            NoWorkbook::NoCsv => "no-workbook-no-csv",
            NoWorkbook::Damaged => "no-workbook-damaged",
            NoWorkbook::TooLarge => "no-workbook-too-large",
            NoWorkbook::Other => "no-workbook-other",
        }
    }
}

/// What a file is by its first bytes, if that is not an .xlsx or .ods.
pub fn recognised(content: &[u8], is_csv: bool) -> Option<NoWorkbook> {
    const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    const ZIP: &[u8] = b"PK\x03\x04";
    match content {
        [] => Some(NoWorkbook::Empty),
        _ if is_csv => Some(NoWorkbook::OneCsv),
        _ if content.starts_with(COMPOUND_FILE) => Some(NoWorkbook::Locked),
        _ if !content.starts_with(ZIP) => Some(NoWorkbook::Other),
        _ if is_text_document(content) => Some(NoWorkbook::Other),
        _ if is_too_large(content) => Some(NoWorkbook::TooLarge),
        _ => None,
    }
}

/// Whether a zip file is a document of LibreOffice or OpenOffice: its first part says so, and its name stands
/// at byte 30.
pub fn is_open_document(content: &[u8]) -> bool {
    let first_part = content.get(30..).unwrap_or_default();
    first_part.starts_with(b"mimetypeapplication/vnd.oasis.opendocument")
}

/// Whether it is one without sheets.
fn is_text_document(content: &[u8]) -> bool {
    let kind = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    is_open_document(content) && !content.get(30..).unwrap_or_default().starts_with(kind)
}
