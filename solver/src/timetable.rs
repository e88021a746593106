//! Whether the teams that are needed can meet at all, when nobody can be at two meetings at a time
//! (docs/engine.md, Timetables).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::time::Duration;

use crate::generate::Run;
use crate::highs::{Effort, Limits, Line, Live, Status, Watch};
use crate::master::Goal;
use crate::reduce::{DutySet, Reduced};
use crate::split::{SlotAt, Split};
use crate::{Cost, Phase, Problem, Solution, Use};

/// More moments than this, and the pairs that exclude each other are too many to look at.
const MOST_MOMENTS: usize = 4_000;

/// The program of the moments.
struct Timetable {
    /// The broken requirements that there are whatever the moments.
    base: i64,
    moments: Moments,
    rows: Vec<MomentRow>,
}

/// Where a team can meet without a broken requirement of its supervisors.
struct Moments {
    /// Groups and slots, in order.
    at: Vec<SlotAt>,
    /// By moment the supervisors who surely serve each team there.
    sure: Vec<BTreeSet<usize>>,
}

/// `least <= sum of moments, each so many times <= most`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct MomentRow {
    moments: Vec<(usize, i64)>,
    least: Option<i64>,
    most: Option<i64>,
}

impl MomentRow {
    fn at_most(moments: Vec<(usize, i64)>, most: i64) -> MomentRow {
        MomentRow { moments, least: None, most: Some(most) }
    }

    /// Whether it says that there is one of its moments at most.
    fn is_one_of(&self) -> bool {
        self.most == Some(1) && self.least.is_none() && self.moments.iter().all(|&(_, n)| n == 1)
    }
}

impl Moments {
    fn new(reduced: &Reduced) -> Moments {
        let (mut at, mut sure) = (Vec::new(), Vec::new());
        for (group, of) in reduced.problem.groups.iter().enumerate() {
            for slot in 0..of.slots.len() {
                let sets = kept_sets(reduced, (group, slot));
                if !sets.is_empty() {
                    at.push((group, slot));
                    sure.push(surely_serving(reduced, (group, slot), &sets));
                }
            }
        }
        Moments { at, sure }
    }

    fn of_group(&self, group: usize) -> Range<usize> {
        let first = self.at.partition_point(|&(of, _)| of < group);
        first..self.at.partition_point(|&(of, _)| of <= group)
    }

    fn place(&self, group: usize, slot: usize) -> Option<usize> {
        self.at.binary_search(&(group, slot)).ok()
    }

    /// The moments at which something can be counted, and whether it is wherever a team meets.
    fn of_use(&self, what: Use) -> Vec<(usize, bool)> {
        let serves = |place: usize, who: usize| (place, self.sure[place].contains(&who));
        match what {
            Use::Team { group } => self.of_group(group).map(|place| (place, true)).collect(),
            Use::Slot { group, slot } => {
                self.place(group, slot).map(|place| (place, true)).into_iter().collect()
            }
            Use::ServeAt { group, slot, supervisor } => {
                self.place(group, slot).map(|at| serves(at, supervisor)).into_iter().collect()
            }
            Use::Serve { group, supervisor } => {
                self.of_group(group).map(|place| serves(place, supervisor)).collect()
            }
        }
    }
}

impl Timetable {
    /// None where supervisors tie no moments together, or there is too much to look at.
    fn new(reduced: &Reduced) -> Option<Timetable> {
        let problem = reduced.problem;
        if problem.groups.iter().map(|group| group.slots.len()).sum::<usize>() > MOST_MOMENTS {
            return None;
        }
        let moments = Moments::new(reduced);
        let mut rows: BTreeSet<MomentRow> = BTreeSet::new();
        let mut are_tied = false;
        for (row, &most) in problem.rows.iter().zip(&reduced.loose) {
            if row.over.is_some_and(|over| over.broken == 0) {
                continue;
            }
            let mut times_of: BTreeMap<usize, i64> = BTreeMap::new();
            for &(what, times) in &row.uses {
                for (place, is_sure) in moments.of_use(what) {
                    // What may be there or not counts only where it helps to keep the row.
                    if is_sure || times < 0 {
                        *times_of.entry(place).or_default() += times;
                        are_tied |= matches!(what, Use::ServeAt { .. } | Use::Serve { .. });
                    }
                }
            }
            rows.insert(MomentRow::at_most(times_of.into_iter().collect(), most));
        }
        if !are_tied {
            return None;
        }
        for (group, of) in problem.groups.iter().enumerate() {
            let here = moments.of_group(group).map(|place| (place, 1)).collect();
            rows.insert(MomentRow::at_most(here, of.max_teams as i64));
        }
        let base = add_people(problem, &moments, &mut rows);
        let rows = with_cliques(moments.at.len(), rows);
        Some(Timetable { base, moments, rows })
    }

    fn live(&self, problem: &Problem, seed: u32) -> Live {
        let column = |&(group, _): &SlotAt| Line {
            cost: 0.0,
            lower: 0.0,
            upper: problem.groups[group].max_teams as f64,
            entries: Vec::new(),
        };
        let line = |row: &MomentRow| Line {
            cost: 0.0,
            lower: row.least.map_or(f64::NEG_INFINITY, |least| least as f64),
            upper: row.most.map_or(f64::INFINITY, |most| most as f64),
            entries: row.moments.iter().map(|&(place, times)| (place, times as f64)).collect(),
        };
        let mut live = Live::new(seed);
        live.add_columns(&self.moments.at.iter().map(column).collect::<Vec<_>>());
        live.add_rows(&self.rows.iter().map(line).collect::<Vec<_>>());
        live.set_integer(&(0..self.moments.at.len()).collect::<Vec<_>>());
        live
    }
}

impl Run<'_> {
    /// Looks whether the teams can meet without more broken requirements than are proven, and if so, for a plan.
    /// It may take half of what is left of time and work.
    pub fn try_timetable(&mut self, split: &Split, reduced: &Reduced) {
        let Some(timetable) = Timetable::new(reduced) else { return };
        if timetable.base != self.state.bound.broken {
            return;
        }
        let mut live = timetable.live(reduced.problem, self.options.seed);
        let Limits { time, iterations } = self.limits();
        let until = time.map(|time| self.started.elapsed() + time / 2);
        let any = Effort { relative_gap: 0.0, absolute_gap: 0.5 };
        let mut watch = Within { run: self, iterations: iterations / 2, until };
        let status = live.solve(&mut watch, Some(&any));
        self.work += live.iterations();
        self.note(&status);
        match status {
            Status::Infeasible => self.prove(Goal::Broken, (timetable.base + 1) as f64),
            Status::Optimal => {
                if let Some((values, _)) = self.needed(live.solution().map_err(Status::Failed)) {
                    self.plan_at(split, reduced.problem, &timetable.moments, &values);
                }
            }
            Status::Stopped | Status::Numerical | Status::Failed(_) => {}
        }
    }

    /// Looks for a plan in which teams meet at the moments that have a value.
    fn plan_at(&mut self, split: &Split, problem: &Problem, moments: &Moments, values: &[f64]) {
        let has_team = |group: usize, slot: usize| {
            moments.place(group, slot).is_some_and(|place| values[place] > 0.5)
        };
        let mut there = problem.clone();
        for (index, group) in there.groups.iter_mut().enumerate() {
            let others = group.slots.iter_mut().enumerate();
            others
                .filter(|(slot, _)| !has_team(index, *slot))
                .for_each(|(_, slot)| slot.members.fill(None));
        }
        let solution = self.solve_small(&there, Solution::default());
        if self.offer(split.lift(solution)) {
            (self.tell)(&self.state, Phase::Requirements, 0, true);
        }
    }
}

/// The sets of supervisors of a slot that break no requirement.
fn kept_sets<'r>(reduced: &'r Reduced, (group, slot): SlotAt) -> Vec<&'r DutySet> {
    let supervision = &reduced.views[group].supervision[slot];
    let duties = reduced.problem.groups[group].slots[slot].duties.iter().zip(&supervision.of);
    let breaking: BTreeSet<usize> =
        duties.filter(|(duty, _)| duty.cost.broken > 0).map(|(_, &class)| class).collect();
    let is_kept = |set: &&DutySet| {
        set.cost.broken <= 0 && !set.counts.iter().any(|(class, _)| breaking.contains(class))
    };
    supervision.sets.iter().filter(is_kept).collect()
}

/// The supervisors of a slot who are in each of some sets.
fn surely_serving(reduced: &Reduced, (group, slot): SlotAt, sets: &[&DutySet]) -> BTreeSet<usize> {
    let supervision = &reduced.views[group].supervision[slot];
    let mut classes: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); supervision.classes];
    let duties = &reduced.problem.groups[group].slots[slot].duties;
    for (duty, &class) in duties.iter().zip(&supervision.of) {
        classes[class].insert(duty.supervisor);
    }
    let has_all = |class: usize, set: &DutySet| {
        set.counts.iter().any(|&(of, n)| of == class && usize::from(n) == classes[class].len())
    };
    let is_sure = |class: &usize| sets.iter().all(|set| has_all(*class, set));
    (0..classes.len()).filter(is_sure).flat_map(|class| classes[class].iter().copied()).collect()
}

/// Adds that whoever can be placed without more broken requirements has a team to go to; the broken
/// requirements that there are whatever the moments.
fn add_people(problem: &Problem, moments: &Moments, rows: &mut BTreeSet<MomentRow>) -> i64 {
    let mut costs: Vec<Vec<(SlotAt, Cost)>> = vec![Vec::new(); problem.unplaced.len()];
    for (group, of) in problem.groups.iter().enumerate() {
        for (slot, at) in of.slots.iter().enumerate() {
            for (&person, cost) in of.candidates.iter().zip(&at.members) {
                costs[person].extend(cost.map(|cost| ((group, slot), cost)));
            }
        }
    }
    let mut base = 0;
    for (costs, unplaced) in costs.iter().zip(&problem.unplaced) {
        let least = costs.iter().map(|(_, cost)| cost.broken).fold(unplaced.broken, i64::min);
        base += least;
        if unplaced.broken > least {
            let kept = costs.iter().filter(|(_, cost)| cost.broken == least);
            let open = kept.filter_map(|&((group, slot), _)| moments.place(group, slot));
            let moments = open.map(|place| (place, 1)).collect();
            rows.insert(MomentRow { moments, least: Some(1), most: None });
        }
    }
    base
}

/// The rows, with pairs that exclude each other put together in sets, as large as they go, of which only one
/// can be.
fn with_cliques(moments: usize, rows: BTreeSet<MomentRow>) -> Vec<MomentRow> {
    let (one_of, mut rows): (Vec<MomentRow>, Vec<MomentRow>) =
        rows.into_iter().partition(|row| row.moments.len() > 1 && row.is_one_of());
    let mut excluded: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); moments];
    for row in &one_of {
        for &(one, _) in &row.moments {
            excluded[one].extend(row.moments.iter().map(|&(other, _)| other).filter(|&o| o != one));
        }
    }
    let mut covered: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); moments];
    for one in 0..moments {
        for &other in excluded[one].range(one + 1..) {
            if covered[one].contains(&other) {
                continue;
            }
            let mut clique = vec![one, other];
            let mut common: Vec<usize> =
                excluded[one].intersection(&excluded[other]).copied().collect();
            while let Some(&next) = common.first() {
                clique.push(next);
                common.retain(|&more| more != next && excluded[next].contains(&more));
            }
            clique.iter().for_each(|&place| covered[place].extend(&clique));
            clique.sort_unstable();
            let clique = clique.into_iter().map(|place| (place, 1)).collect();
            rows.push(MomentRow::at_most(clique, 1));
        }
    }
    rows
}

/// A run that is watched within a share of what it may take.
struct Within<'a, 'b> {
    run: &'a mut Run<'b>,
    iterations: u64,
    until: Option<Duration>,
}

impl Watch for Within<'_, '_> {
    fn limits(&self) -> Limits {
        let limits = self.run.limits();
        let left = self.until.map(|until| until.saturating_sub(self.run.started.elapsed()));
        let time = [limits.time, left].into_iter().flatten().min();
        Limits { iterations: limits.iterations.min(self.iterations), time }
    }

    fn is_stopped(&mut self) -> bool {
        self.run.is_stopped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ends::Allowance;
    use crate::random::{pinned, problem};
    use crate::{Cancel, Options, solve_compact};

    #[test]
    fn without_a_timetable_no_plan_breaks_as_few_requirements() {
        let cancel = Cancel::default();
        let (mut impossible, mut possible) = (0, 0);
        for problem in (0..300).flat_map(|seed| [pinned(seed), problem(seed)]) {
            let reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            let Some(timetable) = Timetable::new(&reduced) else { continue };
            let all = Effort { relative_gap: 0.0, absolute_gap: 0.5 };
            let mut live = timetable.live(&problem, 0);
            let status = live.solve(&mut Allowance::all(&cancel), Some(&all));
            let options = Options::default();
            let best = solve_compact(&problem, &options, &cancel, &Solution::default()).cost;
            assert!(best.broken >= timetable.base, "{best:?}");
            match status {
                Status::Infeasible => {
                    assert!(best.broken > timetable.base, "{best:?}");
                    impossible += 1;
                }
                Status::Optimal => possible += 1,
                other => panic!("{other:?}"),
            }
        }
        assert!(impossible > 20 && possible > 20, "{impossible} impossible, {possible} possible");
    }

    #[test]
    fn pairs_that_exclude_each_other_become_one_row() {
        let pair = |one, other| MomentRow::at_most(vec![(one, 1), (other, 1)], 1);
        let rows = BTreeSet::from([pair(0, 1), pair(1, 2), pair(0, 2), pair(2, 3)]);
        let three = MomentRow::at_most(vec![(0, 1), (1, 1), (2, 1)], 1);
        assert_eq!(with_cliques(4, rows), [three, pair(2, 3)]);
    }
}
