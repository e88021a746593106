//! Several things in one cell.

use super::Problem;
use leerteam_model::roster::Code;

/// What is between two parts of a list.
const BETWEEN: [char; 3] = [';', ',', '\n'];

/// The parts of a text, between semicolons, commas or lines. What is between double quotes is one part,
/// whatever is in it.
pub fn list(text: &str) -> Vec<String> {
    parts(text, &BETWEEN)
}

/// The parts of a text between any of these signs.
pub fn parts(text: &str, between: &[char]) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(between).unwrap_or(rest.len());
        let (part, after) = match quotation(rest) {
            Some((inner, after)) if after.is_empty() || after.starts_with(between) => {
                (Some(inner), after)
            }
            _ => {
                let part = rest[..end].trim();
                ((!part.is_empty()).then(|| part.to_owned()), &rest[end..])
            }
        };
        parts.extend(part);
        let mut after = after.chars();
        after.next();
        rest = after.as_str().trim_start();
    }
    parts
}

/// A text without the double quotes around all of it.
pub fn unquoted(text: &str) -> String {
    match quotation(text) {
        Some((inner, "")) => inner,
        _ => text.to_owned(),
    }
}

/// What is between the double quotes that a text begins with, and what is behind them and spaces.
fn quotation(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut rest = inner;
    loop {
        let at = rest.find('"')?;
        rest = &rest[at + 1..];
        match rest.strip_prefix('"') {
            Some(more) => rest = more,
            None => break,
        }
    }
    let length = inner.len() - rest.len() - 1;
    Some((inner[..length].replace("\"\"", "\""), rest.trim_start()))
}

/// A text in double quotes.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Whole numbers by name: `at-least = 3; per-team = 2`.
///
/// # Errors
/// The text cannot be read as one.
pub fn named_numbers(text: &str) -> Result<Vec<(String, i32)>, Problem> {
    let one = |part: &String| {
        let (name, number) = part.split_once(['=', ':'])?;
        Some((name.trim().to_owned(), number.trim().parse().ok()?))
    };
    let parts = list(text);
    let numbers: Option<Vec<(String, i32)>> = parts.iter().map(one).collect();
    let numbers = numbers.ok_or(Problem::new(Code::NotNamedNumbers))?;
    let twice = |(at, (name, _)): (usize, &(String, i32))| {
        numbers[..at].iter().any(|(other, _)| other == name)
    };
    if numbers.iter().enumerate().any(twice) {
        return Err(Problem::new(Code::NotNamedNumbers));
    }
    Ok(numbers)
}
