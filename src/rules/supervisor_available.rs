//! A supervisor is there at the meetings.

use super::{DutyAt, Facts, Parameter, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};

/// Amount: 1 for each supervisor of a team who is there at less than `percent` of its meetings. It is
/// not all of them, so that a week's leave does not rule out a whole year.
pub struct SupervisorAvailable;

const PERCENT: Parameter = Parameter { name: "percent", default: 80, least: 0, most: 100 };
const FACTS: Facts = Facts { parameters: &[PERCENT], ..Facts::kept("supervisor-available") };

impl Rule for SupervisorAvailable {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let setting = scene.settings.of(team.environment, FACTS.id);
            let days = &scene.meetings[index];
            for &(supervisor, _) in &team.supervisors {
                let times = scene.calendar.times_available(supervisor, days, scene.span(team));
                if i64::from(times) * 100 < setting.parameter(PERCENT.name) * days.len() as i64 {
                    let person = Some(Person::Supervisor(supervisor));
                    let numbers = [("times", times as usize), ("meetings", days.len())];
                    let details = numbers.map(|(name, number)| (name, number.to_string()));
                    let cause = || Cause::new("cause-supervisor-available", details.to_vec());
                    ledger.charge(FACTS.id, setting.unit(), Some(index), person, cause);
                }
            }
        }
    }

    fn duty(&self, duty: &DutyAt) -> bool {
        let setting = duty.frame.settings.of(duty.group.environment, FACTS.id);
        let days = &duty.slot.meetings;
        let times = duty.frame.calendar.times_available(duty.supervisor, days, duty.slot.span);
        i64::from(times) * 100 >= setting.parameter(PERCENT.name) * days.len() as i64
    }
}
