//! What is to be decided, before it becomes numbers: who could be where, when.

use std::collections::{BTreeMap, HashMap};

use super::labels::Labels;
use super::supervisor_fit::Fitting;
use super::{Settings, judging};
use crate::calendar::{Agenda, Calendar, Series, Summary};
use crate::plan::Slot;
use crate::roster::{
    EnvironmentIx, GivenTeam, LearningEnvironment, LocationIx, ParticipantIx, Roster, SupervisorIx,
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
    /// Who can serve on each side at each location.
    pub fitting: Fitting,
    /// For each participant whom wishes are about, their places in the roster's.
    pub wishes: HashMap<ParticipantIx, Vec<usize>>,
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
    pub series: Series,
    /// How the group's candidates are there.
    pub attendance: Shared,
}

/// The attendance of many at one slot; who is there alike shares one summary.
#[derive(Debug, Default)]
pub struct Shared {
    /// Different summaries, in the order of the first candidate with each.
    pub summaries: Vec<Summary>,
    /// For each candidate, in the order of the group's, the place of the summary.
    pub of: Vec<u32>,
}

/// One way to be at one slot.
#[derive(Clone, Copy, Debug)]
pub struct Seat<'a> {
    /// All there is to choose from.
    pub frame: &'a Frame<'a>,
    /// The group.
    pub group: &'a FrameGroup,
    /// The slot.
    pub slot: &'a FrameSlot,
    /// The attendance there.
    pub attendance: &'a Summary,
}

/// One supervisor at one slot.
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
}

impl<'a> Frame<'a> {
    /// Works out what there is to choose from.
    pub fn new(calendar: &'a Calendar<'a>, settings: &'a Settings) -> Frame<'a> {
        let roster = calendar.roster;
        let mut groups = Vec::new();
        for (index, candidates) in roster.admitted().into_iter().enumerate() {
            let environment = &roster.environments[index];
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
        let mut wishes: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, wish) in roster.wishes.iter().enumerate() {
            for person in [wish.one, wish.other] {
                wishes.entry(person).or_default().push(place);
            }
        }
        Frame { calendar, roster, settings, groups, fitting: Fitting::new(roster), wishes }
    }

    /// The environment of a group.
    pub fn environment(&self, group: &FrameGroup) -> &'a LearningEnvironment {
        &self.roster.environments[group.environment]
    }

    /// The values of an attribute among a group's candidates.
    pub fn labels(&self, group: &FrameGroup, attribute: &str) -> Labels<'a> {
        Labels::new(self.roster, group.candidates.iter().copied(), attribute)
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
    let judging = judging(calendar.roster, settings, environment);
    let slot =
        |(slot, series): (Slot, Series)| FrameSlot { slot, series, attendance: Shared::default() };
    let mut slots: Vec<FrameSlot> =
        calendar.candidates(environment, given).into_iter().map(slot).collect();
    // Place by place: one agenda does for all slots there.
    let mut places: BTreeMap<Option<LocationIx>, Vec<&mut FrameSlot>> = BTreeMap::new();
    for slot in &mut slots {
        places.entry(slot.slot.location).or_default().push(slot);
    }
    for (place, slots) in places {
        let agendas: Vec<Agenda> = candidates.iter().map(|&p| calendar.agenda(p, place)).collect();
        for slot in slots {
            slot.attendance =
                Shared::new(agendas.iter().map(|a| a.summary(&slot.series, &judging)));
        }
    }
    slots
}

impl Shared {
    fn new(all: impl ExactSizeIterator<Item = Summary>) -> Shared {
        let mut shared = Shared { summaries: Vec::new(), of: Vec::with_capacity(all.len()) };
        let mut places = HashMap::new();
        for summary in all {
            let place = *places.entry(summary).or_insert_with(|| {
                shared.summaries.push(summary);
                shared.summaries.len() as u32 - 1
            });
            shared.of.push(place);
        }
        shared
    }
}
