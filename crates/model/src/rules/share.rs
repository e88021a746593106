//! Shares in whole percentages.

/// What percentage `part` is of `whole`, halves up; 0 of nothing.
pub fn percent(part: i64, whole: i64) -> i64 {
    if whole == 0 { 0 } else { (200 * part + whole) / (2 * whole) }
}
