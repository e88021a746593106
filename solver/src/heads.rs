//! How many members of a team have each label: what terms on labels are about.

use crate::sums::sum_by_key;

/// Heads by label, of the labels that are there.
pub(crate) struct Heads(Vec<(usize, usize)>);

impl Heads {
    /// `labelled`: labels with the number of members that have them, a label as often as it comes.
    pub fn new(labelled: impl Iterator<Item = (usize, usize)>) -> Heads {
        let mut heads: Vec<(usize, usize)> = labelled.filter(|&(_, heads)| heads > 0).collect();
        sum_by_key(&mut heads);
        Heads(heads)
    }

    /// Labels that are wanted and not there.
    pub fn short_of(&self, at_least: usize) -> i64 {
        at_least.saturating_sub(self.0.len()) as i64
    }

    /// Members that the labels which are there are short of `at_least` each.
    pub fn thin(&self, at_least: usize) -> i64 {
        self.0.iter().map(|&(_, heads)| at_least.saturating_sub(heads) as i64).sum()
    }

    /// Whether there are just so many labels, one of them on one member alone.
    pub fn is_fragile(&self, at_least: usize) -> bool {
        self.0.len() == at_least && self.0.iter().any(|&(_, heads)| heads == 1)
    }
}
