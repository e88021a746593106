//! People who cost and count the same wherever they could be.

use std::collections::HashMap;

use super::View;
use crate::{Cost, Problem};

/// Alike people.
pub(crate) struct Kind {
    pub people: Vec<usize>,
    pub unplaced: Cost,
    /// For each group they may join, the group and, in the order of `people`, their candidates.
    pub candidates: Vec<(usize, Vec<usize>)>,
}

/// All people by kind.
pub(crate) struct People {
    pub kinds: Vec<Kind>,
}

impl People {
    pub fn new(problem: &Problem, views: &[View]) -> People {
        let mut candidacies: Vec<Vec<(usize, usize)>> = vec![Vec::new(); problem.unplaced.len()];
        for (group, of) in problem.groups.iter().enumerate() {
            for (candidate, &person) in of.candidates.iter().enumerate() {
                candidacies[person].push((group, candidate));
            }
        }
        let mut places: HashMap<Vec<i64>, usize> = HashMap::new();
        let mut kinds: Vec<Kind> = Vec::new();
        for (person, candidacies) in candidacies.iter().enumerate() {
            let unplaced = problem.unplaced[person];
            let mut key = vec![unplaced.broken, unplaced.points];
            for &(group, candidate) in candidacies {
                key.extend([group as i64, views[group].classes.of[candidate] as i64]);
                for slot in &problem.groups[group].slots {
                    let cost = slot.members[candidate];
                    let cost = cost.unwrap_or(Cost { broken: -1, points: -1 });
                    key.extend([cost.broken, cost.points]);
                    // What quorums count is not the same for all who cost the same.
                    let sums = slot.quorum.iter().flat_map(|quorum| &quorum.sums);
                    key.extend(sums.map(|sum| sum[candidate]));
                }
            }
            let at = *places.entry(key).or_insert(kinds.len());
            if at == kinds.len() {
                let candidates = candidacies.iter().map(|&(group, _)| (group, Vec::new()));
                kinds.push(Kind { people: Vec::new(), unplaced, candidates: candidates.collect() });
            }
            kinds[at].people.push(person);
            for (of, &(_, candidate)) in kinds[at].candidates.iter_mut().zip(candidacies) {
                of.1.push(candidate);
            }
        }
        People { kinds }
    }

    /// By person, its kind.
    pub fn kind_of(&self) -> Vec<usize> {
        let number = self.kinds.iter().map(|kind| kind.people.len()).sum();
        let mut kind_of = vec![0; number];
        for (index, kind) in self.kinds.iter().enumerate() {
            kind.people.iter().for_each(|&person| kind_of[person] = index);
        }
        kind_of
    }
}
