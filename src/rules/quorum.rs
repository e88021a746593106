//! Enough members are there at every meeting.

use std::collections::BTreeSet;

use leerteam_solver::{Group, Quorum};

use super::{Facts, Frame, FrameGroup, FrameSlot, Parameter, Rule, Scene, Shared};
use crate::calendar::Summary;
use crate::plan::{Cause, Ledger};

/// Amount: 1 for each team with a meeting to which less than `percent` of the members who are counted
/// that day come.
pub struct EnoughThere;

const PERCENT: Parameter = Parameter { name: "percent", default: 50, least: 0, most: 100 };
const FACTS: Facts = Facts { parameters: &[PERCENT], ..Facts::required("quorum") };

/// What one member adds to the sum that must not be negative.
fn share(comes: Option<bool>, percent: i64) -> i64 {
    comes.map_or(0, |comes| if comes { 100 - percent } else { -percent })
}

/// For each meeting at which a quorum could fail, the shares of all candidates; without those that
/// hold wherever another does, since everybody adds as much to them or more.
fn sums(slot: &FrameSlot, percent: i64) -> Vec<Vec<i64>> {
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

impl Rule for EnoughThere {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, _) in scene.teams() {
            let setting = scene.settings.of(scene.plan.teams[index].environment, FACTS.id);
            let percent = setting.parameter(PERCENT.name);
            let attendance = &scene.attendance[index];
            let sum = |meeting: usize| -> i64 {
                let comes =
                    |at: &crate::calendar::Attendance| at.meetings[meeting].map(|p| p.comes());
                attendance.iter().map(|at| share(comes(at), percent)).sum()
            };
            let failing: Vec<usize> = (0..scene.series[index].count() as usize)
                .filter(|&meeting| sum(meeting) < 0)
                .collect();
            if let Some(&first) = failing.first() {
                let period = &scene.roster.period;
                let date = period.date(scene.series[index].days(period)[first]).to_string();
                let details = vec![("meetings", failing.len().to_string()), ("first", date)];
                let cause = || Cause::new("cause-quorum", details);
                ledger.charge(FACTS.id, setting.unit(), Some(index), None, cause);
            }
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, FACTS.id);
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
