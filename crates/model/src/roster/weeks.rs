//! Sets of weeks; with a weekday, sets of days. What holds on many days is worked out for all of
//! them at once.

use super::LIMITS;

/// A set of weeks of the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Weeks([u64; Weeks::WORDS]);

impl Weeks {
    /// Room for every week of the longest period, however its first and last week are cut.
    const WORDS: usize = (LIMITS.days.at_most as usize / 7 + 2).div_ceil(64);
    const BITS: u32 = 64 * Weeks::WORDS as u32;

    /// No week.
    pub const NONE: Weeks = Weeks([0; Weeks::WORDS]);
    /// Every week.
    pub const ALL: Weeks = Weeks([u64::MAX; Weeks::WORDS]);

    /// From one week to another, both included.
    pub fn between(first: u32, last: u32) -> Weeks {
        let mut weeks = Weeks::NONE;
        for (at, word) in weeks.0.iter_mut().enumerate() {
            let start = at as u32 * 64;
            if first < start + 64 && start <= last && first <= last {
                let (low, high) = (first.max(start) - start, last.min(start + 63) - start);
                *word = (u64::MAX >> (63 - high)) & (u64::MAX << low);
            }
        }
        weeks
    }

    /// The weeks whose number, divided by `every`, leaves `offset`.
    pub fn every(every: u32, offset: u32) -> Weeks {
        match (every, offset) {
            (1, 0) => Weeks::ALL,
            _ if offset < every => (offset..Weeks::BITS).step_by(every as usize).collect(),
            _ => Weeks::NONE,
        }
    }

    /// Whether a week is in the set.
    pub fn has(self, week: u32) -> bool {
        self.0.get(week as usize / 64).is_some_and(|word| word >> (week % 64) & 1 == 1)
    }

    /// The first week of the set.
    pub fn first(self) -> Option<u32> {
        let at = self.0.iter().position(|&word| word != 0)?;
        Some(at as u32 * 64 + self.0[at].trailing_zeros())
    }

    /// How many weeks are in the set.
    pub fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self == Weeks::NONE
    }

    /// The weeks of both sets.
    pub fn and(self, other: Weeks) -> Weeks {
        self.with(other, |one, other| one & other)
    }

    /// The weeks of either set.
    pub fn or(self, other: Weeks) -> Weeks {
        self.with(other, |one, other| one | other)
    }

    /// The weeks of this set that are not in the other.
    pub fn without(self, other: Weeks) -> Weeks {
        self.with(other, |one, other| one & !other)
    }

    /// The first so many weeks of the set.
    pub fn take(self, most: u32) -> Weeks {
        if self.count() <= most { self } else { self.iter().take(most as usize).collect() }
    }

    /// The weeks of the set, in order.
    pub fn iter(mut self) -> impl Iterator<Item = u32> {
        std::iter::from_fn(move || {
            let week = self.first()?;
            self = self.without(Weeks::between(week, week));
            Some(week)
        })
    }

    /// Splits the set into parts that are each wholly within or wholly outside each of `others`:
    /// for each part its first week and all its weeks.
    pub fn parts<O>(self, others: O) -> impl Iterator<Item = (u32, Weeks)>
    where
        O: IntoIterator<Item = Weeks> + Clone,
    {
        let mut left = self;
        std::iter::from_fn(move || {
            let week = left.first()?;
            let alike = |part: Weeks, other: Weeks| match other.has(week) {
                true => part.and(other),
                false => part.without(other),
            };
            let part = others.clone().into_iter().fold(left, alike);
            left = left.without(part);
            Some((week, part))
        })
    }

    fn with(mut self, other: Weeks, combine: impl Fn(u64, u64) -> u64) -> Weeks {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word = combine(*word, other));
        self
    }
}

impl FromIterator<u32> for Weeks {
    /// Weeks beyond the longest period are left out.
    fn from_iter<I: IntoIterator<Item = u32>>(weeks: I) -> Weeks {
        let mut set = Weeks::NONE;
        for week in weeks {
            if let Some(word) = set.0.get_mut(week as usize / 64) {
                *word |= 1 << (week % 64);
            }
        }
        set
    }
}
