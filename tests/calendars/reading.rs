//! Reads a calendar file and works out the dates of its events.

use chrono::{Days, NaiveDate, NaiveDateTime};
use icalendar::{CalendarComponent, Component};
use leerteam::formats::File;

/// What a calendar says.
pub struct Calendar {
    pub name: String,
    pub events: Vec<Event>,
    /// The lines of its time zone.
    pub zone: Vec<String>,
}

/// What an event says.
pub struct Event {
    pub uid: String,
    pub sequence: u32,
    pub stamp: String,
    pub modified: String,
    pub zone: String,
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
    /// The dates of the rule but for the exceptions.
    pub dates: Vec<NaiveDate>,
    pub summary: String,
    pub location: String,
    pub description: String,
}

impl Calendar {
    pub fn read(file: &File) -> Calendar {
        let text = std::str::from_utf8(&file.content).expect("UTF-8");
        let calendar: icalendar::Calendar = text.parse().expect("a calendar");
        let value = |key| calendar.property_value(key).unwrap_or_default().to_owned();
        assert_eq!(value("VERSION"), "2.0");
        assert!(calendar.property_value("NAME").is_some());
        let events = calendar.events().map(event).collect();
        let parts = calendar.components.iter();
        let others = parts.filter(|part| !matches!(part, CalendarComponent::Event(_)));
        assert_eq!(others.count(), 1, "one time zone and else only events");
        let zone = text.lines().map(str::to_owned);
        let zone = zone.skip_while(|line| line != "BEGIN:VTIMEZONE");
        let zone = zone.take_while(|line| line != "END:VTIMEZONE").collect();
        Calendar { name: value("X-WR-CALNAME"), events, zone }
    }

    /// The only event.
    pub fn event(&self) -> &Event {
        assert_eq!(self.events.len(), 1);
        &self.events[0]
    }
}

fn event(event: &icalendar::Event) -> Event {
    let value = |key: &str| event.property_value(key).unwrap_or_default().to_owned();
    let local = |key: &str| {
        let property = event.properties().get(key).unwrap_or_else(|| panic!("no {key}"));
        let zone = property.params().get("TZID").expect("a zone").value();
        (moment(property.value()), zone.to_owned())
    };
    let ((start, zone), (end, end_zone)) = (local("DTSTART"), local("DTEND"));
    assert_eq!(zone, end_zone);
    let exceptions = event.multi_properties().get("EXDATE").into_iter().flatten();
    let exceptions: Vec<NaiveDateTime> = exceptions
        .map(|property| {
            assert_eq!(property.params().get("TZID").map(|zone| zone.value()), Some(zone.as_str()));
            moment(property.value())
        })
        .collect();
    assert!(exceptions.iter().all(|exception| exception.time() == start.time()));
    let rule = event.property_value("RRULE").map(|rule| rule_dates(rule, start.date()));
    let rule = rule.unwrap_or_else(|| vec![start.date()]);
    let is_left = |date: &NaiveDate| !exceptions.iter().any(|exception| exception.date() == *date);
    let dates: Vec<NaiveDate> = rule.iter().filter(|date| is_left(date)).copied().collect();
    assert_eq!(
        dates.len() + exceptions.len(),
        rule.len(),
        "each exception is of a date of the rule"
    );
    Event {
        uid: value("UID"),
        sequence: value("SEQUENCE").parse().expect("a whole number"),
        stamp: value("DTSTAMP"),
        modified: value("LAST-MODIFIED"),
        zone,
        start,
        end,
        dates,
        summary: value("SUMMARY"),
        location: value("LOCATION"),
        description: value("DESCRIPTION"),
    }
}

fn rule_dates(rule: &str, first: NaiveDate) -> Vec<NaiveDate> {
    let part = |name: &str| {
        let part = rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        part.unwrap_or_else(|| panic!("no {name} in {rule}"))
    };
    assert_eq!(part("FREQ"), "WEEKLY");
    let weekday = first.format("%a").to_string().to_uppercase();
    assert_eq!(part("BYDAY"), &weekday[..2], "the first date is one of the rule");
    let (every, count): (u64, u64) =
        (part("INTERVAL").parse().expect("weeks"), part("COUNT").parse().expect("a count"));
    (0..count).map(|number| first + Days::new(7 * every * number)).collect()
}

/// A local moment such as `20260908T100000`.
pub fn moment(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap_or_else(|_| panic!("{text}"))
}
