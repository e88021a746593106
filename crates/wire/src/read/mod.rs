//! From wire to domain: resolves every reference and reports everything that cannot be read, at
//! once.

mod base;
mod continued;
mod defaults;
mod environments;
mod listed;
mod path;
mod people;
mod places;
mod plan;
mod reader;
mod rules;
mod texts;
mod times;

use std::collections::HashMap;

use crate::v1;
use leerteam_model::roster::{
    Clock, Closure, Code, Finding, Findings, LIMITS, PlanningPeriod, Roster,
};
use leerteam_model::rules::Scope;
use leerteam_model::validate::validate;
use path::Path;
pub use plan::{read_plan, read_report, read_start};
use reader::Reader;

/// Reads and validates a roster. The findings may hold warnings when there is a roster, and hold an
/// error when there is none.
pub fn read_roster(wire: &v1::Roster) -> (Option<Roster>, Vec<Finding>) {
    let mut findings = Findings::default();
    check_limits(wire, &mut findings);
    if !findings.has_errors() {
        texts::check_texts(wire, &Path::root(), &mut findings);
    }
    if findings.has_errors() {
        return (None, findings.finish());
    }
    let period = read_period(wire.period.as_ref(), &mut findings);
    let is_known = period.is_some();
    let period = period.unwrap_or_else(stand_in);
    let mut reader = Reader::new(period, findings, wire);
    let mut roster = reader.roster(wire);
    reader.near_words();
    let Reader { mut findings, .. } = reader;
    if !is_known {
        findings.remove(Code::OutsidePeriod);
    }
    if !findings.has_errors() {
        defaults::fill(&mut roster, wire, &mut findings);
        validate(&roster, &mut findings);
    }
    let roster = (!findings.has_errors()).then_some(roster);
    (roster, findings.finish())
}

fn check_limits(wire: &v1::Roster, findings: &mut Findings) {
    let lists = [
        ("participants", wire.participants.len(), LIMITS.participants),
        ("supervisors", wire.supervisors.len(), LIMITS.supervisors),
        ("environments", wire.environments.len(), LIMITS.environments),
        ("organisations", wire.organisations.len(), LIMITS.entries),
        ("locations", wire.locations.len(), LIMITS.entries),
        ("programmes", wire.programmes.len(), LIMITS.entries),
        ("cohorts", wire.cohorts.len(), LIMITS.entries),
        ("themes", wire.themes.len(), LIMITS.entries),
        ("wishes", wire.wishes.len(), LIMITS.entries),
        ("travel.pairs", wire.travel.as_ref().map_or(0, |t| t.pairs.len()), LIMITS.entries),
        (
            "period.closures",
            wire.period.as_ref().map_or(0, |p| p.closures.len()),
            LIMITS.own_entries,
        ),
    ];
    for (field, length, limit) in lists {
        if length as u64 > limit.at_most {
            findings.add_too_much(field, length, limit);
        }
    }
}

/// A period to go on reading with when the roster's cannot be read, so that everything else that is
/// wrong is still found.
fn stand_in() -> PlanningPeriod {
    let (first, zone) = (chrono::NaiveDate::default(), chrono_tz::UTC);
    PlanningPeriod { first, last: first, zone, closures: Vec::new() }
}

/// The period without its closures, which refer to organisations and locations.
fn read_period(
    wire: Option<&v1::PlanningPeriod>,
    findings: &mut Findings,
) -> Option<PlanningPeriod> {
    let root = Path::root();
    let at = root.field("period");
    let Some(wire) = wire else {
        findings.add(Code::Missing, at, "");
        return None;
    };
    let first = times::date(findings, &at.field("firstDate"), &wire.first_date);
    let last = times::date(findings, &at.field("lastDate"), &wire.last_date);
    let zone = if wire.time_zone.is_empty() { "Europe/Amsterdam" } else { &wire.time_zone };
    let zone = zone.parse::<chrono_tz::Tz>();
    if zone.is_err() {
        findings.add(Code::UnknownZone, at.field("timeZone"), &wire.time_zone);
    }
    let (first, last, zone) = (first?, last?, zone.ok()?);
    let days = (last - first).num_days() + 1;
    if days < 1 {
        let details = vec![("start", wire.first_date.clone()), ("end", wire.last_date.clone())];
        findings.add_with(Code::Reversed, at.field("lastDate"), &wire.last_date, details);
        return None;
    }
    if days as u64 > LIMITS.days.at_most {
        findings.add_too_much(at.field("lastDate"), days, LIMITS.days);
        return None;
    }
    Some(PlanningPeriod { first, last, zone, closures: Vec::new() })
}

impl Reader {
    fn roster(&mut self, wire: &v1::Roster) -> Roster {
        let root = Path::root();
        let mut roster = Roster {
            id: defaults::id(wire, &self.period),
            organisations: self
                .each(&root, "organisations", &wire.organisations, Reader::organisation)
                .into(),
            locations: self.each(&root, "locations", &wire.locations, Reader::location).into(),
            travel: self.travel(&root.field("travel"), wire.travel.as_ref()),
            programmes: self.each(&root, "programmes", &wire.programmes, Reader::programme).into(),
            cohorts: self.each(&root, "cohorts", &wire.cohorts, Reader::cohort).into(),
            themes: wire.themes.iter().map(|t| (t.id.clone(), or(&t.name, &t.id))).collect(),
            supervisors: self
                .each(&root, "supervisors", &wire.supervisors, Reader::supervisor)
                .into(),
            environments: self
                .each(&root, "environments", &wire.environments, Reader::environment)
                .into(),
            participants: self
                .each(&root, "participants", &wire.participants, Reader::participant)
                .into(),
            wishes: self
                .each(&root, "wishes", &wire.wishes, Reader::wish)
                .into_iter()
                .flatten()
                .collect(),
            rules: self.rules(&root.field("rules"), &wire.rules, Scope::Roster),
            base: self.base(&root.field("basePlan"), wire),
            period: self.period.clone(),
        };
        let period = wire.period.clone().unwrap_or_default();
        roster.period.closures =
            self.each(&root.field("period"), "closures", &period.closures, Reader::closure);
        roster
    }

    fn closure(&mut self, at: &Path, wire: &v1::Closure) -> Closure {
        let (from, to) = self.dates(at, &wire.first_date, &wire.last_date);
        Closure {
            from,
            to,
            organisations: self.references(&at.field("organisationIds"), &wire.organisation_ids),
            locations: self.references(&at.field("locationIds"), &wire.location_ids),
        }
    }
}

/// A name for people, else the id.
fn or(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// Places of ids in their list; the first of a duplicate counts.
fn index<'a>(ids: impl Iterator<Item = &'a String>) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    for (place, id) in ids.enumerate() {
        places.entry(id.clone()).or_insert(place);
    }
    places
}

/// A time of day of a field that may be left out.
fn clock_or(reader: &mut Reader, at: &Path, text: &str, default: Clock) -> Clock {
    if text.is_empty() { default } else { reader.clock(at, text) }
}
