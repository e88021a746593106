//! An immediate first solution: team by team, each the cheapest it can be with who is left.

use crate::load::Load;
use crate::problem::Group;
use crate::{Cost, Problem, Slot, Solution, Team};

/// A solution without broken parts; with fewer teams where it may not go on.
pub(crate) fn first(problem: &Problem, may_go_on: &dyn Fn() -> bool) -> Solution {
    let mut free = vec![true; problem.unplaced.len()];
    let mut load = Load::new(problem);
    let mut solution = Solution::default();
    for (index, group) in problem.groups.iter().enumerate() {
        for still in (1..=group.max_teams).rev() {
            let left = group.candidates.iter().filter(|&&person| free[person]).count();
            let wanted = left.div_ceil(still);
            if !may_go_on() {
                return solution;
            }
            let Some(team) = best_team(problem, index, &free, &load, wanted) else { break };
            load.add(&team);
            for &candidate in &team.members {
                free[group.candidates[candidate]] = false;
            }
            solution.teams.push(team);
        }
    }
    solution
}

/// The team that costs least, counting what its members would cost in no team; `None` if having no
/// team costs less still.
fn best_team(
    problem: &Problem,
    index: usize,
    free: &[bool],
    load: &Load,
    wanted: usize,
) -> Option<Team> {
    let group = &problem.groups[index];
    let cost = |team: &Team| {
        let placed: Cost =
            team.members.iter().map(|&c| problem.unplaced[group.candidates[c]]).sum();
        Some(team.cost(problem) + load.cost(team)? - placed)
    };
    let unsupervised = |slot: usize| {
        let members = members(problem, group, &group.slots[slot], free, wanted)?;
        let team = Team { group: index, slot, members, duties: Vec::new() };
        let cost = cost(&team)?;
        Some((cost - team.short_cost(group, &group.slots[slot]), cost, team))
    };
    // Supervisors are tried only where the team could still become the best: at most they make good
    // what is short, and often the first slot gets all it needs.
    let mut slots: Vec<_> = (0..group.slots.len()).filter_map(unsupervised).collect();
    slots.sort_unstable();
    let mut best: Option<(Cost, Team)> = None;
    for (least, cost_without, mut team) in slots {
        if best.as_ref().is_some_and(|(best, _)| *best <= least) {
            break;
        }
        let mut with = cost_without;
        add_supervisors(group, &mut team, &mut with, &cost);
        best = best.into_iter().chain([(with, team)]).min();
    }
    best.filter(|(best, _)| *best < Cost::ZERO).map(|(_, team)| team)
}

/// The cheapest free candidates, up to the wanted number and an allowed size.
fn members(
    problem: &Problem,
    group: &Group,
    slot: &Slot,
    free: &[bool],
    wanted: usize,
) -> Option<Vec<usize>> {
    let gain = |candidate: usize| {
        let person = group.candidates[candidate];
        let cost = slot.members[candidate].filter(|_| free[person])?;
        Some((cost - problem.unplaced[person], candidate))
    };
    let mut gains: Vec<_> = (0..group.candidates.len()).filter_map(gain).collect();
    gains.sort_unstable();
    let needed: usize = group.needs.iter().map(|need| need.min).sum();
    let room = slot.capacity.map_or(wanted, |capacity| capacity.saturating_sub(needed));
    gains.truncate(wanted.min(room).max(1));
    gains.retain(|&(gain, _)| gain < Cost::ZERO);
    while group.size_cost(gains.len()).is_none()
        || slot.capacity.is_some_and(|capacity| gains.len() > capacity)
    {
        gains.pop()?;
    }
    let mut members: Vec<_> = gains.into_iter().map(|(_, candidate)| candidate).collect();
    members.sort_unstable();
    Some(members)
}

/// Adds, one by one, the supervisor that lowers the cost most.
fn add_supervisors(
    group: &Group,
    team: &mut Team,
    best: &mut Cost,
    cost: &impl Fn(&Team) -> Option<Cost>,
) {
    let duties = &group.slots[team.slot].duties;
    loop {
        let with = |duty: usize| {
            let serves = |&d: &usize| duties[d].supervisor == duties[duty].supervisor;
            let side = |&&d: &&usize| duties[d].side == duties[duty].side;
            let full =
                team.duties.iter().filter(side).count() >= group.needs[duties[duty].side].max;
            let crowded = group.slots[team.slot]
                .capacity
                .is_some_and(|capacity| team.members.len() + team.duties.len() >= capacity);
            if full || crowded || team.duties.iter().any(serves) {
                return None;
            }
            let mut team = team.clone();
            team.duties.push(duty);
            team.duties.sort_unstable();
            Some((cost(&team)?, team))
        };
        match (0..duties.len()).filter_map(with).min() {
            Some((cheaper, with)) if cheaper < *best => (*best, *team) = (cheaper, with),
            _ => return,
        }
    }
}
