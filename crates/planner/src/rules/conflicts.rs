//! Rows for what can be in one place at a time: slots that share a minute of a day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use leerteam_solver::{Row, Use};

use super::{DecisionSpace, Serving};
use leerteam_model::calendar::Series;
use leerteam_model::roster::{LocationIx, Span, Weeks};

/// A slot of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotAt {
    pub group: usize,
    pub slot: usize,
    pub span: Span,
    pub location: Option<LocationIx>,
}

/// The slots that meet on a day, for each day that differs from the others.
pub fn by_day(space: &DecisionSpace, slots: &[(usize, usize)]) -> Vec<Vec<SlotAt>> {
    let mut weekdays: BTreeMap<u32, Vec<(SlotAt, Weeks)>> = BTreeMap::new();
    for &(group, slot) in slots {
        let at = &space.groups[group].slots[slot];
        let Series { weekday, span, weeks } = at.series;
        let at = SlotAt { group, slot, span, location: at.slot.location };
        weekdays.entry(weekday.num_days_from_monday()).or_default().push((at, weeks));
    }
    let mut days = Vec::new();
    for slots in weekdays.values() {
        let weeks = || slots.iter().map(|&(_, weeks)| weeks);
        for (week, _) in weeks().fold(Weeks::NONE, Weeks::or).parts(weeks().collect::<Vec<_>>()) {
            let meets = |(_, weeks): &&(SlotAt, Weeks)| weeks.has(week);
            days.push(slots.iter().filter(meets).map(|&(at, _)| at).collect());
        }
    }
    days
}

/// Sets of slots that all share a minute of some day, each set once. Any two slots that overlap on
/// a day are together in one of them: the one for the later start, or a later one that has both.
pub fn at_one_time(days: &[Vec<SlotAt>]) -> BTreeSet<Vec<SlotAt>> {
    let mut sets = BTreeSet::new();
    for slots in days {
        let starts: BTreeSet<_> = slots.iter().map(|at| at.span.start).collect();
        let mut later = starts.iter().skip(1);
        for &start in &starts {
            let next = later.next();
            let now = |at: &&SlotAt| at.span.start <= start && start < at.span.end;
            let set: Vec<SlotAt> = slots.iter().filter(now).copied().collect();
            // A set that is still there at the next start is part of that one.
            if !next.is_some_and(|&next| set.iter().all(|at| next < at.span.end)) {
                sets.insert(set);
            }
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
pub fn too_close(
    days: &[Vec<SlotAt>],
    travel: impl Fn(Option<LocationIx>, Option<LocationIx>) -> u32,
) -> BTreeSet<Vec<SlotAt>> {
    let mut sets = BTreeSet::new();
    for slots in days {
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

/// Whether two teams could be at slots of the set: otherwise it forbids nothing.
pub fn is_shared(space: &DecisionSpace, set: &[SlotAt]) -> bool {
    let mut groups: Vec<usize> = set.iter().map(|at| at.group).collect();
    groups.dedup();
    groups.iter().map(|&group| space.groups[group].max_teams).sum::<u32>() > 1
}

/// For each supervisor rows that let them serve at most one team at the slots of each set, `sets`
/// being those among slots by day.
pub fn one_of_each(
    space: &DecisionSpace,
    serving: &Serving,
    sets: impl Fn(&[Vec<SlotAt>]) -> BTreeSet<Vec<SlotAt>>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    // Many supervisors are there at the same times.
    let mut known: HashMap<&[(usize, usize)], Vec<Vec<SlotAt>>> = HashMap::new();
    for supervisor in space.roster.supervisors.indices() {
        let slots = serving.slots(supervisor);
        let sets = known.entry(slots).or_insert_with(|| {
            let sets = sets(&by_day(space, slots)).into_iter();
            sets.filter(|set| is_shared(space, set)).collect()
        });
        let at = |at: &SlotAt| {
            let supervisor = supervisor.into();
            (Use::ServeAt { group: at.group, slot: at.slot, supervisor }, 1)
        };
        let row =
            |set: &Vec<SlotAt>| Row { uses: set.iter().map(at).collect(), at_most: 1, over: None };
        rows.extend(sets.iter().map(row));
    }
    rows
}
