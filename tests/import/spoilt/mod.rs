//! Hundreds of files of the kinds that people have, each made from a good one by a change in one place: each has
//! exactly the findings that it should have, or reads as the good one.

mod calendars;
mod forms;
mod lists;
mod matrices;
mod oneroster;

use leerteam::import::{Imported, Source};
use leerteam::wire::v1;

use crate::support::{file, lines, run, run_without_supervisors};

/// What files should come to.
#[derive(Clone, Debug)]
pub enum Expected {
    /// The good roster, with these warnings.
    Good(Vec<String>),
    /// These warnings, and the good roster after a change.
    Other(Vec<String>, fn(&mut v1::Roster)),
    /// These warnings, and the same roster as this other text.
    As(Vec<String>, String),
    /// Exactly these findings, of which one is an error.
    Found(Vec<String>),
}

/// A spoilt file: in words, as it is, and what it should come to.
pub type Spoilt = (String, String, Expected);

/// One that reads as the good one.
pub fn same(what: impl Into<String>, text: impl Into<String>) -> Spoilt {
    (what.into(), text.into(), Expected::Good(Vec::new()))
}

/// One that reads as the good one, with a warning.
pub fn warned(what: impl Into<String>, text: impl Into<String>, line: impl Into<String>) -> Spoilt {
    (what.into(), text.into(), Expected::Good(vec![line.into()]))
}

/// One that has one finding, an error.
pub fn found(what: impl Into<String>, text: impl Into<String>, line: impl Into<String>) -> Spoilt {
    (what.into(), text.into(), Expected::Found(vec![line.into()]))
}

/// One that reads otherwise than the good one.
pub fn other(what: &str, text: String, lines: &[&str], change: fn(&mut v1::Roster)) -> Spoilt {
    (
        what.to_owned(),
        text,
        Expected::Other(lines.iter().map(|&line| line.to_owned()).collect(), change),
    )
}

/// Cells of a CSV file.
#[derive(Clone, Debug)]
pub struct Grid(pub Vec<Vec<String>>);

impl Grid {
    /// The cells of a text.
    pub fn of(text: &str) -> Grid {
        let row = |line: &str| line.split(';').map(str::to_owned).collect();
        Grid(text.lines().map(row).collect())
    }

    /// What stands in a cell, both counted from 0.
    pub fn at(&self, row: usize, column: usize) -> &str {
        &self.0[row][column]
    }

    /// The same with another text in a cell.
    pub fn set(mut self, row: usize, column: usize, text: &str) -> Grid {
        self.0[row][column] = text.to_owned();
        self
    }

    /// The same with a row before the one of this number.
    pub fn insert(mut self, row: usize, text: &str) -> Grid {
        self.0.insert(row, text.split(';').map(str::to_owned).collect());
        self
    }

    /// The same without a column.
    pub fn without_column(mut self, column: usize) -> Grid {
        self.0.iter_mut().for_each(|row| drop(row.remove(column)));
        self
    }

    /// As a text.
    pub fn csv(&self) -> String {
        self.0.iter().map(|row| row.join(";") + "\n").collect()
    }
}

/// The name of a cell, both counted from 0.
pub fn cell(row: usize, column: usize) -> String {
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}

/// Fails with all that is not as it should be.
pub fn check(read: impl Fn(&str) -> Imported, good: &str, spoilt: &[Spoilt]) {
    let good = read(good);
    assert!(good.is_whole(), "{:?}", lines(&good));
    let mut wrong = Vec::new();
    for (what, text, expected) in spoilt {
        let imported = read(text);
        let mut changed = good.roster.clone();
        let (expected, roster) = match expected {
            Expected::Good(lines) => (lines, Some(changed)),
            Expected::Other(lines, change) => {
                change(&mut changed);
                (lines, Some(changed))
            }
            Expected::As(lines, other) => (lines, Some(read(other).roster)),
            Expected::Found(lines) => (lines, None),
        };
        let found = lines(&imported);
        if found != *expected || imported.is_whole() != roster.is_some() {
            wrong.push(format!("{what}: {found:?}, not {expected:?}"));
        } else if roster.is_some_and(|roster| roster != imported.roster) {
            wrong.push(format!("{what}: is read as {:#?}", imported.roster));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), spoilt.len(), wrong.join("\n"));
}

/// A heading with two letters swapped that are not the same, about its middle.
pub fn misspelt(heading: &str) -> String {
    let mut letters: Vec<char> = heading.chars().collect();
    let middle = letters.len() / 2;
    let at =
        (middle..letters.len()).find(|&at| letters[at] != letters[at - 1]).expect("two letters");
    letters.swap(at, at - 1);
    letters.into_iter().collect()
}

/// An import of one file with others beside it.
pub fn beside(others: &[(&str, &str)], name: &str, text: &str) -> Imported {
    let mut files: Vec<Source> = others.iter().map(|(name, text)| file(name, text)).collect();
    files.push(file(name, text));
    run_without_supervisors(&files, &[])
}

/// The same where the file is about supervisors.
pub fn of_supervisors(
    others: &[(&str, &str)],
    name: &str,
    text: &str,
    answers: &[&str],
) -> Imported {
    let mut files: Vec<Source> = others.iter().map(|(name, text)| file(name, text)).collect();
    files.push(file(name, text));
    run(&files, answers)
}

#[test]
fn there_are_more_than_three_hundred() {
    let kinds = [
        lists::written_otherwise(),
        lists::unreadable(),
        lists::rows(),
        lists::columns(),
        matrices::cells(),
        matrices::headings(),
        matrices::rows(),
        forms::cells(),
        forms::rows_and_columns(),
        calendars::events(),
        oneroster::fields(),
    ];
    let counts: Vec<usize> = kinds.iter().map(Vec::len).collect();
    assert!(counts.iter().all(|count| *count >= 8), "{counts:?}");
    assert!(counts.iter().sum::<usize>() > 400, "{counts:?}");
}
