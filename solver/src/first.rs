//! An immediate first solution: team by team, each the cheapest it can be with who is left.

use crate::load::Load;
use crate::problem::Group;
use crate::reduce::{Reduced, View};
use crate::{Cost, Solution, Team};

/// Compositions that are tried of each size: those that cost least by themselves.
const SHORTLIST: usize = 60;

/// A solution without broken parts; with fewer teams where it may not go on.
pub(crate) fn first(reduced: &Reduced, may_go_on: &dyn Fn() -> bool) -> Solution {
    let problem = reduced.problem;
    let mut free = vec![true; problem.unplaced.len()];
    let mut load = Load::new(problem);
    let mut solution = Solution::default();
    for (index, group) in problem.groups.iter().enumerate() {
        let mut tables = Tables::new(reduced, index);
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
    reduced: &'a Reduced<'a>,
    index: usize,
    group: &'a Group,
    view: &'a View,
    /// By slot and class, the gain of a place for each candidate, best first.
    queues: Vec<Vec<Vec<(Cost, usize)>>>,
    /// By slot and class, the best free ones.
    ready: Vec<Vec<Vec<(Cost, usize)>>>,
    /// By size, compositions that cost little.
    shortlist: Vec<Vec<usize>>,
}

impl<'a> Tables<'a> {
    fn new(reduced: &'a Reduced<'a>, index: usize) -> Tables<'a> {
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
            view.classes.candidates.iter().map(|class| queue(slot, class)).collect::<Vec<_>>()
        });
        let mut order: Vec<usize> = (0..view.compositions.len()).collect();
        order.sort_unstable_by_key(|&at| (view.compositions.costs[at], at));
        let mut shortlist = vec![Vec::new(); group.sizes.len()];
        for at in order {
            let list = &mut shortlist[usize::from(view.compositions.sizes[at])];
            if list.len() < SHORTLIST {
                list.push(at);
            }
        }
        let queues: Vec<_> = queues.collect();
        Tables { reduced, index, group, view, ready: Vec::new(), queues, shortlist }
    }

    /// Looks up who is free, at most `wanted` of each class at each slot.
    fn seat(&mut self, free: &[bool], wanted: usize) {
        let is_free = |entry: &(Cost, usize)| free[self.group.candidates[entry.1]];
        let ready = |queue: &mut Vec<(Cost, usize)>| {
            // The best are last, so that those who are gone can be dropped there.
            while queue.last().is_some_and(|entry| !is_free(entry)) {
                queue.pop();
            }
            queue.iter().rev().filter(|entry| is_free(entry)).take(wanted).copied().collect()
        };
        let slots = self.queues.iter_mut();
        self.ready = slots.map(|classes| classes.iter_mut().map(ready).collect()).collect();
    }

    /// The team that costs least, counting what its members would cost in no team; `None` if having
    /// no team costs less still.
    fn best_team(&self, load: &Load, wanted: usize) -> Option<Team> {
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

    /// The team with supervisors, one by one the one that costs least; and what supervision costs,
    /// with the quorum.
    fn supervised(&self, load: &Load, mut team: Team) -> (Cost, Team) {
        let problem = self.reduced.problem;
        let slot = &self.group.slots[team.slot];
        let without = team.cost(problem);
        let seats: Cost = team.members.iter().filter_map(|&member| slot.members[member]).sum();
        let counts = self.view.classes.counts(&team.members);
        let size = self.group.size_cost(team.members.len()).unwrap_or_default();
        let base = seats + size + self.view.classes.cost(&counts);
        let mut cost = without;
        let linked = load.cost(&team).unwrap_or_default();
        let mut linked_now = linked;
        for (side, need) in self.group.needs.iter().enumerate() {
            for _ in 0..need.min {
                if slot.capacity.is_some_and(|most| team.members.len() + team.duties.len() >= most)
                {
                    continue;
                }
                let most_saved = need.short;
                let mut best: Option<(Cost, Cost, Cost, Team)> = None;
                for (duty, of) in slot.duties.iter().enumerate() {
                    if of.side != side || self.serves(&team, of.supervisor) {
                        continue;
                    }
                    let Some(extra) = load.cost_of_duty(&Team {
                        group: self.index,
                        slot: team.slot,
                        members: Vec::new(),
                        duties: vec![duty],
                    }) else {
                        continue;
                    };
                    let mut with = team.clone();
                    let place = with.duties.partition_point(|&d| d < duty);
                    with.duties.insert(place, duty);
                    let now = with.cost(problem);
                    let Some(rows) = load.cost(&with) else { continue };
                    let total = now + rows;
                    if best.as_ref().is_none_or(|(best, ..)| total < *best) {
                        best = Some((total, now, rows, with));
                    }
                    if extra.is_zero() && total + most_saved <= cost + linked_now {
                        break;
                    }
                }
                let Some((total, now, rows, with)) = best else { continue };
                if total < cost + linked_now {
                    (cost, linked_now, team) = (now, rows, with);
                }
            }
        }
        (cost - base + linked_now - linked, team)
    }

    fn serves(&self, team: &Team, supervisor: usize) -> bool {
        let duties = &self.group.slots[team.slot].duties;
        team.duties.iter().any(|&duty| duties[duty].supervisor == supervisor)
    }
}
