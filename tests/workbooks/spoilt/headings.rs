//! Headings below a title, over two rows, merged, in capitals, and in any order.

use super::super::work::{Put, Work};
use super::{Spoilt, check, check_copies, letter, same, text};

/// Each sheet with its headings in some other way.
pub fn written_otherwise() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for page in &Work::good().pages {
        let name = &page.name;
        let width = page.rows[0].len();
        let first_row = |change: fn(&str) -> String| {
            Work::good().with(name, |page| {
                for cell in page.rows[0].iter_mut().filter(|cell| super::is_filled(cell)) {
                    *cell = Put::from(change(text(cell)).as_str());
                }
            })
        };
        let title = Work::good().insert(name, 1, "Najaar 2026");
        let merged_title = title.clone().merge(&format!("{name}!A1:{}1", letter(width - 1)));
        let beside = format!("{name}!{}1:{}1", letter(width - 1), letter(width));
        let reversed = Work::good().with(name, |page| {
            for row in &mut page.rows {
                row.resize(width, Put::from(""));
                row.reverse();
            }
        });
        for (how, work) in [
            ("below a title", title),
            ("below a title over all columns", merged_title),
            ("below empty rows", Work::good().insert(name, 1, "").insert(name, 1, "")),
            ("of which the last is merged with an empty cell", Work::good().merge(&beside)),
            ("in capitals", first_row(str::to_uppercase)),
            ("with a line break", first_row(|text| text.replacen(' ', "\n", 1))),
            ("with a star", first_row(|text| format!(" {text} * "))),
            ("the other way round", reversed),
        ] {
            // The name of an attribute is a text of its own.
            let is_other = page.rows[0].iter().any(|cell| text(cell).starts_with("Kenmerk"))
                && ["in capitals", "with a star"].contains(&how);
            if is_other {
                continue;
            }
            spoilt.push(same(format!("{name} with headings {how}"), work));
        }
    }
    spoilt
}

#[test]
fn headings_are_known_however_they_stand() {
    check(&written_otherwise());
}

#[test]
fn and_so_they_are_in_the_marked_copy() {
    check_copies(&written_otherwise().into_iter().step_by(3).collect::<Vec<_>>());
}

#[test]
fn sheets_may_stand_in_any_order() {
    let mut work = Work::good();
    work.pages.reverse();
    check(&[same("the other way round", work.clone())]);
    for turn in 1..work.pages.len() {
        let mut turned = Work::good();
        turned.pages.rotate_left(turn);
        check(&[same(format!("turned by {turn}"), turned)]);
    }
}
