//! What is already decided for participants and for the slot and theme of a given team stays so.

use super::{Bound, EvaluatedPlan, Kind, Rule, Slots, Specification};
use crate::plan::{Cause, Person, ScoreBreakdown, Team};
use crate::roster::{EnvironmentIx, GivenTeam, GivenTeamIx, Participant, TeamIx};

/// Amount: for each member 1 if pinned to another environment or team and 1 if a meeting overlaps a
/// window in which the member never meets; for each given team 1 if its slot and 1 if its theme is
/// not as pinned.
pub struct Pins;

/// What is fixed about it.
pub const SPEC: Specification = Specification::kept("pins", Kind::Person, Slots::EachTeam);

/// Whether a participant is pinned to another environment or given team than this one.
pub fn is_elsewhere(
    participant: &Participant,
    environment: EnvironmentIx,
    given: Option<GivenTeamIx>,
) -> bool {
    let pins = &participant.pins;
    pins.environment.is_some_and(|pinned| pinned != environment)
        || pins.team.is_some_and(|pinned| Some(pinned) != given.map(|given| (environment, given)))
}

impl Pins {
    fn score_given(
        evaluated: &EvaluatedPlan,
        index: TeamIx,
        team: &Team,
        given: &GivenTeam,
        breakdown: &mut ScoreBreakdown,
    ) {
        let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
        if !evaluated.calendar.matches(&team.slot, &given.slot) {
            let cause = || Cause::new("cause-pins-slot", vec![]);
            breakdown.charge(SPEC.id, unit, Some(index), None, cause);
        }
        if given.theme.is_some() && given.theme != team.theme {
            let cause = || Cause::new("cause-pins-theme", vec![]);
            breakdown.charge(SPEC.id, unit, Some(index), None, cause);
        }
    }
}

impl Rule for Pins {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            for &member in &team.members {
                let participant = &evaluated.roster.participants[member];
                let person = Some(Person::Participant(member));
                if is_elsewhere(participant, team.environment, team.given) {
                    let cause = || Cause::new("cause-pins-elsewhere", vec![]);
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
                if evaluated.series[index].is_never_for(participant, &evaluated.roster.period) {
                    let cause = || Cause::new("cause-pins-never", vec![]);
                    breakdown.charge(SPEC.id, unit, Some(index), person, cause);
                }
            }
            if let Some(given) = team.given.map(|given| &evaluated.environment(team).teams[given]) {
                Pins::score_given(evaluated, index, team, given, breakdown);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::EACH_MEMBER
    }
}
