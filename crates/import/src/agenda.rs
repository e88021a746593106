//! Events of an iCalendar file as dated stretches in the time zone of the roster.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use icalendar::parser::{Component, Property, read_components, unfold};
use rrule::{RRule, RRuleSet, Unvalidated};

use super::zones::Zones;

/// Most dates of one event.
const MOST: u16 = 4_000;

/// The events of a file.
#[derive(Debug, Default)]
pub struct Agenda {
    /// The name that the file gives itself.
    pub name: String,
    /// What happens when.
    pub occurrences: Vec<Occurrence>,
    /// Events that take no time: cancelled, or shown as free and not of whole days.
    pub left_out: usize,
    /// Events that cannot be read, with what is wrong with each.
    pub unread: Vec<Unread>,
}

/// One stretch of one day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// What it is called; empty if it is private.
    pub title: String,
    /// Where it is; empty if it is private.
    pub place: String,
    /// The date.
    pub date: NaiveDate,
    /// From and to, in minutes of the day.
    pub minutes: (u32, u32),
    /// Whether it takes whole days.
    pub all_day: bool,
    /// Whether it takes no time, so that it only says something of the day.
    pub is_free: bool,
}

/// An event that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A property that is not there or not what it should be: the event, and what stands there.
    Property(String, String),
    /// A time zone that nobody knows.
    Zone(String),
}

/// A file that is no calendar, or a damaged one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an iCalendar file")]
pub struct NotACalendar;

/// Reads a calendar: all that happens from `first` through `last`, local to `zone`. `zones` says which time zones
/// names stand for that are not in the IANA database.
///
/// # Errors
/// If it is no calendar.
pub fn read(
    text: &str,
    (first, last): (NaiveDate, NaiveDate),
    zone: Tz,
    zones: &dyn Fn(&str) -> Option<Tz>,
) -> Result<Agenda, NotACalendar> {
    let text = unfold(text.trim_start_matches('\u{feff}').trim());
    let roots = read_components(&text).map_err(|_| NotACalendar)?;
    let calendars: Vec<&Component> = roots.iter().filter(|of| of.name == "VCALENDAR").collect();
    if calendars.is_empty() {
        return Err(NotACalendar);
    }
    let mut agenda = Agenda::default();
    for calendar in calendars {
        if let Some(name) = calendar.find_prop("X-WR-CALNAME").or(calendar.find_prop("NAME")) {
            agenda.name = name.val.as_str().trim().to_owned();
        }
        let reader = Reader { first, last, zone, zones: Zones::new(calendar, zones) };
        let events: Vec<&Component> =
            calendar.components.iter().filter(|of| of.name == "VEVENT").collect();
        reader.events(&events, &mut agenda);
    }
    agenda.occurrences.sort();
    agenda.occurrences.dedup();
    Ok(agenda)
}

struct Reader<'a> {
    first: NaiveDate,
    last: NaiveDate,
    zone: Tz,
    zones: Zones<'a>,
}

/// A moment as it stands in a calendar: local to a zone, and whether it is a whole day.
#[derive(Clone, Copy, Debug)]
struct Moment {
    local: NaiveDateTime,
    zone: Tz,
    is_date: bool,
}

impl Reader<'_> {
    fn events(&self, events: &[&Component], agenda: &mut Agenda) {
        // What a single change of a recurring event stands in the place of: its id, and when it would have been.
        let mut changed: BTreeSet<(String, NaiveDateTime)> = BTreeSet::new();
        for event in events {
            if let Some(property) = event.find_prop("RECURRENCE-ID")
                && let Ok(moment) = self.moment(property, event)
            {
                changed.insert((uid(event), self.utc(moment)));
            }
        }
        for event in events {
            match self.event(event, &changed) {
                Ok(Some(occurrences)) => agenda.occurrences.extend(occurrences),
                Ok(None) => agenda.left_out += 1,
                Err(unread) if agenda.unread.contains(&unread) => {}
                Err(unread) => agenda.unread.push(unread),
            }
        }
    }

    /// What an event is on which dates; nothing if it takes no time.
    fn event(
        &self,
        event: &Component,
        changed: &BTreeSet<(String, NaiveDateTime)>,
    ) -> Result<Option<Vec<Occurrence>>, Unread> {
        let is = |name: &str, value: &str| {
            event
                .find_prop(name)
                .is_some_and(|of| of.val.as_str().trim().eq_ignore_ascii_case(value))
        };
        if is("STATUS", "CANCELLED") {
            return Ok(None);
        }
        // Outlook says beside it that somebody works elsewhere; where both are there, the standard one counts.
        let shows_free = is("X-MICROSOFT-CDO-BUSYSTATUS", "FREE") && !is("TRANSP", "OPAQUE");
        let is_free = is("TRANSP", "TRANSPARENT") || shows_free;
        let start = event.find_prop("DTSTART").ok_or_else(|| unread(event, "DTSTART"))?;
        let start = self.moment(start, event)?;
        // Of what takes no time only whole days matter: they may be holidays.
        if is_free && !start.is_date {
            return Ok(None);
        }
        let length = self.length(event, start)?;
        let is_private = is("CLASS", "PRIVATE") || is("CLASS", "CONFIDENTIAL");
        let text = |name: &str| match event.find_prop(name) {
            Some(property) if !is_private => property.val.as_str().trim().to_owned(),
            _ => String::new(),
        };
        let (title, place) = (text("SUMMARY"), text("LOCATION"));
        let is_change = event.find_prop("RECURRENCE-ID").is_some();
        let mut occurrences = Vec::new();
        for local in self.starts(event, start)? {
            let moment = Moment { local, ..start };
            if !is_change && changed.contains(&(uid(event), self.utc(moment))) {
                continue;
            }
            for (date, minutes) in self.days(moment, length) {
                let (title, place) = (title.clone(), place.clone());
                occurrences.push(Occurrence {
                    title,
                    place,
                    date,
                    minutes,
                    all_day: start.is_date,
                    is_free,
                });
            }
        }
        Ok(Some(occurrences))
    }

    /// When an event begins, local to its own zone, from a day before the first date.
    fn starts(&self, event: &Component, start: Moment) -> Result<BTreeSet<NaiveDateTime>, Unread> {
        let mut starts = BTreeSet::from([start.local]);
        let rules = event.properties.iter().filter(|of| of.name == "RRULE");
        for property in rules {
            let rule = property.val.as_str();
            let found = self.recurring(event, rule, start).ok_or_else(|| unread(event, rule))?;
            starts.extend(found);
        }
        for (name, adds) in [("RDATE", true), ("EXDATE", false)] {
            for property in event.properties.iter().filter(|of| of.name == name) {
                for value in property.val.as_str().split(',') {
                    // A period tells its start and its end.
                    let value = value.split('/').next().unwrap_or_default();
                    let moment = self.moment_of(value, property, event)?;
                    let local = self.in_zone(moment, start.zone);
                    // A date stands for the moment of that day.
                    let same = |of: &NaiveDateTime| {
                        if moment.is_date { of.date() == local.date() } else { *of == local }
                    };
                    if adds {
                        let at = if moment.is_date {
                            local.date().and_time(start.local.time())
                        } else {
                            local
                        };
                        starts.insert(at);
                    } else {
                        starts.retain(|of| !same(of));
                    }
                }
            }
        }
        Ok(starts)
    }

    /// The starts by a rule. They are counted on the clock of the event's own zone, as the rule means them, so to the library
    /// they are without a zone.
    fn recurring(
        &self,
        event: &Component,
        rule: &str,
        start: Moment,
    ) -> Option<Vec<NaiveDateTime>> {
        let rule: Vec<String> = rule
            .trim()
            .split(';')
            .map(|part| self.until(event, part, start))
            .collect::<Option<_>>()?;
        let rule: RRule<Unvalidated> = rule.join(";").parse().ok()?;
        let zone = rrule::Tz::UTC;
        let utc = |local: NaiveDateTime| zone.from_utc_datetime(&local);
        let rule = rule.validate(utc(start.local)).ok()?;
        let before = self.last.succ_opt()?.succ_opt()?.and_time(NaiveTime::MIN);
        let after = self.first.checked_sub_signed(Duration::days(31))?.and_time(NaiveTime::MIN);
        let set = RRuleSet::new(utc(start.local)).rrule(rule).after(utc(after)).before(utc(before));
        let found = set.all(MOST);
        (!found.limited).then(|| found.dates.iter().map(|date| date.naive_utc()).collect())
    }

    /// A part of a rule, with the end of it on the clock of the event.
    fn until(&self, event: &Component, part: &str, start: Moment) -> Option<String> {
        // Every no weeks is no rhythm, though the library takes it.
        if part == "INTERVAL=0" {
            return None;
        }
        let Some(value) = part.strip_prefix("UNTIL=") else { return Some(part.to_owned()) };
        let property = Property { name: "UNTIL".into(), val: value.into(), params: Vec::new() };
        let moment = self.moment_of(value, &property, event).ok()?;
        let local = if moment.is_date {
            moment.local.date().and_hms_opt(23, 59, 59)?
        } else if value.ends_with(['Z', 'z']) {
            self.in_zone(moment, start.zone)
        } else {
            moment.local
        };
        Some(format!("UNTIL={}Z", local.format("%Y%m%dT%H%M%S")))
    }

    /// How long an event is.
    fn length(&self, event: &Component, start: Moment) -> Result<Duration, Unread> {
        if let Some(property) = event.find_prop("DTEND") {
            let end = self.moment(property, event)?;
            let length = self.utc(end) - self.utc(start);
            let length = if start.is_date { end.local - start.local } else { length };
            return if length >= Duration::zero() {
                Ok(length)
            } else {
                Err(unread(event, property.val.as_str()))
            };
        }
        if let Some(property) = event.find_prop("DURATION") {
            return duration(property.val.as_str())
                .ok_or_else(|| unread(event, property.val.as_str()));
        }
        Ok(if start.is_date { Duration::days(1) } else { Duration::zero() })
    }

    /// The days that an event takes, local to the roster, with the minutes of each.
    fn days(&self, start: Moment, length: Duration) -> Vec<(NaiveDate, (u32, u32))> {
        let (from, until) = if start.is_date {
            (start.local, start.local + length)
        } else {
            let from = self.in_zone(start, self.zone);
            let end = Utc
                .from_utc_datetime(&(self.utc(start) + length))
                .with_timezone(&self.zone)
                .naive_local();
            (from, end)
        };
        let mut days = Vec::new();
        let mut date = from.date();
        while date <= until.date() && date <= self.last {
            let minutes = |at: NaiveDateTime| {
                (at - date.and_time(NaiveTime::MIN)).num_minutes().clamp(0, 24 * 60) as u32
            };
            let span = (minutes(from), minutes(until));
            if span.0 < span.1 && date >= self.first {
                days.push((date, span));
            }
            let Some(next) = date.succ_opt() else { break };
            date = next;
        }
        days
    }

    fn moment(&self, property: &Property, event: &Component) -> Result<Moment, Unread> {
        self.moment_of(property.val.as_str(), property, event)
    }

    fn moment_of(
        &self,
        value: &str,
        property: &Property,
        event: &Component,
    ) -> Result<Moment, Unread> {
        let value = value.trim();
        let not = || unread(event, value);
        if let Ok(date) = NaiveDate::parse_from_str(value, "%Y%m%d") {
            return Ok(Moment {
                local: date.and_time(NaiveTime::MIN),
                zone: self.zone,
                is_date: true,
            });
        }
        let (local, is_utc) = match value.strip_suffix(['Z', 'z']) {
            Some(local) => (local, true),
            None => (value, false),
        };
        let local = NaiveDateTime::parse_from_str(local, "%Y%m%dT%H%M%S").map_err(|_| not())?;
        let name =
            property.params.iter().find(|of| of.key == "TZID").and_then(|of| of.val.as_ref());
        let zone = match name {
            _ if is_utc => Tz::UTC,
            Some(name) => self
                .zones
                .named(name.as_str())
                .ok_or_else(|| Unread::Zone(name.as_str().to_owned()))?,
            // A time without a zone is local to wherever one is.
            None => self.zone,
        };
        Ok(Moment { local, zone, is_date: false })
    }

    fn utc(&self, moment: Moment) -> NaiveDateTime {
        // A time that the clock skips is as long after midnight as it says; of one that comes twice it is the first.
        let at = |local: NaiveDateTime| moment.zone.from_local_datetime(&local).earliest();
        let skipped = || at(moment.local + Duration::hours(1)).map(|at| at - Duration::hours(1));
        let at: Option<DateTime<Tz>> = at(moment.local).or_else(skipped);
        at.map_or(moment.local, |at| at.naive_utc())
    }

    fn in_zone(&self, moment: Moment, zone: Tz) -> NaiveDateTime {
        if moment.is_date || moment.zone == zone {
            return moment.local;
        }
        Utc.from_utc_datetime(&self.utc(moment)).with_timezone(&zone).naive_local()
    }
}

fn uid(event: &Component) -> String {
    event.find_prop("UID").map(|of| of.val.as_str().to_owned()).unwrap_or_default()
}

/// An event that cannot be read; its id, since its title may be private.
fn unread(event: &Component, value: &str) -> Unread {
    Unread::Property(uid(event), value.to_owned())
}

/// A length of time: `PT1H30M`, `P1D`, `PT5400S`, `P1W`.
fn duration(text: &str) -> Option<Duration> {
    let mut rest = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let mut total = Duration::zero();
    let mut in_time = false;
    let mut any = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            in_time = true;
            rest = time;
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..end].parse().ok().filter(|number| *number <= 1_000_000)?;
        let unit = rest[end..].chars().next()?;
        total += match (unit, in_time) {
            ('W', false) => Duration::weeks(number),
            ('D', false) => Duration::days(number),
            ('H', true) => Duration::hours(number),
            ('M', true) => Duration::minutes(number),
            ('S', true) => Duration::seconds(number),
            _ => return None,
        };
        any = true;
        rest = &rest[end + unit.len_utf8()..];
    }
    any.then_some(total)
}
