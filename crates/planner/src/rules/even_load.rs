//! Teams are spread evenly over supervisors.

use leerteam_solver::{Problem, Row, Use};

use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::even_load::{EvenLoad, SPEC};
use leerteam_model::rules::supervisor_hours;

impl Lowering for EvenLoad {
    /// `n * (n - 1) / 2` is the sum over k = 1, 2, ... of what n exceeds k.
    fn link(&self, space: &DecisionSpace, serving: &Serving, problem: &mut Problem) {
        let over = Some(space.settings.of_roster(SPEC.id).unit());
        for (supervisor, of) in space.roster.supervisors.iter_enumerated() {
            let groups = serving.groups(supervisor);
            let teams: u32 = groups.iter().map(|&group| space.groups[group].max_teams).sum();
            let load = |&group: &usize| {
                supervisor_hours::load(&space.environment(&space.groups[group]).form)
            };
            let shortest = groups.iter().map(load).min().unwrap_or(1).max(1);
            let most = teams.min(of.minutes_per_week / shortest).min(of.max_teams.unwrap_or(teams));
            let supervisor = supervisor.into();
            let use_of = |&group: &usize| (Use::Serve { group, supervisor }, 1);
            let uses: Vec<_> = groups.iter().map(use_of).collect();
            for at_most in 1..i64::from(most) {
                problem.rows.push(Row { uses: uses.clone(), at_most, over });
            }
        }
    }
}
