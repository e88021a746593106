//! Teams: members at each meeting, supervisors, composition, points and other slots.

use leerteam_model::roster::{
    LocationIx, ParticipantIx, RoomIx, Side, SupervisorIx, TeamIx, ThemeIx,
};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use index_vec::{IndexVec, index_vec};

use serde::Serialize;

use super::displaced::Displaced;
use super::environments::Heads;
use super::{Score, Source, rule_place, score};
use leerteam_model::calendar::{Attendance, Presence};
use leerteam_model::check::Alternative;
use leerteam_model::plan::{Cost, Slot};

/// All teams, and what several of them have.
pub struct Teams {
    /// Meetings that teams have, as days after the first date.
    pub series: Vec<Vec<u32>>,
    /// When and where teams could meet.
    pub moments: Vec<Moment>,
    /// The teams.
    pub teams: Vec<Team>,
}

/// A slot without its room: weekday from 1 for Monday, minutes after midnight, week offset, location.
pub type Moment = (u32, u32, u32, Option<usize>);

/// A team.
#[derive(Serialize)]
pub struct Team {
    id: String,
    name: String,
    environment: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<usize>,
    moment: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<usize>,
    series: usize,
    members: Vec<Member>,
    supervisors: Vec<Serving>,
    heads: Heads,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    displaced: Vec<Displaced>,
    score: Score,
    /// Rules, with what they count for this team.
    rules: Vec<(usize, i64, i64)>,
    /// Left out where it was not worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    others: Option<Vec<Other>>,
}

/// A member.
#[derive(Serialize)]
struct Member {
    who: usize,
    /// A character for each meeting, see [`letter`].
    states: String,
}

/// A supervisor of a team.
#[derive(Serialize)]
struct Serving {
    who: usize,
    side: &'static str,
    /// For each meeting 1 if there, 0 if away.
    there: String,
}

/// Another slot: moment, room, and what it costs more or less, by rule.
type Other = (usize, Option<usize>, Vec<(usize, i64, i64)>);

/// What is said of meetings that are held, out of what is said of all.
fn only<'a, T>(held: &'a [bool], all: &'a [T]) -> impl Iterator<Item = &'a T> {
    all.iter().zip(held).filter(|(_, is_held)| **is_held).map(|(of_meeting, _)| of_meeting)
}

/// How a participant is at a meeting, as one character: `.` for not counted; else a letter, counted
/// from `a`: the place of the state, and 7 more on a long day, and 14 more on line.
fn letter(presence: &Option<Presence>) -> char {
    let Some(Presence { state, long_day, online, .. }) = *presence else { return '.' };
    let place = state as u8 + if long_day { 7 } else { 0 } + if online { 14 } else { 0 };
    // 26 letters, and two capitals after them.
    char::from(if place < 26 { b'a' + place } else { b'A' + place - 26 })
}

/// Things, each once, with their places.
struct Places<T> {
    list: Vec<T>,
    places: HashMap<T, usize>,
}

impl<T: Clone + Eq + Hash> Places<T> {
    fn new() -> Places<T> {
        Places { list: Vec::new(), places: HashMap::new() }
    }

    fn of(&mut self, thing: T) -> usize {
        *self.places.entry(thing).or_insert_with_key(|thing| {
            self.list.push(thing.clone());
            self.list.len() - 1
        })
    }
}

fn moment(slot: &Slot) -> Moment {
    let location = slot.location.map(LocationIx::index);
    (slot.weekday.number_from_monday(), slot.start.minutes(), slot.week_offset, location)
}

/// All teams with their heads.
pub fn teams(
    source: &Source,
    heads: IndexVec<TeamIx, Heads>,
    displaced: IndexVec<TeamIx, Vec<Displaced>>,
) -> Teams {
    let Source { plan, assessment, .. } = *source;
    let (mut series, mut moments) = (Places::new(), Places::new());
    let mut of_teams: IndexVec<TeamIx, _> =
        index_vec![BTreeMap::<usize, Cost>::new(); plan.teams.len()];
    for charge in &assessment.breakdown.charges {
        if let Some(team) = charge.team {
            *of_teams[team].entry(rule_place(charge.rule)).or_default() += charge.cost;
        }
    }
    let each = plan.teams.iter_enumerated().zip(heads.into_iter().zip(displaced)).zip(of_teams);
    let teams = each.map(|(((index, team), (heads, displaced)), rules)| Team {
        id: team.id.clone(),
        name: team.name.clone(),
        environment: team.environment.index(),
        theme: team.theme.map(ThemeIx::index),
        moment: moments.of(moment(&team.slot)),
        room: team.slot.room.map(RoomIx::index),
        series: series.of(assessment.held_meetings(index).map(|(_, day)| day).collect()),
        members: members(&team.members, &assessment.attendance[index], &assessment.held[index]),
        supervisors: supervisors(source, index),
        heads,
        displaced,
        score: score(rules.values().copied().sum()),
        rules: rules.into_iter().map(|(rule, cost)| (rule, cost.broken, cost.points)).collect(),
        others: source.alternatives[index].as_ref().map(|others| {
            let mut others: Vec<&Alternative> = others.iter().collect();
            others.sort_by_key(|other| other.total());
            others.into_iter().map(|of| other(of, &mut moments)).collect()
        }),
    });
    let teams = teams.collect();
    Teams { series: series.list, moments: moments.list, teams }
}

fn other(other: &Alternative, moments: &mut Places<Moment>) -> Other {
    let changes = other.changes.iter();
    let changes = changes.map(|&(rule, cost)| (rule_place(rule), cost.broken, cost.points));
    let room = other.slot.room.map(RoomIx::index);
    (moments.of(moment(&other.slot)), room, changes.collect())
}

fn members(members: &[ParticipantIx], attendance: &[Attendance], held: &[bool]) -> Vec<Member> {
    let member = |(&who, at): (&ParticipantIx, &Attendance)| Member {
        who: who.index(),
        states: only(held, &at.meetings).map(letter).collect(),
    };
    members.iter().zip(attendance).map(member).collect()
}

fn supervisors(source: &Source, index: TeamIx) -> Vec<Serving> {
    let away = &source.assessment.away[index];
    let serving = |&(who, side): &(SupervisorIx, Side)| Serving {
        who: who.index(),
        side: side.as_str(),
        there: only(&source.assessment.held[index], away)
            .map(|away| if away.contains(&who) { '0' } else { '1' })
            .collect(),
    };
    source.plan.teams[index].supervisors.iter().map(serving).collect()
}
