//! The time zones of calendars by the names that they have there.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use icalendar::parser::Component;

/// Names of time zones in calendars of Outlook and Exchange, and what they are in the IANA database.
const WINDOWS_ZONES: [(&str, Tz); 12] = [
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Romance Standard Time", Tz::Europe__Paris),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("FLE Standard Time", Tz::Europe__Kyiv),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("UTC", Tz::UTC),
    ("Coordinated Universal Time", Tz::UTC),
];

/// The time zones of a calendar by their names in it.
pub struct Zones<'a> {
    own: BTreeMap<String, Tz>,
    asked: &'a dyn Fn(&str) -> Option<Tz>,
}

impl<'a> Zones<'a> {
    /// Those of a calendar; `asked` says what names stand for that nobody knows.
    pub fn new(calendar: &Component, asked: &'a dyn Fn(&str) -> Option<Tz>) -> Zones<'a> {
        let zones = calendar.components.iter().filter(|of| of.name == "VTIMEZONE");
        let own = zones.filter_map(|of| {
            let text =
                |name: &str| of.find_prop(name).map(|property| property.val.as_str().to_owned());
            Some((text("TZID")?, text("X-LIC-LOCATION")?.parse().ok()?))
        });
        Zones { own: own.collect(), asked }
    }

    /// The time zone of a name.
    pub fn named(&self, name: &str) -> Option<Tz> {
        let name = name.trim_matches('"');
        let of_windows =
            || WINDOWS_ZONES.iter().find(|(known, _)| *known == name).map(|(_, zone)| *zone);
        // Some write a path of their own before the name: `/freeassociation.sourceforge.net/Europe/Amsterdam`.
        let parts: Vec<&str> = name.split('/').collect();
        let ending =
            || parts.len().checked_sub(2).and_then(|at| parts[at..].join("/").parse().ok());
        let own = || self.own.get(name).copied();
        name.parse()
            .ok()
            .or_else(own)
            .or_else(of_windows)
            .or_else(|| (self.asked)(name))
            .or_else(ending)
    }
}
