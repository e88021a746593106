//! Hundreds of files that are spoilt or written otherwise in one place each, made from the good workbook: each has exactly
//! the finding that it should have, or reads as the good one.

mod cells;
mod dates;
mod files;
mod headings;
mod looks;
mod references;
mod rows;

use leerteam::formats::RosterFile;
use leerteam::formats::sheets::workbook;
use leerteam::messages::{Language, Messages};

use super::reading::{bytes, good, read};
use super::work::{Page, Put, Work};

/// What a workbook should come to.
#[derive(Clone, Debug)]
pub enum Expected {
    /// The good roster, with these warnings.
    Good(Vec<String>),
    /// Exactly these findings, of which one is an error.
    Found(Vec<String>),
}

/// A spoilt workbook: in words, as it is, and what it should come to.
pub type Spoilt = (String, Work, Expected);

/// A workbook that reads as the good one.
pub fn same(what: impl Into<String>, work: Work) -> Spoilt {
    (what.into(), work, Expected::Good(Vec::new()))
}

/// A workbook with one finding.
pub fn found(what: impl Into<String>, work: Work, line: impl Into<String>) -> Spoilt {
    (what.into(), work, Expected::Found(vec![line.into()]))
}

/// The letter of a column, counted from 0.
pub fn letter(column: usize) -> char {
    char::from(b'A' + column as u8)
}

/// Whether anything stands in a cell.
pub fn is_filled(put: &Put) -> bool {
    *put != Put::from("")
}

/// The text of a cell.
pub fn text(put: &Put) -> &str {
    match put {
        Put::Text(text) => text,
        other => panic!("{other:?} in the good workbook"),
    }
}

/// The sheets of the good workbook of which the rows are entries: all but that of the period.
pub fn lists() -> Vec<Page> {
    Work::good().pages.into_iter().filter(|page| page.name != "Planperiode").collect()
}

/// Fails with all that is not as it should be.
pub fn check(spoilt: &[Spoilt]) {
    let good = good();
    let mut wrong = Vec::new();
    for (what, work, expected) in spoilt {
        let reading = read(work);
        let (lines, is_good) = match expected {
            Expected::Good(lines) => (lines, true),
            Expected::Found(lines) => (lines, false),
        };
        if reading.lines() != *lines || reading.planned != is_good {
            wrong.push(format!("{what}: {:?}, not {lines:?}", reading.lines()));
        } else if is_good && reading.roster != good {
            wrong.push(format!("{what}: is not as the good one"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), spoilt.len(), wrong.join("\n"));
}

/// Fails unless the marked copies have the findings of the workbooks, which they may not hide.
pub fn check_copies(spoilt: &[Spoilt]) {
    let messages = Messages::of(Language::Nl);
    for (what, work, _) in spoilt {
        let path = super::reading::path(".xlsx");
        std::fs::write(&path, work.xlsx()).expect("a file");
        let file = RosterFile::open(&path, &messages).expect("a workbook");
        let copy = file.marked(&file.read().1, &messages).expect("a copy");
        std::fs::remove_file(&path).expect("the file");
        let copy = bytes(&workbook(&copy).expect("a workbook"), ".xlsx").lines();
        assert_eq!(copy, read(work).lines(), "{what}");
    }
}

#[test]
fn there_are_more_than_three_hundred() {
    let kinds = [
        looks::hidden(),
        rows::totals(),
        rows::sentences(),
        rows::doubled(),
        cells::turned_ids(),
        cells::swapped_bounds(),
        references::written_otherwise(),
        references::unknown(),
        references::turned_ids_in_use(),
        dates::times(),
        dates::dates(),
        headings::written_otherwise(),
    ];
    let counts: Vec<usize> = kinds.iter().map(Vec::len).collect();
    assert!(counts.iter().all(|count| *count >= 8), "{counts:?}");
    assert!(counts.iter().sum::<usize>() > 500, "{counts:?}");
}
