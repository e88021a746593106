//! Enough members are there at every meeting.

use std::collections::BTreeSet;

use leerteam_solver::{Group, Quorum};

use super::{CandidateSlot, DecisionSpace, Lowering, Shared, TeamGroup};
use leerteam_model::calendar::Summary;
use leerteam_model::rules::quorum::{EnoughThere, PERCENT, SPEC, share};

/// For each meeting at which a quorum could fail, the shares of all candidates; without those that
/// hold wherever another does, since everybody adds as much to them or more.
fn sums(slot: &CandidateSlot, percent: i64) -> Vec<Vec<i64>> {
    let Shared { summaries, of } = &slot.attendance;
    let of_week = |week: u32| -> Vec<i64> {
        let comes = |at: &Summary| at.counted.has(week).then(|| at.comes.has(week));
        summaries.iter().map(|at| share(comes(at), percent)).collect()
    };
    let shares: BTreeSet<Vec<i64>> = slot.series.weeks.iter().map(of_week).collect();
    let follows = |one: &Vec<i64>, from: &Vec<i64>| {
        one != from && one.iter().zip(from).all(|(one, from)| one >= from)
    };
    let failing = shares.iter().filter(|shares| shares.iter().any(|&share| share < 0));
    let needed = failing.filter(|one| !shares.iter().any(|from| follows(one, from)));
    needed.map(|shares| of.iter().map(|&at| shares[at as usize]).collect()).collect()
}

impl Lowering for EnoughThere {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        let broken = setting.unit();
        if broken.is_zero() {
            return;
        }
        for (slot, of) in group.slots.iter_mut().zip(&of.slots) {
            let sums = sums(of, setting.parameter(PERCENT.name));
            slot.quorum = (!sums.is_empty()).then_some(Quorum { sums, broken });
        }
    }
}
