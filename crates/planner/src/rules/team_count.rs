//! An environment has its number of teams.

use leerteam_solver::{Problem, Row, Use};

use super::{DecisionSpace, Lowering, Serving};
use leerteam_model::rules::team_count::{SPEC, TeamCount};

impl Lowering for TeamCount {
    fn link(&self, space: &DecisionSpace, _serving: &Serving, problem: &mut Problem) {
        for (index, environment) in space.roster.environments.iter_enumerated() {
            let over = Some(space.settings.setting(index, SPEC.id).unit());
            let groups = space.groups.iter().enumerate().filter(|(_, of)| of.environment == index);
            let groups: Vec<usize> = groups.map(|(group, _)| group).collect();
            let uses = |groups: &[usize], times| {
                groups.iter().map(|&group| (Use::Team { group }, times)).collect()
            };
            if !environment.teams.is_empty() {
                let missing = |group| Row { uses: uses(&[group], -1), at_most: -1, over };
                problem.rows.extend(groups.into_iter().map(missing));
                continue;
            }
            let at_most = -i64::from(environment.min_teams);
            problem.rows.push(Row { uses: uses(&groups, -1), at_most, over });
            if groups.len() > 1 {
                let at_most = i64::from(environment.max_teams);
                problem.rows.push(Row { uses: uses(&groups, 1), at_most, over: None });
            }
        }
    }
}
