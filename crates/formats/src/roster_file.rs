//! Roster files of every kind: JSON, workbooks, and folders of CSV files.

use std::path::Path;

use super::book::{self, Book, OpenWorkbookError};
use super::from_json_file;
use super::roster_sheets::{Read, locate, marked, read};
use super::sheets::Sheet;
use leerteam_messages::Messages;
use leerteam_model::roster::{Code, Finding, Roster, Severity};
use leerteam_wire::{read_roster, v1};

/// A roster as it was handed in.
#[derive(Debug)]
pub struct RosterFile {
    /// The message.
    pub wire: v1::Roster,
    workbook: Option<(Book, Read)>,
}

/// A file that is no roster.
#[derive(Debug, thiserror::Error)]
pub enum OpenRosterError {
    /// It is not there or cannot be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is not what it should be.
    #[error("{0}")]
    Content(Box<Finding>),
}

impl RosterFile {
    /// Reads a `.json` file, a folder of `.csv` files, or else a workbook.
    ///
    /// # Errors
    /// If there is no such file, or it is not a document of its kind.
    pub fn open(path: &Path, messages: &Messages) -> Result<RosterFile, OpenRosterError> {
        let is_json = path.extension().is_none_or(|ending| ending.eq_ignore_ascii_case("json"));
        if is_json && !path.is_dir() {
            let content = std::fs::read(path).map_err(OpenRosterError::File)?;
            let wire = from_json_file(&content)
                .map_err(|error| OpenRosterError::Content(Box::new(error.finding())))?;
            return Ok(RosterFile { wire, workbook: None });
        }
        let book = book::open(path).map_err(|error| match error {
            OpenWorkbookError::File(error) => OpenRosterError::File(error),
            OpenWorkbookError::Content(other) => {
                let what = messages.text(other.key(), &[]);
                let finding = Finding::new(Code::NotAWorkbook, "", what, Vec::new());
                OpenRosterError::Content(Box::new(finding))
            }
        })?;
        let mut read = read(&book, messages);
        if let Some(finding) = no_roster(&book, &read) {
            return Err(OpenRosterError::Content(Box::new(finding)));
        }
        let wire = std::mem::take(&mut read.roster);
        Ok(RosterFile { wire, workbook: Some((book, read)) })
    }

    /// The roster if nothing keeps it from being planned, and all findings; those of a workbook are at its
    /// cells.
    pub fn read(&self) -> (Option<Roster>, Vec<Finding>) {
        let (roster, findings) = read_roster(&self.wire);
        let Some((book, read)) = &self.workbook else { return (roster, findings) };
        let findings = locate(book, read, findings);
        let has_errors = findings.iter().any(|f| f.code.severity() == Severity::Error);
        (roster.filter(|_| !has_errors), findings)
    }

    /// A copy of the workbook with the cells of findings marked; none if it is not a workbook.
    pub fn marked(&self, findings: &[Finding], messages: &Messages) -> Option<Vec<Sheet>> {
        let (book, read) = self.workbook.as_ref()?;
        Some(marked(book, read, findings, messages))
    }
}

/// What is wrong with a workbook of which no sheet is one of a roster, not even misspelt. In an empty one they are
/// just missing.
fn no_roster(book: &Book, read: &Read) -> Option<Finding> {
    let is_found = read.places.sheets.iter().any(Option::is_some);
    let is_misspelt = |finding: &Finding| finding.code == Code::SheetMisspelt;
    let filled = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    let names: Vec<&str> = filled.map(|sheet| sheet.name.as_str()).collect();
    (!names.is_empty() && !is_found && !read.findings.iter().any(is_misspelt))
        .then(|| Finding::new(Code::NoRosterSheets, "", names.join(", "), Vec::new()))
}
