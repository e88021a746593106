//! Supervisors who count the same for a team at a slot, and the sets of them that can serve it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Classes, Kinds};
use crate::problem::Group;
use crate::{Cost, Slot, Term};

/// The supervision of one slot.
pub(crate) struct Supervision {
    /// For each duty its class.
    pub of: Vec<usize>,
    /// Number of classes.
    pub classes: usize,
    pub sets: Vec<DutySet>,
}

/// Supervisors of a team, by class.
#[derive(Clone, Debug)]
pub(crate) struct DutySet {
    /// Class and how many of it.
    pub counts: Vec<(usize, u16)>,
    /// What the members have to know of it.
    pub kind: usize,
    /// Cost of the set, without that of each duty.
    pub cost: Cost,
}

/// What a class has in common.
struct Class {
    side: usize,
    supervisors: Vec<usize>,
    /// The terms that are about it.
    terms: Vec<Mention>,
}

/// A term that is about a supervisor; of a term on labels also the label.
type Mention = (usize, Option<usize>);

/// For each supervisor, the terms of a group that are about it.
pub(crate) struct About(HashMap<usize, Vec<Mention>>);

impl About {
    pub fn new(group: &Group) -> About {
        let mut about: HashMap<usize, Vec<Mention>> = HashMap::new();
        let mut add = |who: &[usize], mention: Mention| {
            who.iter().for_each(|&who| about.entry(who).or_default().push(mention));
        };
        for (index, term) in group.terms.iter().enumerate() {
            match term {
                Term::SupervisorsAlike { alike, .. } => add(alike, (index, None)),
                Term::SupervisorMissing { supervisor, .. } => add(&[*supervisor], (index, None)),
                Term::Unserved { serving, .. } => {
                    let labelled = serving.iter().enumerate();
                    labelled.for_each(|(label, serving)| add(serving, (index, Some(label))));
                }
                _ => {}
            }
        }
        About(about)
    }

    fn terms(&self, supervisor: usize) -> &[Mention] {
        self.0.get(&supervisor).map_or(&[], Vec::as_slice)
    }
}

impl Supervision {
    pub fn new(
        group: &Group,
        about: &About,
        slot: &Slot,
        members: &Classes,
        kinds: &mut Kinds,
    ) -> Supervision {
        let idle = idle(group, about, slot);
        let mut places = HashMap::new();
        let mut classes: Vec<Class> = Vec::new();
        let of = slot
            .duties
            .iter()
            .map(|duty| {
                let terms = about.terms(duty.supervisor).iter().copied();
                let terms: Vec<Mention> = terms.filter(|(term, _)| !idle.contains(term)).collect();
                let key = (duty.side, duty.cost, terms);
                let class = *places.entry(key.clone()).or_insert(classes.len());
                if class == classes.len() {
                    let (side, _, terms) = key;
                    classes.push(Class { side, supervisors: Vec::new(), terms });
                }
                if !classes[class].supervisors.contains(&duty.supervisor) {
                    classes[class].supervisors.push(duty.supervisor);
                }
                class
            })
            .collect();
        let mut ways = Vec::new();
        let mut free: Vec<usize> = group.needs.iter().map(|need| need.max).collect();
        extend(&mut ways, &classes, &mut Vec::new(), &mut free);
        let mut set = |counts: Vec<(usize, u16)>| {
            let number = counts.iter().map(|&(_, n)| usize::from(n)).sum();
            let who: Vec<usize> = counts.iter().map(|&(c, _)| classes[c].supervisors[0]).collect();
            let kind = kinds.of(group, members, number, &who);
            DutySet { kind, cost: cost(group, &classes, &counts), counts }
        };
        let sets = ways.into_iter().map(&mut set).collect();
        Supervision { of, classes: classes.len(), sets }
    }

    /// The set that duties make up, if there is such a set.
    pub fn set_of(&self, duties: &[usize]) -> Option<usize> {
        let mut classes: BTreeMap<usize, u16> = BTreeMap::new();
        duties.iter().for_each(|&duty| *classes.entry(self.of[duty]).or_default() += 1);
        self.sets
            .iter()
            .position(|set| classes.iter().map(|(&c, &n)| (c, n)).eq(set.counts.iter().copied()))
    }

    /// The kinds of supervision that there can be, each once, in order.
    pub fn kinds(&self) -> Vec<usize> {
        let kinds: BTreeSet<usize> = self.sets.iter().map(|set| set.kind).collect();
        kinds.into_iter().collect()
    }
}

/// The terms on alike supervisors of whom no two can serve one team at the slot: that they are alike
/// does not matter there.
fn idle(group: &Group, about: &About, slot: &Slot) -> HashSet<usize> {
    let mut serving: HashMap<usize, Vec<usize>> = HashMap::new();
    for duty in &slot.duties {
        for &(term, _) in about.terms(duty.supervisor) {
            serving.entry(term).or_insert_with(|| vec![0; group.needs.len()])[duty.side] += 1;
        }
    }
    let is_idle = |term: usize, serving: &[usize]| {
        let most = serving.iter().zip(&group.needs).map(|(&number, need)| number.min(need.max));
        matches!(group.terms[term], Term::SupervisorsAlike { .. }) && most.sum::<usize>() <= 1
    };
    let idle = serving.iter().filter(|(term, serving)| is_idle(**term, serving));
    idle.map(|(&term, _)| term).collect()
}

/// All ways to take supervisors of these classes and on, beside those counted, as many as each side
/// has `free`.
fn extend(
    ways: &mut Vec<Vec<(usize, u16)>>,
    classes: &[Class],
    counts: &mut Vec<(usize, u16)>,
    free: &mut [usize],
) {
    ways.push(counts.clone());
    let next = counts.last().map_or(0, |&(class, _)| class + 1);
    for (class, of) in classes.iter().enumerate().skip(next) {
        for n in 1..=free[of.side].min(of.supervisors.len()) {
            counts.push((class, n as u16));
            free[of.side] -= n;
            extend(ways, classes, counts, free);
            free[of.side] += n;
            counts.pop();
        }
    }
}

fn cost(group: &Group, classes: &[Class], counts: &[(usize, u16)]) -> Cost {
    let serving = |is_counted: &dyn Fn(&Class) -> bool| -> usize {
        let counted = counts.iter().filter(|&&(class, _)| is_counted(&classes[class]));
        counted.map(|&(_, n)| usize::from(n)).sum()
    };
    let short = group.needs.iter().enumerate().map(|(side, need)| {
        need.short * need.min.saturating_sub(serving(&|class| class.side == side)) as i64
    });
    let terms = group.terms.iter().enumerate().map(|(at, term)| {
        let serving = || serving(&|class| class.terms.contains(&(at, None)));
        match term {
            Term::SupervisorsAlike { cost, .. } => *cost * serving().saturating_sub(1) as i64,
            Term::SupervisorMissing { cost, .. } if serving() == 0 => *cost,
            _ => Cost::ZERO,
        }
    });
    short.chain(terms).sum()
}
