//! Reads single values; whatever cannot be read becomes a finding and a stand-in, so that reading
//! goes on and everything is reported at once.

use std::collections::HashMap;

use chrono::{NaiveDate, Weekday};

use super::path::Path;
use super::{clock_or, index};
use crate::roster::{
    Clock, Code, Day, Findings, LIMITS, Limit, PlanningPeriod, Span, WeekPattern, Window,
};
use crate::wire::v1;

/// An empty stretch of days: what stands for dates wholly outside the period.
const NO_DAYS: (Day, Day) = (1, 0);

/// What reading needs to know of the whole roster.
pub(super) struct Reader {
    pub period: PlanningPeriod,
    pub findings: Findings,
    /// For each list of the roster, the places of its ids.
    ids: HashMap<&'static str, HashMap<String, usize>>,
    /// For each given team, its environment and its place there.
    pub teams: HashMap<String, (usize, usize)>,
    /// For each location, the places of its rooms are the same as in the roster.
    pub rooms: Vec<Vec<String>>,
}

impl Reader {
    pub fn new(period: PlanningPeriod, findings: Findings, wire: &v1::Roster) -> Reader {
        let ids = HashMap::from([
            ("organisations", index(wire.organisations.iter().map(|x| &x.id))),
            ("locations", index(wire.locations.iter().map(|x| &x.id))),
            ("programmes", index(wire.programmes.iter().map(|x| &x.id))),
            ("cohorts", index(wire.cohorts.iter().map(|x| &x.id))),
            ("themes", index(wire.themes.iter().map(|x| &x.id))),
            ("participants", index(wire.participants.iter().map(|x| &x.id))),
            ("supervisors", index(wire.supervisors.iter().map(|x| &x.id))),
            ("environments", index(wire.environments.iter().map(|x| &x.id))),
        ]);
        let mut teams = HashMap::new();
        for (environment, wire) in wire.environments.iter().enumerate() {
            for (place, team) in wire.teams.iter().enumerate() {
                teams.entry(team.id.clone()).or_insert((environment, place));
            }
        }
        let rooms = |location: &v1::Location| location.rooms.iter().map(|r| r.id.clone()).collect();
        let rooms = wire.locations.iter().map(rooms).collect();
        let mut reader = Reader { period, findings, ids, teams, rooms };
        reader.check_ids(wire);
        reader
    }

    fn check_ids(&mut self, wire: &v1::Roster) {
        self.unique("organisations", wire.organisations.iter().map(|x| x.id.as_str()));
        self.unique("locations", wire.locations.iter().map(|x| x.id.as_str()));
        self.unique("programmes", wire.programmes.iter().map(|x| x.id.as_str()));
        self.unique("cohorts", wire.cohorts.iter().map(|x| x.id.as_str()));
        self.unique("themes", wire.themes.iter().map(|x| x.id.as_str()));
        self.unique("participants", wire.participants.iter().map(|x| x.id.as_str()));
        self.unique("supervisors", wire.supervisors.iter().map(|x| x.id.as_str()));
        self.unique("environments", wire.environments.iter().map(|x| x.id.as_str()));
        for (place, environment) in wire.environments.iter().enumerate() {
            for (team, wire) in environment.teams.iter().enumerate() {
                if self.teams.get(&wire.id) != Some(&(place, team)) {
                    let field = format!("environments[{place}].teams[{team}].id");
                    self.findings.add(Code::DuplicateId, field, &wire.id);
                }
            }
        }
    }

    /// Reports missing and duplicate ids of a list.
    pub fn unique<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (place, id) in ids.enumerate() {
            if id.is_empty() {
                self.findings.add(Code::Missing, format!("{list}[{place}].id"), "");
            } else if let Some(first) = seen.get(id) {
                let first = format!("{list}[{first}]");
                let field = format!("{list}[{place}].id");
                self.findings.add_with(Code::DuplicateId, field, id, vec![("first", first)]);
            } else {
                seen.insert(id, place);
            }
        }
    }

    /// Reads each entry of a list.
    pub fn each<W, T>(
        &mut self,
        at: &Path,
        field: &str,
        list: &[W],
        read: impl Fn(&mut Reader, &Path, &W) -> T,
    ) -> Vec<T> {
        let at = at.field(field);
        if list.len() as u64 > LIMITS.entries.at_most {
            too_much(&mut self.findings, &at.to_string(), list.len(), LIMITS.entries);
            return Vec::new();
        }
        list.iter().enumerate().map(|(i, wire)| read(self, &at.index(i), wire)).collect()
    }

    /// Like [`Reader::each`], for the lists of one person or place, which have a smaller limit.
    pub fn each_own<W, T>(
        &mut self,
        at: &Path,
        field: &str,
        list: &[W],
        read: impl Fn(&mut Reader, &Path, &W) -> T,
    ) -> Vec<T> {
        if list.len() as u64 > LIMITS.own_entries.at_most {
            let at = at.field(field).to_string();
            too_much(&mut self.findings, &at, list.len(), LIMITS.own_entries);
            return Vec::new();
        }
        self.each(at, field, list, read)
    }

    /// The place of what an id refers to; `None` for an empty id and, with a finding, an unknown one.
    pub fn reference(&mut self, at: &Path, list: &'static str, id: &str) -> Option<usize> {
        if id.is_empty() {
            return None;
        }
        let found = self.ids[list].get(id).copied();
        if found.is_none() {
            self.findings.add_with(Code::UnknownReference, at, id, vec![("list", list.to_owned())]);
        }
        found
    }

    /// A reference that must be there.
    pub fn required_reference(&mut self, at: &Path, list: &'static str, id: &str) -> usize {
        if id.is_empty() {
            self.findings.add(Code::Missing, at, "");
        }
        self.reference(at, list, id).unwrap_or_default()
    }

    /// A list of references, without the unknown ones.
    pub fn references(&mut self, at: &Path, list: &'static str, ids: &[String]) -> Vec<usize> {
        let mut places = Vec::with_capacity(ids.len());
        for (i, id) in ids.iter().enumerate() {
            if id.is_empty() {
                self.findings.add(Code::Missing, at.index(i), "");
            }
            places.extend(self.reference(&at.index(i), list, id));
        }
        places
    }

    /// A text that must be there.
    pub fn text(&mut self, at: &Path, text: &str) -> String {
        if text.is_empty() {
            self.findings.add(Code::Missing, at, "");
        }
        text.to_owned()
    }

    /// A whole number within a range.
    pub fn number(&mut self, at: &Path, number: i32, least: u32, most: u64) -> u32 {
        let value = u32::try_from(number).ok().filter(|&n| n >= least && u64::from(n) <= most);
        value.unwrap_or_else(|| {
            let range = vec![("least", least.to_string()), ("most", most.to_string())];
            self.findings.add_with(Code::OutOfRange, at, number, range);
            least
        })
    }

    /// A known value of an enumeration; `None` where not stated.
    pub fn stated<E: TryFrom<i32> + Default + PartialEq>(
        &mut self,
        at: &Path,
        value: i32,
    ) -> Option<E> {
        match E::try_from(value) {
            Ok(value) if value == E::default() => None,
            Ok(value) => Some(value),
            Err(_) => {
                self.findings.add(Code::UnknownValue, at, value);
                None
            }
        }
    }

    /// A known value of an enumeration that must be stated.
    pub fn required<E: TryFrom<i32> + Default + PartialEq>(
        &mut self,
        at: &Path,
        value: i32,
    ) -> Option<E> {
        if value == 0 {
            self.findings.add(Code::Missing, at, "");
        }
        self.stated(at, value)
    }

    /// A time of day.
    pub fn clock(&mut self, at: &Path, text: &str) -> Clock {
        match (Clock::parse(text), text.is_empty()) {
            (Some(clock), _) => return clock,
            (None, true) => self.findings.add(Code::Missing, at, ""),
            (None, false) => self.findings.add(Code::NotATime, at, text),
        }
        Clock::default()
    }

    /// Two times of day that make a stretch.
    pub fn span(&mut self, at: &Path, start: &str, end: &str) -> Span {
        let errors = self.findings.0.len();
        let start_time = self.clock(&at.field("startTime"), start);
        let end_time = self.clock(&at.field("endTime"), end);
        if errors == self.findings.0.len() && start_time >= end_time {
            let details = vec![("start", start.to_owned())];
            self.findings.add_with(Code::Reversed, at.field("endTime"), end, details);
        }
        Span { start: start_time, end: end_time }
    }

    /// A stretch that may be left out: the whole day.
    pub fn span_or_day(&mut self, at: &Path, start: &str, end: &str) -> Span {
        let start_time = clock_or(self, &at.field("startTime"), start, Span::DAY.start);
        let end_time = clock_or(self, &at.field("endTime"), end, Span::DAY.end);
        if start_time >= end_time {
            let details = vec![("start", start_time.to_string())];
            self.findings.add_with(Code::Reversed, at.field("endTime"), end, details);
        }
        Span { start: start_time, end: end_time }
    }

    /// First and last day; the last may be left out: the first.
    pub fn dates(&mut self, at: &Path, first: &str, last: &str) -> (Day, Day) {
        if first.is_empty() {
            self.findings.add(Code::Missing, at.field("firstDate"), "");
        }
        let last = if last.is_empty() { first } else { last };
        self.days(at, ("firstDate", first), ("lastDate", last))
    }

    /// First and last day, each of which may be left out: those of the period. Days outside the
    /// period are cut off, with a warning if none is left.
    pub fn days(&mut self, at: &Path, first: (&str, &str), last: (&str, &str)) -> (Day, Day) {
        let mut read = |(field, text): (&str, &str), default: NaiveDate| match text {
            "" => Some(default),
            text => date(&mut self.findings, &at.field(field), text),
        };
        let (from, to) = (read(first, self.period.first), read(last, self.period.last));
        let (Some(from), Some(to)) = (from, to) else { return NO_DAYS };
        let field = at.field(last.0);
        if to < from && !first.1.is_empty() && !last.1.is_empty() {
            let details = vec![("start", first.1.to_owned())];
            self.findings.add_with(Code::Reversed, field, last.1, details);
            return NO_DAYS;
        }
        let day = |date: NaiveDate| self.period.day(date).unwrap_or_default();
        let days = (from.max(self.period.first), to.min(self.period.last));
        if days.1 < days.0 {
            let field = at.field(if first.1.is_empty() { last.0 } else { first.0 });
            let value = if first.1.is_empty() { last.1 } else { first.1 };
            self.findings.add(Code::OutsidePeriod, field, value);
            return NO_DAYS;
        }
        (day(days.0), day(days.1))
    }

    /// A recurring stretch of a weekday.
    pub fn window(&mut self, at: &Path, wire: &v1::Window) -> Window {
        let weekday = self.required::<v1::Weekday>(&at.field("weekday"), wire.weekday);
        let span = self.span(at, &wire.start_time, &wire.end_time);
        let weeks = match &wire.weeks {
            None => WeekPattern::WEEKLY,
            Some(weeks) => self.weeks(&at.field("weeks"), weeks),
        };
        let days = (("validFrom", wire.valid_from.as_str()), ("validTo", wire.valid_to.as_str()));
        let (from, to) = self.days(at, days.0, days.1);
        Window { weekday: weekday.map_or(Weekday::Mon, to_weekday), span, weeks, from, to }
    }

    fn weeks(&mut self, at: &Path, wire: &v1::WeekPattern) -> WeekPattern {
        let every = if wire.every == 0 { 1 } else { wire.every };
        let every = self.number(&at.field("every"), every, 1, 52);
        let offset = self.number(&at.field("offset"), wire.offset, 0, u64::from(every) - 1);
        WeekPattern { every, offset }
    }

    /// A window that must be there.
    pub fn required_window(&mut self, at: &Path, wire: Option<&v1::Window>) -> Window {
        if wire.is_none() {
            self.findings.add(Code::Missing, at, "");
            let (from, to) = NO_DAYS;
            let weeks = WeekPattern::WEEKLY;
            return Window { weekday: Weekday::Mon, span: Span::DAY, weeks, from, to };
        }
        self.window(at, wire.unwrap_or(&v1::Window::default()))
    }
}

/// A date, or a finding.
pub(super) fn date(findings: &mut Findings, at: &Path, text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    match (&date, text.is_empty()) {
        (Some(_), _) => {}
        (None, true) => findings.add(Code::Missing, at, ""),
        (None, false) => findings.add(Code::NotADate, at, text),
    }
    date
}

/// A finding that names a limit.
pub(super) fn too_much(findings: &mut Findings, field: &str, length: usize, limit: Limit) {
    let details = vec![("limit", limit.name.to_owned()), ("most", limit.at_most.to_string())];
    findings.add_with(Code::TooMuch, field, length, details);
}

/// A weekday of the wire.
pub(super) fn to_weekday(wire: v1::Weekday) -> Weekday {
    match wire {
        v1::Weekday::Unspecified | v1::Weekday::Monday => Weekday::Mon,
        v1::Weekday::Tuesday => Weekday::Tue,
        v1::Weekday::Wednesday => Weekday::Wed,
        v1::Weekday::Thursday => Weekday::Thu,
        v1::Weekday::Friday => Weekday::Fri,
        v1::Weekday::Saturday => Weekday::Sat,
        v1::Weekday::Sunday => Weekday::Sun,
    }
}
