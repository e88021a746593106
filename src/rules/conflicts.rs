//! Rows for what can be in one place at a time: slots that share a minute of a day.

use std::collections::{BTreeMap, BTreeSet};

use super::Frame;
use crate::roster::{Day, LocationIx, Span};

/// A slot of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SlotAt {
    pub group: usize,
    pub slot: usize,
    pub span: Span,
    pub location: Option<LocationIx>,
}

/// Slots by day, for those that pass a test.
pub(super) fn by_day(
    frame: &Frame,
    is_wanted: impl Fn(usize, usize) -> bool,
) -> BTreeMap<Day, Vec<SlotAt>> {
    let mut days: BTreeMap<Day, Vec<SlotAt>> = BTreeMap::new();
    for (group, of) in frame.groups.iter().enumerate() {
        for (slot, at) in of.slots.iter().enumerate().filter(|&(slot, _)| is_wanted(group, slot)) {
            let (span, location) = (at.span, at.slot.location);
            for &day in &at.meetings {
                days.entry(day).or_default().push(SlotAt { group, slot, span, location });
            }
        }
    }
    days
}

/// Sets of slots that all share a minute of some day, each set once. Any two slots that overlap on
/// a day are together in one of them: the one for the later start.
pub(super) fn at_one_time(days: &BTreeMap<Day, Vec<SlotAt>>) -> BTreeSet<Vec<SlotAt>> {
    let mut sets = BTreeSet::new();
    for slots in days.values() {
        let starts: BTreeSet<_> = slots.iter().map(|at| at.span.start).collect();
        for start in starts {
            let now = |at: &&SlotAt| at.span.start <= start && start < at.span.end;
            sets.insert(slots.iter().filter(now).copied().collect());
        }
    }
    sets
}

/// Sets of slots of which nobody can do two, since one ends at a location too shortly before the
/// other starts elsewhere; each set once. `travel` gives the minutes from the one to the other.
///
/// For an end and a start with no more than the travel between them, every slot that is under way
/// just before the end, at the one location, is too close to every slot that is under way at the
/// start, at the other.
pub(super) fn too_close(
    days: &BTreeMap<Day, Vec<SlotAt>>,
    travel: impl Fn(Option<LocationIx>, Option<LocationIx>) -> u32,
) -> BTreeSet<Vec<SlotAt>> {
    let mut sets = BTreeSet::new();
    for slots in days.values() {
        let ends: BTreeSet<_> = slots.iter().map(|at| (at.location, at.span.end)).collect();
        let starts: BTreeSet<_> = slots.iter().map(|at| (at.location, at.span.start)).collect();
        for &(from, end) in &ends {
            for &(to, start) in &starts {
                let gap = start.minutes().checked_sub(end.minutes());
                if from == to || gap.is_none_or(|gap| gap >= travel(from, to)) {
                    continue;
                }
                let ending =
                    |at: &&SlotAt| at.location == from && at.span.start < end && end <= at.span.end;
                let starting = |at: &&SlotAt| {
                    at.location == to && at.span.start <= start && start < at.span.end
                };
                let two = slots.iter().filter(|at| ending(at) || starting(at));
                sets.insert(two.copied().collect());
            }
        }
    }
    sets
}
