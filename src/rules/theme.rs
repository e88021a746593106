//! Members work on a theme they like.

use leerteam_solver::Group;

use super::{Facts, Frame, FrameGroup, Most, Reach, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};
use crate::roster::{GivenTeam, LearningEnvironment, ParticipantIx, Roster, ThemeIx};

/// Amount: for each member the number of themes they like better than the team's; all they named if
/// the team's is not among them.
pub struct ThemePreference;

const FACTS: Facts = Facts::weighed("theme", 60);

/// How many themes come before this one in a participant's list.
fn place(roster: &Roster, participant: ParticipantIx, theme: Option<ThemeIx>) -> i64 {
    let wanted = &roster.participants[participant].theme_preferences;
    let found = wanted.iter().position(|&wanted| Some(wanted) == theme);
    found.unwrap_or(wanted.len()) as i64
}

/// The themes between which the planner chooses for a group: all that are open, but none that every
/// candidate likes as much as another or less.
pub(super) fn choices(
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
    let places = |theme| likers.iter().map(|&p| place(roster, p, Some(theme))).collect();
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

impl Rule for ThemePreference {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            if team.theme.is_none() && scene.environment(team).themes.is_empty() {
                continue;
            }
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            for &member in &team.members {
                let amount = place(scene.roster, member, team.theme);
                let person = Some(Person::Participant(member));
                let cause = || Cause::new("cause-theme", vec![("better", amount.to_string())]);
                ledger.charge(FACTS.id, unit * amount, Some(index), person, cause);
            }
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let unit = frame.settings.of(of.environment, FACTS.id).unit();
        for (slot, at) in group.slots.iter_mut().zip(&of.slots).filter(|(_, at)| at.theme.is_some())
        {
            for (cost, &candidate) in slot.members.iter_mut().zip(&of.candidates) {
                *cost = cost.map(|cost| cost + unit * place(frame.roster, candidate, at.theme));
            }
        }
    }

    fn most(&self, reach: &Reach) -> Most {
        let lists = reach.roster.participants.iter().map(|p| p.theme_preferences.len());
        Most { member: lists.max().unwrap_or_default() as i128, ..Most::default() }
    }
}
