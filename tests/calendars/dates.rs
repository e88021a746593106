//! The dates of calendars are those of the plan.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate, NaiveTime, Weekday};
use leerteam::plan::Team;
use leerteam::roster::Side;

use super::Planned;
use super::reading::{Calendar, Event};
use super::support::{Draft, Setting};

fn dates(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| text.parse().expect("a date")).collect()
}

/// The dates of a team's meetings that somebody is counted at; with a member only those on which the member is.
pub fn meetings(planned: &Planned, team: usize, member: Option<usize>) -> Vec<NaiveDate> {
    let Planned { roster, assessment, .. } = planned;
    let counts = |at: usize| {
        let is_counted = |member: usize| assessment.attendance[team][member].meetings[at].is_some();
        let mut all = 0..assessment.attendance[team].len();
        member.map_or_else(|| all.any(is_counted), is_counted)
    };
    let days = assessment.meetings[team].iter().enumerate();
    days.filter(|&(at, _)| counts(at)).map(|(_, &day)| roster.period.date(day)).collect()
}

/// Checks that an event has these dates, at the team's time and in the roster's zone.
fn check(planned: &Planned, team: usize, event: &Event, dates: &[NaiveDate]) {
    let of = &planned.plan.teams[team];
    let form = &planned.roster.environments[of.environment].form;
    assert_eq!(event.summary, of.name);
    assert_eq!(event.dates, dates, "{}", of.id);
    assert_eq!(event.zone, planned.roster.period.zone.name());
    let start = Duration::minutes(of.slot.start.minutes().into());
    assert_eq!(event.start.time() - NaiveTime::MIN, start);
    assert_eq!(event.end - event.start, Duration::minutes(form.duration.into()));
}

/// Checks every calendar of a plan against the plan, and that there are no others.
fn check_all(planned: &Planned) {
    let Planned { roster, plan, .. } = planned;
    let mut left: HashMap<String, Calendar> = planned.calendars().into_iter().collect();
    let mut take = |folder: &str, id: &str| {
        let path = format!("calendars/{folder}/{id}.ics");
        left.remove(&path).unwrap_or_else(|| panic!("no {path}"))
    };
    for (team, of) in plan.teams.iter().enumerate() {
        let days = meetings(planned, team, None);
        if !days.is_empty() {
            check(planned, team, take("teams", &of.id).event(), &days);
        }
        for (place, &member) in of.members.iter().enumerate() {
            let counted = meetings(planned, team, Some(place));
            if !counted.is_empty() {
                let calendar = take("participants", &roster.participants[member].id);
                check(planned, team, calendar.event(), &counted);
            }
        }
    }
    let mut check_several = |folder: &str, id: &str, has: &dyn Fn(&Team) -> bool| {
        let teams = plan.teams.iter().enumerate().filter(|(_, team)| has(team));
        let teams = teams.map(|(team, _)| team);
        let meets = |&team: &usize| !meetings(planned, team, None).is_empty();
        let teams: Vec<usize> = teams.filter(meets).collect();
        if !teams.is_empty() {
            let calendar = take(folder, id);
            assert_eq!(calendar.events.len(), teams.len());
            for (event, team) in calendar.events.iter().zip(teams) {
                check(planned, team, event, &meetings(planned, team, None));
            }
        }
    };
    for (at, supervisor) in roster.supervisors.iter_enumerated() {
        let serves = |team: &Team| team.supervisors.iter().any(|&(of, _)| of == at);
        check_several("supervisors", &supervisor.id, &serves);
    }
    for (at, location) in roster.locations.iter_enumerated() {
        check_several("locations", &location.id, &|team| team.slot.location == Some(at));
    }
    assert!(left.is_empty(), "{:?}", left.keys());
}

#[test]
fn of_zwolle() {
    let planned = Planned::fixture("zwolle");
    check_all(&planned);
    let left_out = planned.calendars().iter().any(|(_, calendar)| {
        let event = &calendar.events[0];
        event.dates.windows(2).any(|pair| pair[1] - pair[0] > Duration::weeks(4))
    });
    assert!(left_out, "there are holidays to be left out");
}

#[test]
fn of_an_event() {
    check_all(&Planned::fixture("event"));
}

#[test]
fn of_people_who_meet_on_line() {
    check_all(&Planned::fixture("noa"));
}

fn weekly() -> Setting {
    Setting::new().participant("p1", "teacher").supervisor("s1", Side::Education)
}

#[test]
fn closed_weeks_are_left_out_and_ends_cut_off() {
    let setting = weekly()
        .period("2026-09-07", "2026-12-18")
        .closed("2026-10-19", "2026-10-23")
        .closed("2026-09-08", "2026-09-08")
        .there("2026-09-21", "2026-11-06")
        .there("2026-11-23", "2026-11-27");
    let roster = setting.roster();
    let plan = Draft::new().team("red", &["p1"]).by("s1", Side::Education).plan(&roster);
    let planned = Planned::new(roster, plan);
    check_all(&planned);
    let expected =
        ["2026-09-22", "2026-09-29", "2026-10-06", "2026-10-13", "2026-10-27", "2026-11-03"];
    let expected = [dates(&expected), dates(&["2026-11-24"])].concat();
    assert_eq!(planned.calendar("participants/p1").event().dates, expected);
    // The only member: nobody is there on other days.
    assert_eq!(planned.calendar("teams/red").event().dates, expected);
}

#[test]
fn weeks_count_from_the_week_of_the_first_date() {
    // Across a year with 53 weeks; offset 2 of 3 is week 2, 5, ...
    let setting = weekly().period("2026-12-09", "2027-02-28").form(|form| form.every_weeks = 3);
    let roster = setting.roster();
    let plan = Draft::new().team("red", &["p1"]).offset(2).plan(&roster);
    let planned = Planned::new(roster, plan);
    check_all(&planned);
    let expected = dates(&["2026-12-22", "2027-01-12", "2027-02-02", "2027-02-23"]);
    assert_eq!(planned.calendar("teams/red").event().dates, expected);
}

#[test]
fn a_meeting_can_end_at_midnight() {
    let hours = super::support::window(Weekday::Tue, "20:00-24:00");
    let roster = weekly().form(|form| form.hours = vec![hours]).roster();
    let plan = Draft::new().team("red", &["p1"]).at(Weekday::Tue, "22:00").plan(&roster);
    let planned = Planned::new(roster, plan);
    check_all(&planned);
    let calendar = planned.calendar("teams/red");
    assert_eq!(calendar.event().end.to_string(), "2026-09-09 00:00:00");
}

#[test]
fn one_meeting_is_no_series_and_none_is_no_file() {
    let planned = |from: &str, to: &str| {
        let setting = weekly().form(|form| form.max_meetings = 1).there(from, to);
        let roster = setting.roster();
        let plan = Draft::new().team("red", &["p1"]).plan(&roster);
        Planned::new(roster, plan)
    };
    let once = planned("2026-09-07", "2026-09-13");
    check_all(&once);
    assert_eq!(once.calendar("teams/red").event().dates, dates(&["2026-09-08"]));
    // The one meeting is before anybody is there.
    let never = planned("2026-09-28", "2026-10-04");
    assert!(never.calendars().is_empty());
}
