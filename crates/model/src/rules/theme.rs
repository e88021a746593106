//! Members work on a theme they like.

use super::{Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown};
use crate::roster::{ParticipantIx, Roster, ThemeIx};

/// Amount: for each member the number of themes they like better than the team's; all they named if
/// the team's is not among them.
pub struct ThemePreference;

/// What is fixed about it.
pub const SPEC: Specification = Specification::weighed("theme", Kind::Person, Slots::Ignored, 60);

/// How many themes come before this one in a participant's list.
pub fn rank(roster: &Roster, participant: ParticipantIx, theme: Option<ThemeIx>) -> i64 {
    let wanted = &roster.participants[participant].theme_preferences;
    let found = wanted.iter().position(|&wanted| Some(wanted) == theme);
    found.unwrap_or(wanted.len()) as i64
}

impl Rule for ThemePreference {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            if team.theme.is_none() && evaluated.environment(team).themes.is_empty() {
                continue;
            }
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            for &member in &team.members {
                let amount = rank(evaluated.roster, member, team.theme);
                let person = Some(Person::Participant(member));
                let cause = || Cause::new("cause-theme", vec![("better", amount.to_string())]);
                breakdown.charge(SPEC.id, unit * amount, Some(index), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let lists = context.roster.participants.iter().map(|p| p.theme_preferences.len());
            PenaltyBound { member: lists.fold(0, usize::max) as i128, ..PenaltyBound::default() }
        })
    }
}
