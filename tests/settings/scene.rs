//! A planned fixture, and questions about it.

use chrono::{Datelike, NaiveDate};
use leerteam::calendar::{Calendar, Presence};
use leerteam::check::Assessment;
use leerteam::plan::{Plan, Team};
use leerteam::planner::{Cancel, Options, plan};
use leerteam::roster::{
    Attribute, Commitment, Flexibility, ParticipantIx, Roster, Side, Span, SupervisorIx,
};
use leerteam::wire::{read_roster, v1};

/// A planned fixture.
pub struct Scene {
    pub roster: Roster,
    pub plan: Plan,
    pub assessment: Assessment,
}

/// The fixture of this name, planned until it is proven to be as near to the best as this fraction,
/// or for so much work.
pub fn planned(name: &str, gap: f64, work_limit: u64) -> Scene {
    let path = format!("{}/fixtures/{name}/roster.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the fixture");
    let wire: v1::Roster = serde_json::from_str(&text).expect("a roster");
    let (roster, findings) = read_roster(&wire);
    // Two classes of the event have no lessons on its only day.
    let is_known = |code: &str| name == "event" && code == "W2205";
    assert!(findings.iter().all(|f| is_known(f.code.as_str())), "{name}: {findings:?}");
    let roster = roster.expect("a roster without findings");
    let options = Options { gap, work_limit: Some(work_limit), ..Options::default() };
    let planned = plan(&roster, &options, &Cancel::default(), &mut |_| {});
    let planned = planned.expect("solver and checker agree");
    Scene { roster, plan: planned.plan, assessment: planned.assessment }
}

/// Somebody at a meeting.
pub struct Visit {
    pub participant: ParticipantIx,
    pub date: NaiveDate,
    pub presence: Presence,
}

impl Scene {
    /// Broken requirements of a rule.
    pub fn broken(&self, rule: &str) -> i64 {
        let charges = self.assessment.breakdown.charges.iter();
        charges.filter(|charge| charge.rule == rule).map(|charge| charge.cost.broken).sum()
    }

    /// Ids of the participants in no team.
    pub fn left_over(&self) -> Vec<&str> {
        let left = self.assessment.left_over.iter();
        left.map(|left| self.roster.participants[left.participant].id.as_str()).collect()
    }

    /// How many members all teams have together.
    pub fn placed(&self) -> usize {
        self.plan.teams.iter().map(|team| team.members.len()).sum()
    }

    /// The dates on which a team meets.
    pub fn dates(&self, team: usize) -> Vec<NaiveDate> {
        let days = self.assessment.meetings[team].iter();
        days.map(|&day| self.roster.period.date(day)).collect()
    }

    /// Every member at every meeting of a team that counts for them.
    pub fn visits(&self, team: usize) -> Vec<Visit> {
        let dates = self.dates(team);
        let attendance = &self.assessment.attendance[team];
        let of = |(&participant, attendance): (_, &leerteam::calendar::Attendance)| {
            let with_dates = dates.iter().zip(&attendance.meetings);
            let visit = |(&date, presence): (_, &Option<Presence>)| {
                presence.map(|presence| Visit { participant, date, presence })
            };
            with_dates.filter_map(visit).collect::<Vec<_>>()
        };
        self.plan.teams[team].members.iter().zip(attendance).flat_map(of).collect()
    }

    /// The stretch of the day that a team's meetings take.
    pub fn span(&self, team: &Team) -> Span {
        team.slot.span(&self.roster.environments[team.environment].form)
    }

    /// How many different values of an attribute the members of a team have.
    pub fn different(&self, team: &Team, attribute: &str) -> usize {
        self.values(team, attribute).len()
    }

    /// Each value of an attribute in a team with the number of members who have it.
    pub fn values(&self, team: &Team, attribute: &str) -> Vec<(String, usize)> {
        let mut counts = std::collections::BTreeMap::new();
        for &member in &team.members {
            if let Some(value) = self.roster.attribute(member, attribute) {
                *counts.entry(value.into_owned()).or_default() += 1;
            }
        }
        counts.into_iter().collect()
    }

    /// The teams that a supervisor serves.
    pub fn teams_of(&self, supervisor: SupervisorIx) -> Vec<usize> {
        let serves = |team: &Team| team.supervisors.iter().any(|&(one, _)| one == supervisor);
        let all = self.plan.teams.iter().enumerate();
        all.filter(|(_, team)| serves(team)).map(|(index, _)| index).collect()
    }

    /// Supervisors that a team has of a side.
    pub fn of_side(&self, team: &Team, side: Side) -> usize {
        team.supervisors.iter().filter(|(_, of)| *of == side).count()
    }

    /// The commitments that a participant has on a date, by weekday, week and dates alone.
    pub fn bound_on(&self, participant: ParticipantIx, date: NaiveDate) -> Vec<&Commitment> {
        let period = &self.roster.period;
        let day = period.day(date).expect("a day of the period");
        let holds = |commitment: &&Commitment| {
            let window = &commitment.window;
            let weeks = window.weeks(period).iter();
            window.weekday == date.weekday()
                && weeks.map(|week| period.day_in(window.weekday, week)).any(|held| held == day)
        };
        self.roster.commitments(participant).filter(holds).collect()
    }

    /// Two teams of one supervisor never meet at one time, nor so soon after each other that there is
    /// no time to travel.
    pub fn assert_nobody_is_double_booked(&self) {
        let calendar = Calendar::new(&self.roster);
        for (supervisor, person) in self.roster.supervisors.iter_enumerated() {
            let teams = self.teams_of(supervisor);
            for (at, &one) in teams.iter().enumerate() {
                for &other in &teams[at + 1..] {
                    let dates = self.dates(one);
                    if !self.dates(other).iter().any(|date| dates.contains(date)) {
                        continue;
                    }
                    let mut both = [&self.plan.teams[one], &self.plan.teams[other]];
                    both.sort_by_key(|team| team.slot.start);
                    let [first, second] = both;
                    let way = calendar.travel(first.slot.location, second.slot.location);
                    let free = self.span(first).end.minutes() + way;
                    assert!(free <= second.slot.start.minutes(), "{}", person.id);
                }
            }
        }
    }
}

/// A participant's whole number of this name.
pub fn number(roster: &Roster, participant: ParticipantIx, name: &str) -> Option<i64> {
    match roster.participants[participant].attributes.get(name)? {
        Attribute::Number(number) => Some(i64::from(*number)),
        Attribute::Text(_) => None,
    }
}

/// Whether a commitment gives way to nothing.
pub fn is_fixed(commitment: &Commitment) -> bool {
    commitment.flexibility == Flexibility::Fixed
}
