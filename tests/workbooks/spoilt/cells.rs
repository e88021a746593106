//! Ids that a spreadsheet program has made numbers of, and bounds that are swapped.

use super::super::work::{Put, Work};
use super::{Spoilt, check, check_copies, found, text};

/// Cells in which somebody or something is named.
pub const NAMED: [&str; 21] = [
    "Locaties!C2",
    "Ruimtes!A2",
    "Ruimtes!B2",
    "Reistijden!A2",
    "Reistijden!B2",
    "Opleidingen!C2",
    "Klassen!C2",
    "Leeromgevingen!C2",
    "Deelnemers!C2",
    "Deelnemers!D2",
    "Verplichtingen!A3",
    "Verplichtingen!I3",
    "Verplichtingen!J3",
    "Leerteambegeleiders!D2",
    "Beschikbaarheid!A2",
    "Afwezigheid!A2",
    "Afwezigheid!B4",
    "Wensen!A2",
    "Vastgezet!A2",
    "Vastgezet!B2",
    "Sluitingen!D3",
];

/// Ids as programs make numbers of them.
pub fn turned_ids() -> Vec<Spoilt> {
    let mut spoilt = Vec::new();
    for at in NAMED {
        for (put, shown) in [
            (Put::Formatted(100.0, "0.00E+00"), "1E2"),
            (Put::from("5,01E+08"), "5,01E+08"),
            (Put::from("500812345.0"), "500812345.0"),
        ] {
            let what = format!("{shown} in {at}");
            spoilt.push(found(what, Work::good().set(at, put), format!("E1426 {at} {shown}")));
        }
    }
    spoilt
}

/// Two cells of which the first is no more than the second, and where the finding is once they are swapped.
const BOUNDS: [(&str, &str, &str); 10] = [
    ("Planperiode!C2", "Planperiode!D2", "E1106"),
    ("Sluitingen!A2", "Sluitingen!B2", "E1106"),
    ("Deelnemers!E2", "Deelnemers!F2", "E1106"),
    ("Leeromgevingen!D2", "Leeromgevingen!E2", "E1114"),
    ("Verplichtingen!E2", "Verplichtingen!F2", "E1106"),
    ("Verplichtingen!E3", "Verplichtingen!F3", "E1106"),
    ("Verplichtingen!E4", "Verplichtingen!F4", "E1106"),
    ("Beschikbaarheid!C2", "Beschikbaarheid!D2", "E1106"),
    ("Afwezigheid!C2", "Afwezigheid!D2", "E1106"),
    ("Afwezigheid!E4", "Afwezigheid!F4", "E1106"),
];

/// The text of a cell of the good workbook.
pub fn stands(at: &str) -> String {
    let (sheet, cell) = at.split_once('!').expect("a sheet");
    let (row, column) = super::super::work::place(cell);
    text(&Work::good().page(sheet).rows[row][column]).to_owned()
}

/// Least and most, first and last, swapped.
pub fn swapped_bounds() -> Vec<Spoilt> {
    let swapped = |&(least, most, code): &(&str, &str, &str)| {
        let (low, high) = (stands(least), stands(most));
        let work = Work::good().set(least, high.as_str()).set(most, low.as_str());
        found(format!("{least} and {most} swapped"), work, format!("{code} {most} {low}"))
    };
    BOUNDS.iter().map(swapped).collect()
}

#[test]
fn ids_that_became_numbers_are_one_finding_each() {
    check(&turned_ids());
}

#[test]
fn and_stay_so_in_the_marked_copy() {
    check_copies(&turned_ids().into_iter().step_by(3).collect::<Vec<_>>());
}

#[test]
fn swapped_bounds_are_found_at_the_second() {
    check(&swapped_bounds());
}
