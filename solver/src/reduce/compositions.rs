//! How many members of each class a team can have.

use super::Classes;
use crate::pricing::{Features, MANY_STEPS};
use crate::problem::Group;
use crate::{Cost, Problem};

/// Compositions of one group beyond which they are not all listed.
const MOST: usize = 1_000_000;
/// And of all groups together; but each may have so many.
const MOST_TOGETHER: usize = 2_000_000;
const FEW: usize = 50_000;
/// A list longer than this has a short list.
const LONG: usize = 100_000;
/// Compositions of the short list.
const SHORT: usize = 10_000;
/// So many are listed between two looks at whether to go on.
const LOOK: usize = 10_000;

/// Compositions of a group, with the cost of size and terms: all, or none where they are too many.
#[derive(Clone)]
pub(crate) struct Compositions {
    pub is_complete: bool,
    classes: usize,
    counts: Vec<u16>,
    pub costs: Vec<Cost>,
    pub sizes: Vec<u16>,
    /// Of a long list those that cost least by themselves, in the order of the list.
    short: Vec<usize>,
}

impl Compositions {
    /// None, as of a group that has too many.
    pub fn unlisted(classes: usize) -> Compositions {
        Compositions {
            is_complete: false,
            classes,
            counts: Vec::new(),
            costs: Vec::new(),
            sizes: Vec::new(),
            short: Vec::new(),
        }
    }

    /// `groups`: how many there are in all. Once it may not `go_on`, they are not listed.
    pub fn new(
        group: &Group,
        classes: &Classes,
        groups: usize,
        go_on: &dyn Fn() -> bool,
    ) -> Compositions {
        let most = (MOST_TOGETHER / groups.max(1)).clamp(FEW, MOST);
        let mut all = Compositions::unlisted(classes.len());
        if number(group, classes) > most as f64 {
            return all;
        }
        let mut counts = vec![0; classes.len()];
        all.is_complete = all.extend(group, classes, &mut counts, 0, 0, go_on);
        if !all.is_complete {
            return Compositions::unlisted(classes.len());
        }
        if all.len() > LONG {
            let mut cheapest: Vec<usize> = (0..all.len()).collect();
            cheapest.select_nth_unstable_by_key(SHORT, |&at| (all.costs[at], at));
            cheapest.truncate(SHORT);
            cheapest.sort_unstable();
            all.short = cheapest;
        }
        all
    }

    /// Whether there is a short list.
    pub fn is_long(&self) -> bool {
        !self.short.is_empty()
    }

    /// The place of a composition in the list, which is in the order of counts.
    pub fn place(&self, counts: &[u16]) -> Option<usize> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            match self.counts(middle) < counts {
                true => from = middle + 1,
                false => to = middle,
            }
        }
        (from < self.len() && self.counts(from) == counts).then_some(from)
    }

    /// Lists every composition that begins with these counts; whether it came to the end.
    fn extend(
        &mut self,
        group: &Group,
        classes: &Classes,
        counts: &mut Vec<u16>,
        class: usize,
        size: usize,
        go_on: &dyn Fn() -> bool,
    ) -> bool {
        if class == counts.len() {
            if let Some(cost) = group.size_cost(size) {
                self.costs.push(cost + classes.cost(counts));
                self.sizes.push(size as u16);
                self.counts.extend_from_slice(counts);
            }
            return !self.len().is_multiple_of(LOOK) || go_on();
        }
        let most = group.sizes.len().saturating_sub(1);
        for n in 0..=(most - size).min(classes.candidates[class].len()) {
            counts[class] = n as u16;
            if !self.extend(group, classes, counts, class + 1, size + n, go_on) {
                return false;
            }
        }
        counts[class] = 0;
        true
    }

    pub fn len(&self) -> usize {
        self.costs.len()
    }

    /// Tells what the members of each composition cost, at a price for each number of a class. Those
    /// listed one after another are alike in most classes, so only what differs is added up again.
    /// `short`: only of the short list, where there is one.
    pub fn each_price(&self, prices: &[Vec<f64>], short: bool, mut tell: impl FnMut(usize, f64)) {
        let some = if short { self.short.len() } else { 0 };
        let number = if some > 0 { some } else { self.len() };
        let mut sums = vec![0.0; self.classes + 1];
        let mut last = vec![u16::MAX; self.classes];
        for place in 0..number {
            let at = if some > 0 { self.short[place] } else { place };
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

/// Whether a look at every composition at every slot takes less arithmetic than to price whole teams.
///
/// The first goes through the classes of each composition, the other through the features of all candidates
/// at each step of the subgradient method, for each size. So it is for the number of alike people to decide:
/// the list grows with the classes, the other with the people.
pub(super) fn are_worth_listing(problem: &Problem, classes: &[Classes]) -> bool {
    let groups = problem.groups.iter().zip(classes);
    let work = groups.map(|(group, classes)| {
        let slots = group.slots.len() as f64;
        let listed = number(group, classes) * classes.len() as f64;
        let sizes = (0..group.sizes.len()).filter(|&size| group.size_cost(size).is_some()).count();
        let features = Features::new(group, Vec::new());
        let looks: usize = features.of.iter().map(|of| 1 + of.len()).sum::<usize>()
            + features.numbers.len() * group.candidates.len()
            + features.pairs.len();
        (listed * slots, (sizes * MANY_STEPS * looks) as f64 * slots)
    });
    let (listed, whole) = work.fold((0.0, 0.0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
    listed <= whole
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
