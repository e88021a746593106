//! A plan with what its ids stand for, and the phrases that summary and sheets share.

use std::collections::HashMap;

use crate::organisations::Own;
use leerteam_messages::Messages;
use leerteam_model::roster::{
    Clock, Commitment, LearningEnvironment, Location, Participant, ParticipantIx, Roster, Span,
    Supervisor, SupervisorIx,
};
use leerteam_wire::v1;

/// A plan, its roster and the language.
pub struct PlanView<'a> {
    /// The roster.
    pub roster: &'a Roster,
    /// The plan.
    pub plan: &'a v1::Plan,
    /// Texts.
    pub messages: &'a Messages,
    /// Whose people are shown, if not everybody is.
    own: Option<&'a Own>,
    participants: HashMap<&'a str, ParticipantIx>,
    supervisors: HashMap<&'a str, &'a Supervisor>,
    environments: HashMap<&'a str, &'a LearningEnvironment>,
    locations: HashMap<&'a str, &'a Location>,
    teams: HashMap<&'a str, &'a v1::Team>,
}

impl<'a> PlanView<'a> {
    /// Looks up what the ids of a plan stand for.
    pub fn new(roster: &'a Roster, plan: &'a v1::Plan, messages: &'a Messages) -> PlanView<'a> {
        PlanView {
            roster,
            plan,
            messages,
            own: None,
            participants: roster
                .participants
                .iter_enumerated()
                .map(|(at, p)| (p.id.as_str(), at))
                .collect(),
            supervisors: roster.supervisors.iter().map(|s| (s.id.as_str(), s)).collect(),
            environments: roster.environments.iter().map(|e| (e.id.as_str(), e)).collect(),
            locations: roster.locations.iter().map(|l| (l.id.as_str(), l)).collect(),
            teams: plan.teams.iter().map(|team| (team.id.as_str(), team)).collect(),
        }
    }

    /// The same, of the people of one organisation alone.
    pub(crate) fn of_own(self, own: &'a Own) -> PlanView<'a> {
        PlanView { own: Some(own), ..self }
    }

    /// Whether a participant has rows of their own.
    pub(crate) fn shows_participant(&self, id: &str) -> bool {
        let is_own = |own: &Own| {
            let place = self.participants.get(id);
            place.is_some_and(|at| own.participants.contains(at))
        };
        self.own.is_none_or(is_own)
    }

    /// Whether a participant's commitment has rows of its own.
    pub(crate) fn shows_commitment(&self, at: ParticipantIx, commitment: &Commitment) -> bool {
        self.own.is_none_or(|own| own.arranges(self.roster, at, commitment))
    }

    /// Whether a supervisor has rows of their own.
    pub(crate) fn shows_supervisor(&self, at: SupervisorIx) -> bool {
        self.own.is_none_or(|own| own.supervisors.contains(&at))
    }

    /// A text.
    pub fn text(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.messages.text(key, arguments)
    }

    /// A participant and its place in the roster.
    pub fn participant(&self, id: &str) -> Option<(ParticipantIx, &'a Participant)> {
        let at = *self.participants.get(id)?;
        Some((at, &self.roster.participants[at]))
    }

    /// A learning environment.
    pub fn environment(&self, id: &str) -> Option<&'a LearningEnvironment> {
        self.environments.get(id).copied()
    }

    /// A participant's name; the id of one who is not known.
    pub fn participant_name(&self, id: &str) -> String {
        self.participant(id).map_or(id, |(_, participant)| participant.name.as_str()).to_owned()
    }

    /// A supervisor's name; the id of one who is not known.
    pub fn supervisor_name(&self, id: &str) -> String {
        self.supervisors.get(id).map_or(id, |supervisor| supervisor.name.as_str()).to_owned()
    }

    /// A team's name; the id of one that is not known.
    pub fn team_name(&self, id: &str) -> String {
        self.teams.get(id).map_or(id, |team| team.name.as_str()).to_owned()
    }

    /// An environment's name; the id of one that is not known.
    pub fn environment_name(&self, id: &str) -> String {
        self.environments.get(id).map_or(id, |environment| environment.name.as_str()).to_owned()
    }

    /// A rule's name.
    pub fn rule_name(&self, id: &str) -> String {
        self.text(&format!("rule-{id}"), &[])
    }

    /// A day of the week, 1 for Monday.
    pub fn weekday(&self, number: i32) -> String {
        self.text(&format!("weekday-{number}"), &[])
    }

    /// How the search ended, in words.
    pub fn outcome(&self) -> String {
        let key = match self.plan.outcome() {
            v1::Outcome::Proven if self.plan.gap() > 0.0 => "outcome-proven-within",
            v1::Outcome::Proven => "outcome-proven",
            v1::Outcome::Limit => "outcome-limit",
            v1::Outcome::Cancelled => "outcome-cancelled",
            v1::Outcome::Stalled => "outcome-stalled",
            v1::Outcome::NumericalFailure => "outcome-numerical-failure",
            v1::Outcome::InternalError => "outcome-internal-error",
            v1::Outcome::Unspecified => "outcome-unspecified",
        };
        self.text(key, &[])
    }

    /// What a participant follows, or is.
    pub fn programme(&self, participant: &Participant) -> String {
        let programme = participant.programme.map(|at| &self.roster.programmes[at].name);
        programme.unwrap_or(&participant.profession).clone()
    }

    /// The name of a participant's institution, if there is one.
    pub fn institution(&self, participant: ParticipantIx) -> String {
        let institution = self.roster.institution(participant);
        institution.map(|at| self.roster.organisations[at].name.clone()).unwrap_or_default()
    }

    /// From and to of a team's meetings.
    pub fn span(&self, team: &v1::Team) -> Option<Span> {
        let start = Clock::parse(&team.slot.as_ref()?.start_time)?;
        let duration = self.environment(&team.environment_id)?.form.duration;
        let end = Clock::from_minutes(start.minutes() + duration).unwrap_or(Clock::MIDNIGHT);
        Some(Span { start, end })
    }

    /// `Thursday 14:30-15:30, every week from 2020-09-03`
    pub fn slot(&self, team: &v1::Team) -> String {
        let weekday = self.weekday(team.slot.as_ref().map_or(0, |slot| slot.weekday));
        let time = self.span(team).map(|span| span.to_string()).unwrap_or_default();
        let every = self.environment(&team.environment_id).map_or(1, |e| e.form.every_weeks);
        let first = team.meetings.first().map_or("", date_of);
        let rhythm = [("every", every.to_string()), ("first", first.to_owned())];
        let rhythm = rhythm.each_ref().map(|(name, value)| (*name, value.as_str()));
        format!("{weekday} {time}, {}", self.text("cli-rhythm", &rhythm))
    }

    /// A team's name and slot.
    pub fn team_and_slot(&self, id: &str) -> String {
        self.teams
            .get(id)
            .map_or_else(|| id.to_owned(), |team| format!("{}: {}", team.name, self.slot(team)))
    }

    /// The location's name; on line where there is none.
    pub fn location(&self, team: &v1::Team) -> String {
        match team.slot.as_ref().map_or("", |slot| &slot.location_id) {
            "" => self.text("cli-online", &[]),
            id => self.locations.get(id).map_or(id, |location| location.name.as_str()).to_owned(),
        }
    }

    /// The room's name, if there is a room.
    pub fn room(&self, team: &v1::Team) -> String {
        let Some(slot) = &team.slot else { return String::new() };
        let location = self.locations.get(slot.location_id.as_str());
        let room = location.and_then(|l| l.rooms.iter().find(|room| room.id == slot.room_id));
        room.map(|room| room.name.clone()).unwrap_or_default()
    }
}

/// The date of a meeting as text.
pub fn date_of(meeting: &v1::Meeting) -> &str {
    meeting.start.get(..10).unwrap_or_default()
}

/// `2 Pabo, 1 Social Work`: how often each name is there, the most frequent first.
pub fn counted(names: impl Iterator<Item = String>) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for name in names {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let each: Vec<String> = counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
    each.join(", ")
}
