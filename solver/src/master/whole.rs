//! Columns for whole teams: exactly these people at a slot.
//!
//! Where people differ there are as many classes as people, and a row for each class at each slot says
//! nothing that the rows of people do not say. A column for each team needs only those, and its quorum is
//! its own (docs/engine.md).

use std::collections::HashMap;

use super::round::{HELPS, Hands, NOTHING, Round, in_threads};
use super::{Column, Master, TeamRange, What};
use crate::ends::Allowance;
use crate::highs::Status;
use crate::local::{MemberLayout, MemberTeam};
use crate::pricing::{self, Effort, Features, Multipliers, Priced, SlotPrices};
use crate::reduce::Reduced;
use crate::{Cost, Solution};

/// How hard to look when exchanges find nothing more, in turn until some team helps.
const EFFORTS: [Effort; 2] = [Effort::Exact(10_000), Effort::Program(30_000)];

/// The whole teams of all groups that have a column somewhere.
pub(crate) struct WholeTeams<'a> {
    groups: Vec<GroupTeams<'a>>,
}

/// Those of one group.
struct GroupTeams<'a> {
    features: Features,
    layout: MemberLayout<'a>,
    /// By candidate, its kind of people.
    kinds: Vec<usize>,
    /// By kind of people, its candidates in this group.
    candidates: HashMap<usize, Vec<usize>>,
    /// Members of each team: of a kind of people always the first candidates.
    patterns: Vec<Vec<usize>>,
    known: HashMap<Vec<usize>, usize>,
    /// By slot, the first slot with the same members' costs: for members the two are one.
    twins: Vec<usize>,
    /// By slot and size, from the last round.
    multipliers: Vec<Vec<Multipliers>>,
}

impl<'a> WholeTeams<'a> {
    pub fn new(reduced: &'a Reduced<'a>) -> WholeTeams<'a> {
        let kind_of = reduced.people.kind_of();
        let group = |group: &'a crate::Group| {
            let kinds: Vec<usize> = group.candidates.iter().map(|&who| kind_of[who]).collect();
            let mut candidates: HashMap<usize, Vec<usize>> = HashMap::new();
            for (candidate, &kind) in kinds.iter().enumerate() {
                candidates.entry(kind).or_default().push(candidate);
            }
            let features = Features::new(group, kinds.clone());
            let of_slot = |slot| vec![Multipliers::new(&features, slot); group.sizes.len()];
            GroupTeams {
                layout: MemberLayout::of_members(group),
                multipliers: (0..group.slots.len()).map(of_slot).collect(),
                twins: twins(group),
                features,
                kinds,
                candidates,
                patterns: Vec::new(),
                known: HashMap::new(),
            }
        };
        WholeTeams { groups: reduced.problem.groups.iter().map(group).collect() }
    }

    /// The members of a team, as candidates.
    pub fn members(&self, group: usize, pattern: usize) -> &[usize] {
        &self.groups[group].patterns[pattern]
    }

    /// The first slot that is the same for members: its columns stand for all of these slots.
    pub fn twin(&self, group: usize, slot: usize) -> usize {
        self.groups[group].twins[slot]
    }

    /// The kind of people of a group's candidate.
    pub fn kind(&self, group: usize, candidate: usize) -> usize {
        self.groups[group].kinds[candidate]
    }
}

/// By slot, the first that costs each member the same and has the same quorum and room.
fn twins(group: &crate::Group) -> Vec<usize> {
    let key = |slot: &crate::Slot| {
        let quorum = slot.quorum.as_ref().map(|quorum| (quorum.sums.clone(), quorum.broken));
        (slot.members.clone(), slot.capacity, quorum)
    };
    let mut first = HashMap::new();
    let slots = group.slots.iter().enumerate();
    slots.map(|(index, slot)| *first.entry(key(slot)).or_insert(index)).collect()
}

impl GroupTeams<'_> {
    /// The place of a team with these members, or with others like them.
    fn note(&mut self, members: &[usize]) -> usize {
        let mut taken: HashMap<usize, usize> = HashMap::new();
        let mut pattern: Vec<usize> = members
            .iter()
            .map(|&member| {
                let kind = self.kinds[member];
                let next = taken.entry(kind).or_default();
                *next += 1;
                self.candidates[&kind][*next - 1]
            })
            .collect();
        pattern.sort_unstable();
        let next = self.patterns.len();
        *self.known.entry(pattern).or_insert_with_key(|pattern| {
            self.patterns.push(pattern.clone());
            next
        })
    }
}

/// The prices of one slot with some kinds of supervision.
struct Task {
    group: usize,
    slot: usize,
    broken: f64,
    points: f64,
    beside: Vec<f64>,
    members: Vec<f64>,
    sizes: Vec<f64>,
    threshold: f64,
    /// Kinds of supervision, each with what it adds to the price of a team.
    kinds: Vec<(usize, f64)>,
    multipliers: Vec<Multipliers>,
}

impl<'a> Master<'a> {
    /// The column of a whole team.
    fn whole_team(&self, group: usize, slot: usize, pattern: usize, kind: usize) -> Option<Column> {
        let teams = &self.whole.as_ref()?.groups[group];
        let members = &teams.patterns[pattern];
        let of = &self.reduced.problem.groups[group];
        let view = &self.reduced.views[group];
        let mut cost = MemberTeam::new(&teams.layout, slot, members).score()?;
        cost += view.kinds.all[kind].cost(&view.classes.counts(members));
        for &member in members {
            cost = cost - self.reduced.problem.unplaced[of.candidates[member]];
        }
        let what = What::Whole { group, slot, pattern, kind };
        Some(Column { what, cost, upper: f64::INFINITY })
    }

    /// Adds the columns of a solution's teams, where there are columns of whole teams.
    pub(super) fn add_whole_teams_of(&mut self, solution: &Solution) {
        let mut columns = Vec::new();
        for team in &solution.teams {
            let supervision = &self.reduced.views[team.group].supervision[team.slot];
            let Some(set) = supervision.set_of(&team.duties) else { continue };
            let kind = supervision.sets[set].kind;
            let Some(whole) = &mut self.whole else { return };
            let pattern = whole.groups[team.group].note(&team.members);
            let slot = whole.twin(team.group, team.slot);
            columns.extend(self.whole_team(team.group, slot, pattern, kind));
        }
        self.add_columns(columns);
    }

    /// What stands for a solution's team, where there are columns of whole teams.
    pub(super) fn whole_of(&mut self, team: &crate::Team, kind: usize) -> Option<What> {
        let whole = self.whole.as_mut()?;
        let pattern = whole.groups[team.group].note(&team.members);
        let slot = whole.twin(team.group, team.slot);
        Some(What::Whole { group: team.group, slot, pattern, kind })
    }

    /// The prices of every slot, by what members cost with each kind of supervision.
    fn tasks(&self, whole: &WholeTeams, duals: &[f64], most: Option<f64>) -> Vec<Task> {
        let problem = self.reduced.problem;
        let mut tasks = Vec::new();
        for (group, slot) in self.places() {
            let of = &problem.groups[group];
            let teams = &whole.groups[group];
            if teams.twins[slot] != slot {
                continue;
            }
            let prices = self.prices(group, slot, duals);
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
                let limit = |&(kind, price): &(usize, f64)| match most {
                    Some(most) => most - own - price - sets[kind].min(0.0),
                    None => -own - price,
                };
                let threshold = kinds.iter().map(limit).fold(f64::NEG_INFINITY, f64::max);
                tasks.push(Task {
                    group,
                    slot,
                    broken: prices.broken,
                    points: prices.points,
                    beside,
                    members,
                    sizes,
                    threshold,
                    kinds,
                    multipliers: teams.multipliers[slot].clone(),
                });
            }
        }
        tasks
    }

    /// Prices every slot for whole teams, harder and harder until one helps.
    pub(super) fn round_of_whole_teams(
        &mut self,
        duals: &[f64],
        hands: Hands,
    ) -> Result<Round, Status> {
        let mut round = self.round_of_whole(duals, hands, Effort::Heuristic)?;
        // A team that helps is often found long before it is proven that none does.
        for effort in EFFORTS {
            if !round.offers.is_empty() {
                break;
            }
            let exact = self.round_of_whole(duals, hands, effort)?;
            round = Round { bound: round.bound.max(exact.bound), ..exact };
        }
        Ok(round)
    }

    /// Prices every slot for whole teams.
    pub(super) fn round_of_whole(
        &mut self,
        duals: &[f64],
        hands: Hands,
        effort: Effort,
    ) -> Result<Round, Status> {
        let duals = &self.clipped(duals);
        let Some(mut whole) = self.whole.take() else {
            return Ok(Round { bound: NOTHING, offers: Vec::new() });
        };
        let tasks = self.tasks(&whole, duals, None);
        let priced = in_threads(&tasks, hands, |tasks| {
            let price =
                |task: &Task| hands.go_on().and_then(|()| task.price(&whole, effort, hands));
            tasks.iter().map(price).collect()
        });
        let priced = match priced {
            Ok(priced) => priced,
            Err(status) => {
                self.whole = Some(whole);
                return Err(status);
            }
        };
        let mut bound = self.fixed(duals) + self.duties(duals);
        for (index, kind) in self.reduced.people.kinds.iter().enumerate() {
            bound += duals[index] * kind.people.len() as f64;
        }
        let groups = &self.reduced.problem.groups;
        // By group and size, what the cheapest team is worth with its supervisors.
        let mut best: Vec<Vec<f64>> =
            groups.iter().map(|group| vec![f64::INFINITY; group.sizes.len()]).collect();
        let mut offers = Vec::new();
        for (task, (priced, multipliers)) in tasks.into_iter().zip(priced) {
            let (group, slot) = (task.group, task.slot);
            let sets = self.sets_of_twins(&whole, group, slot, duals);
            let own = -duals[self.groups + group];
            for &(kind, price) in &task.kinds {
                for (best, lower) in best[group].iter_mut().zip(&priced.lower) {
                    *best = best.min(lower + price + sets[kind]);
                }
                let room = self.room(group, slot, kind);
                for (value, members) in &priced.teams {
                    if value + price + own < -HELPS && members.len() <= room {
                        let pattern = whole.groups[group].note(members);
                        offers.push((group, slot, pattern, kind));
                    }
                }
            }
            whole.groups[group].multipliers[slot] = multipliers;
        }
        for (group, best) in best.iter().enumerate() {
            let of = &self.reduced.problem.groups[group];
            bound += cheapest_teams(best, self.counts[group].range, of.candidates.len());
        }
        self.whole = Some(whole);
        let column = |(group, slot, pattern, kind)| self.whole_team(group, slot, pattern, kind);
        Ok(Round { bound, offers: offers.into_iter().filter_map(column).collect() })
    }

    /// By kind, the cheapest set of supervisors at a slot or one that is the same for members.
    fn sets_of_twins(
        &self,
        whole: &WholeTeams,
        group: usize,
        slot: usize,
        duals: &[f64],
    ) -> Vec<f64> {
        let twins = &whole.groups[group].twins;
        let mut best = vec![f64::INFINITY; self.reduced.views[group].kinds.all.len()];
        for other in (0..twins.len()).filter(|&other| twins[other] == slot) {
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
        let tasks = self.tasks(&whole, duals, Some(most));
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
            let own = -duals[self.groups + group];
            for (value, members) in teams {
                for &(kind, price) in &task.kinds {
                    let reduced = value + price + own + sets[kind].min(0.0);
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

impl Task {
    fn prices<'a>(&'a self, allowance: Allowance<'a>) -> SlotPrices<'a> {
        SlotPrices {
            members: &self.members,
            beside: &self.beside,
            sizes: &self.sizes,
            broken: self.broken,
            points: self.points,
            slot: self.slot,
            threshold: self.threshold,
            allowance,
        }
    }

    fn price(
        &self,
        whole: &WholeTeams,
        effort: Effort,
        hands: Hands,
    ) -> Result<(Priced, Vec<Multipliers>), Status> {
        let GroupTeams { features, layout, .. } = &whole.groups[self.group];
        let mut multipliers = self.multipliers.clone();
        let prices = self.prices(hands.allowance);
        let priced = pricing::price(features, layout, &prices, &mut multipliers, effort)?;
        Ok((priced, multipliers))
    }

    fn list(
        &self,
        whole: &WholeTeams,
        limit: usize,
        hands: Hands,
    ) -> Option<Vec<(f64, Vec<usize>)>> {
        let GroupTeams { features, layout, .. } = &whole.groups[self.group];
        let prices = self.prices(hands.allowance);
        pricing::list(features, layout, &prices, &self.multipliers, limit)
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
