//! Our own calendars, read by `leerteam import` as those of a class, hold on the dates of the plan; and so do random ones.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Amsterdam;
use icalendar::{Calendar, Component, Event, EventLike};
use leerteam::import::{Mapping, Source, import};
use leerteam::messages::{Language, Messages};
use leerteam::wire::v1;
use proptest::prelude::*;

use super::Planned;
use super::dates::meetings;

/// The dates, and the times from and to, of what a calendar holds for a class.
fn held(
    content: Vec<u8>,
    (first, last): (NaiveDate, NaiveDate),
) -> BTreeSet<(NaiveDate, String, String)> {
    let (first_date, last_date) = (first.to_string(), last.to_string());
    let roster = v1::Roster {
        period: Some(v1::PlanningPeriod { first_date, last_date, ..Default::default() }),
        cohorts: vec![v1::Cohort { id: "klas".into(), ..Default::default() }],
        ..Default::default()
    };
    let source = Source { name: "klas.ics".into(), content };
    let imported =
        import(&[source], &Mapping::default(), Some(&roster), &Messages::of(Language::Nl));
    assert!(imported.questions.is_empty(), "{:?}", imported.questions);
    let windows = imported.roster.cohorts[0].commitments.iter().filter_map(|of| of.window.clone());
    windows.flat_map(|window| dates(&window, first)).collect()
}

/// Every date on which a recurring stretch holds.
fn dates(window: &v1::Window, first: NaiveDate) -> Vec<(NaiveDate, String, String)> {
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let (from, to) = (date(&window.valid_from), date(&window.valid_to));
    let (every, offset) = window.weeks.as_ref().map_or((1, 0), |weeks| (weeks.every, weeks.offset));
    let monday = first - Days::new(first.weekday().num_days_from_monday().into());
    let holds = |date: &NaiveDate| {
        let week = (*date - monday).num_days() / 7;
        date.weekday().number_from_monday() as i32 == window.weekday
            && (week - i64::from(offset)).rem_euclid(i64::from(every)) == 0
    };
    let all = from.iter_days().take_while(|date| *date <= to).filter(holds);
    all.map(|date| (date, window.start_time.clone(), window.end_time.clone())).collect()
}

#[test]
fn calendars_of_teams_hold_on_the_dates_of_their_meetings() {
    let planned = Planned::fixture("zwolle");
    let period = &planned.roster.period;
    let bounds = (period.first, period.last);
    let files = planned.files("2026-08-20T12:00:00Z");
    for (team, of) in planned.plan.teams.iter().enumerate() {
        let path = format!("calendars/teams/{}.ics", of.id);
        let file = files.iter().find(|file| file.path == path).expect("the calendar of a team");
        let read: Vec<NaiveDate> =
            held(file.content.clone(), bounds).into_iter().map(|of| of.0).collect();
        assert_eq!(read, meetings(&planned, team, None), "{}", of.id);
    }
}

/// One recurring event: first week, weekday, hour, every how many weeks, how many times, which of them are taken out, and
/// whether it is written in UTC, each date by itself.
type Recurring = (u64, u64, u32, u32, u32, BTreeSet<u32>, bool);

fn recurring() -> impl Strategy<Value = Recurring> {
    let gone = prop::collection::btree_set(0_u32..12, 0..4);
    (0_u64..8, 0_u64..7, 8_u32..18, 1_u32..4, 1_u32..12, gone, any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn random_calendars_hold_on_exactly_their_dates(events in prop::collection::vec(recurring(), 1..4)) {
        let first = NaiveDate::from_ymd_opt(2026, 8, 31).expect("a date");
        let last = NaiveDate::from_ymd_opt(2027, 7, 2).expect("a date");
        let mut calendar = Calendar::new();
        let mut expected = BTreeSet::new();
        for (week, day, hour, every, count, gone, in_utc) in events {
            let time = NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
            let end = NaiveTime::from_hms_opt(hour + 1, 0, 0).expect("a time");
            let all: Vec<NaiveDate> =
                (0..count).map(|n| first + Days::new(7 * (week + u64::from(n * every)) + day)).collect();
            let kept = (0..count).zip(&all).filter(|(n, _)| !gone.contains(n)).map(|(_, date)| *date);
            let kept: Vec<NaiveDate> = kept.collect();
            let text = |date: NaiveDate, time: NaiveTime| date.and_time(time).format("%Y%m%dT%H%M%S").to_string();
            let utc = |date: NaiveDate, time: NaiveTime| {
                let at = Amsterdam.from_local_datetime(&date.and_time(time)).single().expect("no change of the clock");
                at.with_timezone(&Utc)
            };
            if in_utc {
                for date in &kept {
                    calendar.push(Event::new().summary("les").starts(utc(*date, time)).ends(utc(*date, end)).done());
                }
            } else {
                let mut event = Event::new();
                event.summary("les");
                let zoned = |name: &str, value: String| {
                    let mut property = icalendar::Property::new(name, value);
                    property.add_parameter("TZID", "Europe/Amsterdam");
                    property.done()
                };
                event.append_property(zoned("DTSTART", text(all[0], time)));
                event.append_property(zoned("DTEND", text(all[0], end)));
                event.add_property("RRULE", format!("FREQ=WEEKLY;INTERVAL={every};COUNT={count}"));
                let excluded = (0..count).zip(&all).filter(|(n, _)| gone.contains(n));
                for (_, date) in excluded {
                    event.append_multi_property(zoned("EXDATE", text(*date, time)));
                }
                calendar.push(event.done());
            }
            let clock = |time: NaiveTime| time.format("%H:%M").to_string();
            expected.extend(kept.iter().map(|date| (*date, clock(time), clock(end))));
        }
        expected.retain(|(date, ..)| (first..=last).contains(date));
        prop_assert_eq!(held(calendar.to_string().into_bytes(), (first, last)), expected);
    }
}
