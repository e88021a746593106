//! Pages of a list.

use std::ops::Range;

use tonic::Status;

use super::answers::invalid;
use leerteam_messages::Messages;
use leerteam_model::roster::{Code, Finding};

/// The largest page.
const LARGEST_PAGE: usize = 1_000;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The places on it.
    pub places: Range<usize>,
    length: usize,
}

impl Page {
    /// The page that is asked for, of a list of that length.
    pub fn of(size: i32, token: &str, length: usize, messages: &Messages) -> Result<Page, Status> {
        let range = |field: &str, value: &str, most: &str| {
            let details = vec![("least", "0".to_owned()), ("most", most.to_owned())];
            invalid("", &[Finding::new(Code::OutOfRange, field, value, details)], messages)
        };
        let wanted = usize::try_from(size)
            .map_err(|_| range("pageSize", &size.to_string(), &LARGEST_PAGE.to_string()))?;
        let first = if token.is_empty() { Some(0) } else { token.parse().ok() };
        let first = first.filter(|&first: &usize| first <= length);
        let first = first.ok_or_else(|| range("pageToken", token, &length.to_string()))?;
        let size = if wanted == 0 { LARGEST_PAGE } else { wanted.min(LARGEST_PAGE) };
        Ok(Page { places: first..length.min(first + size), length })
    }

    /// The token of the page after it; empty after the last.
    pub fn next(&self) -> String {
        if self.places.end < self.length { self.places.end.to_string() } else { String::new() }
    }
}
