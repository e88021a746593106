//! Why a file is not a workbook.

/// A workbook that cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
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
    /// It is of OpenOffice or LibreOffice.
    OpenDocument,
    /// It is one CSV file in place of a folder.
    OneCsv,
    /// It is a folder without CSV files.
    NoCsv,
    /// It begins like a workbook, but cannot be read.
    Damaged,
    /// It is something else.
    Other,
}

impl NoWorkbook {
    /// Key of the text that says so.
    pub fn key(self) -> &'static str {
        match self {
            NoWorkbook::Empty => "no-workbook-empty",
            NoWorkbook::Locked => "no-workbook-locked",
            NoWorkbook::OpenDocument => "no-workbook-open-document",
            NoWorkbook::OneCsv => "no-workbook-one-csv",
            NoWorkbook::NoCsv => "no-workbook-no-csv",
            NoWorkbook::Damaged => "no-workbook-damaged",
            NoWorkbook::Other => "no-workbook-other",
        }
    }
}

/// What a file is by its first bytes, if that is not an .xlsx.
pub fn recognised(content: &[u8], is_csv: bool) -> Option<NoWorkbook> {
    const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    const ZIP: &[u8] = b"PK\x03\x04";
    const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument";
    // Of a zip file the name of its first part stands at byte 30.
    let first_part = content.get(30..).unwrap_or_default();
    match content {
        [] => Some(NoWorkbook::Empty),
        _ if is_csv => Some(NoWorkbook::OneCsv),
        _ if content.starts_with(COMPOUND_FILE) => Some(NoWorkbook::Locked),
        _ if !content.starts_with(ZIP) => Some(NoWorkbook::Other),
        _ if first_part.starts_with(OPEN_DOCUMENT) => Some(NoWorkbook::OpenDocument),
        _ => None,
    }
}
