//! Members work on a theme they like.

use leerteam_solver::Group;

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::{GivenTeam, LearningEnvironment, ParticipantIx, Roster, ThemeIx};
use leerteam_model::rules::theme::{SPEC, ThemePreference, rank};

/// The themes between which the planner chooses for a group: all that are open, but none that every
/// candidate likes as much as another or less.
pub fn choices(
    roster: &Roster,
    environment: &LearningEnvironment,
    given: Option<&GivenTeam>,
    candidates: &[ParticipantIx],
) -> Vec<Option<ThemeIx>> {
    let own = given.and_then(|given| given.theme);
    if own.is_some() || environment.themes.is_empty() {
        return vec![own];
    }
    let likers: Vec<ParticipantIx> = candidates
        .iter()
        .copied()
        .filter(|&candidate| !roster.participants[candidate].theme_preferences.is_empty())
        .collect();
    let places = |theme| likers.iter().map(|&p| rank(roster, p, Some(theme))).collect();
    let ranked: Vec<(ThemeIx, Vec<i64>)> =
        environment.themes.iter().map(|&theme| (theme, places(theme))).collect();
    let is_better = |one: &Vec<i64>, than: &Vec<i64>, first: bool| {
        one.iter().zip(than).all(|(one, than)| one <= than) && (first || one != than)
    };
    let needed = ranked.iter().enumerate().filter(|(at, (_, places))| {
        let mut others = ranked.iter().enumerate().filter(|(other, _)| other != at);
        !others.any(|(other, (_, better))| is_better(better, places, other < *at))
    });
    needed.map(|(_, &(theme, _))| Some(theme)).collect()
}

impl Lowering for ThemePreference {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let unit = space.settings.setting(of.environment, SPEC.id).unit();
        for (slot, at) in group.slots.iter_mut().zip(&of.slots).filter(|(_, at)| at.theme.is_some())
        {
            for (cost, &candidate) in slot.members.iter_mut().zip(&of.candidates) {
                *cost = cost.map(|cost| cost + unit * rank(space.roster, candidate, at.theme));
            }
        }
    }
}
