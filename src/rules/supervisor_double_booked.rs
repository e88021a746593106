//! A supervisor is with one team at a time.

use leerteam_solver::{Problem, Row, Use};

use super::conflicts::{at_one_time, by_day};
use super::{Facts, Frame, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor, 1 for each two of their teams whose meetings overlap on some day.
pub struct SupervisorDoubleBooked;

const FACTS: Facts = Facts::kept("supervisor-double-booked").of_roster();

impl Rule for SupervisorDoubleBooked {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        scene.each_two_teams(|supervisor, earlier, later| {
            let (one, other) = (&scene.plan.teams[earlier], &scene.plan.teams[later]);
            if scene.span(one).overlaps(scene.span(other)) {
                let person = Some(Person::Supervisor(supervisor));
                let details = vec![("other", one.name.clone())];
                let cause = || Cause::new("cause-supervisor-double-booked", details);
                ledger.charge(FACTS.id, unit, Some(later), person, cause);
            }
        });
    }

    fn link(&self, frame: &Frame, problem: &mut Problem) {
        for supervisor in 0..frame.roster.supervisors.len() {
            let days =
                by_day(frame, |group, slot| problem.groups[group].can_serve(slot, supervisor));
            for set in at_one_time(&days).into_iter().filter(|set| frame.is_shared(set)) {
                problem.rows.push(one_of(&set, supervisor));
            }
        }
    }
}

/// The supervisor serves at most one team at these slots.
pub(super) fn one_of(set: &[super::conflicts::SlotAt], supervisor: usize) -> Row {
    let at = |at: &super::conflicts::SlotAt| {
        (Use::ServeAt { group: at.group, slot: at.slot, supervisor }, 1)
    };
    Row { uses: set.iter().map(at).collect(), at_most: 1, over: None }
}
