//! A team's meetings as an iCalendar file (RFC 5545).

use chrono::Utc;
use icalendar::{Calendar, Component, Event, EventLike};

use crate::calendar::local_instant;
use crate::check::Assessment;
use crate::plan::Plan;
use crate::roster::Roster;

/// The calendar of one team, an event for each meeting. The UIDs hold roster, team and the number of
/// the meeting, so that importing a newer plan moves the meetings instead of adding to them. Times
/// are in UTC, which every calendar shows on the local clock.
pub fn calendar_file(roster: &Roster, plan: &Plan, assessment: &Assessment, team: usize) -> String {
    let meetings = &assessment.meetings[team];
    let team = &plan.teams[team];
    let span = team.slot.span(&roster.environments[team.environment].form);
    let mut calendar = Calendar::new();
    calendar.name(&team.name);
    let location = team.slot.location.map(|location| &roster.locations[location]);
    let room = location.zip(team.slot.room).map(|(location, room)| &location.rooms[room]);
    let place: Vec<&str> = [location.map(|l| l.name.as_str()), room.map(|r| r.name.as_str())]
        .into_iter()
        .flatten()
        .collect();
    for (number, &day) in meetings.iter().enumerate() {
        let date = roster.period.date(day);
        let instant = |clock| local_instant(roster.period.zone, date, clock).with_timezone(&Utc);
        let mut event = Event::new();
        event
            .uid(&format!("{}/{}/{}@leerteam", roster.id, team.id, number + 1))
            .summary(&team.name)
            .starts(instant(span.start))
            .ends(instant(span.end));
        if !place.is_empty() {
            event.location(&place.join(", "));
        }
        calendar.push(event.done());
    }
    calendar.done().to_string()
}
