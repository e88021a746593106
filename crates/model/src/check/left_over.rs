//! Why a participant is in no team.

use std::collections::{BTreeMap, HashMap, HashSet};

use index_vec::{IndexVec, index_vec};

use crate::calendar::{Judging, Series, Summary};
use crate::roster::{
    Commitment, EnvironmentIx, LocationIx, MeetingMode, ParticipantIx, Side, SupervisorIx, TeamIx,
    WishKind,
};
use crate::rules::{EvaluatedPlan, judging, share_of_meetings, supervisor_load, supervisor_loads};

/// What kind of reason it is; docs/errors.md explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ReasonCode {
    /// No environment admits the participant.
    AdmittedNowhere,
    /// Pinned to another environment or team, or never at the moments that there are.
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
    /// Wishes that are required keep the participant out of the teams that fit.
    Wishes,
    /// The rooms of the teams that fit have no place left.
    RoomFull,
    /// Another team could be made, if there were supervisors for it.
    NoSupervisors,
}

impl ReasonCode {
    /// Every code.
    pub const ALL: [ReasonCode; 10] = [
        ReasonCode::AdmittedNowhere,
        ReasonCode::Pinned,
        ReasonCode::NoSlotFits,
        ReasonCode::NoTeam,
        ReasonCode::TeamSlotsDoNotFit,
        ReasonCode::Full,
        ReasonCode::CostsMore,
        ReasonCode::Wishes,
        ReasonCode::RoomFull,
        ReasonCode::NoSupervisors,
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
            ReasonCode::Wishes => "R3008",
            ReasonCode::RoomFull => "R3009",
            ReasonCode::NoSupervisors => "R3010",
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
pub(super) fn explain(evaluated: &EvaluatedPlan) -> Vec<LeftOver> {
    let team_of = evaluated.plan.team_of(evaluated.roster.participants.len());
    let mut reasons: IndexVec<ParticipantIx, Vec<Reason>> = index_vec![Vec::new(); team_of.len()];
    let mut wishes = Wishes::new();
    for wish in evaluated.roster.wishes.iter().filter(|wish| wish.required) {
        wishes.entry(wish.one).or_default().push((wish.kind, wish.other));
        wishes.entry(wish.other).or_default().push((wish.kind, wish.one));
    }
    let teams_of = evaluated.teams_of_supervisors();
    for (environment, admitted) in evaluated.admitted.iter_enumerated() {
        let mut unplaced = admitted.iter().filter(|&&p| team_of[p].is_none()).peekable();
        if unplaced.peek().is_none() {
            continue;
        }
        let offer = Offer::new(evaluated, environment, &wishes, &teams_of);
        unplaced.for_each(|&participant| reasons[participant].push(offer.reason(participant)));
    }
    let unplaced = reasons.into_iter_enumerated().filter(|&(p, _)| team_of[p].is_none());
    let explained = unplaced.map(|(participant, mut reasons)| {
        if reasons.is_empty() {
            let code = ReasonCode::AdmittedNowhere;
            reasons.push(Reason { code, environment: None, comes: None, in_the_way: Vec::new() });
        }
        LeftOver { participant, reasons }
    });
    explained.collect()
}

/// For each participant the required wishes, and about whom.
type Wishes = HashMap<ParticipantIx, Vec<(WishKind, ParticipantIx)>>;

/// The slots at one place, each with its place among all.
type AtPlace = (Option<LocationIx>, Vec<(usize, Series)>);

/// What one environment offers: when its teams could meet, and when they do.
struct Offer<'a> {
    evaluated: &'a EvaluatedPlan<'a>,
    environment: EnvironmentIx,
    judging: Judging,
    percent: i64,
    candidates: Vec<AtPlace>,
    teams: Vec<TeamIx>,
    /// Those with fewer members than they may have.
    open_teams: Vec<TeamIx>,
    /// Of these, those whose room has a place left.
    roomy_teams: Vec<TeamIx>,
    /// Whether another team could be made, but for supervisors.
    lacks_supervisors: bool,
    wishes: &'a Wishes,
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

/// Whether an environment may have another team, and of some side there are fewer supervisors left than it
/// needs: who come there, take another team and have time for it.
fn lacks_supervisors(
    evaluated: &EvaluatedPlan,
    environment: EnvironmentIx,
    teams_of: &IndexVec<SupervisorIx, Vec<TeamIx>>,
) -> bool {
    let of = &evaluated.roster.environments[environment];
    if evaluated.teams_in[environment].len() >= of.max_teams as usize {
        return false;
    }
    let loads = supervisor_loads(evaluated.roster, evaluated.plan);
    let is_left = |index: SupervisorIx, side: Side| {
        let supervisor = &evaluated.roster.supervisors[index];
        let teams = &teams_of[index];
        let comes = supervisor.locations.is_empty()
            || of.locations.is_empty()
            || supervisor.locations.iter().any(|location| of.locations.contains(location));
        let load = loads[index] + supervisor_load(&of.form);
        supervisor.sides.contains(&side)
            && comes
            && supervisor.max_teams.is_none_or(|most| teams.len() < most as usize)
            && load <= supervisor.minutes_per_week
    };
    of.supervision.iter().any(|need| {
        let left = teams_of.indices().filter(|&index| is_left(index, need.side)).count();
        left < need.min as usize
    })
}

impl<'a> Offer<'a> {
    fn new(
        evaluated: &'a EvaluatedPlan,
        environment: EnvironmentIx,
        wishes: &'a Wishes,
        teams_of: &IndexVec<SupervisorIx, Vec<TeamIx>>,
    ) -> Offer<'a> {
        let of = &evaluated.roster.environments[environment];
        let candidates = evaluated.calendar.candidates(environment, None).into_iter();
        let teams = evaluated.teams_in[environment].clone();
        let has_place =
            |&index: &TeamIx| evaluated.plan.teams[index].members.len() < of.max_size as usize;
        let open_teams: Vec<TeamIx> = teams.iter().copied().filter(has_place).collect();
        let has_room = |&index: &TeamIx| {
            let team = &evaluated.plan.teams[index];
            let room = team.slot.location.zip(team.slot.room);
            let room =
                room.map(|(location, room)| &evaluated.roster.locations[location].rooms[room]);
            let people = team.members.len() + team.supervisors.len();
            room.and_then(|room| room.capacity).is_none_or(|most| people < most as usize)
        };
        let roomy_teams = open_teams.iter().copied().filter(has_room).collect();
        Offer {
            evaluated,
            environment,
            judging: judging(evaluated.roster, evaluated.settings, environment),
            percent: evaluated
                .settings
                .setting(environment, share_of_meetings::SPEC.id)
                .parameter(share_of_meetings::PERCENT.name),
            candidates: by_place(candidates.map(|(slot, series)| (slot.location, series))),
            teams,
            open_teams,
            roomy_teams,
            lacks_supervisors: lacks_supervisors(evaluated, environment, teams_of),
            wishes,
        }
    }

    /// Why a participant is in no team of the environment: the first of what keeps it out of all.
    fn reason(&self, participant: ParticipantIx) -> Reason {
        let pins = &self.evaluated.roster.participants[participant].pins;
        let pinned = pins.environment.or(pins.team.map(|(environment, _)| environment));
        if pinned.is_some_and(|pinned| pinned != self.environment) {
            return self.because(ReasonCode::Pinned);
        }
        let candidates = self.never_left_out(participant, &self.candidates);
        if candidates.is_empty() && !self.candidates.is_empty() {
            return self.because(ReasonCode::Pinned);
        }
        let anywhere = self.best(participant, &candidates);
        if !anywhere.as_ref().is_some_and(|best| self.fits(&best.summary)) {
            return self.for_want_of_time(ReasonCode::NoSlotFits, participant, anywhere);
        }
        if self.teams.is_empty() {
            return self.because(self.or_supervisors(ReasonCode::NoTeam));
        }
        let pinned_to = |&&index: &&TeamIx| {
            let given = self.evaluated.plan.teams[index].given;
            pins.team.is_none_or(|(_, team)| given == Some(team))
        };
        let own: Vec<TeamIx> = self.teams.iter().filter(pinned_to).copied().collect();
        let there = self.never_left_out(participant, &self.at_places(&own));
        let there = match self.best(participant, &there) {
            None => return self.because(ReasonCode::Pinned),
            best => best,
        };
        if !there.as_ref().is_some_and(|best| self.fits(&best.summary)) {
            return self.for_want_of_time(ReasonCode::TeamSlotsDoNotFit, participant, there);
        }
        let fitting = self.fitting(participant, &own);
        let fits = |&&team: &&TeamIx| own.contains(&team) && fitting.contains(&self.slot(team));
        if !self.open_teams.iter().any(|team| fits(&team)) {
            return self.because(self.or_supervisors(ReasonCode::Full));
        }
        let mut roomy = self.roomy_teams.iter().filter(fits).peekable();
        if roomy.peek().is_none() {
            return self.because(ReasonCode::RoomFull);
        }
        let is_wished = roomy.any(|&team| self.is_wished(participant, team));
        self.because(if is_wished { ReasonCode::CostsMore } else { ReasonCode::Wishes })
    }

    /// Where another team would help: that supervisors keep it from being made, or else this.
    fn or_supervisors(&self, code: ReasonCode) -> ReasonCode {
        if self.lacks_supervisors { ReasonCode::NoSupervisors } else { code }
    }

    /// When and where a team meets.
    fn slot(&self, team: TeamIx) -> (Option<LocationIx>, Series) {
        (self.evaluated.plan.teams[team].slot.location, self.evaluated.series[team])
    }

    /// The slots of some teams, by place.
    fn at_places(&self, teams: &[TeamIx]) -> Vec<AtPlace> {
        by_place(teams.iter().map(|&team| self.slot(team)))
    }

    /// Slots without those at which a participant never meets.
    fn never_left_out(&self, participant: ParticipantIx, slots: &[AtPlace]) -> Vec<AtPlace> {
        let roster = self.evaluated.roster;
        let person = &roster.participants[participant];
        let possible = |(place, slots): &AtPlace| {
            let left = slots.iter().filter(|(_, at)| !at.is_never_for(person, &roster.period));
            let left: Vec<(usize, Series)> = left.copied().collect();
            (!left.is_empty()).then_some((*place, left))
        };
        slots.iter().filter_map(possible).collect()
    }

    /// The slots of some teams to whose meetings a participant can come.
    fn fitting(
        &self,
        participant: ParticipantIx,
        teams: &[TeamIx],
    ) -> HashSet<(Option<LocationIx>, Series)> {
        let mut fitting = HashSet::new();
        for (place, slots) in self.never_left_out(participant, &self.at_places(teams)) {
            let agenda = self.evaluated.calendar.agenda(participant, place);
            let fits = |series: &Series| self.fits(&agenda.summary(series, &self.judging));
            let series = slots.into_iter().map(|(_, series)| series).filter(fits);
            fitting.extend(series.map(|series| (place, series)));
        }
        fitting
    }

    /// Whether no required wish keeps a participant out of a team.
    fn is_wished(&self, participant: ParticipantIx, team: TeamIx) -> bool {
        let members = &self.evaluated.plan.teams[team].members;
        let mut wishes = self.wishes.get(&participant).into_iter().flatten();
        wishes.all(|&(kind, other)| match kind {
            WishKind::Apart => !members.contains(&other),
            // Who is in no team either could have come along.
            WishKind::Together => {
                members.contains(&other) || self.evaluated.teams_of(other).is_empty()
            }
        })
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
            let agenda = self.evaluated.calendar.agenda(participant, best.place);
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
            let agenda = self.evaluated.calendar.agenda(participant, place);
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
        !share_of_meetings::is_short(comes, counted, self.percent)
    }
}
