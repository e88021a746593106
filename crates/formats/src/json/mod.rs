//! Canonical proto JSON of the messages.

mod tree;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::book::decode;
use leerteam_model::roster::{Code, Finding};
use tree::Tree;

/// A document that is not JSON of the message, with the field that is at fault.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct Unreadable {
    /// Path of the field; empty if the document as a whole is at fault.
    pub field: String,
    /// What is wrong, as the parser says it.
    pub problem: String,
    /// What stands where a number should.
    no_number: Option<String>,
}

impl Unreadable {
    /// The same as a finding.
    pub fn finding(self) -> Finding {
        match self.no_number {
            Some(value) => Finding::new(Code::NotANumber, self.field, value, Vec::new()),
            None => Finding::new(Code::Unreadable, self.field, self.problem, Vec::new()),
        }
    }

    fn document(error: &serde_json::Error) -> Unreadable {
        Unreadable { field: String::new(), problem: error.to_string(), no_number: None }
    }
}

/// Reads a message from the bytes of a file, in whatever way its letters were written: PowerShell writes
/// UTF-16.
///
/// # Errors
/// The document is not JSON of the message; the field is named.
pub fn from_json_file<T: DeserializeOwned>(content: &[u8]) -> Result<T, Unreadable> {
    from_json(&decode(content))
}

/// Reads a message from its JSON; unknown fields are refused, so that a misspelt key is not lost.
///
/// # Errors
/// The document is not JSON of the message; the field is named.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree: Tree = serde_json::from_str(text).map_err(|error| Unreadable::document(&error))?;
    serde_path_to_error::deserialize(&tree).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { String::new() } else { path };
        // What the generated readers of numbers say when none of theirs fits.
        let said = error.inner().to_string();
        let is_number = ["untagged enum", "invalid digit"].iter().any(|part| said.contains(part));
        let value = tree.at(error.path()).filter(|value| is_number && value.is_single());
        let no_number = value.map(Tree::to_string);
        Unreadable { field, problem: said, no_number }
    })
}

/// Writes a message as JSON for people to read, with a newline at the end.
///
/// # Panics
/// If a map of the message has keys that are no text, which none has.
pub fn to_json<T: Serialize>(message: &T) -> String {
    // Serialising a message to memory fails only for maps with keys that are no text.
    serde_json::to_string_pretty(message).expect("all keys are text") + "\n"
}
