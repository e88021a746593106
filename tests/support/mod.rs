//! Rosters and plans for tests, written in code.
//!
//! ```ignore
//! let roster = Setting::new()
//!     .participant("p1", "teacher")
//!     .duty(Tue, "09:00-17:00", "here")
//!     .supervisor("s1", Side::Education)
//!     .roster();
//! let plan = Draft::new().team("t", &["p1"]).at(Tue, "10:00").by("s1", Side::Education);
//! ```

// Each test binary has its own copy of this and uses a part of it.
#![allow(dead_code, unused_imports)]

mod draft;
mod parts;
mod people;

use chrono::Weekday;
use leerteam::roster::{Finding, Mode, Roster, Severity, Side, WishKind};
use leerteam::wire::{read_roster, v1};

pub use draft::Draft;
use parts::wire_wish;
pub use parts::{commitment, lesson, span_of, times, window, wire_mode, wire_side};

/// A roster in the making. What is said of a person, location or environment is said of the last
/// one that was added.
///
/// A new setting has four weeks from Monday 7 September 2026, organisations `school` and `college`
/// (education) and `care` (practice), locations `here` and `there` at half an hour's travel, and
/// the environment `e`: at `here`, on Tuesdays between 9:00 and 17:00, two hours every week, starts
/// on the hour, one team of one to three members. An environment of which nothing else is said
/// admits everybody.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The message.
    pub wire: v1::Roster,
}

/// First date of a new setting: a Monday, week 0.
pub const FIRST: &str = "2026-09-07";
/// Last date of a new setting: a Sunday, week 3.
pub const LAST: &str = "2026-10-04";

impl Setting {
    /// A setting without participants and supervisors.
    pub fn new() -> Setting {
        let period = v1::PlanningPeriod {
            first_date: FIRST.into(),
            last_date: LAST.into(),
            ..v1::PlanningPeriod::default()
        };
        let wire = v1::Roster { period: Some(period), ..v1::Roster::default() };
        Setting { wire }
            .organisation("school", Side::Education)
            .organisation("college", Side::Education)
            .organisation("care", Side::Practice)
            .location("here", "north")
            .location("there", "south")
            .environment("e")
    }

    /// The roster; fails the test if it is not accepted.
    pub fn roster(&self) -> Roster {
        let (roster, findings) = self.read();
        let is_error = |finding: &&Finding| finding.code.severity() == Severity::Error;
        let errors: Vec<&Finding> = findings.iter().filter(is_error).collect();
        roster.unwrap_or_else(|| panic!("not a roster that can be planned: {errors:#?}"))
    }

    /// The roster, if it is accepted, and the findings.
    pub fn read(&self) -> (Option<Roster>, Vec<Finding>) {
        let mut wire = self.wire.clone();
        let everybody: Vec<String> = wire.participants.iter().map(|p| p.id.clone()).collect();
        for environment in wire.environments.iter_mut().filter(|e| e.admission.is_none()) {
            let admission =
                v1::Admission { participant_ids: everybody.clone(), ..v1::Admission::default() };
            environment.admission = Some(admission);
        }
        read_roster(&wire)
    }

    /// Changes anything.
    pub fn with(mut self, change: impl FnOnce(&mut v1::Roster)) -> Setting {
        change(&mut self.wire);
        self
    }

    /// Changes the planning period.
    pub fn period(mut self, first: &str, last: &str) -> Setting {
        let period = self.wire.period.as_mut().expect("a setting has a period");
        (period.first_date, period.last_date) = (first.into(), last.into());
        self
    }

    /// Closes everything from one date to another.
    pub fn closed(self, first: &str, last: &str) -> Setting {
        self.closed_for(first, last, &[], &[])
    }

    /// Closes organisations and locations from one date to another.
    pub fn closed_for(
        mut self,
        first: &str,
        last: &str,
        organisations: &[&str],
        locations: &[&str],
    ) -> Setting {
        let period = self.wire.period.as_mut().expect("a setting has a period");
        period.closures.push(v1::Closure {
            first_date: first.into(),
            last_date: last.into(),
            organisation_ids: texts(organisations),
            location_ids: texts(locations),
            ..v1::Closure::default()
        });
        self
    }

    /// Adds an organisation.
    pub fn organisation(mut self, id: &str, side: Side) -> Setting {
        let side = wire_side(side).into();
        let organisation = v1::Organisation { id: id.into(), side, ..v1::Organisation::default() };
        self.wire.organisations.push(organisation);
        self
    }

    /// Adds a location.
    pub fn location(mut self, id: &str, neighbourhood: &str) -> Setting {
        let neighbourhood = neighbourhood.into();
        let location = v1::Location { id: id.into(), neighbourhood, ..v1::Location::default() };
        self.wire.locations.push(location);
        self
    }

    /// Changes a location.
    pub fn at_location(mut self, id: &str, change: impl FnOnce(&mut v1::Location)) -> Setting {
        let location = self.wire.locations.iter_mut().find(|location| location.id == id);
        change(location.expect("a location of the setting"));
        self
    }

    /// Adds a room to a location; capacity 0 is no limit.
    pub fn room(self, location: &str, id: &str, capacity: i32) -> Setting {
        let room = v1::Room { id: id.into(), capacity, ..v1::Room::default() };
        self.at_location(location, |location| location.rooms.push(room))
    }

    /// Gives the travel time of a pair, one way.
    pub fn travel(mut self, from: &str, to: &str, minutes: i32) -> Setting {
        let (from_location_id, to_location_id) = (from.into(), to.into());
        let pair = v1::TravelTime { from_location_id, to_location_id, minutes };
        self.wire.travel.get_or_insert_default().pairs.push(pair);
        self
    }

    /// Adds an environment like the one of a new setting.
    pub fn environment(mut self, id: &str) -> Setting {
        self.wire.environments.push(v1::LearningEnvironment {
            id: id.into(),
            location_ids: texts(&["here"]),
            team_size: Some(v1::Range { min: 1, max: 3 }),
            meeting_form: Some(v1::MeetingForm {
                duration_minutes: 120,
                hours: vec![window(Weekday::Tue, "09:00-17:00")],
                start_step_minutes: 60,
                ..v1::MeetingForm::default()
            }),
            ..v1::LearningEnvironment::default()
        });
        self
    }

    /// Changes the last environment.
    pub fn env(mut self, change: impl FnOnce(&mut v1::LearningEnvironment)) -> Setting {
        change(self.wire.environments.last_mut().expect("an environment"));
        self
    }

    /// Changes the meeting form of the last environment.
    pub fn form(self, change: impl FnOnce(&mut v1::MeetingForm)) -> Setting {
        self.env(|environment| change(environment.meeting_form.get_or_insert_default()))
    }

    /// Adds a given team to the last environment.
    pub fn given(self, id: &str, change: impl FnOnce(&mut v1::GivenTeam)) -> Setting {
        let mut team = v1::GivenTeam { id: id.into(), ..v1::GivenTeam::default() };
        change(&mut team);
        self.env(|environment| environment.teams.push(team))
    }

    /// Lets the last environment ask for supervisors of a side.
    pub fn needs(self, side: Side, min: i32, max: i32) -> Setting {
        let need = v1::SupervisionNeed { side: wire_side(side).into(), min, max };
        self.env(|environment| environment.supervision.push(need))
    }

    /// Adds a theme.
    pub fn theme(mut self, id: &str) -> Setting {
        self.wire.themes.push(v1::Theme { id: id.into(), ..v1::Theme::default() });
        self
    }

    /// Adds a wish about two participants.
    pub fn wish(mut self, kind: WishKind, one: &str, other: &str, required: bool) -> Setting {
        let participant_ids = texts(&[one, other]);
        self.wire.wishes.push(v1::Wish { participant_ids, kind: wire_wish(kind).into(), required });
        self
    }

    /// Changes what the roster says of a rule.
    pub fn rule(mut self, id: &str, change: impl FnOnce(&mut v1::RuleSetting)) -> Setting {
        change(setting_of(&mut self.wire.rules, id));
        self
    }

    /// Changes what the last environment says of a rule.
    pub fn rule_here(self, id: &str, change: impl FnOnce(&mut v1::RuleSetting)) -> Setting {
        self.env(|environment| change(setting_of(&mut environment.rules, id)))
    }

    /// Sets a number of a rule for the whole roster.
    pub fn parameter(self, rule: &str, name: &str, value: i32) -> Setting {
        self.rule(rule, |setting| {
            setting.parameters.insert(name.into(), value);
        })
    }

    /// Sets the mode of a rule for the whole roster.
    pub fn mode(self, rule: &str, mode: Mode) -> Setting {
        self.rule(rule, |setting| setting.mode = wire_mode(mode).into())
    }
}

fn setting_of<'a>(layer: &'a mut Vec<v1::RuleSetting>, id: &str) -> &'a mut v1::RuleSetting {
    let place = layer.iter().position(|setting| setting.rule_id == id);
    let place = place.unwrap_or_else(|| {
        layer.push(v1::RuleSetting { rule_id: id.into(), ..v1::RuleSetting::default() });
        layer.len() - 1
    });
    &mut layer[place]
}

fn texts(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}
