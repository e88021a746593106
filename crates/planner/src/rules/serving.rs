//! Where each supervisor can serve.

use std::collections::BTreeSet;

use index_vec::{IndexVec, index_vec};

use leerteam_solver::Group;

use leerteam_model::roster::SupervisorIx;

/// For each supervisor the slots at which they can serve.
#[derive(Debug)]
pub struct Serving {
    /// Group and slot, in order, each once.
    slots: IndexVec<SupervisorIx, Vec<(usize, usize)>>,
}

impl Serving {
    /// Turns around the duties of the groups' slots.
    pub fn new(supervisors: usize, groups: &[Group]) -> Serving {
        let mut slots = index_vec![Vec::new(); supervisors];
        for (group, of) in groups.iter().enumerate() {
            for (slot, at) in of.slots.iter().enumerate() {
                for duty in &at.duties {
                    let slots: &mut Vec<(usize, usize)> = &mut slots[duty.supervisor];
                    if slots.last() != Some(&(group, slot)) {
                        slots.push((group, slot));
                    }
                }
            }
        }
        Serving { slots }
    }

    /// The slots at which a supervisor can serve: group and slot, in order.
    pub fn slots(&self, supervisor: SupervisorIx) -> &[(usize, usize)] {
        &self.slots[supervisor]
    }

    /// The groups in which a supervisor can serve at some slot, in order.
    pub fn groups(&self, supervisor: SupervisorIx) -> Vec<usize> {
        let mut groups: Vec<usize> =
            self.slots[supervisor].iter().map(|&(group, _)| group).collect();
        groups.dedup();
        groups
    }
}

/// The supervisors who can serve a team of a group at some slot, in order.
pub fn serving(group: &Group) -> Vec<SupervisorIx> {
    let duties = group.slots.iter().flat_map(|slot| &slot.duties);
    let serving: BTreeSet<SupervisorIx> = duties.map(|duty| duty.supervisor.into()).collect();
    serving.into_iter().collect()
}
