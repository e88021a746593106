//! How many members of each class a team can have.

use std::collections::HashMap;

use super::Classes;
use crate::Cost;
use crate::problem::Group;

/// Compositions beyond which they are not all listed.
const MOST: f64 = 150_000.0;

/// Compositions of a group, with the cost of size and terms: all, or where they are too many those
/// that were noted.
#[derive(Clone)]
pub(crate) struct Compositions {
    pub is_complete: bool,
    classes: usize,
    counts: Vec<u16>,
    /// Where each noted one is.
    places: HashMap<Vec<u16>, usize>,
    pub costs: Vec<Cost>,
    pub sizes: Vec<u16>,
}

impl Compositions {
    pub fn new(group: &Group, classes: &Classes) -> Compositions {
        let mut all = Compositions {
            is_complete: number(group, classes) <= MOST,
            places: HashMap::new(),
            classes: classes.len(),
            counts: Vec::new(),
            costs: Vec::new(),
            sizes: Vec::new(),
        };
        if all.is_complete {
            let mut counts = vec![0; classes.len()];
            let most = group.sizes.len().saturating_sub(1);
            all.extend(group, classes, &mut counts, 0, 0, most);
        }
        all
    }

    /// The place of a composition, which is noted if it was not known; none if its size is not
    /// allowed.
    pub fn note(&mut self, group: &Group, classes: &Classes, counts: &[u16]) -> Option<usize> {
        if self.is_complete {
            return (0..self.len()).find(|&at| self.counts(at) == counts);
        }
        if let Some(&at) = self.places.get(counts) {
            return Some(at);
        }
        let size = counts.iter().map(|&n| usize::from(n)).sum();
        let cost = group.size_cost(size)? + classes.cost(counts);
        self.costs.push(cost);
        self.sizes.push(size as u16);
        self.counts.extend_from_slice(counts);
        self.places.insert(counts.to_vec(), self.len() - 1);
        Some(self.len() - 1)
    }

    fn extend(
        &mut self,
        group: &Group,
        classes: &Classes,
        counts: &mut Vec<u16>,
        class: usize,
        size: usize,
        most: usize,
    ) {
        if class == counts.len() {
            if let Some(cost) = group.size_cost(size) {
                self.costs.push(cost + classes.cost(counts));
                self.sizes.push(size as u16);
                self.counts.extend_from_slice(counts);
            }
            return;
        }
        for n in 0..=(most - size).min(classes.candidates[class].len()) {
            counts[class] = n as u16;
            self.extend(group, classes, counts, class + 1, size + n, most);
        }
        counts[class] = 0;
    }

    pub fn len(&self) -> usize {
        self.costs.len()
    }

    /// Tells what the members of each composition cost, at a price for each number of a class. Those
    /// listed one after another are alike in most classes, so only what differs is added up anew.
    pub fn each_price(&self, prices: &[Vec<f64>], mut tell: impl FnMut(usize, f64)) {
        let mut sums = vec![0.0; self.classes + 1];
        let mut last = vec![u16::MAX; self.classes];
        for at in 0..self.len() {
            let counts = self.counts(at);
            let alike = last.iter().zip(counts).take_while(|(last, now)| last == now).count();
            for class in alike..self.classes {
                sums[class + 1] = sums[class] + prices[class][usize::from(counts[class])];
            }
            last.copy_from_slice(counts);
            tell(at, sums[self.classes]);
        }
    }

    pub fn counts(&self, at: usize) -> &[u16] {
        &self.counts[at * self.classes..(at + 1) * self.classes]
    }
}

/// How many compositions there are, by class and size.
fn number(group: &Group, classes: &Classes) -> f64 {
    let most = group.sizes.len();
    let mut ways = vec![0.0; most];
    if let Some(none) = ways.first_mut() {
        *none = 1.0;
    }
    for class in &classes.candidates {
        ways = (0..most)
            .map(|size| (0..=class.len().min(size)).map(|n| ways[size - n]).sum())
            .collect();
    }
    let allowed = |&size: &usize| group.size_cost(size).is_some();
    (0..most).filter(allowed).map(|size| ways[size]).sum()
}
