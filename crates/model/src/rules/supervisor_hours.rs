//! A supervisor has time for their teams.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use std::collections::BTreeSet;

use index_vec::{IndexVec, index_vec};

use crate::plan::{Cause, Person, Plan, ScoreBreakdown};
use crate::roster::{MeetingForm, Roster, SupervisorIx};

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

/// Load of each supervisor in a plan, in minutes a week: of each of their teams, once.
pub fn loads(roster: &Roster, plan: &Plan) -> IndexVec<SupervisorIx, u32> {
    let mut loads = index_vec![0; roster.supervisors.len()];
    for team in &plan.teams {
        let serving: BTreeSet<_> =
            team.supervisors.iter().map(|&(supervisor, _)| supervisor).collect();
        for supervisor in serving {
            loads[supervisor] += load(&roster.environments[team.environment].form);
        }
    }
    loads
}

impl Rule for SupervisorHours {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        let loads = loads(evaluated.roster, evaluated.plan);
        for (supervisor, load) in loads.into_iter_enumerated() {
            let time = evaluated.roster.supervisors[supervisor].minutes_per_week;
            let amount = i64::from(load.saturating_sub(time).div_ceil(60));
            let details = || vec![("load", load.to_string()), ("time", time.to_string())];
            let person = Some(Person::Supervisor(supervisor));
            let cause = || Cause::new("cause-supervisor-hours", details());
            breakdown.charge(SPEC.id, unit * amount, None, person, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
