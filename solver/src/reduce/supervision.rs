//! Supervisors who count the same for a team at a slot, and the sets of them that can serve it.

use std::collections::{HashMap, HashSet};

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
    /// What the members have to know of it: the number of supervisors where room is tight, else 0.
    pub kind: usize,
    /// Cost of the set, without that of each duty.
    pub cost: Cost,
}

/// What a class has in common.
struct Class {
    side: usize,
    supervisors: usize,
    /// The terms that are about it.
    terms: Vec<usize>,
}

/// For each supervisor, the terms of a group that are about it.
pub(crate) struct About(HashMap<usize, Vec<usize>>);

impl About {
    pub fn new(group: &Group) -> About {
        let mut about: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, term) in group.terms.iter().enumerate() {
            match term {
                Term::SupervisorsAlike { alike, .. } => {
                    alike.iter().for_each(|&who| about.entry(who).or_default().push(index));
                }
                Term::SupervisorMissing { supervisor, .. } => {
                    about.entry(*supervisor).or_default().push(index);
                }
                _ => {}
            }
        }
        About(about)
    }

    fn terms(&self, supervisor: usize) -> &[usize] {
        self.0.get(&supervisor).map_or(&[], Vec::as_slice)
    }
}

impl Supervision {
    pub fn new(group: &Group, about: &About, slot: &Slot, is_tight: bool) -> Supervision {
        let idle = idle(group, about, slot);
        let mut places = HashMap::new();
        let mut members: Vec<(Class, HashSet<usize>)> = Vec::new();
        let of = slot
            .duties
            .iter()
            .map(|duty| {
                let terms = about.terms(duty.supervisor).iter().copied();
                let terms: Vec<usize> = terms.filter(|term| !idle.contains(term)).collect();
                let key = (duty.side, duty.cost, terms);
                let class = *places.entry(key.clone()).or_insert(members.len());
                if class == members.len() {
                    let (side, _, terms) = key;
                    members.push((Class { side, supervisors: 0, terms }, HashSet::new()));
                }
                members[class].1.insert(duty.supervisor);
                class
            })
            .collect();
        let classes: Vec<Class> = members
            .into_iter()
            .map(|(class, supervisors)| Class { supervisors: supervisors.len(), ..class })
            .collect();
        let mut sets = Vec::new();
        let mut free: Vec<usize> = group.needs.iter().map(|need| need.max).collect();
        extend(&mut sets, group, &classes, &mut Vec::new(), 0, &mut free, is_tight);
        Supervision { of, classes: classes.len(), sets }
    }
}

/// The terms on alike supervisors of whom no two can serve one team at the slot: that they are alike
/// does not matter there.
fn idle(group: &Group, about: &About, slot: &Slot) -> HashSet<usize> {
    let mut serving: HashMap<usize, Vec<usize>> = HashMap::new();
    for duty in &slot.duties {
        for &term in about.terms(duty.supervisor) {
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

fn extend(
    sets: &mut Vec<DutySet>,
    group: &Group,
    classes: &[Class],
    counts: &mut Vec<(usize, u16)>,
    class: usize,
    free: &mut [usize],
    is_tight: bool,
) {
    if class == classes.len() {
        let number = counts.iter().map(|&(_, n)| usize::from(n)).sum();
        let kind = if is_tight { number } else { 0 };
        let cost = cost(group, classes, counts);
        sets.push(DutySet { counts: counts.clone(), kind, cost });
        return;
    }
    let of = &classes[class];
    extend(sets, group, classes, counts, class + 1, free, is_tight);
    let most = free[of.side].min(of.supervisors);
    for n in 1..=most {
        counts.push((class, n as u16));
        free[of.side] -= n;
        extend(sets, group, classes, counts, class + 1, free, is_tight);
        free[of.side] += n;
        counts.pop();
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
        let serving = || serving(&|class| class.terms.contains(&at));
        match term {
            Term::SupervisorsAlike { cost, .. } => *cost * serving().saturating_sub(1) as i64,
            Term::SupervisorMissing { cost, .. } if serving() == 0 => *cost,
            _ => Cost::ZERO,
        }
    });
    short.chain(terms).sum()
}
