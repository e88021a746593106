//! Canonical proto JSON of the messages.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::roster::{Code, Finding};

/// A document that is not JSON of the message, with the field that is at fault.
#[derive(Debug, thiserror::Error)]
#[error("{problem}")]
pub struct Unreadable {
    /// Path of the field; empty if the document as a whole is at fault.
    pub field: String,
    /// What is wrong, as the parser says it, with line and column.
    pub problem: String,
}

impl Unreadable {
    /// The same as a finding.
    pub fn finding(self) -> Finding {
        Finding::new(Code::Unreadable, self.field, self.problem, Vec::new())
    }
}

/// Reads a message from its JSON; unknown fields are refused, so that a misspelt key is not lost.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parser = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut parser).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { String::new() } else { path };
        Unreadable { field, problem: error.into_inner().to_string() }
    })?;
    let rest = parser.end();
    rest.map_err(|error| Unreadable { field: String::new(), problem: error.to_string() })?;
    Ok(read)
}

/// Writes a message as JSON for people to read, with a newline at the end.
pub fn to_json<T: Serialize>(message: &T) -> String {
    // Serialising a message to memory fails only for maps with keys that are no text; ours are text.
    serde_json::to_string_pretty(message).unwrap_or_default() + "\n"
}
