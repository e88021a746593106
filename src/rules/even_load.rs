//! Teams are spread evenly over supervisors.

use leerteam_solver::{Problem, Row, Use};

use super::{Facts, Frame, Rule, Scene, Serving};
use crate::plan::{Cause, Ledger, Person};

/// Amount: for each supervisor with n teams, `n * (n - 1) / 2`: each further team counts one more than
/// the one before, so an uneven load costs more than an even one.
pub struct EvenLoad;

const FACTS: Facts = Facts::weighed("even-load", 50).of_roster();

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

    /// `n * (n - 1) / 2` is the sum over k = 1, 2, ... of what n exceeds k.
    fn link(&self, frame: &Frame, serving: &Serving, problem: &mut Problem) {
        let over = Some(frame.settings.of_roster(FACTS.id).unit());
        for (supervisor, of) in frame.roster.supervisors.iter().enumerate() {
            let groups = serving.groups(supervisor);
            let teams: u32 = groups.iter().map(|&group| frame.groups[group].max_teams).sum();
            let load = |&group: &usize| {
                super::supervisor_hours::load(&frame.environment(&frame.groups[group]).form)
            };
            let shortest = groups.iter().map(load).min().unwrap_or(1).max(1);
            let most = teams.min(of.minutes_per_week / shortest).min(of.max_teams.unwrap_or(teams));
            let use_of = |&group: &usize| (Use::Serve { group, supervisor }, 1);
            let uses: Vec<_> = groups.iter().map(use_of).collect();
            for at_most in 1..i64::from(most) {
                problem.rows.push(Row { uses: uses.clone(), at_most, over });
            }
        }
    }
}
