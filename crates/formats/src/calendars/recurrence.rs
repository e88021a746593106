//! Dates as a rule with exceptions.

use chrono::{Days, NaiveDate};

/// Every so many weeks on one day of the week, with some dates left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The first date.
    pub first: NaiveDate,
    /// Every how many weeks.
    pub every_weeks: u32,
    /// How many dates the rule has, those left out among them.
    pub count: u32,
    /// The dates that are left out.
    pub left_out: Vec<NaiveDate>,
}

impl Recurrence {
    /// The rule with exactly these dates, which are in order and each some multiple of `every_weeks`
    /// weeks after the first; none without dates.
    pub fn of(dates: &[NaiveDate], every_weeks: u32) -> Option<Recurrence> {
        let (&first, &last) = (dates.first()?, dates.last()?);
        let every_weeks = every_weeks.max(1);
        let step = Days::new(u64::from(every_weeks) * 7);
        let rhythm = std::iter::successors(Some(first), |&date| date.checked_add_days(step));
        let rhythm: Vec<NaiveDate> = rhythm.take_while(|&date| date <= last).collect();
        let count = u32::try_from(rhythm.len()).unwrap_or(u32::MAX);
        let is_left_out = |date: &NaiveDate| dates.binary_search(date).is_err();
        let left_out = rhythm.into_iter().filter(is_left_out).collect();
        Some(Recurrence { first, every_weeks, count, left_out })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(texts: &[&str]) -> Vec<NaiveDate> {
        texts.iter().map(|text| text.parse().expect("a date")).collect()
    }

    #[test]
    fn dates_without_a_meeting_are_left_out() {
        let meetings = dates(&["2026-12-08", "2026-12-22", "2027-01-19"]);
        let rule = Recurrence::of(&meetings, 2).expect("a rule");
        assert_eq!((rule.first, rule.count), (meetings[0], 4));
        assert_eq!(rule.left_out, dates(&["2027-01-05"]));
    }

    #[test]
    fn one_date_is_a_rule_and_none_is_not() {
        let rule = Recurrence::of(&dates(&["2026-12-08"]), 3).expect("a rule");
        assert_eq!((rule.count, rule.left_out), (1, Vec::new()));
        assert_eq!(Recurrence::of(&[], 1), None);
    }
}
