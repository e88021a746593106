//! Members work on a theme they like.

use super::{Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};
use crate::roster::{ParticipantIx, Roster, ThemeIx};

/// Amount: for each member the number of themes they like better than the team's; all they named if
/// the team's is not among them.
pub struct ThemePreference;

/// What is fixed about it.
pub const SPEC: Specification = Specification::weighed("theme", Kind::Person, Slots::Ignored, 60);

/// How many themes come before this one in a participant's list.
pub fn place(roster: &Roster, participant: ParticipantIx, theme: Option<ThemeIx>) -> i64 {
    let wanted = &roster.participants[participant].theme_preferences;
    let found = wanted.iter().position(|&wanted| Some(wanted) == theme);
    found.unwrap_or(wanted.len()) as i64
}

impl Rule for ThemePreference {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            if team.theme.is_none() && scene.environment(team).themes.is_empty() {
                continue;
            }
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            for &member in &team.members {
                let amount = place(scene.roster, member, team.theme);
                let person = Some(Person::Participant(member));
                let cause = || Cause::new("cause-theme", vec![("better", amount.to_string())]);
                ledger.charge(SPEC.id, unit * amount, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| {
            let lists = reach.roster.participants.iter().map(|p| p.theme_preferences.len());
            Most { member: lists.max().unwrap_or_default() as i128, ..Most::default() }
        })
    }
}
