//! What is to be decided, before it becomes numbers: who could be where, when.

use std::collections::{BTreeMap, HashMap};

use super::rules::theme_choices;
use leerteam_model::calendar::{Agenda, Calendar, Series, Summary};
use leerteam_model::plan::Slot;
use leerteam_model::roster::{
    EnvironmentIx, GivenTeam, GivenTeamIx, LearningEnvironment, LocationIx, ParticipantIx, Roster,
    SupervisorIx, ThemeIx,
};
use leerteam_model::rules::{Fitting, Labels, Settings, judging, stability};

/// Everything that the planner can choose from.
#[derive(Debug)]
pub struct DecisionSpace<'a> {
    /// The calendar.
    pub calendar: &'a Calendar<'a>,
    /// The roster.
    pub roster: &'a Roster,
    /// The settings.
    pub settings: &'a Settings,
    /// Alike teams: an environment, or one given team of it.
    pub groups: Vec<TeamGroup>,
    /// Who can serve on each side at each location.
    pub fitting: Fitting,
    /// For each participant whom wishes are about, their places in the roster's.
    pub wishes: HashMap<ParticipantIx, Vec<usize>>,
}

/// Alike teams of one environment.
#[derive(Debug)]
pub struct TeamGroup {
    /// The environment.
    pub environment: EnvironmentIx,
    /// The given team, as a place in the environment's.
    pub given: Option<GivenTeamIx>,
    /// The base team that its team continues, as a place in the roster's.
    pub base: Option<usize>,
    /// Most teams.
    pub max_teams: u32,
    /// Participants that the environment admits.
    pub candidates: Vec<ParticipantIx>,
    /// Candidate slots.
    pub slots: Vec<CandidateSlot>,
}

/// A candidate slot.
#[derive(Clone, Debug)]
pub struct CandidateSlot {
    /// The slot.
    pub slot: Slot,
    /// The theme that a team there has.
    pub theme: Option<ThemeIx>,
    /// Its meetings.
    pub series: Series,
    /// How the group's candidates are there.
    pub attendance: Shared,
}

/// The attendance of many at one slot; who is there alike shares one summary.
#[derive(Clone, Debug, Default)]
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
    pub space: &'a DecisionSpace<'a>,
    /// The group.
    pub group: &'a TeamGroup,
    /// The slot.
    pub slot: &'a CandidateSlot,
    /// The attendance there.
    pub attendance: &'a Summary,
}

/// One supervisor at one slot.
#[derive(Clone, Copy, Debug)]
pub struct DutyAt<'a> {
    /// All there is to choose from.
    pub space: &'a DecisionSpace<'a>,
    /// The group.
    pub group: &'a TeamGroup,
    /// The slot.
    pub slot: &'a CandidateSlot,
    /// The supervisor.
    pub supervisor: SupervisorIx,
}

impl<'a> DecisionSpace<'a> {
    /// Works out what there is to choose from.
    pub fn new(calendar: &'a Calendar<'a>, settings: &'a Settings) -> DecisionSpace<'a> {
        let roster = calendar.roster;
        let mut groups = Vec::new();
        let environments = roster.environments.iter_enumerated();
        let given = |(index, of): (EnvironmentIx, &'a LearningEnvironment)| {
            of.teams.iter().map(move |team| (team.id.as_str(), index))
        };
        let given_in: HashMap<&str, EnvironmentIx> = environments.flat_map(given).collect();
        for (index, candidates) in roster.admitted().into_iter_enumerated() {
            let environment = &roster.environments[index];
            let group = |given: Option<GivenTeamIx>, base, max_teams| {
                let team = given.map(|given| &environment.teams[given]);
                let slots = candidate_slots(calendar, settings, index, team, &candidates);
                let candidates = candidates.clone();
                TeamGroup { environment: index, given, base, max_teams, candidates, slots }
            };
            let bases = bases(roster, settings, index, &given_in);
            if environment.teams.is_empty() {
                groups.extend(bases.iter().map(|&base| group(None, Some(base), 1)));
                groups.push(group(None, None, environment.max_teams));
            }
            groups.extend(environment.teams.iter_enumerated().map(|(given, team)| {
                let base = bases.iter().copied().find(|&base| roster.base[base].id == team.id);
                group(Some(given), base, 1)
            }));
        }
        let mut wishes: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, wish) in roster.wishes.iter().enumerate() {
            for person in [wish.one, wish.other] {
                wishes.entry(person).or_default().push(place);
            }
        }
        DecisionSpace { calendar, roster, settings, groups, fitting: Fitting::new(roster), wishes }
    }

    /// The environment of a group.
    pub fn environment(&self, group: &TeamGroup) -> &'a LearningEnvironment {
        &self.roster.environments[group.environment]
    }

    /// The values of an attribute among a group's candidates.
    pub fn labels(&self, group: &TeamGroup, attribute: &str) -> Labels<'a> {
        Labels::new(self.roster, group.candidates.iter().copied(), attribute)
    }

    /// The given team of a group.
    pub fn given(&self, group: &TeamGroup) -> Option<&'a GivenTeam> {
        group.given.map(|given| &self.environment(group).teams[given])
    }
}

/// The base teams of an environment, if it matters which of them are continued. The id of a given team
/// is that team's alone.
fn bases(
    roster: &Roster,
    settings: &Settings,
    environment: EnvironmentIx,
    given_in: &HashMap<&str, EnvironmentIx>,
) -> Vec<usize> {
    if settings.setting(environment, stability::SPEC.id).unit().is_zero() {
        return Vec::new();
    }
    let here = |&base: &usize| {
        let base = &roster.base[base];
        let elsewhere = given_in.get(base.id.as_str()).is_some_and(|&other| other != environment);
        base.environment == environment && !elsewhere
    };
    (0..roster.base.len()).filter(here).collect()
}

fn candidate_slots(
    calendar: &Calendar,
    settings: &Settings,
    environment: EnvironmentIx,
    given: Option<&GivenTeam>,
    candidates: &[ParticipantIx],
) -> Vec<CandidateSlot> {
    let judging = judging(calendar.roster, settings, environment);
    let slot = |(slot, series): (Slot, Series)| CandidateSlot {
        slot,
        theme: None,
        series,
        attendance: Shared::default(),
    };
    let mut slots: Vec<CandidateSlot> =
        calendar.candidates(environment, given).into_iter().map(slot).collect();
    // Place by place: one agenda does for all slots there.
    let mut places: BTreeMap<Option<LocationIx>, Vec<&mut CandidateSlot>> = BTreeMap::new();
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
    let themes = theme_choices(
        calendar.roster,
        &calendar.roster.environments[environment],
        given,
        candidates,
    );
    let with_themes = |slot: CandidateSlot| {
        themes.iter().map(move |&theme| CandidateSlot { theme, ..slot.clone() })
    };
    slots.into_iter().flat_map(with_themes).collect()
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
