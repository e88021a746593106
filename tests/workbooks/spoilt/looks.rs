//! Sheets and columns that are hidden.

use super::super::work::Work;
use super::{Expected, Spoilt, check, check_copies, found, is_filled, letter, text};

/// Each sheet hidden, and each column in which something stands.
pub fn hidden() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for page in &Work::good().pages {
        let name = &page.name;
        // A workbook cannot hide the sheet that it opens with.
        let is_first = name == "Planperiode";
        let line = format!("E1427 {name} {name}");
        if !is_first {
            spoilt.push(found(format!("{name} hidden"), Work::good().hide_sheet(name), line));
        }
        for (column, heading) in page.rows[0].iter().enumerate() {
            let is_used = |row: &Vec<_>| row.get(column).is_some_and(is_filled);
            let work = Work::good().hide_column(name, column as u16);
            let (heading, letter) = (text(heading), letter(column));
            let lines = match page.rows.iter().skip(1).any(is_used) {
                true => vec![format!("W2608 {name}!{letter}1 {heading}")],
                false => Vec::new(),
            };
            spoilt.push((format!("{name}!{letter} hidden"), work, Expected::Good(lines)));
        }
    }
    spoilt
}

#[test]
fn what_is_hidden_is_never_planned_without_a_word() {
    check(&hidden());
}

#[test]
fn and_is_hidden_in_the_marked_copy() {
    check_copies(&hidden());
}
