//! Candidates in whom no term sees a difference.

use std::collections::HashMap;

use crate::heads::Heads;
use crate::problem::Group;
use crate::{Cost, Term};

/// The classes of a group's candidates, and what a team of so many of each costs.
pub(crate) struct Classes {
    /// For each candidate its class.
    pub of: Vec<usize>,
    /// For each class its candidates.
    pub candidates: Vec<Vec<usize>>,
    pub terms: Vec<ClassTerm>,
}

/// A term of members, by class.
pub(crate) enum ClassTerm {
    Deviation { coefficients: Vec<i64>, unit: Cost },
    Distinct { labels: Vec<Option<usize>>, at_least: usize, short: Cost },
    Thin { labels: Vec<Option<usize>>, at_least: usize, cost: Cost },
    Fragile { labels: Vec<Option<usize>>, at_least: usize, cost: Cost },
    Together { one: usize, other: Option<usize>, cost: Cost },
    Apart { one: usize, other: usize, cost: Cost },
}

impl Classes {
    pub fn new(group: &Group) -> Classes {
        let mut alone = vec![0; group.candidates.len()];
        let mut set_apart = |candidate: usize| {
            if alone[candidate] == 0 {
                alone[candidate] = candidate + 1;
            }
        };
        for term in &group.terms {
            match *term {
                Term::Together { one, other, .. } => {
                    set_apart(one);
                    other.into_iter().for_each(&mut set_apart);
                }
                Term::Apart { one, other, .. } => {
                    set_apart(one);
                    set_apart(other);
                }
                _ => {}
            }
        }
        // Most terms of a large group are about supervisors.
        let differences: Vec<Difference> = group.terms.iter().filter_map(Difference::of).collect();
        let mut places: HashMap<Vec<i64>, usize> = HashMap::new();
        let mut candidates: Vec<Vec<usize>> = Vec::new();
        let of = (0..group.candidates.len())
            .map(|candidate| {
                let mut key = vec![alone[candidate] as i64];
                key.extend(differences.iter().map(|difference| difference.between(candidate)));
                let class = *places.entry(key).or_insert(candidates.len());
                if class == candidates.len() {
                    candidates.push(Vec::new());
                }
                candidates[class].push(candidate);
                class
            })
            .collect::<Vec<usize>>();
        let terms = group.terms.iter().filter_map(|term| by_class(term, &of, &candidates));
        let terms = terms.collect();
        Classes { of, candidates, terms }
    }

    pub fn len(&self) -> usize {
        self.candidates.len()
    }

    /// Members by class.
    pub fn counts(&self, members: &[usize]) -> Vec<u16> {
        let mut counts = vec![0; self.len()];
        members.iter().for_each(|&member| counts[self.of[member]] += 1);
        counts
    }

    /// Cost of the members' terms for a team with so many members of each class.
    pub fn cost(&self, counts: &[u16]) -> Cost {
        self.terms.iter().map(|term| term.cost(counts)).sum()
    }
}

/// What a term sees of each candidate.
enum Difference<'a> {
    Coefficients(&'a [i64]),
    Labels(&'a [Option<usize>]),
}

impl Difference<'_> {
    fn of(term: &Term) -> Option<Difference<'_>> {
        match term {
            Term::Deviation { coefficients, .. } => Some(Difference::Coefficients(coefficients)),
            Term::Distinct { labels, .. }
            | Term::Thin { labels, .. }
            | Term::Fragile { labels, .. }
            | Term::Unserved { labels, .. } => Some(Difference::Labels(labels)),
            Term::Together { .. }
            | Term::Apart { .. }
            | Term::SupervisorsAlike { .. }
            | Term::SupervisorMissing { .. } => None,
        }
    }

    /// The same number for those in whom it sees no difference.
    fn between(&self, candidate: usize) -> i64 {
        match self {
            Difference::Coefficients(coefficients) => coefficients[candidate],
            Difference::Labels(labels) => labels[candidate].map_or(-1, |label| label as i64),
        }
    }
}

fn by_class(term: &Term, of: &[usize], classes: &[Vec<usize>]) -> Option<ClassTerm> {
    let first = |class: &Vec<usize>| class[0];
    let by_class = |labels: &[Option<usize>]| -> Vec<Option<usize>> {
        classes.iter().map(|class| labels[first(class)]).collect()
    };
    Some(match *term {
        Term::Deviation { ref coefficients, unit } => {
            let coefficients = classes.iter().map(|class| coefficients[first(class)]).collect();
            ClassTerm::Deviation { coefficients, unit }
        }
        Term::Distinct { ref labels, at_least, short } => {
            ClassTerm::Distinct { labels: by_class(labels), at_least, short }
        }
        Term::Thin { ref labels, at_least, cost } => {
            ClassTerm::Thin { labels: by_class(labels), at_least, cost }
        }
        Term::Fragile { ref labels, at_least, cost } => {
            ClassTerm::Fragile { labels: by_class(labels), at_least, cost }
        }
        Term::Together { one, other, cost } => {
            ClassTerm::Together { one: of[one], other: other.map(|other| of[other]), cost }
        }
        Term::Apart { one, other, cost } => {
            ClassTerm::Apart { one: of[one], other: of[other], cost }
        }
        Term::Unserved { .. } | Term::SupervisorsAlike { .. } | Term::SupervisorMissing { .. } => {
            return None;
        }
    })
}

impl ClassTerm {
    fn cost(&self, counts: &[u16]) -> Cost {
        let has = |class: usize| counts[class] > 0;
        let when = |broken: bool, cost: Cost| if broken { cost } else { Cost::ZERO };
        let heads = |labels: &[Option<usize>]| {
            let labelled = labels.iter().zip(counts);
            Heads::new(labelled.filter_map(|(label, &n)| Some(((*label)?, usize::from(n)))))
        };
        match self {
            ClassTerm::Deviation { coefficients, unit } => {
                let sum: i64 =
                    coefficients.iter().zip(counts).map(|(c, &n)| c * i64::from(n)).sum();
                *unit * sum.abs()
            }
            ClassTerm::Distinct { labels, at_least, short } => {
                *short * heads(labels).short_of(*at_least)
            }
            ClassTerm::Thin { labels, at_least, cost } => *cost * heads(labels).thin(*at_least),
            ClassTerm::Fragile { labels, at_least, cost } => {
                when(heads(labels).is_fragile(*at_least), *cost)
            }
            ClassTerm::Together { one, other, cost } => {
                when(has(*one) && !other.is_some_and(has), *cost)
            }
            ClassTerm::Apart { one, other, cost } => when(has(*one) && has(*other), *cost),
        }
    }
}
