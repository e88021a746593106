//! A supervisor has no more teams than they take.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};

/// Amount: for each supervisor, 1 for each team beyond the most they take.
pub struct SupervisorTeams;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::kept("supervisor-teams", Kind::Linking, Slots::Ignored).of_roster();

impl Rule for SupervisorTeams {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        for (supervisor, teams) in evaluated.teams_of_supervisors().iter_enumerated() {
            let Some(most) = evaluated.roster.supervisors[supervisor].max_teams else { continue };
            let amount = (teams.len() as i64 - i64::from(most)).max(0);
            let details = || vec![("teams", teams.len().to_string()), ("most", most.to_string())];
            let person = Some(Person::Supervisor(supervisor));
            let cause = || Cause::new("cause-supervisor-teams", details());
            breakdown.charge(SPEC.id, unit * amount, None, person, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_PERSON
    }
}
