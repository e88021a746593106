//! Supervisors who can serve at the same moments, count the same there and have the same limits.

use std::collections::{BTreeMap, HashMap};

use super::Supervision;
use crate::{Cost, Problem, Use};

/// A duty that each of some alike supervisors can do.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub group: usize,
    pub slot: usize,
    /// Its class at the slot.
    pub class: usize,
    pub cost: Cost,
    /// In the order of the supervisors, the duty of each.
    pub duties: Vec<usize>,
}

/// Alike supervisors.
#[derive(Clone, Debug)]
pub(crate) struct Crew {
    pub supervisors: Vec<usize>,
    pub places: Vec<Place>,
}

/// All supervisors by crew.
pub(crate) struct Crews {
    pub crews: Vec<Crew>,
    /// By row of the problem, how many rows it stands for: 0 if another stands for it.
    pub rows: Vec<i64>,
}

/// A row without the supervisor it is about.
type Limit = (Vec<(usize, Option<usize>, i64)>, i64, Option<Cost>);

impl Crews {
    /// `views`: for each group the supervision of its slots. `merge`: whether alike ones are taken
    /// together.
    pub fn new(
        problem: &Problem,
        loose: &[i64],
        supervision: &[&[Supervision]],
        merge: bool,
    ) -> Crews {
        let mut places: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
        for (group, of) in problem.groups.iter().enumerate() {
            for (slot, at) in of.slots.iter().enumerate() {
                for (duty, of) in at.duties.iter().enumerate() {
                    let class = supervision[group][slot].of[duty];
                    let place = Place { group, slot, class, cost: of.cost, duties: vec![duty] };
                    places.entry(of.supervisor).or_default().push(place);
                }
            }
        }
        let mut limits: HashMap<usize, Vec<(Limit, usize)>> = HashMap::new();
        let mut shared = vec![false; problem.supervisors];
        let mut rows = vec![1; problem.rows.len()];
        for (index, row) in problem.rows.iter().enumerate() {
            match only_supervisor(row) {
                Some(supervisor) => {
                    shared[supervisor] |= loose[index] != row.at_most;
                    limits.entry(supervisor).or_default().push((limit(row), index));
                }
                None => row.uses.iter().for_each(|(what, _)| {
                    if let Use::Serve { supervisor, .. } | Use::ServeAt { supervisor, .. } = what {
                        shared[*supervisor] = true;
                    }
                }),
            }
        }
        let mut known: HashMap<_, usize> = HashMap::new();
        let mut crews: Vec<Crew> = Vec::new();
        for (supervisor, places) in places {
            let mut limits = limits.remove(&supervisor).unwrap_or_default();
            limits.sort();
            // Alike rows of one supervisor say nothing new.
            let mut kept: Vec<(Limit, usize)> = Vec::new();
            for (limit, row) in limits {
                let is_known = limit.2.is_none() && kept.last().is_some_and(|(l, _)| *l == limit);
                if is_known {
                    rows[row] = 0;
                } else {
                    kept.push((limit, row));
                }
            }
            let alone = if merge && !shared[supervisor] { 0 } else { supervisor + 1 };
            let at: Vec<_> =
                places.iter().map(|place| (place.group, place.slot, place.class)).collect();
            let key = (alone, at, kept.iter().map(|(limit, _)| limit.clone()).collect::<Vec<_>>());
            let crew = *known.entry(key).or_insert(crews.len());
            if crew == crews.len() {
                crews.push(Crew { supervisors: vec![supervisor], places });
                continue;
            }
            crews[crew].supervisors.push(supervisor);
            for (all, one) in crews[crew].places.iter_mut().zip(&places) {
                all.duties.extend(&one.duties);
            }
            for (_, row) in kept {
                rows[row] = 0;
            }
        }
        let leads = crews.iter().map(|crew| (crew.supervisors[0], crew.supervisors.len() as i64));
        let leads: HashMap<usize, i64> = leads.collect();
        for (row, times) in problem.rows.iter().zip(&mut rows).filter(|(_, times)| **times > 0) {
            if let Some(number) = only_supervisor(row).and_then(|first| leads.get(&first)) {
                *times = *number;
            }
        }
        Crews { crews, rows }
    }
}

/// The supervisor that all uses of a row are about.
fn only_supervisor(row: &crate::Row) -> Option<usize> {
    let supervisor = |what: &Use| match *what {
        Use::Serve { supervisor, .. } | Use::ServeAt { supervisor, .. } => Some(supervisor),
        _ => None,
    };
    let first = row.uses.first().and_then(|(what, _)| supervisor(what))?;
    row.uses.iter().all(|(what, _)| supervisor(what) == Some(first)).then_some(first)
}

fn limit(row: &crate::Row) -> Limit {
    let mut uses: Vec<_> = row
        .uses
        .iter()
        .map(|&(what, times)| match what {
            Use::ServeAt { group, slot, .. } => (group, Some(slot), times),
            Use::Serve { group, .. } | Use::Slot { group, .. } | Use::Team { group } => {
                (group, None, times)
            }
        })
        .collect();
    uses.sort_unstable();
    (uses, row.at_most, row.over)
}
