//! Teams are spread evenly over supervisors.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification, supervisor_load};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{Roster, Supervisor};

/// Amount: for each supervisor with n teams, `n * (n - 1) / 2`: each further team counts one more than
/// the one before, so an uneven load costs more than an even one.
pub struct EvenLoad;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::weighed("even-load", Kind::Linking, Slots::Ignored, 50).of_roster();

fn amount(teams: i64) -> i64 {
    teams * (teams - 1) / 2
}

/// What it charges at most where supervisors keep to their hours and their number of teams, as they
/// always do in the planner's plans.
fn most(roster: &Roster) -> i128 {
    let teams = roster.environments.iter().map(|environment| environment.max_teams);
    let teams = teams.fold(0, u32::saturating_add);
    let loads = roster.environments.iter().map(|environment| supervisor_load(&environment.form));
    // A roster with an environment whose meetings take no time is refused.
    let shortest = loads.min().unwrap_or(1).max(1);
    let of = |supervisor: &Supervisor| {
        let in_time = supervisor.minutes_per_week / shortest;
        let most = teams.min(in_time).min(supervisor.max_teams.unwrap_or(teams));
        i128::from(amount(i64::from(most)))
    };
    roster.supervisors.iter().map(of).sum()
}

impl Rule for EvenLoad {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let unit = evaluated.settings.of_roster(SPEC.id).unit();
        for (supervisor, teams) in evaluated.teams_of_supervisors().iter_enumerated() {
            let amount = amount(teams.len() as i64);
            let details = || vec![("teams", teams.len().to_string())];
            let person = Some(Person::Supervisor(supervisor));
            let cause = || Cause::new("cause-even-load", details());
            breakdown.charge(SPEC.id, unit * amount, None, person, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Roster(most)
    }
}
