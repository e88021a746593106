//! Several things in one cell.

use super::Problem;
use crate::roster::Code;

/// The parts of a text, between semicolons, commas or lines. What is between double quotes is one part,
/// whatever is in it.
pub fn list(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
            ';' | ',' | '\n' if !quoted => parts.push(String::new()),
            c => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
        }
    }
    let parts = parts.iter().map(|part| unquoted(part.trim()).to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// A text without the double quotes around it.
pub fn unquoted(text: &str) -> String {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.map_or_else(|| text.to_owned(), |inner| inner.replace("\"\"", "\""))
}

/// A text in double quotes.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Whole numbers by name: `at-least = 3; per-team = 2`.
pub fn named_numbers(text: &str) -> Result<Vec<(String, i32)>, Problem> {
    let one = |part: &String| {
        let (name, number) = part.split_once(['=', ':'])?;
        Some((name.trim().to_owned(), number.trim().parse().ok()?))
    };
    let parts = list(text);
    parts.iter().map(|part| one(part).ok_or(Problem::new(Code::NotNamedNumbers))).collect()
}
