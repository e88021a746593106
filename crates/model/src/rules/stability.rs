//! A new plan leaves as it was what need not change.

use std::collections::BTreeMap;

use super::{
    Bound, EvaluatedPlan, Kind, Parameter, PenaltyBound, Rule, Setting, Slots, Specification,
};
use crate::plan::{Cause, Person, ScoreBreakdown, Slot, Team};
use crate::roster::{BaseTeam, ParticipantIx, TeamIx};

/// Amount: for each participant of the base plan, `moved` if no longer in that team, or else what has
/// changed of its slot; for each team that is continued, `supervisor` for each who no longer serves it.
pub struct Stability;

const fn points(name: &'static str, default: i64) -> Parameter {
    Parameter { name, default, least: 0, most: 100_000 }
}

/// Points for a participant who is no longer in the team.
pub const MOVED: Parameter = points("moved", 300);
const MOMENT: Parameter = points("moment", 100);
const PLACE: Parameter = points("place", 100);
const ROOM: Parameter = points("room", 10);
/// Points for a supervisor who no longer serves the team.
pub const SUPERVISOR: Parameter = points("supervisor", 100);
/// What is fixed about it.
pub const SPEC: Specification = Specification {
    parameters: &[MOVED, MOMENT, PLACE, ROOM, SUPERVISOR],
    ..Specification::weighed("stability", Kind::Linking, Slots::EachTeam, 1)
};

/// What has changed of a team's slot, for each member who stays.
pub fn changed(setting: &Setting, base: &BaseTeam, slot: &Slot) -> i64 {
    let was = (base.weekday, base.start, base.week_offset);
    let moment = if was == (slot.weekday, slot.start, slot.week_offset) {
        0
    } else {
        setting.parameter(MOMENT.name)
    };
    let place = match (base.location == slot.location, base.room == slot.room) {
        (false, _) => setting.parameter(PLACE.name),
        (true, false) => setting.parameter(ROOM.name),
        (true, true) => 0,
    };
    moment + place
}

/// Each participant's base team: the first that has them.
pub fn base_teams(base: &[BaseTeam]) -> BTreeMap<ParticipantIx, usize> {
    let mut first = BTreeMap::new();
    for (index, team) in base.iter().enumerate() {
        for &member in &team.members {
            first.entry(member).or_insert(index);
        }
    }
    first
}

fn continues(team: &Team, base: &BaseTeam) -> bool {
    team.id == base.id && team.environment == base.environment
}

impl Rule for Stability {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        let base = evaluated.base;
        let new_of = |base: &BaseTeam| evaluated.teams().find(|(_, team)| continues(team, base));
        let new: Vec<Option<(TeamIx, &Team)>> = base.iter().map(new_of).collect();
        for (participant, index) in base_teams(base) {
            let setting = evaluated.settings.setting(base[index].environment, SPEC.id);
            let person = Some(Person::Participant(participant));
            let stays = new[index].filter(|(_, team)| team.members.contains(&participant));
            let (amount, message, team) = match stays {
                None => (setting.parameter(MOVED.name), "cause-stability-moved", None),
                Some((at, team)) => {
                    (changed(setting, &base[index], &team.slot), "cause-stability-slot", Some(at))
                }
            };
            let details = || vec![("team", base[index].name.clone())];
            breakdown.charge(SPEC.id, setting.unit() * amount, team, person, || {
                Cause::new(message, details())
            });
        }
        for (base, new) in base.iter().zip(new) {
            let Some((at, team)) = new else { continue };
            let setting = evaluated.settings.setting(base.environment, SPEC.id);
            let amount = setting.parameter(SUPERVISOR.name);
            let serves = |who| team.supervisors.iter().any(|&(serving, _)| serving == who);
            for &who in base.supervisors.iter().filter(|&&who| !serves(who)) {
                let person = Some(Person::Supervisor(who));
                let cause = || Cause::new("cause-stability-supervisor", vec![]);
                breakdown.charge(SPEC.id, setting.unit() * amount, Some(at), person, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let setting = context.setting(&SPEC);
            let parameter = |of: Parameter| i128::from(setting.parameter(of.name));
            let slot = parameter(MOMENT) + parameter(PLACE).max(parameter(ROOM));
            let here = context.roster.base.iter().filter(|team| team.environment == context.at);
            let of = |team: &BaseTeam| {
                team.members.len() as i128 * parameter(MOVED).max(slot)
                    + team.supervisors.len() as i128 * parameter(SUPERVISOR)
            };
            PenaltyBound { whole: here.map(of).sum(), ..PenaltyBound::default() }
        })
    }
}
