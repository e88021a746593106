//! Why a participant is in no team.

use crate::calendar::Meeting;
use crate::plan::Slot;
use crate::roster::{Commitment, Day, EnvironmentIx, Flexibility, MeetingMode, ParticipantIx};
use crate::rules::{Scene, state_points};

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

/// A slot with its meetings.
type Dated = (Slot, Vec<Day>);

/// Explains each participant in no team.
pub(super) fn explain(scene: &Scene) -> Vec<LeftOver> {
    let team_of = scene.plan.team_of(scene.roster.participants.len());
    let unplaced = (0..team_of.len()).filter(|&participant| team_of[participant].is_none());
    let mut slots: Vec<Option<Vec<Dated>>> = vec![None; scene.roster.environments.len()];
    let mut explained = Vec::new();
    for participant in unplaced {
        let mut reasons = Vec::new();
        for environment in 0..slots.len() {
            if scene.roster.admits(environment, participant) {
                let candidates = || scene.calendar.candidates(environment, None);
                let slots = slots[environment].get_or_insert_with(candidates);
                reasons.push(reason(scene, participant, environment, slots));
            }
        }
        if reasons.is_empty() {
            let code = ReasonCode::AdmittedNowhere;
            reasons.push(Reason { code, environment: None, comes: None, in_the_way: Vec::new() });
        }
        explained.push(LeftOver { participant, reasons });
    }
    explained
}

/// How well a slot fits a participant: meetings come to, and counted.
fn fit(
    scene: &Scene,
    participant: ParticipantIx,
    environment: EnvironmentIx,
    at: &Dated,
) -> (u32, u32) {
    let form = &scene.roster.environments[environment].form;
    let points = state_points(scene.settings, environment);
    let (slot, days) = at;
    let (span, location) = (slot.span(form), slot.location);
    let at = scene.calendar.attendance(participant, form.mode, days, span, location, &points);
    (at.comes, at.counted)
}

fn reason(
    scene: &Scene,
    participant: ParticipantIx,
    environment: EnvironmentIx,
    slots: &[Dated],
) -> Reason {
    let percent = scene.settings.of(environment, "share-of-meetings").parameter("percent");
    let fits = |(comes, counted): (u32, u32)| {
        counted > 0 && i64::from(comes) * 100 >= percent * i64::from(counted)
    };
    let share =
        |(comes, counted): (u32, u32)| u64::from(comes) * 1_000_000 / u64::from(counted.max(1));
    let best = |slots: &[Dated]| {
        let fit = |at: &Dated| fit(scene, participant, environment, at);
        let with = slots.iter().map(|at| (fit(at), at)).max_by_key(|&(fit, _)| share(fit));
        with.map(|(fit, at)| (fit, in_the_way(scene, participant, environment, at)))
    };
    let teams: Vec<usize> =
        scene.teams().filter(|(_, team)| team.environment == environment).map(|(i, _)| i).collect();
    let dated = |&team: &usize| (scene.plan.teams[team].slot, scene.meetings[team].clone());
    let team_slots: Vec<Dated> = teams.iter().map(dated).collect();
    let pins = &scene.roster.participants[participant].pins;
    let pinned = pins.environment.or(pins.team.map(|(environment, _)| environment));
    let open = |(team, at): (&usize, &Dated)| {
        let most = scene.roster.environments[environment].max_size as usize;
        scene.plan.teams[*team].members.len() < most
            && fits(fit(scene, participant, environment, at))
    };
    let at = |code, best: Option<((u32, u32), Vec<Commitment>)>| {
        let (comes, in_the_way) = best.unzip();
        let in_the_way = in_the_way.unwrap_or_default();
        Reason { code, environment: Some(environment), comes, in_the_way }
    };
    if pinned.is_some_and(|pinned| pinned != environment) {
        return at(ReasonCode::Pinned, None);
    }
    let anywhere = best(slots);
    if !anywhere.as_ref().is_some_and(|&(fit, _)| fits(fit)) {
        return at(ReasonCode::NoSlotFits, anywhere);
    }
    let there = best(&team_slots);
    match &there {
        None => at(ReasonCode::NoTeam, None),
        Some((fit, _)) if !fits(*fit) => at(ReasonCode::TeamSlotsDoNotFit, there),
        Some(_) if !teams.iter().zip(&team_slots).any(open) => at(ReasonCode::Full, None),
        Some(_) => at(ReasonCode::CostsMore, None),
    }
}

/// The fixed commitments that keep a participant from meetings of a slot, each once.
fn in_the_way(
    scene: &Scene,
    participant: ParticipantIx,
    environment: EnvironmentIx,
    (slot, days): &Dated,
) -> Vec<Commitment> {
    let form = &scene.roster.environments[environment].form;
    let span = slot.span(form);
    // Who can join on line is kept away only by what leaves no time for that.
    let location = slot.location.filter(|_| form.mode != MeetingMode::Mixed);
    let is_there = |day: &&Day| scene.roster.participants[participant].is_there(**day);
    let mut found: Vec<&Commitment> = Vec::new();
    for &day in days.iter().filter(is_there) {
        let meeting = Meeting { day, span, location };
        for commitment in scene.calendar.commitments_on(participant, day) {
            let blocks = commitment.flexibility == Flexibility::Fixed
                && scene.calendar.touches(commitment, meeting);
            if blocks && !found.iter().any(|known| std::ptr::eq(*known, commitment)) {
                found.push(commitment);
            }
        }
    }
    found.into_iter().cloned().collect()
}
