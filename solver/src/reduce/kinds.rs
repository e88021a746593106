//! What a team's members have to know of its supervision, and no more.

use std::collections::HashMap;

use super::Classes;
use crate::problem::Group;
use crate::{Cost, Term};

/// One kind of supervision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Kind {
    /// Supervisors who take room; 0 where there is enough for any number of them.
    pub number: usize,
    /// By class, what each member costs more with it.
    pub extra: Vec<Cost>,
}

/// The kinds of supervision of a group.
pub(crate) struct Kinds {
    pub all: Vec<Kind>,
    places: HashMap<Kind, usize>,
    is_tight: bool,
}

impl Kinds {
    /// None yet. `is_tight`: whether a team's room depends on its number of supervisors.
    pub fn new(is_tight: bool) -> Kinds {
        Kinds { all: Vec::new(), places: HashMap::new(), is_tight }
    }

    /// The kind of so many supervisors, who are alike to some of `who`; a new one if it is not known.
    pub fn of(&mut self, group: &Group, classes: &Classes, number: usize, who: &[usize]) -> usize {
        let number = if self.is_tight { number } else { 0 };
        let kind = Kind { number, extra: extra(group, classes, who) };
        let next = self.all.len();
        let at = *self.places.entry(kind.clone()).or_insert(next);
        if at == next {
            self.all.push(kind);
        }
        at
    }
}

impl Kind {
    /// What members of these classes cost more.
    pub fn cost(&self, counts: &[u16]) -> Cost {
        self.extra.iter().zip(counts).map(|(&extra, &n)| extra * i64::from(n)).sum()
    }
}

/// By class, what a member costs whose label none of these stands for.
fn extra(group: &Group, classes: &Classes, who: &[usize]) -> Vec<Cost> {
    let mut extra = vec![Cost::ZERO; classes.len()];
    for term in &group.terms {
        let Term::Unserved { labels, serving, cost } = term else { continue };
        let is_served =
            |label: usize| who.iter().any(|who| serving[label].binary_search(who).is_ok());
        let served: Vec<bool> = (0..serving.len()).map(is_served).collect();
        for (extra, class) in extra.iter_mut().zip(&classes.candidates) {
            if labels[class[0]].is_some_and(|label| !served[label]) {
                *extra += *cost;
            }
        }
    }
    extra
}
