//! Pricing of whole teams: slot by slot, harder and harder, and no more often than the prices ask for.

use super::round::{Hands, NOTHING, Round, in_threads};
use super::slot_task::Task;
use super::whole::WholeTeams;
use super::{Column, Master, TeamRange};
use crate::Cost;
use crate::ends::Allowance;
use crate::highs::Status;
use crate::pricing::Effort;
use crate::tolerances::HELPS;

/// How hard to look when exchanges find nothing more, in turn until some team helps.
pub(super) const EFFORTS: [Effort; 2] = [Effort::Exact(10_000), Effort::Program(30_000)];
/// Slots that are looked at so hard before asking whether a team of theirs helps.
const BATCH: usize = 8;

/// Which teams are looked for.
#[derive(Clone, Copy)]
enum Target {
    /// Those that would make the program cheaper. A proof that none costs less than minus `slack` is enough.
    Helping { slack: f64 },
    /// Those whose reduced cost is at most so much.
    Within(f64),
}

/// A team that helps.
struct Offer {
    group: usize,
    slot: usize,
    pattern: usize,
    kind: usize,
}

impl<'a> Master<'a> {
    /// The prices of every slot, by what members cost with each kind of supervision.
    fn tasks(&self, whole: &WholeTeams, duals: &[f64], target: Target) -> Vec<Task> {
        let problem = self.reduced.problem;
        let mut tasks = Vec::new();
        for (group, slot) in self.places() {
            let of = &problem.groups[group];
            let teams = &whole.groups[group];
            if teams.twins[slot] != slot {
                continue;
            }
            let prices = self.prices(group, slot, &whole.slots_like(group, slot), duals);
            let sets = self.sets_of_twins(whole, group, slot, duals);
            let own = -duals[self.groups + group];
            for table in &prices.tables {
                let classes = &self.reduced.views[group].classes.of;
                let beside = |candidate: usize| {
                    let unplaced = problem.unplaced[of.candidates[candidate]];
                    table.seats[classes[candidate]].get(1).copied().unwrap_or(0.0)
                        - prices.weigh(unplaced)
                        - duals[teams.kinds[candidate]]
                };
                let beside: Vec<f64> = (0..of.candidates.len()).map(beside).collect();
                let attendance = |(candidate, beside): (usize, &f64)| {
                    let cost = of.slots[slot].members[candidate];
                    cost.map_or(f64::INFINITY, |cost| beside + prices.weigh(cost))
                };
                let members = beside.iter().enumerate().map(attendance).collect();
                let kinds: Vec<(usize, f64)> =
                    table.kinds().map(|(kind, price)| (kind, price + prices.team)).collect();
                let room = kinds.iter().map(|&(kind, _)| prices.room(kind)).max().unwrap_or(0);
                let size = |(size, cost): (usize, &Option<Cost>)| match cost {
                    Some(cost) if size <= room => prices.weigh(*cost),
                    _ => f64::INFINITY,
                };
                let sizes = of.sizes.iter().enumerate().map(size).collect();
                let limit = |&(kind, price): &(usize, f64)| match target {
                    Target::Within(most) => most - own - price - sets[kind].min(0.0),
                    Target::Helping { .. } => -own - price,
                };
                let threshold = kinds.iter().map(limit).fold(f64::NEG_INFINITY, f64::max);
                let enough = match target {
                    Target::Within(_) => threshold,
                    Target::Helping { slack } => threshold - slack,
                };
                let mut task = Task {
                    group,
                    slot,
                    own,
                    broken: prices.broken,
                    points: prices.points,
                    beside,
                    members,
                    sizes,
                    threshold,
                    enough,
                    kinds,
                    lower: Vec::new(),
                    multipliers: teams.multipliers[slot].clone(),
                };
                task.lower = task.known(&teams.proven[slot]);
                tasks.push(task);
            }
        }
        tasks
    }

    /// Prices every slot for whole teams, harder and harder until one helps, or until it is proven that none
    /// costs less than minus `slack`.
    pub(super) fn round_of_whole(
        &mut self,
        duals: &[f64],
        hands: Hands,
        slack: f64,
        efforts: &[Effort],
    ) -> Result<Round, Status> {
        let duals = &self.clipped(duals);
        let Some(mut whole) = self.whole.take() else {
            return Ok(Round { bound: NOTHING, offers: Vec::new() });
        };
        let mut tasks = self.tasks(&whole, duals, Target::Helping { slack });
        let priced = self.price_tasks(&mut whole, &mut tasks, hands, efforts);
        let bound = self.bound_of(&whole, &tasks, duals);
        for task in tasks {
            task.keep_in(&mut whole.groups[task.group]);
        }
        self.whole = Some(whole);
        let column =
            |offer: Offer| self.whole_team(offer.group, offer.slot, offer.pattern, offer.kind);
        let offers = priced?.into_iter().filter_map(column).collect();
        Ok(Round { bound, offers })
    }

    /// Prices tasks, harder and harder until one helps; the teams that do.
    fn price_tasks(
        &self,
        whole: &mut WholeTeams,
        tasks: &mut [Task],
        hands: Hands,
        efforts: &[Effort],
    ) -> Result<Vec<Offer>, Status> {
        let mut offers = self.price_batch(whole, tasks, hands, Effort::Heuristic)?;
        // A team that helps is often found long before it is proven that none does.
        for &effort in efforts {
            // Where most is missing a team that helps is likeliest.
            let place = |task: &Task| (task.group, task.slot);
            let by_margin = |a: &Task, b: &Task| {
                a.margin().total_cmp(&b.margin()).then_with(|| place(a).cmp(&place(b)))
            };
            tasks.sort_by(by_margin);
            let open = tasks.partition_point(|task| task.margin() < 0.0);
            for batch in tasks[..open].chunks_mut(BATCH) {
                if !offers.is_empty() {
                    return Ok(offers);
                }
                offers = self.price_batch(whole, batch, hands, effort)?;
            }
        }
        Ok(offers)
    }

    /// Prices some tasks; the teams that help.
    fn price_batch(
        &self,
        whole: &mut WholeTeams,
        tasks: &mut [Task],
        hands: Hands,
        effort: Effort,
    ) -> Result<Vec<Offer>, Status> {
        let shared = &*whole;
        let priced = in_threads(tasks, hands, |tasks| {
            let price =
                |task: &Task| hands.go_on().and_then(|()| task.price(shared, effort, hands));
            tasks.iter().map(price).collect()
        })?;
        let mut offers = Vec::new();
        for (task, (priced, multipliers)) in tasks.iter_mut().zip(priced) {
            let (group, slot) = (task.group, task.slot);
            for &(kind, price) in &task.kinds {
                let room = self.room(group, slot, kind);
                for (value, members) in &priced.teams {
                    if value + price + task.own < -HELPS && members.len() <= room {
                        let pattern = whole.groups[group].note(members);
                        offers.push(Offer { group, slot, pattern, kind });
                    }
                }
            }
            (task.lower, task.multipliers) = (priced.lower, multipliers);
        }
        Ok(offers)
    }

    /// The bound that the tasks of all slots prove.
    fn bound_of(&self, whole: &WholeTeams, tasks: &[Task], duals: &[f64]) -> f64 {
        let mut bound = self.fixed(duals) + self.duties(duals);
        for (index, kind) in self.reduced.people.kinds.iter().enumerate() {
            bound += duals[index] * kind.people.len() as f64;
        }
        let groups = &self.reduced.problem.groups;
        // By group and size, what the cheapest team is worth with its supervisors.
        let mut best: Vec<Vec<f64>> =
            groups.iter().map(|group| vec![f64::INFINITY; group.sizes.len()]).collect();
        for task in tasks {
            let sets = self.sets_of_twins(whole, task.group, task.slot, duals);
            for &(kind, price) in &task.kinds {
                for (best, lower) in best[task.group].iter_mut().zip(&task.lower) {
                    *best = best.min(lower + price + sets[kind]);
                }
            }
        }
        for (group, best) in best.iter().enumerate() {
            let people = groups[group].candidates.len();
            bound += cheapest_teams(best, self.counts[group].range, people);
        }
        bound
    }

    /// By kind, the cheapest set of supervisors at a slot or one that is the same for members.
    fn sets_of_twins(
        &self,
        whole: &WholeTeams,
        group: usize,
        slot: usize,
        duals: &[f64],
    ) -> Vec<f64> {
        let mut best = vec![f64::INFINITY; self.reduced.views[group].kinds.all.len()];
        for other in whole.slots_like(group, slot) {
            let sets = self.sets(group, other, duals);
            best.iter_mut().zip(sets).for_each(|(best, set)| *best = best.min(set));
        }
        best
    }

    /// Members that there is room for.
    fn room(&self, group: usize, slot: usize, kind: usize) -> usize {
        let room = self.reduced.problem.groups[group].slots[slot].capacity;
        let number = self.reduced.views[group].kinds.all[kind].number;
        room.map_or(usize::MAX, |room| room.saturating_sub(number))
    }

    /// The whole teams whose reduced cost, with that of the best supervision, is at most so much; none if
    /// there are more than `limit`, or it takes too long to find all.
    pub(super) fn whole_teams_within(
        &mut self,
        duals: &[f64],
        most: f64,
        limit: usize,
        threads: usize,
        allowance: Allowance,
    ) -> Option<Vec<Column>> {
        let duals = &self.clipped(duals);
        let mut whole = self.whole.take()?;
        let tasks = self.tasks(&whole, duals, Target::Within(most));
        let hands = self.hands(threads, allowance);
        let listed = in_threads(&tasks, hands, |tasks| {
            let list = |task: &Task| hands.go_on().map(|()| task.list(&whole, limit, hands));
            tasks.iter().map(list).collect()
        });
        let Ok(listed) = listed else {
            self.whole = Some(whole);
            return None;
        };
        let mut found = Vec::new();
        let mut is_complete = true;
        for (task, teams) in tasks.iter().zip(listed) {
            let (group, slot) = (task.group, task.slot);
            let Some(teams) = teams else {
                is_complete = false;
                break;
            };
            let sets = self.sets_of_twins(&whole, group, slot, duals);
            for (value, members) in teams {
                for &(kind, price) in &task.kinds {
                    let reduced = value + price + task.own + sets[kind].min(0.0);
                    if reduced <= most && members.len() <= self.room(group, slot, kind) {
                        let pattern = whole.groups[group].note(&members);
                        found.push((group, slot, pattern, kind));
                    }
                }
            }
            is_complete = found.len() <= limit;
            if !is_complete {
                break;
            }
        }
        self.whole = Some(whole);
        let column = |(group, slot, pattern, kind)| self.whole_team(group, slot, pattern, kind);
        is_complete.then(|| found.into_iter().filter_map(column).collect())
    }
}

/// What so many teams of at most so many people together cost at least, at a price for each size.
fn cheapest_teams(by_size: &[f64], range: TeamRange, people: usize) -> f64 {
    let sizes: Vec<(usize, f64)> =
        by_size.iter().copied().enumerate().filter(|(_, price)| price.is_finite()).collect();
    // By people in teams, the cheapest for the number of teams so far.
    let mut least = vec![f64::INFINITY; people + 1];
    least[0] = 0.0;
    let cheapest = |least: &[f64]| least.iter().copied().fold(f64::INFINITY, f64::min);
    let mut best = if range.least == 0 { 0.0 } else { f64::INFINITY };
    for number in 1..=range.most {
        let mut next = vec![f64::INFINITY; people + 1];
        for &(size, price) in &sizes {
            for taken in size..=people {
                next[taken] = next[taken].min(least[taken - size] + price);
            }
        }
        least = next;
        let now = cheapest(&least);
        if number >= range.least {
            best = best.min(now);
        }
        if now == f64::INFINITY {
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cancel;
    use crate::master::Goal;
    use crate::random::{Dice, problem};
    use crate::reduce::Reduced;

    #[test]
    fn what_was_proven_at_other_prices_is_true_at_these() {
        let (mut with_less, mut silent) = (0, 0);
        for seed in 0..150 {
            let problem = problem(seed);
            let mut reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
            reduced.list_no_compositions();
            let goal = Goal::Points { broken: 1, more: 3000.0 };
            let new = || Master::new(&reduced, goal, 0);
            let mut master = new();
            let cancel = Cancel::default();
            let mut dice = Dice(seed + 7);
            let mut duals: Vec<f64> =
                (0..master.live.rows()).map(|_| -(dice.below(300) as f64)).collect();
            for _ in 0..6 {
                for dual in &mut duals {
                    *dual += dice.below(31) as f64 - 15.0;
                }
                let slack = dice.below(3) as f64 * 10.0;
                let hands = master.hands(1, Allowance::all(&cancel));
                let round = master.round_of_whole(&duals, hands, slack, &EFFORTS).expect("a round");
                // The cheapest team of each slot, however little it helps.
                let fresh = new().round_of_whole(&duals, hands, -1e6, &EFFORTS).expect("a round");
                // Where a team helps, not everything is proven.
                if fresh.offers.is_empty() {
                    silent += 1;
                    let most = fresh.bound + 0.01;
                    assert!(round.bound <= most, "{} above {most} in {seed}", round.bound);
                    with_less += usize::from(round.bound < fresh.bound - 0.01);
                }
            }
        }
        assert!(silent > 100 && with_less > 0, "{silent} {with_less}");
    }
}
