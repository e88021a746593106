//! What people write in cells, as values: dates, times of day, days, weeks and recurring stretches. What
//! could be meant in more than one way is not guessed.

mod dates;
mod days;
mod lists;
mod numbers;
#[cfg(test)]
mod tests;
mod times;
mod tokens;
mod vocabulary;
mod weeks;
mod windows;

pub use dates::{date, stretch};
pub use lists::{list, named_numbers, parts, quoted, unquoted};
pub use numbers::{minutes, whole};
pub use times::{of_number, time};
pub use vocabulary::Vocabulary;
pub use weeks::{Weeks, weeks};
pub use windows::{Recurring, recurring};

use leerteam_model::roster::Code;

/// Why something cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind.
    pub code: Code,
    /// More that the message text needs, by name.
    pub details: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem that its code says all of.
    pub fn new(code: Code) -> Problem {
        Problem { code, details: Vec::new() }
    }

    /// Something that could be meant in each of these ways.
    pub fn ambiguous(readings: &[String]) -> Problem {
        let details = vec![("readings", readings.join(", "))];
        Problem { code: Code::Ambiguous, details }
    }
}
