//! The pricing program: the best composition at the prices of a slot, where there are too many
//! compositions to list them.
//!
//! A column for each further member of a class, the terms in linear form, and HiGHS to choose.

use std::collections::BTreeSet;

use super::pricing::Prices;
use crate::Cost;
use crate::ends::Allowance;
use crate::highs::{Effort, Line, Live, Status};
use crate::problem::Group;
use crate::reduce::{ClassTerm, Classes};

/// The program of one group; only costs and capacity change from slot to slot.
pub(super) struct Composer {
    live: Live,
    /// By class, the columns of its first, second, ... member.
    members: Vec<Vec<usize>>,
    /// By size, the column that chooses it.
    sizes: Vec<Option<usize>>,
    /// By column, what it costs beside prices.
    costs: Vec<Cost>,
    /// Simplex iterations so far.
    pub iterations: u64,
}

impl Composer {
    pub fn new(group: &Group, classes: &Classes, seed: u32) -> Composer {
        let live = Live::new(seed);
        let (members, sizes, costs) = (Vec::new(), Vec::new(), Vec::new());
        let mut composer = Composer { live, members, sizes, costs, iterations: 0 };
        let most = group.sizes.len().saturating_sub(1);
        for class in &classes.candidates {
            let members = (0..class.len().min(most)).map(|_| composer.column(Cost::ZERO, 1.0));
            let members = members.collect();
            composer.members.push(members);
        }
        composer.sizes =
            group.sizes.iter().map(|cost| cost.map(|cost| composer.column(cost, 1.0))).collect();
        let whole: Vec<usize> = (0..composer.costs.len()).collect();
        composer.live.set_integer(&whole);
        let sizes: Vec<(usize, f64)> = composer.sizes.iter().flatten().map(|&c| (c, 1.0)).collect();
        composer.row(1.0, 1.0, sizes);
        let mut number: Vec<(usize, f64)> =
            composer.members.iter().flatten().map(|&c| (c, 1.0)).collect();
        let sized = composer.sizes.iter().enumerate();
        number.extend(sized.filter_map(|(size, column)| Some(((*column)?, -(size as f64)))));
        number.retain(|&(_, value)| value != 0.0);
        composer.row(0.0, 0.0, number);
        for term in &classes.terms {
            composer.add_term(term);
        }
        composer
    }

    fn column(&mut self, cost: Cost, upper: f64) -> usize {
        self.live.add_columns(&[Line { cost: 0.0, lower: 0.0, upper, entries: Vec::new() }]);
        self.costs.push(cost);
        self.costs.len() - 1
    }

    fn row(&mut self, lower: f64, upper: f64, entries: Vec<(usize, f64)>) {
        self.live.add_rows(&[Line { cost: 0.0, lower, upper, entries }]);
    }

    /// The members of a class, each with a coefficient.
    fn members_of(&self, class: usize, times: f64) -> impl Iterator<Item = (usize, f64)> {
        self.members[class].iter().map(move |&column| (column, times))
    }

    fn add_term(&mut self, term: &ClassTerm) {
        match term {
            ClassTerm::Deviation { coefficients, unit } => {
                let above = self.column(*unit, f64::INFINITY);
                let below = self.column(*unit, f64::INFINITY);
                let of = |(class, &times): (usize, &i64)| self.members_of(class, times as f64);
                let counted = coefficients.iter().enumerate().filter(|(_, times)| **times != 0);
                let mut entries: Vec<(usize, f64)> = counted.flat_map(of).collect();
                entries.extend([(above, -1.0), (below, 1.0)]);
                self.row(0.0, 0.0, entries);
            }
            ClassTerm::Distinct { labels, at_least, short } => {
                let missing = self.column(*short, f64::INFINITY);
                let mut there = vec![(missing, 1.0)];
                for value in values(labels) {
                    let has = self.column(Cost::ZERO, 1.0);
                    there.push((has, 1.0));
                    let mut entries = self.members_with(labels, value);
                    entries.push((has, -1.0));
                    self.row(0.0, f64::INFINITY, entries);
                }
                self.row(*at_least as f64, f64::INFINITY, there);
            }
            ClassTerm::Thin { labels, at_least, cost } => {
                for value in values(labels) {
                    let there = self.presence(labels, value);
                    let short = self.column(*cost, f64::INFINITY);
                    let mut entries = self.members_with(labels, value);
                    entries.extend([(short, 1.0), (there, -(*at_least as f64))]);
                    self.row(0.0, f64::INFINITY, entries);
                }
            }
            ClassTerm::Fragile { labels, at_least, cost } => {
                self.add_fragile(labels, *at_least, *cost);
            }
            ClassTerm::Together { one, other, cost } => {
                let apart = self.column(*cost, f64::INFINITY);
                let mut entries = vec![(apart, 1.0)];
                entries.extend(self.members_of(*one, -1.0));
                entries.extend(other.iter().flat_map(|&other| self.members_of(other, 1.0)));
                self.row(0.0, f64::INFINITY, entries);
            }
            ClassTerm::Apart { one, other, cost } => {
                let together = self.column(*cost, f64::INFINITY);
                let mut entries = vec![(together, 1.0)];
                entries.extend(self.members_of(*one, -1.0));
                entries.extend(self.members_of(*other, -1.0));
                self.row(-1.0, f64::INFINITY, entries);
            }
        }
    }

    /// The members with a label, each once.
    fn members_with(&self, labels: &[Option<usize>], value: usize) -> Vec<(usize, f64)> {
        let classes = (0..labels.len()).filter(|&class| labels[class] == Some(value));
        classes.flat_map(|class| self.members_of(class, 1.0)).collect()
    }

    /// A column that is 1 if any member has the label, and 0 if none has.
    fn presence(&mut self, labels: &[Option<usize>], value: usize) -> usize {
        let there = self.column(Cost::ZERO, 1.0);
        self.live.set_integer(&[there]);
        let members = self.members_with(labels, value);
        for &(member, _) in &members {
            self.row(0.0, f64::INFINITY, vec![(there, 1.0), (member, -1.0)]);
        }
        let some = members.into_iter().chain([(there, -1.0)]);
        self.row(0.0, f64::INFINITY, some.collect());
        there
    }

    /// There are more labels, or fewer, or none of those there are is on one member alone.
    fn add_fragile(&mut self, labels: &[Option<usize>], at_least: usize, cost: Cost) {
        let values = values(labels);
        let (number, least) = (values.len() as f64, at_least as f64);
        let there: Vec<usize> = values.iter().map(|&value| self.presence(labels, value)).collect();
        let [more, fewer] = [(); 2].map(|()| self.column(Cost::ZERO, 1.0));
        self.live.set_integer(&[more, fewer]);
        let counted = || there.iter().map(|&column| (column, 1.0));
        self.row(0.0, f64::INFINITY, counted().chain([(more, -(least + 1.0))]).collect());
        let slack = number + 1.0 - least;
        self.row(f64::NEG_INFINITY, number, counted().chain([(fewer, slack)]).collect());
        let fragile = self.column(cost, f64::INFINITY);
        for (&value, &there) in values.iter().zip(&there) {
            // At two members or more the row is loose; at one it asks for a reason.
            let mut entries = self.members_with(labels, value);
            entries.extend([(there, -2.0), (more, 1.0), (fewer, 1.0), (fragile, 1.0)]);
            self.row(0.0, f64::INFINITY, entries);
        }
    }

    /// Members by class of the best composition for a kind of supervision; none if no size fits.
    /// `seats`: what they cost with it.
    pub fn best(
        &mut self,
        prices: &Prices,
        kind: usize,
        seats: &[Vec<f64>],
        mut allowance: Allowance,
    ) -> Result<Option<Vec<u16>>, Status> {
        let mut costs: Vec<f64> = self.costs.iter().map(|&cost| prices.weigh(cost)).collect();
        for (members, seats) in self.members.iter().zip(seats) {
            for (n, &column) in members.iter().enumerate() {
                costs[column] += seats[n + 1] - seats[n];
            }
        }
        self.live.set_costs(&costs);
        let room = prices.room(kind);
        let people = self.members.iter().map(Vec::len).sum();
        let allowed = self.sizes.iter().enumerate().filter(|(_, column)| column.is_some());
        if !allowed.into_iter().any(|(size, _)| size <= room && size <= people) {
            return Ok(None);
        }
        for (size, column) in self.sizes.iter().enumerate() {
            if let Some(column) = *column {
                self.live.set_bounds(column, 0.0, if size <= room { 1.0 } else { 0.0 });
            }
        }
        // Which slot was priced before by the same thread is not to matter.
        self.live.forget();
        let effort = Effort { relative_gap: 0.0, absolute_gap: 1e-9 };
        let status = self.live.solve(&mut allowance, Some(&effort));
        self.iterations += self.live.iterations();
        match status {
            Status::Optimal => {}
            // Any people make a team of a size that fits.
            Status::Infeasible => return Err(Status::Numerical),
            other => return Err(other),
        }
        let (values, _) = self.live.solution().map_err(Status::Failed)?;
        let count = |members: &Vec<usize>| {
            members.iter().map(|&column| values[column].round() as u16).sum::<u16>()
        };
        Ok(Some(self.members.iter().map(count).collect()))
    }
}

/// The different labels, in order.
fn values(labels: &[Option<usize>]) -> Vec<usize> {
    let values: BTreeSet<usize> = labels.iter().flatten().copied().collect();
    values.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::master::{Goal, Master};
    use crate::reduce::Reduced;
    use crate::{Problem, Slot, Term};

    /// A group of ten in four classes and a pair, with every term on members.
    fn problem() -> Problem {
        let slot = |s: i64| {
            let cost = |c: i64| Some(Cost::points((c * 31 + s * 47) % 97));
            Slot { capacity: Some(4 + s as usize), ..Slot::new((0..10).map(cost).collect()) }
        };
        let mut group = Group::new((0..10).collect(), 3, 6, (0..3).map(slot).collect());
        group.sizes[1] = Some(Cost::broken(1));
        let deviation = |of: fn(i64) -> bool| Term::Deviation {
            coefficients: (0..10).map(|c| if of(c) { 60 } else { -40 }).collect(),
            unit: Cost::points(1),
        };
        let labels = (0..10).map(|c| (c != 3).then_some(c % 4)).collect();
        let halves: Vec<Option<usize>> = (0..10).map(|c| (c != 2).then_some(c % 2)).collect();
        group.terms = vec![
            deviation(|c| c % 2 == 0),
            deviation(|c| c % 4 == 1),
            Term::Distinct { labels, at_least: 3, short: Cost::points(80) },
            Term::Thin { labels: halves.clone(), at_least: 2, cost: Cost::points(40) },
            Term::Fragile { labels: halves, at_least: 2, cost: Cost::points(90) },
            Term::Together { one: 8, other: Some(9), cost: Cost::points(70) },
            Term::Apart { one: 0, other: 9, cost: Cost::broken(1) },
        ];
        Problem::new(vec![Cost::points(100); 10], vec![group])
    }

    #[test]
    fn the_pricing_program_finds_the_best_of_the_list() {
        let problem = problem();
        let reduced = Reduced::new(&problem, &[], &|| true);
        let master = Master::new(&reduced, Goal::Points { broken: 0, more: 1000.0 }, 0);
        let (group, classes) = (&problem.groups[0], &reduced.views[0].classes);
        assert!(master.compositions[0].is_complete);
        let mut composer = Composer::new(group, classes, 0);
        let cancel = crate::Cancel::default();
        let mut differ = std::collections::BTreeSet::new();
        for round in 0..60 {
            let dual = |row: usize| f64::from(((row * 37 + round * 71) % 211) as u32) - 140.0;
            let duals: Vec<f64> = (0..master.row_lines().len()).map(dual).collect();
            let duals = master.clipped(&duals);
            for slot in 0..3 {
                let prices = master.prices(0, slot, &duals);
                let listed = prices.best(1, false).remove(0).remove(0);
                let (kind, seats) = prices.kinds().next().expect("a kind of supervision");
                let composed = composer.best(&prices, kind, seats, Allowance::all(&cancel));
                let composed = composed.expect("a proof");
                let composed = composed.expect("a team");
                let price = |counts: &[u16]| {
                    prices.price_of(counts, kind, seats).expect("a size that fits")
                };
                let best = price(prices.all.counts(listed.composition));
                assert!((price(&composed) - best).abs() < 1e-6, "{composed:?} round {round}");
                differ.insert(composed);
            }
        }
        assert!(differ.len() > 10, "the prices ask for different teams: {}", differ.len());
    }
}
