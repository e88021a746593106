//! Pins, wishes and rooms that exclude each other, so that no plan can meet them all.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::calendar::{Calendar, Series};
use crate::plan::Slot;
use crate::roster::{
    Admitting, Code, EnvironmentIx, Findings, GivenTeamIx, ParticipantIx, Roster, SupervisorIx,
    Wish, WishKind,
};

/// Slots of a given team up to which it counts as decided when it meets.
const FEW: usize = 8;

/// Reports them; each at the later of the two.
pub(super) fn check(calendar: &Calendar, findings: &mut Findings) {
    let roster = calendar.roster;
    given_teams(calendar, findings);
    wishes(roster, findings);
    wishes_twice(roster, findings);
    together(roster, findings);
    pins(roster, findings);
    never_possible(calendar, findings);
}

fn cannot_both(findings: &mut Findings, field: String, value: &str, other: String, why: &str) {
    let details = vec![("other", other), ("why", why.to_owned())];
    findings.add_with(Code::CannotBoth, field, value, details);
}

/// Given teams that meet at one time in one room, or with one supervisor.
fn given_teams(calendar: &Calendar, findings: &mut Findings) {
    let environments = calendar.roster.environments.iter_enumerated();
    let mut in_room: HashMap<_, Vec<Decided>> = HashMap::new();
    let mut with_supervisor: HashMap<SupervisorIx, Vec<Decided>> = HashMap::new();
    for (index, environment) in environments {
        for (place, team) in environment.teams.iter().enumerate() {
            if team.slot.weekday.is_none() || team.slot.start.is_none() {
                continue;
            }
            let slots = calendar.candidates(index, Some(team));
            if slots.is_empty() || slots.len() > FEW {
                continue;
            }
            let room = |(slot, _): &(Slot, Series)| slot.location.zip(slot.room);
            let room =
                room(&slots[0]).filter(|_| slots.iter().all(|at| room(at) == room(&slots[0])));
            let field = format!("environments[{index}].teams[{place}].slot");
            let capacity = room.and_then(|(location, room)| {
                calendar.roster.locations[location].rooms[room].capacity
            });
            let people = environment.min_size
                + environment.supervision.iter().map(|need| need.min).sum::<u32>();
            if capacity.is_some_and(|capacity| capacity < people) {
                let other = format!("environments[{index}].teamSize.min");
                cannot_both(findings, field.clone(), &team.id, other, "small");
            }
            let series: Vec<Series> = slots.iter().map(|(_, series)| *series).collect();
            let team_id = team.id.as_str();
            let decided = Decided { field, team: team_id, series };
            if let Some(room) = room {
                meets_another(findings, in_room.entry(room).or_default(), &decided, "room");
            }
            for &supervisor in &team.supervisors {
                let others = with_supervisor.entry(supervisor).or_default();
                meets_another(findings, others, &decided, "supervisor");
            }
        }
    }
}

/// A given team of which it is decided when it meets, but for few choices.
#[derive(Clone)]
struct Decided<'a> {
    field: String,
    team: &'a str,
    series: Vec<Series>,
}

/// Reports the first of some teams that a team meets at one time with, whatever is chosen; then it is one of
/// them.
fn meets_another<'a>(
    findings: &mut Findings,
    others: &mut Vec<Decided<'a>>,
    team: &Decided<'a>,
    why: &str,
) {
    let overlaps = |other: &&Decided| {
        team.series.iter().all(|one| other.series.iter().all(|other| one.overlaps(other)))
    };
    if let Some(other) = others.iter().find(overlaps) {
        cannot_both(findings, team.field.clone(), team.team, other.field.clone(), why);
    }
    others.push(team.clone());
}

/// Required wishes that exclude each other or what is pinned.
fn wishes(roster: &Roster, findings: &mut Findings) {
    let mut known: HashMap<(ParticipantIx, ParticipantIx), (usize, WishKind)> = HashMap::new();
    for (index, wish) in roster.wishes.iter().enumerate().filter(|(_, wish)| wish.required) {
        let field = format!("wishes[{index}]");
        let value = [wish.one, wish.other].map(|p| roster.participants[p].id.as_str()).join(", ");
        let pair = (wish.one.min(wish.other), wish.one.max(wish.other));
        let (first, kind) = *known.entry(pair).or_insert((index, wish.kind));
        if kind != wish.kind {
            cannot_both(findings, field, &value, format!("wishes[{first}]"), "wishes");
        } else if is_against_pins(roster, wish) {
            let why = if wish.kind == WishKind::Together { "together" } else { "apart" };
            cannot_both(findings, field, &value, format!("participants[{}].pins", wish.other), why);
        }
    }
}

/// The same wish of one participant twice: it counts double. A wish that two people have of each other is two wishes.
fn wishes_twice(roster: &Roster, findings: &mut Findings) {
    let mut known: HashMap<(ParticipantIx, ParticipantIx, bool), usize> = HashMap::new();
    for (index, wish) in roster.wishes.iter().enumerate() {
        let key = (wish.one, wish.other, wish.kind == WishKind::Together);
        let first = *known.entry(key).or_insert(index);
        if first != index {
            let people = [wish.one, wish.other].map(|p| roster.participants[p].id.as_str());
            let details = vec![("other", format!("wishes[{first}]"))];
            let field = format!("wishes[{index}]");
            findings.add_with(Code::WishTwice, field, people.join(", "), details);
        }
    }
}

/// Required wishes that tie more people together than any team can hold: at the wish that goes too far.
fn together(roster: &Roster, findings: &mut Findings) {
    let largest = roster.environments.iter().map(|environment| environment.max_size).max();
    let Some(largest) = largest else { return };
    let mut groups: HashMap<ParticipantIx, BTreeSet<ParticipantIx>> = HashMap::new();
    let required = roster
        .wishes
        .iter()
        .enumerate()
        .filter(|(_, wish)| wish.required && wish.kind == WishKind::Together);
    for (index, wish) in required {
        let group = |of: ParticipantIx| groups.get(&of).cloned().unwrap_or_else(|| [of].into());
        let (one, other) = (group(wish.one), group(wish.other));
        let both: BTreeSet<ParticipantIx> = one.union(&other).copied().collect();
        let fitted = one.len().max(other.len()) <= largest as usize;
        if fitted && both.len() > largest as usize {
            let value = [wish.one, wish.other].map(|p| roster.participants[p].id.as_str());
            let (field, value) = (format!("wishes[{index}]"), value.join(", "));
            let largest = format!("{largest}");
            cannot_both(findings, field, &value, largest, "many");
        }
        for &member in &both {
            groups.insert(member, both.clone());
        }
    }
}

fn is_against_pins(roster: &Roster, wish: &Wish) -> bool {
    let pins = |participant: ParticipantIx| {
        let pins = &roster.participants[participant].pins;
        (pins.environment.or(pins.team.map(|(environment, _)| environment)), pins.team)
    };
    let ((one_in, one_team), (other_in, other_team)) = (pins(wish.one), pins(wish.other));
    let differ = |one: Option<EnvironmentIx>, other: Option<EnvironmentIx>| {
        one.zip(other).is_some_and(|(one, other)| one != other)
    };
    let teams = one_team.zip(other_team);
    match wish.kind {
        WishKind::Together => {
            differ(one_in, other_in) || teams.is_some_and(|(one, other)| one != other)
        }
        WishKind::Apart => teams.is_some_and(|(one, other)| one == other),
    }
}

/// Pins to an environment that does not admit the participant, or of too many to one team.
fn pins(roster: &Roster, findings: &mut Findings) {
    let mut pinned: BTreeMap<(EnvironmentIx, GivenTeamIx), Vec<ParticipantIx>> = BTreeMap::new();
    for (index, participant) in roster.participants.iter_enumerated() {
        let pins = &participant.pins;
        let field = if pins.team.is_some() { "teamId" } else { "environmentId" };
        let field = format!("participants[{index}].pins.{field}");
        if let Some(environment) =
            pins.environment.or(pins.team.map(|(environment, _)| environment))
            && !roster.admits(environment, index)
        {
            let other = format!("environments[{environment}].admission");
            let id = &roster.environments[environment].id;
            cannot_both(findings, field.clone(), id, other, "admission");
        }
        let Some((environment, team)) = pins.team else { continue };
        let members = pinned.entry((environment, team)).or_default();
        members.push(index);
        if members.len() == roster.environments[environment].max_size as usize + 1 {
            let other = format!("environments[{environment}].teamSize.max");
            let id = &roster.environments[environment].teams[team].id;
            cannot_both(findings, field, id, other, "size");
        }
    }
}

/// Participants for whom pins leave no slot of any environment that admits them.
fn never_possible(calendar: &Calendar, findings: &mut Findings) {
    let roster = calendar.roster;
    let with_never =
        roster.participants.iter_enumerated().filter(|(_, of)| !of.pins.never.is_empty());
    let mut admitting = Admitting::new(roster);
    let mut slots: HashMap<(EnvironmentIx, Option<GivenTeamIx>), Vec<Series>> = HashMap::new();
    for (index, participant) in with_never {
        let pins = &participant.pins;
        let mut is_admitted = false;
        let mut can_meet = false;
        for environment in admitting.environments(index) {
            let of = &roster.environments[environment];
            let elsewhere = pins.environment.is_some_and(|pinned| pinned != environment)
                || pins.team.is_some_and(|(pinned, _)| pinned != environment);
            if elsewhere {
                continue;
            }
            is_admitted = true;
            let teams: Vec<Option<GivenTeamIx>> = match pins.team {
                Some((_, team)) => vec![Some(team)],
                None if of.teams.is_empty() => vec![None],
                None => of.teams.indices().map(Some).collect(),
            };
            can_meet |= teams.into_iter().any(|team| {
                let slots = slots.entry((environment, team)).or_insert_with(|| {
                    let given = team.map(|team| &of.teams[team]);
                    let slots = calendar.candidates(environment, given).into_iter();
                    slots.map(|(_, series)| series).collect()
                });
                slots.iter().any(|series| !series.is_never_for(participant, &roster.period))
            });
        }
        if is_admitted && !can_meet {
            let field = format!("participants[{index}].pins.never");
            findings.add(Code::NeverPossible, field, &participant.name);
        }
    }
}
