//! Pricing against every team that there is.

use super::{Effort, Features, Multipliers, SlotPrices, list, price};
use crate::ends::Allowance;
use crate::local::{MemberLayout, MemberTeam};
use crate::random::{Dice, problem};
use crate::{Cancel, Cost, Group, Quorum, Slot};

/// Prices of one slot, drawn.
struct Drawn {
    beside: Vec<f64>,
    members: Vec<f64>,
    sizes: Vec<f64>,
    broken: f64,
    points: f64,
    threshold: f64,
    enough: f64,
    known: Vec<f64>,
    slot: usize,
    cancel: Cancel,
}

fn draw(dice: &mut Dice, group: &Group, slot: usize) -> Drawn {
    let (broken, points) = [(0.0, 1.0), (300.0, 1.0), (2_000.0, 1.0), (1.0, 0.0)][dice.below(4)];
    let weigh = |cost: Cost| broken * cost.broken as f64 + points * cost.points as f64;
    let beside: Vec<f64> = group.candidates.iter().map(|_| -(dice.below(400) as f64)).collect();
    let at = &group.slots[slot].members;
    let members = at.iter().zip(&beside);
    let members =
        members.map(|(cost, beside)| cost.map_or(f64::INFINITY, |cost| beside + weigh(cost)));
    let members = members.collect();
    let sizes: Vec<f64> =
        group.sizes.iter().map(|cost| cost.map_or(f64::INFINITY, weigh)).collect();
    let threshold = dice.below(200) as f64 - 100.0;
    let enough = threshold - [0.0, 20.0][dice.below(2)];
    let known = vec![f64::NEG_INFINITY; sizes.len()];
    let cancel = Cancel::default();
    Drawn { beside, members, sizes, broken, points, threshold, enough, known, slot, cancel }
}

impl Drawn {
    fn prices(&self) -> SlotPrices<'_> {
        SlotPrices {
            members: &self.members,
            beside: &self.beside,
            sizes: &self.sizes,
            broken: self.broken,
            points: self.points,
            slot: self.slot,
            threshold: self.threshold,
            known: &self.known,
            enough: self.enough,
            allowance: Allowance::all(&self.cancel),
        }
    }

    /// Every team with its price.
    fn all(&self, layout: &MemberLayout, candidates: usize) -> Vec<(f64, Vec<usize>)> {
        let mut all = Vec::new();
        for set in 0..1_usize << candidates {
            let members: Vec<usize> = (0..candidates).filter(|at| set >> at & 1 == 1).collect();
            if self.sizes.get(members.len()).is_none_or(|price| price.is_infinite()) {
                continue;
            }
            let Some(cost) = MemberTeam::new(layout, self.slot, &members).score() else { continue };
            let beside: f64 = members.iter().map(|&member| self.beside[member]).sum();
            let price =
                beside + self.broken * cost.broken as f64 + self.points * cost.points as f64;
            all.push((price, members));
        }
        all
    }
}

#[test]
fn the_best_team_and_the_bounds_are_those_of_all_teams() {
    let mut below = 0;
    for seed in 0..300 {
        let problem = problem(seed);
        let mut dice = Dice(seed + 1_000);
        for group in &problem.groups {
            let layout = MemberLayout::of_members(group);
            let number = group.candidates.len();
            let features = Features::new(group, (0..number).collect());
            let rounds = (0..group.slots.len()).flat_map(|slot| [(slot, true), (slot, false)]);
            let mut multipliers = Vec::new();
            for (slot, is_first) in rounds {
                let drawn = draw(&mut dice, group, slot);
                let prices = drawn.prices();
                if is_first {
                    // Those of the first prices are the start at the second.
                    multipliers = vec![Multipliers::new(&features, slot); group.sizes.len()];
                }
                let all = drawn.all(&layout, number);
                let best = all.iter().map(|(price, _)| *price).fold(f64::INFINITY, f64::min);
                let efforts = [Effort::Heuristic, Effort::Exact(1_000_000), Effort::Program(0)];
                for effort in efforts {
                    let priced = price(&features, &layout, &prices, &mut multipliers, effort)
                        .expect("no failure");
                    for (value, members) in &all {
                        let lower = priced.lower[members.len()];
                        assert!(lower <= value + 1e-6, "seed {seed}: {lower} above {value}");
                    }
                    if effort != Effort::Heuristic && best < drawn.enough - 1e-6 {
                        let found = priced.teams.first().map(|(price, _)| *price);
                        assert!(found.is_some_and(|found| (found - best).abs() < 1e-6), "{seed}");
                        below += 1;
                    } else if effort != Effort::Heuristic {
                        // Of a size at which there is a team at all.
                        for (_, members) in &all {
                            let lower = priced.lower[members.len()];
                            assert!(lower >= drawn.enough - 0.01, "{seed}: {lower} is not enough");
                        }
                    }
                }
                let listed = list(&features, &layout, &prices, &multipliers, 100_000);
                let mut listed: Vec<Vec<usize>> =
                    listed.expect("few teams").into_iter().map(|(_, members)| members).collect();
                let is_below = |price: f64| price < drawn.threshold - 1e-6;
                let wanted = all.into_iter().filter(|(price, _)| is_below(*price));
                let mut wanted: Vec<Vec<usize>> = wanted.map(|(_, members)| members).collect();
                listed.sort();
                wanted.sort();
                wanted.iter().for_each(|members| assert!(listed.contains(members), "{seed}"));
            }
        }
    }
    assert!(below > 300, "{below} slots have a team below the threshold");
}

/// What is left of nothing by rounding is no coefficient of the integer program: HiGHS takes none so small.
#[test]
fn shares_that_cancel_out_are_no_failure() {
    let slot = Slot {
        quorum: Some(Quorum {
            sums: vec![vec![1, 1, -2], vec![-37, 74, -37]],
            broken: Cost::broken(1),
        }),
        ..Slot::new(vec![Some(Cost::points(10)); 3])
    };
    let group = Group::new(vec![0, 1, 2], 1, 3, vec![slot]);
    let (layout, features) =
        (MemberLayout::of_members(&group), Features::new(&group, vec![0, 1, 2]));
    let mut dice = Dice(1);
    let drawn = Drawn { threshold: 1e6, enough: 1e6, ..draw(&mut dice, &group, 0) };
    let mut multipliers = vec![Multipliers::new(&features, 0); group.sizes.len()];
    let effort = Effort::Program(0);
    let priced = price(&features, &layout, &drawn.prices(), &mut multipliers, effort);
    assert!(!priced.expect("no failure").teams.is_empty());
}
