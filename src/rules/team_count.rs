//! An environment has its number of teams.

use std::collections::BTreeSet;

use leerteam_solver::{Problem, Row, Use};

use super::{Facts, Frame, Rule, Scene, Serving};
use crate::plan::{Cause, Ledger};

/// Amount: 1 for each team short of the fewest or missing of the given ones, and 1 for each beyond
/// the most. The planner never makes more than the most.
pub struct TeamCount;

const FACTS: Facts = Facts::required("team-count");

impl Rule for TeamCount {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, environment) in scene.roster.environments.iter().enumerate() {
            let unit = scene.settings.of(index, FACTS.id).unit();
            let teams = &scene.teams_in[index];
            let given: BTreeSet<usize> =
                teams.iter().filter_map(|&team| scene.plan.teams[team].given).collect();
            let (given, count) = (given.len(), teams.len());
            let missing = if environment.teams.is_empty() {
                (environment.min_teams as usize).saturating_sub(count)
            } else {
                environment.teams.len() - given
            };
            let most =
                if environment.teams.is_empty() { environment.max_teams as usize } else { given };
            let surplus = count.saturating_sub(most);
            for (message, amount) in
                [("cause-team-count-few", missing), ("cause-team-count-many", surplus)]
            {
                let details = || {
                    let name = environment.name.clone();
                    vec![("environment", name), ("amount", amount.to_string())]
                };
                let cause = || Cause::new(message, details());
                ledger.charge(FACTS.id, unit * amount as i64, None, None, cause);
            }
        }
    }

    fn link(&self, frame: &Frame, _serving: &Serving, problem: &mut Problem) {
        for (index, environment) in frame.roster.environments.iter().enumerate() {
            let over = Some(frame.settings.of(index, FACTS.id).unit());
            let groups = frame.groups.iter().enumerate().filter(|(_, of)| of.environment == index);
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
