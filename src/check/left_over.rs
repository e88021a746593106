//! Why a participant is in no team.

use std::collections::{BTreeMap, HashMap};

use crate::calendar::{Judging, Series, Summary};
use crate::plan::Team;
use crate::roster::{Commitment, EnvironmentIx, LocationIx, MeetingMode, ParticipantIx};
use crate::rules::{Scene, judging};

/// What kind of reason it is; docs/errors.md explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReasonCode {
    /// No environment admits the participant.
    AdmittedNowhere,
    /// Pinned to another environment or team.
    Pinned,
    /// Comes to too few meetings at every slot of the environment.
    NoSlotFits,
    /// The environment has no team.
    NoTeam,
    /// Comes to too few meetings at the slots of its teams.
    TeamSlotsDoNotFit,
    /// Its teams at slots that fit have no place left.
    Full,
    /// Joining would have cost other requirements or more points.
    CostsMore,
}

impl ReasonCode {
    /// Every code.
    pub const ALL: [ReasonCode; 7] = [
        ReasonCode::AdmittedNowhere,
        ReasonCode::Pinned,
        ReasonCode::NoSlotFits,
        ReasonCode::NoTeam,
        ReasonCode::TeamSlotsDoNotFit,
        ReasonCode::Full,
        ReasonCode::CostsMore,
    ];

    /// The code as it is shown.
    pub fn as_str(self) -> &'static str {
        match self {
            ReasonCode::AdmittedNowhere => "R3001",
            ReasonCode::Pinned => "R3002",
            ReasonCode::NoSlotFits => "R3003",
            ReasonCode::NoTeam => "R3004",
            ReasonCode::TeamSlotsDoNotFit => "R3005",
            ReasonCode::Full => "R3006",
            ReasonCode::CostsMore => "R3007",
        }
    }
}

/// One reason.
#[derive(Clone, Debug)]
pub struct Reason {
    /// What kind.
    pub code: ReasonCode,
    /// The environment it is about.
    pub environment: Option<EnvironmentIx>,
    /// At the slot that fits best: meetings the participant comes to, of those counted.
    pub comes: Option<(u32, u32)>,
    /// Commitments that stand in the way there.
    pub in_the_way: Vec<Commitment>,
}

/// A participant in no team.
#[derive(Clone, Debug)]
pub struct LeftOver {
    /// The participant.
    pub participant: ParticipantIx,
    /// A reason for each environment that admits the participant, or that none does.
    pub reasons: Vec<Reason>,
}

/// Explains each participant in no team.
pub(super) fn explain(scene: &Scene) -> Vec<LeftOver> {
    let team_of = scene.plan.team_of(scene.roster.participants.len());
    let mut reasons: Vec<Vec<Reason>> = vec![Vec::new(); team_of.len()];
    for (environment, admitted) in scene.admitted.iter().enumerate() {
        let mut unplaced = admitted.iter().filter(|&&p| team_of[p].is_none()).peekable();
        if unplaced.peek().is_none() {
            continue;
        }
        let offer = Offer::new(scene, environment);
        unplaced.for_each(|&participant| reasons[participant].push(offer.reason(participant)));
    }
    let unplaced = reasons.into_iter().enumerate().filter(|&(p, _)| team_of[p].is_none());
    let explained = unplaced.map(|(participant, mut reasons)| {
        if reasons.is_empty() {
            let code = ReasonCode::AdmittedNowhere;
            reasons.push(Reason { code, environment: None, comes: None, in_the_way: Vec::new() });
        }
        LeftOver { participant, reasons }
    });
    explained.collect()
}

/// The slots at one place, each with its place among all.
type AtPlace = (Option<LocationIx>, Vec<(usize, Series)>);

/// What one environment offers: when its teams could meet, when they do, and where there is room.
struct Offer<'a> {
    scene: &'a Scene<'a>,
    environment: EnvironmentIx,
    judging: Judging,
    percent: i64,
    candidates: Vec<AtPlace>,
    teams: Vec<AtPlace>,
    open_teams: Vec<AtPlace>,
}

/// A slot and how a participant is there.
struct Fit {
    /// The slot's place among all.
    at: usize,
    place: Option<LocationIx>,
    series: Series,
    summary: Summary,
}

impl Fit {
    /// Orders by share of the meetings; of equal ones the last is the best.
    fn key(&self) -> (u64, usize) {
        let (comes, counted) = self.summary.times();
        (u64::from(comes) * 1_000_000 / u64::from(counted.max(1)), self.at)
    }
}

/// Sorts slots by place; of those that are the same, as of many teams, the last is left.
fn by_place(slots: impl Iterator<Item = (Option<LocationIx>, Series)>) -> Vec<AtPlace> {
    let last: HashMap<_, usize> = slots.enumerate().map(|(at, slot)| (slot, at)).collect();
    let mut places: BTreeMap<Option<LocationIx>, Vec<(usize, Series)>> = BTreeMap::new();
    for ((place, series), at) in last {
        places.entry(place).or_default().push((at, series));
    }
    places.into_iter().collect()
}

impl<'a> Offer<'a> {
    fn new(scene: &'a Scene, environment: EnvironmentIx) -> Offer<'a> {
        let of = &scene.roster.environments[environment];
        let candidates = scene.calendar.candidates(environment, None).into_iter();
        let team = |&index: &usize| (&scene.plan.teams[index], scene.series[index]);
        let teams = || scene.teams_in[environment].iter().map(team);
        let has_place = |(team, _): &(&Team, _)| team.members.len() < of.max_size as usize;
        let slot = |(team, series): (&Team, Series)| (team.slot.location, series);
        Offer {
            scene,
            environment,
            judging: judging(scene.roster, scene.settings, environment),
            percent: scene.settings.of(environment, "share-of-meetings").parameter("percent"),
            candidates: by_place(candidates.map(|(slot, series)| (slot.location, series))),
            teams: by_place(teams().map(slot)),
            open_teams: by_place(teams().filter(has_place).map(slot)),
        }
    }

    /// Why a participant is in no team of the environment.
    fn reason(&self, participant: ParticipantIx) -> Reason {
        let pins = &self.scene.roster.participants[participant].pins;
        let pinned = pins.environment.or(pins.team.map(|(environment, _)| environment));
        if pinned.is_some_and(|pinned| pinned != self.environment) {
            return self.because(ReasonCode::Pinned);
        }
        let anywhere = self.best(participant, &self.candidates);
        if !anywhere.as_ref().is_some_and(|best| self.fits(&best.summary)) {
            return self.for_want_of_time(ReasonCode::NoSlotFits, participant, anywhere);
        }
        let there = self.best(participant, &self.teams);
        match &there {
            None => return self.because(ReasonCode::NoTeam),
            Some(best) if !self.fits(&best.summary) => {
                return self.for_want_of_time(ReasonCode::TeamSlotsDoNotFit, participant, there);
            }
            Some(_) => {}
        }
        let is_open = self.open_teams.iter().any(|&(place, ref slots)| {
            let agenda = self.scene.calendar.agenda(participant, place);
            slots.iter().any(|(_, series)| self.fits(&agenda.summary(series, &self.judging)))
        });
        self.because(if is_open { ReasonCode::CostsMore } else { ReasonCode::Full })
    }

    fn because(&self, code: ReasonCode) -> Reason {
        let environment = Some(self.environment);
        Reason { code, environment, comes: None, in_the_way: Vec::new() }
    }

    fn for_want_of_time(
        &self,
        code: ReasonCode,
        participant: ParticipantIx,
        best: Option<Fit>,
    ) -> Reason {
        let in_the_way = |best: &Fit| {
            let agenda = self.scene.calendar.agenda(participant, best.place);
            let on_line = self.judging.mode == MeetingMode::Mixed;
            agenda.in_the_way(&best.series, on_line).into_iter().cloned().collect()
        };
        Reason {
            comes: best.as_ref().map(|best| best.summary.times()),
            in_the_way: best.as_ref().map(in_the_way).unwrap_or_default(),
            ..self.because(code)
        }
    }

    /// The slot to whose meetings a participant can come best, the last of those that are alike.
    fn best(&self, participant: ParticipantIx, slots: &[AtPlace]) -> Option<Fit> {
        let mut best: Option<Fit> = None;
        for &(place, ref slots) in slots {
            let agenda = self.scene.calendar.agenda(participant, place);
            for &(at, series) in slots {
                let summary = agenda.summary(&series, &self.judging);
                let here = Fit { at, place, series, summary };
                if best.as_ref().is_none_or(|best| best.key() < here.key()) {
                    best = Some(here);
                }
            }
        }
        best
    }

    fn fits(&self, summary: &Summary) -> bool {
        let (comes, counted) = summary.times();
        counted > 0 && i64::from(comes) * 100 >= self.percent * i64::from(counted)
    }
}
