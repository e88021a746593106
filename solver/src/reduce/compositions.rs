//! How many members of each class a team can have.

use super::Classes;
use crate::Cost;
use crate::problem::Group;

/// All compositions of a group, with the cost of size and terms.
pub(crate) struct Compositions {
    classes: usize,
    counts: Vec<u16>,
    pub costs: Vec<Cost>,
    pub sizes: Vec<u16>,
}

impl Compositions {
    pub fn new(group: &Group, classes: &Classes) -> Compositions {
        let mut all = Compositions {
            classes: classes.len(),
            counts: Vec::new(),
            costs: Vec::new(),
            sizes: Vec::new(),
        };
        let mut counts = vec![0; classes.len()];
        let most = group.sizes.len().saturating_sub(1);
        all.extend(group, classes, &mut counts, 0, 0, most);
        all
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

    pub fn counts(&self, at: usize) -> &[u16] {
        &self.counts[at * self.classes..(at + 1) * self.classes]
    }
}
