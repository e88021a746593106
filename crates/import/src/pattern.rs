//! Weekly patterns out of dates: dates on which something is, as few recurring stretches that hold on exactly these.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

/// Longest rhythm that is looked for, in weeks.
const MOST_WEEKS: i64 = 4;

/// A stretch of dates a fixed number of weeks apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Every how many weeks.
    pub every: u32,
    /// The first date.
    pub first: NaiveDate,
    /// The last date.
    pub last: NaiveDate,
}

/// Runs that together hold on exactly these dates, which are all of one weekday.
pub fn runs(dates: &BTreeSet<NaiveDate>) -> Vec<Run> {
    let dates: Vec<NaiveDate> = dates.iter().copied().collect();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < dates.len() {
        let run = (1..=MOST_WEEKS).map(|every| (length(&dates[at..], every), every));
        // The longest; of two as long, the one of fewer weeks. Two dates some weeks apart are no rhythm.
        let (length, every) = run.max_by_key(|(length, every)| (*length, -every)).unwrap_or((1, 1));
        let (length, every) = if length == 2 && every > 1 { (1, 1) } else { (length, every) };
        let (first, last) = (dates[at], dates[at + length - 1]);
        runs.push(Run { every: if length == 1 { 1 } else { every as u32 }, first, last });
        at += length;
    }
    runs
}

/// How many of the first dates are each so many weeks after the one before.
fn length(dates: &[NaiveDate], every: i64) -> usize {
    1 + dates.windows(2).take_while(|pair| (pair[1] - pair[0]).num_days() == 7 * every).count()
}

/// Which of every so many weeks holds a date, counted from the week of the first date of the period.
pub fn offset(period_first: NaiveDate, date: NaiveDate, every: u32) -> i32 {
    let weeks = (monday(date) - monday(period_first)).num_days() / 7;
    i32::try_from(weeks.rem_euclid(i64::from(every))).unwrap_or_default()
}

fn monday(date: NaiveDate) -> NaiveDate {
    let days = Days::new(date.weekday().num_days_from_monday().into());
    date.checked_sub_days(days).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dates(weeks: &[u64]) -> BTreeSet<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(2026, 8, 31).expect("a date");
        weeks.iter().map(|week| first + Days::new(7 * week)).collect()
    }

    #[test]
    fn a_rhythm_with_a_gap_is_two_runs_and_dates_alone_stay_alone() {
        for (weeks, expected) in [
            (&[0, 1, 2, 4, 5][..], &[(1, 0, 2), (1, 4, 5)][..]),
            (&[0, 2, 4, 6], &[(2, 0, 6)]),
            (&[0, 3], &[(1, 0, 0), (1, 3, 3)]),
            (&[7], &[(1, 7, 7)]),
            (&[], &[]),
        ] {
            let found = runs(&dates(weeks));
            let expected: Vec<Run> = expected
                .iter()
                .map(|&(every, first, last)| {
                    let date = |week| *dates(&[week]).first().expect("one");
                    Run { every, first: date(first), last: date(last) }
                })
                .collect();
            assert_eq!(found, expected, "{weeks:?}");
        }
    }

    proptest! {
        #[test]
        fn runs_hold_on_exactly_the_dates(weeks in prop::collection::btree_set(0_u64..60, 0..40)) {
            let weeks: Vec<u64> = weeks.into_iter().collect();
            let wanted = dates(&weeks);
            let mut held = BTreeSet::new();
            for run in runs(&wanted) {
                let mut date = run.first;
                while date <= run.last {
                    prop_assert!(held.insert(date), "twice");
                    date = date + Days::new(7 * u64::from(run.every));
                }
            }
            prop_assert_eq!(held, wanted);
        }
    }
}
