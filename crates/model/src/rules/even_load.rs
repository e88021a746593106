//! Teams are spread evenly over supervisors.

use super::{Facts, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor with n teams, `n * (n - 1) / 2`: each further team counts one more than
/// the one before, so an uneven load costs more than an even one.
pub struct EvenLoad;

/// What is fixed about it.
pub const FACTS: Facts = Facts::weighed("even-load", 50).of_roster();

impl Rule for EvenLoad {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        for (supervisor, teams) in scene.teams_of_supervisors().iter().enumerate() {
            let n = teams.len() as i64;
            let amount = n * (n - 1) / 2;
            let details = || vec![("teams", n.to_string())];
            let person = Some(Person::Supervisor(supervisor));
            let cause = || Cause::new("cause-even-load", details());
            ledger.charge(FACTS.id, unit * amount, None, person, cause);
        }
    }
}
