//! A supervisor has time for their teams.

use super::{Bound, Kind, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};
use crate::roster::MeetingForm;

/// Amount: for each supervisor, 1 for each started hour a week that the loads of their teams exceed
/// their time. The load of a team is its duration divided by its rhythm, rounded up.
pub struct SupervisorHours;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("supervisor-hours", Kind::Linking, Slots::Ignored).of_roster();

/// Load of a team of this form for a supervisor, in minutes a week.
pub fn load(form: &MeetingForm) -> u32 {
    form.duration.div_ceil(form.every_weeks)
}

impl Rule for SupervisorHours {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(SPEC.id).unit();
        for (supervisor, teams) in scene.teams_of_supervisors().iter().enumerate() {
            let form = |&team: &usize| &scene.environment(&scene.plan.teams[team]).form;
            let load: u32 = teams.iter().map(|team| load(form(team))).sum();
            let time = scene.roster.supervisors[supervisor].minutes_per_week;
            let amount = i64::from(load.saturating_sub(time).div_ceil(60));
            let details = || vec![("load", load.to_string()), ("time", time.to_string())];
            let person = Some(Person::Supervisor(supervisor));
            let cause = || Cause::new("cause-supervisor-hours", details());
            ledger.charge(SPEC.id, unit * amount, None, person, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
