//! An immediate first solution: team by team, each the cheapest it can be with who is left.

use std::collections::VecDeque;

use crate::load::Load;
use crate::problem::Group;
use crate::reduce::{DutySet, Reduced, View};
use crate::{Cost, Solution, Team};

/// Compositions that are tried of each size: those that cost least by themselves.
const SHORTLIST: usize = 60;
/// Supervisors who are asked, of those who could serve.
const TURNS: usize = 8;

/// A solution without broken parts; with fewer teams where it may not go on.
pub(crate) fn first(reduced: &Reduced, may_go_on: &dyn Fn() -> bool) -> Solution {
    let problem = reduced.problem;
    let mut free = vec![true; problem.unplaced.len()];
    let mut load = Load::new(problem);
    let mut solution = Solution::default();
    for (index, group) in problem.groups.iter().enumerate() {
        let Some(mut tables) = Tables::new(reduced, index, may_go_on) else { return solution };
        for still in (1..=group.max_teams).rev() {
            let left = group.candidates.iter().filter(|&&person| free[person]).count();
            let wanted = left.div_ceil(still);
            if !may_go_on() {
                return solution;
            }
            tables.seat(&free, wanted.max(1));
            let Some(team) = tables.best_team(&load, wanted) else { break };
            load.add(&team);
            for &candidate in &team.members {
                free[group.candidates[candidate]] = false;
            }
            solution.teams.push(team);
        }
    }
    solution
}

/// Who is free at each slot, cheapest first.
struct Tables<'a> {
    index: usize,
    group: &'a Group,
    view: &'a View,
    /// By slot and class, the gain of a place for each candidate, best first.
    queues: Vec<Vec<Vec<(Cost, usize)>>>,
    /// By slot and class, the best free ones.
    ready: Vec<Vec<Vec<(Cost, usize)>>>,
    /// By slot and class of duties, those that may still be free; whose turn it is comes first.
    duties: Vec<Vec<VecDeque<usize>>>,
    /// By size, compositions that cost little.
    shortlist: Vec<Vec<usize>>,
}

impl<'a> Tables<'a> {
    /// None where it may not go on.
    fn new(
        reduced: &'a Reduced<'a>,
        index: usize,
        may_go_on: &dyn Fn() -> bool,
    ) -> Option<Tables<'a>> {
        let group = &reduced.problem.groups[index];
        let view = &reduced.views[index];
        let queue = |slot: &crate::Slot, class: &Vec<usize>| {
            let gain = |&candidate: &usize| {
                let unplaced = reduced.problem.unplaced[group.candidates[candidate]];
                Some((slot.members[candidate]? - unplaced, candidate))
            };
            let mut queue: Vec<_> = class.iter().filter_map(gain).collect();
            queue.retain(|&(gain, _)| gain < Cost::ZERO);
            queue.sort_unstable_by(|a, b| b.cmp(a));
            queue
        };
        let queues = group.slots.iter().map(|slot| {
            let classes = view.classes.candidates.iter();
            may_go_on().then(|| classes.map(|class| queue(slot, class)).collect::<Vec<_>>())
        });
        let queues: Vec<_> = queues.collect::<Option<_>>()?;
        let mut order: Vec<usize> = (0..view.compositions.len()).collect();
        order.sort_unstable_by_key(|&at| (view.compositions.costs[at], at));
        let mut shortlist = vec![Vec::new(); group.sizes.len()];
        for at in order {
            let list = &mut shortlist[usize::from(view.compositions.sizes[at])];
            if list.len() < SHORTLIST {
                list.push(at);
            }
        }
        let duties = view.supervision.iter().map(|supervision| {
            let mut duties = vec![VecDeque::new(); supervision.classes];
            for (duty, &class) in supervision.of.iter().enumerate() {
                duties[class].push_back(duty);
            }
            duties
        });
        let duties = duties.collect();
        Some(Tables { index, group, view, ready: Vec::new(), queues, duties, shortlist })
    }

    /// Looks up who is free, at most `wanted` of each class at each slot.
    fn seat(&mut self, free: &[bool], wanted: usize) {
        let is_free = |entry: &(Cost, usize)| free[self.group.candidates[entry.1]];
        let ready = |queue: &mut Vec<(Cost, usize)>| {
            // The best are last, so that those who are gone can be dropped there.
            let mut ready = Vec::with_capacity(wanted);
            while ready.len() < wanted
                && let Some(entry) = queue.pop()
            {
                if is_free(&entry) {
                    ready.push(entry);
                }
            }
            queue.extend(ready.iter().rev());
            ready
        };
        let slots = self.queues.iter_mut();
        self.ready = slots.map(|classes| classes.iter_mut().map(ready).collect()).collect();
    }

    /// The team that costs least, counting what its members would cost in no team; `None` if having
    /// no team costs less still.
    fn best_team(&mut self, load: &Load, wanted: usize) -> Option<Team> {
        let mut slots: Vec<(Cost, Team)> =
            (0..self.group.slots.len()).filter_map(|slot| self.members(slot, wanted)).collect();
        slots.sort_unstable();
        let mut best: Option<(Cost, Team)> = None;
        for (least, team) in slots {
            // Another slot is only tried where this one leaves requirements broken.
            if best.as_ref().is_some_and(|(best, _)| best.broken <= least.broken) {
                break;
            }
            let Some(linked) = load.cost(&team) else { continue };
            let (short, team) = self.supervised(load, team);
            best = best.into_iter().chain([(least + linked + short, team)]).min();
        }
        best.filter(|(best, _)| *best < Cost::ZERO).map(|(_, team)| team)
    }

    /// The best members for a team at a slot, and what they cost.
    fn members(&self, slot: usize, wanted: usize) -> Option<(Cost, Team)> {
        let ready = &self.ready[slot];
        let needed: usize = self.group.needs.iter().map(|need| need.min).sum();
        let room =
            self.group.slots[slot].capacity.map_or(wanted, |most| most.saturating_sub(needed));
        let composed = |&at: &usize| {
            let counts = self.view.compositions.counts(at);
            let mut cost = self.view.compositions.costs[at];
            for (&n, ready) in counts.iter().zip(ready) {
                let n = usize::from(n);
                if n > 0 {
                    cost += ready.get(..n)?.iter().map(|&(gain, _)| gain).sum();
                }
            }
            Some((cost, at))
        };
        let size = wanted.min(room).min(self.shortlist.len().saturating_sub(1));
        let best = self.shortlist.get(size)?.iter().filter_map(composed).min();
        let of = |members: Vec<usize>| Team { group: self.index, slot, members, duties: vec![] };
        if let Some((cost, at)) = best {
            let counts = self.view.compositions.counts(at);
            let taken = counts.iter().zip(ready).flat_map(|(&n, ready)| &ready[..usize::from(n)]);
            let mut members: Vec<usize> = taken.map(|&(_, candidate)| candidate).collect();
            members.sort_unstable();
            return Some((cost, of(members)));
        }
        self.cheapest(slot, size).map(|(cost, members)| (cost, of(members)))
    }

    /// The cheapest free candidates, up to the wanted number and an allowed size.
    fn cheapest(&self, slot: usize, wanted: usize) -> Option<(Cost, Vec<usize>)> {
        let mut all: Vec<(Cost, usize)> = self.ready[slot].iter().flatten().copied().collect();
        all.sort_unstable();
        all.truncate(wanted);
        while self.group.size_cost(all.len()).is_none() {
            all.pop()?;
        }
        let mut members: Vec<usize> = all.iter().map(|&(_, candidate)| candidate).collect();
        members.sort_unstable();
        let counts = self.view.classes.counts(&members);
        let size = self.group.size_cost(members.len())?;
        let gains: Cost = all.iter().map(|&(gain, _)| gain).sum();
        Some((size + self.view.classes.cost(&counts) + gains, members))
    }

    /// The team with the set of supervisors that costs least, and what supervision costs, with the
    /// quorum.
    fn supervised(&mut self, load: &Load, mut team: Team) -> (Cost, Team) {
        let slot = &self.group.slots[team.slot];
        let quorum = slot.quorum.as_ref().filter(|_| team.breaks_quorum(slot));
        let quorum = quorum.map(|quorum| quorum.broken).unwrap_or_default();
        let room = slot.capacity.map_or(usize::MAX, |most| most.saturating_sub(team.members.len()));
        let sets = &self.view.supervision[team.slot].sets;
        let number = |set: &DutySet| set.counts.iter().map(|&(_, n)| usize::from(n)).sum::<usize>();
        let counts = self.view.classes.counts(&team.members);
        let kinds: Vec<Cost> = self.view.kinds.all.iter().map(|kind| kind.cost(&counts)).collect();
        let fitting = sets.iter().filter(|set| number(set) <= room);
        let mut order: Vec<(Cost, &DutySet)> =
            fitting.map(|set| (set.cost + kinds[set.kind], set)).collect();
        order.sort_by_key(|&(cost, _)| cost);
        let mut best: Option<(Cost, Vec<usize>)> = None;
        for (cost, set) in order {
            if best.as_ref().is_some_and(|(best, _)| *best <= cost) {
                break;
            }
            if let Some((extra, duties)) = self.serve(load, team.slot, set) {
                best = best.into_iter().chain([(cost + extra, duties)]).min();
            }
        }
        let (cost, duties) = best.unwrap_or_default();
        team.duties = duties;
        team.duties.sort_unstable();
        (cost + quorum, team)
    }

    /// Duties for a set of supervisors, and what they cost; none if there are not enough.
    fn serve(&mut self, load: &Load, slot: usize, set: &DutySet) -> Option<(Cost, Vec<usize>)> {
        let of = &self.group.slots[slot].duties;
        let (mut cost, mut chosen) = (Cost::ZERO, Vec::new());
        for &(class, number) in &set.counts {
            for _ in 0..number {
                let turn = &mut self.duties[slot][class];
                let mut best: Option<(Cost, usize)> = None;
                let mut tried = 0;
                for _ in 0..turn.len() {
                    let Some(duty) = turn.pop_front() else { break };
                    let alone =
                        Team { group: self.index, slot, members: Vec::new(), duties: vec![duty] };
                    // What is full stays full, so who cannot serve now need not be asked again.
                    let Some(extra) = load.cost_of_duty(&alone) else { continue };
                    turn.push_back(duty);
                    let serves = |&other: &usize| of[other].supervisor == of[duty].supervisor;
                    if chosen.iter().any(serves) {
                        continue;
                    }
                    best = best.into_iter().chain([(extra + of[duty].cost, duty)]).min();
                    tried += 1;
                    if tried == TURNS || extra.is_zero() {
                        break;
                    }
                }
                let (extra, duty) = best?;
                cost += extra;
                chosen.push(duty);
            }
        }
        Some((cost, chosen))
    }
}
