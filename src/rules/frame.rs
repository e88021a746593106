//! What is to be decided, before it becomes numbers: who could be where, when.

use leerteam_solver::{Group, Problem};

use super::conflicts::SlotAt;
use super::{Settings, state_points};
use crate::calendar::{Attendance, Calendar};
use crate::plan::Slot;
use crate::roster::{
    Day, EnvironmentIx, GivenTeam, LearningEnvironment, ParticipantIx, Roster, Side, Span,
    SupervisorIx,
};

/// Everything that the planner can choose from.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The calendar.
    pub calendar: &'a Calendar<'a>,
    /// The roster.
    pub roster: &'a Roster,
    /// The settings.
    pub settings: &'a Settings,
    /// Alike teams: an environment, or one given team of it.
    pub groups: Vec<FrameGroup>,
}

/// Alike teams of one environment.
#[derive(Debug)]
pub struct FrameGroup {
    /// The environment.
    pub environment: EnvironmentIx,
    /// The given team, as a place in the environment's.
    pub given: Option<usize>,
    /// Fewest teams.
    pub min_teams: u32,
    /// Most teams.
    pub max_teams: u32,
    /// Participants that the environment admits.
    pub candidates: Vec<ParticipantIx>,
    /// Candidate slots.
    pub slots: Vec<FrameSlot>,
}

/// A candidate slot.
#[derive(Debug)]
pub struct FrameSlot {
    /// The slot.
    pub slot: Slot,
    /// Its meetings.
    pub meetings: Vec<Day>,
    /// The stretch of the day they take.
    pub span: Span,
    /// For each candidate, in the order of the group's.
    pub attendance: Vec<Summary>,
}

/// A participant at all meetings of a slot, in little space.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// Counted meetings.
    pub counted: u32,
    /// Counted meetings to which the participant comes.
    pub comes: u32,
    /// Attendance points.
    pub points: i64,
    counted_at: [u64; Summary::WORDS],
    comes_at: [u64; Summary::WORDS],
}

impl Summary {
    /// Room for a weekly slot over the longest period.
    const WORDS: usize = 3;

    fn new(attendance: &Attendance) -> Summary {
        let Attendance { counted, comes, points, ref meetings } = *attendance;
        let mut summary = Summary { counted, comes, points, ..Summary::default() };
        for (at, presence) in meetings.iter().enumerate() {
            if let (Some(presence), Some(word)) = (presence, summary.counted_at.get_mut(at / 64)) {
                *word |= 1 << (at % 64);
                summary.comes_at[at / 64] |= u64::from(presence.comes()) << (at % 64);
            }
        }
        summary
    }

    /// Whether the meeting counts for the participant and, if so, whether the participant comes.
    pub fn at(&self, meeting: usize) -> Option<bool> {
        let bit =
            |words: &[u64]| words.get(meeting / 64).is_some_and(|w| w >> (meeting % 64) & 1 == 1);
        bit(&self.counted_at).then(|| bit(&self.comes_at))
    }
}

/// One participant at one slot.
#[derive(Clone, Copy, Debug)]
pub struct Seat<'a> {
    /// All there is to choose from.
    pub frame: &'a Frame<'a>,
    /// The group.
    pub group: &'a FrameGroup,
    /// The slot.
    pub slot: &'a FrameSlot,
    /// The participant.
    pub participant: ParticipantIx,
    /// The participant's attendance there.
    pub attendance: &'a Summary,
}

/// One supervisor at one slot on one side.
#[derive(Clone, Copy, Debug)]
pub struct DutyAt<'a> {
    /// All there is to choose from.
    pub frame: &'a Frame<'a>,
    /// The group.
    pub group: &'a FrameGroup,
    /// The slot.
    pub slot: &'a FrameSlot,
    /// The supervisor.
    pub supervisor: SupervisorIx,
    /// The side.
    pub side: Side,
}

impl<'a> Frame<'a> {
    /// Works out what there is to choose from.
    pub fn new(calendar: &'a Calendar<'a>, settings: &'a Settings) -> Frame<'a> {
        let roster = calendar.roster;
        let mut groups = Vec::new();
        let admissions = roster.admissions();
        for (index, environment) in roster.environments.iter().enumerate() {
            let admitted = |&p: &ParticipantIx| admissions[p].contains(&index);
            let candidates: Vec<_> = (0..roster.participants.len()).filter(admitted).collect();
            let group = |given: Option<usize>, min_teams, max_teams| {
                let team = given.map(|given| &environment.teams[given]);
                let slots = frame_slots(calendar, settings, index, team, &candidates);
                let candidates = candidates.clone();
                FrameGroup { environment: index, given, min_teams, max_teams, candidates, slots }
            };
            if environment.teams.is_empty() {
                groups.push(group(None, environment.min_teams, environment.max_teams));
            }
            groups.extend((0..environment.teams.len()).map(|given| group(Some(given), 1, 1)));
        }
        Frame { calendar, roster, settings, groups }
    }

    /// The environment of a group.
    pub fn environment(&self, group: &FrameGroup) -> &'a LearningEnvironment {
        &self.roster.environments[group.environment]
    }

    /// The groups in which a supervisor can serve at some slot.
    pub fn serves<'p>(
        &self,
        problem: &'p Problem,
        supervisor: SupervisorIx,
    ) -> impl Iterator<Item = usize> + use<'p> {
        let can = move |group: &Group| {
            (0..group.slots.len()).any(|slot| group.can_serve(slot, supervisor))
        };
        (0..problem.groups.len()).filter(move |&group| can(&problem.groups[group]))
    }

    /// Whether two teams could be at slots of the set: otherwise it forbids nothing.
    pub(super) fn is_shared(&self, set: &[SlotAt]) -> bool {
        let mut groups: Vec<usize> = set.iter().map(|at| at.group).collect();
        groups.dedup();
        groups.iter().map(|&group| self.groups[group].max_teams).sum::<u32>() > 1
    }

    /// The values of an attribute among a group's candidates, in order, and for each candidate the
    /// place of its value.
    pub fn labels(&self, group: &FrameGroup, attribute: &str) -> (Vec<String>, Vec<Option<usize>>) {
        let of = |&participant: &ParticipantIx| self.roster.attribute(participant, attribute);
        let each: Vec<Option<String>> = group.candidates.iter().map(of).collect();
        let mut values: Vec<String> = each.iter().flatten().cloned().collect();
        values.sort_unstable();
        values.dedup();
        let place = |value: &String| values.binary_search(value).ok();
        let labels = each.iter().map(|value| value.as_ref().and_then(place)).collect();
        (values, labels)
    }

    /// The given team of a group.
    pub fn given(&self, group: &FrameGroup) -> Option<&'a GivenTeam> {
        group.given.map(|given| &self.environment(group).teams[given])
    }
}

fn frame_slots(
    calendar: &Calendar,
    settings: &Settings,
    environment: EnvironmentIx,
    given: Option<&GivenTeam>,
    candidates: &[ParticipantIx],
) -> Vec<FrameSlot> {
    let form = &calendar.roster.environments[environment].form;
    let points = state_points(settings, environment);
    let slot = |(slot, meetings): (Slot, Vec<Day>)| {
        let span = slot.span(form);
        let summary = |&participant: &ParticipantIx| {
            let at = calendar.attendance(
                participant,
                form.mode,
                &meetings,
                span,
                slot.location,
                &points,
            );
            Summary::new(&at)
        };
        let attendance = candidates.iter().map(summary).collect();
        FrameSlot { slot, span, attendance, meetings }
    };
    calendar.candidates(environment, given).into_iter().map(slot).collect()
}
