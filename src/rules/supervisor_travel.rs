//! A supervisor has time to travel from one team to the next.

use leerteam_solver::Problem;

use super::conflicts::{by_day, too_close};
use super::supervisor_double_booked::one_of;
use super::{Facts, Frame, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor, 1 for each two of their teams that meet on one day without overlap
/// and with less time between them than the travel.
pub struct SupervisorTravel;

const FACTS: Facts = Facts::kept("supervisor-travel").of_roster();

impl Rule for SupervisorTravel {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        scene.each_two_teams(|supervisor, earlier, later| {
            let (one, other) = (&scene.plan.teams[earlier], &scene.plan.teams[later]);
            let (first, second) = match scene.span(one).start <= scene.span(other).start {
                true => (one, other),
                false => (other, one),
            };
            let (start, end) = (scene.span(second).start, scene.span(first).end);
            let travel = scene.calendar.travel(first.slot.location, second.slot.location);
            let gap = start.minutes().checked_sub(end.minutes());
            if let Some(gap) = gap.filter(|&gap| gap < travel) {
                let person = Some(Person::Supervisor(supervisor));
                let numbers = vec![("gap", gap.to_string()), ("travel", travel.to_string())];
                let details = [vec![("other", one.name.clone())], numbers].concat();
                let cause = || Cause::new("cause-supervisor-travel", details);
                ledger.charge(FACTS.id, unit, Some(later), person, cause);
            }
        });
    }

    fn link(&self, frame: &Frame, problem: &mut Problem) {
        for supervisor in 0..frame.roster.supervisors.len() {
            let days =
                by_day(frame, |group, slot| problem.groups[group].can_serve(slot, supervisor));
            let travel = |from, to| frame.calendar.travel(from, to);
            for set in too_close(&days, travel).into_iter().filter(|set| frame.is_shared(set)) {
                problem.rows.push(one_of(&set, supervisor));
            }
        }
    }
}
