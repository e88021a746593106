//! Cells that several sheets have.

use chrono::NaiveDate;

use super::Cell;
use crate::plan_view::date_of;
use leerteam_wire::v1;

/// The date of a meeting; the text as it is if it is none.
pub fn date_cell(meeting: &v1::Meeting) -> Cell {
    let date = date_of(meeting);
    date.parse::<NaiveDate>().map_or_else(|_| Cell::text(date), Cell::Date)
}

/// A share in whole percent, rounded; none of nothing.
pub fn percent(part: i32, whole: i32) -> Cell {
    match (i64::from(part), i64::from(whole)) {
        (_, 0) => Cell::Empty,
        (part, whole) => Cell::number((200 * part + whole) / (2 * whole)),
    }
}
