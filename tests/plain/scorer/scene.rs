//! A plan held against its roster: what the rules look at.

use std::collections::BTreeSet;
use std::ops::Range;

use leerteam::wire::v1;

use super::calendar::{self, Day, minute, overlap};
use super::people::{admits, environment, participant, supervisor};
use super::presence::{Meeting, Presence};
use super::settings::{Setting, setting};

/// A team with what follows from it.
pub struct Team<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its environment.
    pub environment: &'a v1::LearningEnvironment,
    /// The given team that it is, if it is one.
    pub given: Option<&'a v1::GivenTeam>,
    /// Its members.
    pub members: Vec<&'a v1::Participant>,
    /// Its supervisors and the side of each.
    pub supervisors: Vec<(&'a v1::Supervisor, v1::Side)>,
    /// Its slot.
    pub slot: &'a v1::Slot,
    /// Its theme; empty for none.
    pub theme: &'a str,
    /// From when to when it meets.
    pub stretch: Range<i64>,
    /// On which days of the period, by their place.
    pub meetings: BTreeSet<usize>,
    /// For each member and each meeting how the member is there; none if it does not count.
    pub presences: Vec<Vec<Option<Presence>>>,
}

impl Team<'_> {
    /// Whether a participant is a member.
    pub fn has(&self, participant: &str) -> bool {
        self.members.iter().any(|member| member.id == participant)
    }

    /// Whether somebody supervises it, on whichever side.
    pub fn is_served_by(&self, supervisor: &str) -> bool {
        self.supervisors.iter().any(|(by, _)| by.id == supervisor)
    }

    /// Its supervisors, each once.
    pub fn serving(&self) -> Vec<&v1::Supervisor> {
        let mut serving: Vec<&v1::Supervisor> = Vec::new();
        for (supervisor, _) in &self.supervisors {
            if !serving.iter().any(|other| other.id == supervisor.id) {
                serving.push(supervisor);
            }
        }
        serving
    }

    /// Whether the two meet on some day.
    pub fn shares_a_day(&self, other: &Team) -> bool {
        !self.meetings.is_disjoint(&other.meetings)
    }

    /// Whether the two have a minute in common.
    pub fn overlaps(&self, other: &Team) -> bool {
        overlap(&self.stretch, &other.stretch)
    }
}

/// A plan held against its roster.
pub struct Scene<'a> {
    /// The roster.
    pub roster: &'a v1::Roster,
    /// Its days.
    pub days: Vec<Day>,
    /// The plan's teams, in its order.
    pub teams: Vec<Team<'a>>,
}

impl<'a> Scene<'a> {
    /// Works out what follows from each team.
    pub fn new(roster: &'a v1::Roster, plan: &'a v1::Plan) -> Scene<'a> {
        let days = calendar::days(roster.period.as_ref().expect("a period"));
        let teams = plan.teams.iter().map(|wire| team(roster, &days, wire)).collect();
        Scene { roster, days, teams }
    }

    /// What a rule does in an environment.
    pub fn setting(&self, rule: &str, environment: &v1::LearningEnvironment) -> Setting {
        setting(rule, &[&self.roster.rules, &environment.rules])
    }

    /// What a rule that ties environments together does.
    pub fn setting_of_roster(&self, rule: &str) -> Setting {
        setting(rule, &[&self.roster.rules])
    }

    /// The participants whom an environment admits.
    pub fn admitted(&self, environment: &v1::LearningEnvironment) -> Vec<&'a v1::Participant> {
        let people = self.roster.participants.iter();
        people.filter(|person| admits(self.roster, environment, person)).collect()
    }

    /// Every two teams, the earlier of the plan first.
    pub fn pairs(&self) -> impl Iterator<Item = (&Team<'a>, &Team<'a>)> {
        let after = |(place, team)| self.teams[place + 1..].iter().map(move |later| (team, later));
        self.teams.iter().enumerate().flat_map(after)
    }
}

fn team<'a>(roster: &'a v1::Roster, days: &[Day], wire: &'a v1::Team) -> Team<'a> {
    let of = environment(roster, &wire.environment_id).expect("an environment");
    let form = of.meeting_form.as_ref().expect("a form");
    let slot = wire.slot.as_ref().expect("a slot");
    let start = minute(&slot.start_time);
    let stretch = start..start + i64::from(form.duration_minutes);
    let meetings = calendar::meetings(roster, days, of, slot, &stretch);
    let person = |member: &v1::Member| participant(roster, &member.participant_id);
    let members: Vec<_> = wire.members.iter().map(|m| person(m).expect("a participant")).collect();
    let by = |entry: &v1::TeamSupervisor| {
        (supervisor(roster, &entry.supervisor_id).expect("a supervisor"), entry.side())
    };
    let meeting = Meeting {
        roster,
        stretch: stretch.clone(),
        location: &slot.location_id,
        mixed: form.mode() == v1::MeetingMode::Mixed,
        points: &setting("attendance", &[&roster.rules, &of.rules]),
    };
    let presences = |member: &&v1::Participant| {
        meetings.iter().map(|day| meeting.presence(member, day)).collect()
    };
    Team {
        id: &wire.id,
        environment: of,
        given: of.teams.iter().find(|given| given.id == wire.id),
        presences: members.iter().map(presences).collect(),
        members,
        supervisors: wire.supervisors.iter().map(by).collect(),
        slot,
        theme: &wire.theme_id,
        meetings: (0..days.len())
            .filter(|&place| meetings.iter().any(|day| std::ptr::eq(*day, &days[place])))
            .collect(),
        stretch,
    }
}
