//! The terms of a group as the pricing problem sees them.
//!
//! A *feature* is a set of candidates: those with one value of an attribute. What terms charge for how many
//! of a team have it is a function of that number and of the team's size, whatever the term. Numbers and
//! pairs are linear; the other terms count at whole teams only.

use std::collections::HashMap;

use crate::problem::{Group, Quorum};
use crate::{Cost, Term};

/// Candidates that have something in common.
#[derive(Debug)]
pub(crate) struct Feature {
    /// Charged by size and number.
    pub charges: Vec<Vec<Cost>>,
}

/// Features that exclude each other, as the values of one attribute do, and what terms charge for how many
/// of them there are.
#[derive(Debug, Default)]
pub(crate) struct Partition {
    pub features: Vec<usize>,
    /// By number of features that are there, up to one from which on it stays the same.
    pub present: Vec<Cost>,
    /// Charged if there are just so many, and one of them on one member alone.
    pub fragile: Vec<(usize, Cost)>,
}

/// A deviation of a sum of numbers.
#[derive(Debug)]
pub(crate) struct Number {
    /// Over their root mean square, so that a unit of it is like a head.
    pub coefficients: Vec<f64>,
    /// That root mean square.
    pub scale: f64,
    pub unit: Cost,
}

/// The quorum of a slot: sums that must not be negative, or all of them are given up at a cost.
#[derive(Debug)]
pub(crate) struct QuorumTerm {
    /// By sum and candidate, over the root mean square of the sum.
    pub sums: Vec<Vec<f64>>,
    /// By sum, the highest of a candidate.
    pub highest: Vec<f64>,
    pub cost: Cost,
}

impl QuorumTerm {
    fn new(quorum: &Quorum) -> QuorumTerm {
        let scaled = |sum: &Vec<i64>| {
            let scale = root_mean_square(sum).max(1.0);
            sum.iter().map(|&share| share as f64 / scale).collect::<Vec<f64>>()
        };
        let sums: Vec<Vec<f64>> = quorum.sums.iter().map(scaled).collect();
        let highest = |sum: &Vec<f64>| sum.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        QuorumTerm { highest: sums.iter().map(highest).collect(), sums, cost: quorum.broken }
    }

    /// The lowest that a sum can be for so many members, as a positive number.
    pub fn depth(&self, sum: usize, size: usize) -> f64 {
        let mut shares = self.sums[sum].clone();
        shares.sort_unstable_by(f64::total_cmp);
        -shares.iter().take(size).sum::<f64>().min(0.0)
    }
}

fn root_mean_square(values: &[i64]) -> f64 {
    let square = |&value: &i64| value as f64 * value as f64;
    (values.iter().map(square).sum::<f64>() / values.len().max(1) as f64).sqrt()
}

/// A term on two candidates.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PairTerm {
    /// `cost` if one is there without the other.
    Together { one: usize, other: usize, cost: Cost },
    /// `cost` if both are there.
    Apart { one: usize, other: usize, cost: Cost },
}

/// The terms of a group.
#[derive(Debug)]
pub(crate) struct Features {
    pub all: Vec<Feature>,
    /// By candidate, its features.
    pub of: Vec<Vec<usize>>,
    pub partitions: Vec<Partition>,
    pub numbers: Vec<Number>,
    pub pairs: Vec<PairTerm>,
    /// By slot.
    pub quorums: Vec<Option<QuorumTerm>>,
    /// By candidate, what it costs without somebody who cannot come at all.
    pub alone: Vec<Cost>,
    /// By candidate, its kind: candidates of one kind are interchangeable.
    pub kinds: Vec<usize>,
}

impl Features {
    /// `kinds`: by candidate.
    pub fn new(group: &Group, kinds: Vec<usize>) -> Features {
        let number = group.candidates.len();
        let mut builder = Builder {
            largest: group.sizes.len().saturating_sub(1),
            known: HashMap::new(),
            features: Features {
                all: Vec::new(),
                of: vec![Vec::new(); number],
                partitions: Vec::new(),
                numbers: Vec::new(),
                pairs: Vec::new(),
                quorums: group
                    .slots
                    .iter()
                    .map(|slot| slot.quorum.as_ref().map(QuorumTerm::new))
                    .collect(),
                alone: vec![Cost::ZERO; number],
                kinds,
            },
        };
        group.terms.iter().for_each(|term| builder.add(term));
        builder.features
    }

    /// Number of candidates.
    pub fn items(&self) -> usize {
        self.of.len()
    }
}

struct Builder {
    largest: usize,
    known: HashMap<Vec<bool>, usize>,
    features: Features,
}

impl Builder {
    fn add(&mut self, term: &Term) {
        match term {
            Term::Deviation { coefficients, unit } => self.add_deviation(coefficients, *unit),
            Term::Thin { labels, at_least, cost } => {
                let number = labels.iter().flatten().map(|label| label + 1).max().unwrap_or(0);
                for label in 0..number {
                    let has = labels.iter().map(|of| *of == Some(label)).collect();
                    self.charge(has, |_, heads| {
                        let short = if heads > 0 { at_least.saturating_sub(heads) } else { 0 };
                        *cost * short as i64
                    });
                }
            }
            Term::Together { one, other: Some(other), cost } => {
                let (one, other, cost) = (*one, *other, *cost);
                self.features.pairs.push(PairTerm::Together { one, other, cost });
            }
            Term::Together { one, other: None, cost } => self.features.alone[*one] += *cost,
            Term::Apart { one, other, cost } => {
                let (one, other, cost) = (*one, *other, *cost);
                self.features.pairs.push(PairTerm::Apart { one, other, cost });
            }
            Term::Distinct { labels, at_least, short } => {
                let partition = self.partition(labels);
                let present = &mut partition.present;
                let last = present.last().copied().unwrap_or(Cost::ZERO);
                present.resize(present.len().max(at_least + 1), last);
                for (number, charge) in present.iter_mut().enumerate() {
                    *charge += *short * at_least.saturating_sub(number) as i64;
                }
            }
            Term::Fragile { labels, at_least, cost } => {
                self.partition(labels).fragile.push((*at_least, *cost));
            }
            // What these charge depends on the supervisors (`reduce::Kinds`).
            Term::Unserved { .. }
            | Term::SupervisorsAlike { .. }
            | Term::SupervisorMissing { .. } => {}
        }
    }

    fn add_deviation(&mut self, coefficients: &[i64], unit: Cost) {
        let mut values = coefficients.to_vec();
        values.sort_unstable();
        values.dedup();
        match values[..] {
            [] => {}
            [low] => self.charge(vec![false; coefficients.len()], |size, _| {
                unit * (low * size as i64).abs()
            }),
            [low, high] => {
                let has = coefficients.iter().map(|&value| value == high).collect();
                self.charge(has, |size, heads| {
                    unit * (high * heads as i64 + low * (size - heads) as i64).abs()
                });
            }
            _ => {
                let scale = root_mean_square(coefficients);
                let coefficients = coefficients.iter().map(|&value| value as f64 / scale).collect();
                self.features.numbers.push(Number { coefficients, scale, unit });
            }
        }
    }

    /// The partition that labels make.
    fn partition(&mut self, labels: &[Option<usize>]) -> &mut Partition {
        let number = labels.iter().flatten().map(|label| label + 1).max().unwrap_or(0);
        let mut those: Vec<usize> = (0..number)
            .map(|label| labels.iter().map(|of| *of == Some(label)).collect::<Vec<bool>>())
            .filter(|has| has.contains(&true))
            .map(|has| self.feature(has))
            .collect();
        those.sort_unstable();
        let partitions = &self.features.partitions;
        let is_taken = |feature: &usize| {
            partitions.iter().any(|of| of.features != those && of.features.contains(feature))
        };
        // A feature is counted in one partition; in another a twin of it that charges nothing.
        let taken: Vec<bool> = those.iter().map(is_taken).collect();
        for (feature, taken) in those.iter_mut().zip(taken) {
            if taken {
                *feature = self.twin(*feature);
            }
        }
        let partitions = &mut self.features.partitions;
        let known = partitions.iter().position(|of| of.features == those);
        let index = known.unwrap_or(partitions.len());
        if known.is_none() {
            partitions.push(Partition { features: those, ..Partition::default() });
        }
        &mut partitions[index]
    }

    /// A new feature that the same candidates have.
    fn twin(&mut self, feature: usize) -> usize {
        let features = &mut self.features;
        let index = features.all.len();
        for of in features.of.iter_mut().filter(|of| of.contains(&feature)) {
            of.push(index);
        }
        let charges = (0..=self.largest).map(|size| vec![Cost::ZERO; size + 1]).collect();
        features.all.push(Feature { charges });
        index
    }

    /// The feature that these candidates have.
    fn feature(&mut self, has: Vec<bool>) -> usize {
        let (features, largest) = (&mut self.features, self.largest);
        *self.known.entry(has).or_insert_with_key(|has| {
            let index = features.all.len();
            let charges = (0..=largest).map(|size| vec![Cost::ZERO; size + 1]).collect();
            features.all.push(Feature { charges });
            let those = (0..has.len()).filter(|&candidate| has[candidate]);
            those.for_each(|candidate| features.of[candidate].push(index));
            index
        })
    }

    /// Charges so much by size and number of those who have something.
    fn charge(&mut self, has: Vec<bool>, cost: impl Fn(usize, usize) -> Cost) {
        let index = self.feature(has);
        let features = &mut self.features;
        for (size, charges) in features.all[index].charges.iter_mut().enumerate() {
            for (heads, charge) in charges.iter_mut().enumerate() {
                *charge += cost(size, heads);
            }
        }
    }
}
