//! The meetings of random slots, against a look at every date.

use chrono::{Datelike, NaiveDate, Weekday};
use leerteam::calendar::Calendar;
use leerteam::wire::v1::{WeekPattern, Window};
use proptest::prelude::*;

use crate::somebody;
use crate::support::{Setting, window};

const WEEKDAYS: [Weekday; 3] = [Weekday::Mon, Weekday::Tue, Weekday::Sun];

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A date within or just around a period from November to February.
fn a_date() -> impl Strategy<Value = String> {
    let start = date("2026-10-25");
    (0..130u64).prop_map(move |days| (start + chrono::Days::new(days)).to_string())
}

/// Two dates in order.
fn dates() -> impl Strategy<Value = (String, String)> {
    (a_date(), a_date()).prop_map(|(one, other)| (one.clone().min(other.clone()), one.max(other)))
}

fn a_window() -> impl Strategy<Value = Window> {
    let span = prop::sample::select(vec!["09:00-12:00", "10:00-11:00", "08:00-10:30"]);
    let weeks = (1..4i32).prop_flat_map(|every| (Just(every), 0..every));
    (prop::sample::select(&WEEKDAYS[..]), span, weeks, prop::option::of(dates())).prop_map(
        |(weekday, span, (every, offset), dates)| {
            let (valid_from, valid_to) = dates.unwrap_or_default();
            let weeks = Some(WeekPattern { every, offset });
            Window { weeks, valid_from, valid_to, ..window(weekday, span) }
        },
    )
}

/// A roster of a winter with random hours, openings and closures; one window always holds, so that
/// there is something to plan.
fn winter() -> impl Strategy<Value = Setting> {
    let windows = || prop::collection::vec(a_window(), 0..3);
    let closure = (dates(), 0..4usize);
    let form = (windows(), dates(), 1..4i32, 0..6i32);
    (form, windows(), windows(), prop::collection::vec(closure, 0..4)).prop_map(
        |((hours, (first, last), every, most), openings, rooms, closures)| {
            let setting = somebody()
                .period("2026-11-03", "2027-02-10")
                .room("here", "den", 0)
                .at_location("here", |here| {
                    here.organisation_id = "care".into();
                    here.openings = openings;
                    here.rooms[0].openings = rooms;
                })
                .form(|form| {
                    (form.hours, form.duration_minutes, form.start_step_minutes) = (hours, 60, 30);
                    form.hours.push(window(Weekday::Tue, "09:00-12:00"));
                    (form.first_date, form.last_date) = (first, last);
                    (form.every_weeks, form.max_meetings) = (every, most);
                });
            closures.into_iter().fold(setting, |setting, ((first, last), which)| match which {
                0 => setting.closed(&first, &last),
                1 => setting.closed_for(&first, &last, &["care"], &[]),
                2 => setting.closed_for(&first, &last, &[], &["here"]),
                _ => setting.closed_for(&first, &last, &["school"], &["there"]),
            })
        },
    )
}

/// Weeks since the one of the period's first date, Tuesday 3 November 2026, by counting Mondays.
fn week(day: NaiveDate) -> i32 {
    i32::try_from((day - date("2026-11-02")).num_days().div_euclid(7)).expect("few weeks")
}

fn has(windows: &[Window], day: NaiveDate, start: &str, end: &str) -> bool {
    windows.is_empty()
        || windows.iter().any(|window| {
            let weeks = window.weeks.unwrap_or(WeekPattern { every: 1, offset: 0 });
            window.weekday == day.weekday().number_from_monday() as i32
                && week(day) % weeks.every == weeks.offset
                && (window.valid_from.is_empty() || date(&window.valid_from) <= day)
                && (window.valid_to.is_empty() || day <= date(&window.valid_to))
                && window.start_time.as_str() <= start
                && end <= window.end_time.as_str()
        })
}

/// Whether the place is closed on a day, as the message says.
fn is_closed(setting: &Setting, day: NaiveDate) -> bool {
    let period = setting.wire.period.as_ref().expect("a period");
    period.closures.iter().any(|closure| {
        let (organisations, locations) = (&closure.organisation_ids, &closure.location_ids);
        (date(&closure.first_date)..=date(&closure.last_date)).contains(&day)
            && (organisations.is_empty() && locations.is_empty()
                || organisations.iter().any(|id| id == "care")
                || locations.iter().any(|id| id == "here"))
    })
}

proptest! {
    #[test]
    fn meetings_are_on_every_day_that_allows_it_and_no_other(setting in winter()) {
        // Without any slot there is no roster.
        let roster = setting.read().0;
        prop_assume!(roster.is_some());
        let Some(roster) = roster else { return Ok(()) };
        let calendar = Calendar::new(&roster);
        let environment = &setting.wire.environments[0];
        let form = environment.meeting_form.as_ref().expect("a form");
        let here = &setting.wire.locations[0];
        let (first, last) = (date(&form.first_date), date(&form.last_date));
        for weekday in WEEKDAYS {
            for (start, end) in [("09:00", "10:00"), ("09:30", "10:30"), ("11:00", "12:00")] {
                for offset in 0..form.every_weeks {
                    let slot = leerteam::plan::Slot {
                        weekday,
                        start: leerteam::roster::Clock::parse(start).expect("a time"),
                        week_offset: offset as u32,
                        location: Some(0.into()),
                        room: Some(0.into()),
                    };
                    let days = calendar.meetings(&roster.environments[0].form, &slot);
                    let met: Vec<NaiveDate> =
                        days.iter().map(|&day| roster.period.date(day)).collect();
                    let most = if form.max_meetings == 0 { 999 } else { form.max_meetings };
                    let expected: Vec<NaiveDate> = date("2026-11-03")
                        .iter_days()
                        .take_while(|&day| day <= date("2027-02-10"))
                        .filter(|&day| first <= day && day <= last)
                        .filter(|day| day.weekday() == weekday)
                        .filter(|&day| week(day) % form.every_weeks == offset)
                        .filter(|&day| !is_closed(&setting, day))
                        .filter(|&day| has(&form.hours, day, start, end))
                        .filter(|&day| has(&here.openings, day, start, end))
                        .filter(|&day| has(&here.rooms[0].openings, day, start, end))
                        .take(most as usize)
                        .collect();
                    prop_assert_eq!(met, expected);
                }
            }
        }
    }
}
