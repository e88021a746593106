//! A group laid out for fast evaluation: what each candidate, and each supervisor, adds to each term.

use std::collections::HashMap;

use crate::problem::{Group, Need};
use crate::{Cost, Term};

/// No label.
const UNLABELLED: u32 = u32::MAX;

/// What a term on labels charges for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charge {
    Distinct,
    Thin,
    Fragile,
    Unserved,
}

/// A term on labels.
#[derive(Debug)]
pub(crate) struct LabelTerm {
    pub charge: Charge,
    pub at_least: i64,
    pub cost: Cost,
    /// For each candidate its place in the heads of a team, over all terms; or none.
    places: Vec<u32>,
    /// Its first place and the number of its labels.
    pub first: usize,
    pub labels: usize,
    /// By label, the supervisors who stand for it, ascending; of unserved terms only.
    pub serving: Vec<Vec<usize>>,
}

impl LabelTerm {
    /// The place of a candidate's label in a team's heads.
    pub fn place(&self, candidate: usize) -> Option<usize> {
        let place = self.places[candidate];
        (place != UNLABELLED).then_some(place as usize)
    }
}

/// A term on two candidates, as seen from one of them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pair {
    /// It costs if this one is in the team without the other.
    Wants { other: Option<usize>, cost: Cost },
    /// It costs if the other is in the team without this one.
    WantedBy { other: usize, cost: Cost },
    /// It costs if both are in the team.
    Avoids { other: usize, cost: Cost },
}

/// A term on the team's supervisors.
#[derive(Debug)]
pub(crate) enum SupervisorTerm {
    Alike { supervisors: Vec<usize>, cost: Cost },
    Missing { supervisor: usize, cost: Cost },
}

/// A group and its terms by kind.
#[derive(Debug)]
pub(crate) struct Layout<'a> {
    pub group: &'a Group,
    /// Supervisors needed, for each side.
    pub needs: &'a [Need],
    /// Number of deviation terms, and their units.
    pub deviations: usize,
    pub units: Vec<Cost>,
    /// Whether a unit of some deviation breaks a requirement.
    pub units_break: bool,
    /// For each candidate, its coefficients in all deviations.
    coefficients: Vec<i64>,
    pub label_terms: Vec<LabelTerm>,
    /// Places in a team's heads.
    pub places: usize,
    /// For each candidate.
    pub pairs: Vec<Vec<Pair>>,
    pub supervisor_terms: Vec<SupervisorTerm>,
    /// By size, how far it is from one that is allowed, and its cost.
    pub sizes: Vec<(i64, Cost)>,
    /// By person, the candidate.
    candidate_of: HashMap<usize, usize>,
}

impl<'a> Layout<'a> {
    pub fn new(group: &'a Group) -> Layout<'a> {
        Layout::with_terms(group, &group.needs, |_| true)
    }

    /// A group without its supervisors: what remains is what members cost.
    pub fn of_members(group: &'a Group) -> Layout<'a> {
        Layout::with_terms(group, &[], |term| {
            !matches!(
                term,
                Term::Unserved { .. }
                    | Term::SupervisorsAlike { .. }
                    | Term::SupervisorMissing { .. }
            )
        })
    }

    fn with_terms(
        group: &'a Group,
        needs: &'a [Need],
        is_counted: impl Fn(&Term) -> bool,
    ) -> Layout<'a> {
        let number = group.candidates.len();
        let mut layout = Layout {
            group,
            needs,
            deviations: 0,
            units: Vec::new(),
            units_break: false,
            coefficients: Vec::new(),
            label_terms: Vec::new(),
            places: 0,
            pairs: vec![Vec::new(); number],
            supervisor_terms: Vec::new(),
            sizes: sizes(group),
            candidate_of: group.candidates.iter().enumerate().map(|(c, &p)| (p, c)).collect(),
        };
        let mut deviations = Vec::new();
        for term in group.terms.iter().filter(|term| is_counted(term)) {
            layout.add(term, &mut deviations);
        }
        layout.deviations = deviations.len();
        let rows = |candidate| deviations.iter().map(move |all: &&Vec<i64>| all[candidate]);
        layout.coefficients = (0..number).flat_map(rows).collect();
        layout.units_break = layout.units.iter().any(|unit| unit.broken != 0);
        layout
    }

    fn add(&mut self, term: &'a Term, deviations: &mut Vec<&'a Vec<i64>>) {
        match term {
            Term::Deviation { coefficients, unit } => {
                deviations.push(coefficients);
                self.units.push(*unit);
            }
            Term::Distinct { labels, at_least, short } => {
                self.add_labels(Charge::Distinct, labels, *at_least, *short, &[]);
            }
            Term::Thin { labels, at_least, cost } => {
                self.add_labels(Charge::Thin, labels, *at_least, *cost, &[]);
            }
            Term::Fragile { labels, at_least, cost } => {
                self.add_labels(Charge::Fragile, labels, *at_least, *cost, &[]);
            }
            Term::Unserved { labels, serving, cost } => {
                self.add_labels(Charge::Unserved, labels, 0, *cost, serving);
            }
            Term::Together { one, other, cost } => {
                self.pairs[*one].push(Pair::Wants { other: *other, cost: *cost });
                if let Some(other) = *other {
                    self.pairs[other].push(Pair::WantedBy { other: *one, cost: *cost });
                }
            }
            Term::Apart { one, other, cost } => {
                self.pairs[*one].push(Pair::Avoids { other: *other, cost: *cost });
                self.pairs[*other].push(Pair::Avoids { other: *one, cost: *cost });
            }
            Term::SupervisorsAlike { alike, cost } => {
                let supervisors = alike.clone();
                self.supervisor_terms.push(SupervisorTerm::Alike { supervisors, cost: *cost });
            }
            Term::SupervisorMissing { supervisor, cost } => {
                let supervisor = *supervisor;
                self.supervisor_terms.push(SupervisorTerm::Missing { supervisor, cost: *cost });
            }
        }
    }

    fn add_labels(
        &mut self,
        charge: Charge,
        labels: &[Option<usize>],
        at_least: usize,
        cost: Cost,
        serving: &[Vec<usize>],
    ) {
        let number = labels.iter().flatten().map(|label| label + 1).max().unwrap_or(0);
        let first = self.places;
        let place = |label: &Option<usize>| label.map_or(UNLABELLED, |of| (first + of) as u32);
        self.label_terms.push(LabelTerm {
            charge,
            at_least: at_least as i64,
            cost,
            places: labels.iter().map(place).collect(),
            first,
            labels: number,
            serving: serving.to_vec(),
        });
        self.places += number;
    }

    /// A candidate's coefficients in all deviations.
    pub fn coefficients(&self, candidate: usize) -> &[i64] {
        &self.coefficients[candidate * self.deviations..(candidate + 1) * self.deviations]
    }

    /// The candidate that a person is here, if any.
    pub fn candidate_of(&self, person: usize) -> Option<usize> {
        self.candidate_of.get(&person).copied()
    }

    /// The largest size that is allowed.
    pub fn largest(&self) -> usize {
        self.sizes.len().saturating_sub(1)
    }
}

/// By size up to the largest allowed one, the distance to an allowed size and the cost of that size.
fn sizes(group: &Group) -> Vec<(i64, Cost)> {
    let allowed: Vec<usize> =
        (0..group.sizes.len()).filter(|&size| group.sizes[size].is_some()).collect();
    let largest = allowed.last().copied().unwrap_or(0);
    let nearest = |size: usize| allowed.iter().min_by_key(|&&other| other.abs_diff(size)).copied();
    let entry = |size: usize| match nearest(size) {
        Some(near) => (near.abs_diff(size) as i64, group.size_cost(near).unwrap_or(Cost::ZERO)),
        // No size is allowed: any team is a violation.
        None => (1, Cost::ZERO),
    };
    (0..=largest).map(entry).collect()
}
