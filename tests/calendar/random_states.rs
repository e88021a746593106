//! How random participants are at meetings, against docs/model.md section 4 read day by day.

use chrono::{Datelike, Weekday};
use leerteam::calendar::{Presence, State};
use leerteam::roster::{
    Commitment, CommitmentKind, Day, Exception, Flexibility, LocationIx, OrganisationIx, Roster,
    Span, Travel,
};
use leerteam::wire::v1::{self, MeetingMode};
use proptest::prelude::*;

use crate::support::{Draft, Setting, commitment, span_of, times};
use crate::{attendance, somebody};

const MEETING: &str = "10:00-12:00";
const POINTS: [i64; 7] = [1000, 400, 350, 0, 50, 150, 300];

fn a_date() -> impl Strategy<Value = String> {
    (1..=30u32).prop_map(|day| format!("2026-09-{day:02}"))
}

/// Two dates in order.
fn dates() -> impl Strategy<Value = (String, String)> {
    (a_date(), a_date()).prop_map(|(one, other)| (one.clone().min(other.clone()), one.max(other)))
}

fn a_commitment() -> impl Strategy<Value = v1::Commitment> {
    let kinds = vec![v1::CommitmentKind::Lesson, v1::CommitmentKind::Internship];
    let spans = vec![
        "07:00-09:20",
        "08:00-09:50",
        "08:30-10:00",
        "09:00-17:00",
        "11:00-12:30",
        "12:20-16:30",
        "13:00-18:00",
    ];
    let places = vec!["here", "there", "near", ""];
    let weeks = (1..3i32).prop_flat_map(|every| (Just(every), 0..every));
    let what = (prop::sample::select(kinds), 0..4i32, prop::sample::select(places));
    let when = (prop::sample::select(spans), weeks, prop::option::of(dates()));
    (what, when, 0..4usize).prop_map(|((kind, flexibility, place), (span, weeks, dates), id)| {
        let (valid_from, valid_to) = dates.unwrap_or_default();
        let bound = commitment(kind, Weekday::Tue, span, place);
        let window = bound.window.clone().map(|window| v1::Window {
            valid_from,
            valid_to,
            weeks: Some(v1::WeekPattern { every: weeks.0, offset: weeks.1 }),
            ..window
        });
        v1::Commitment { id: format!("c{id}"), flexibility, window, ..bound }
    })
}

fn an_exception() -> impl Strategy<Value = v1::DatedException> {
    let spans = prop::sample::select(vec!["", "11:00-13:00", "12:00-13:00"]);
    (dates(), any::<bool>(), spans, prop::option::of(0..4usize)).prop_map(
        |((first_date, last_date), is_absent, span, which)| {
            let exception = v1::DatedException { first_date, last_date, ..Default::default() };
            if is_absent {
                let (start_time, end_time) =
                    if span.is_empty() { Default::default() } else { times(span) };
                let kind = v1::ExceptionKind::Absent.into();
                return v1::DatedException { kind, start_time, end_time, ..exception };
            }
            let commitment_ids = which.map(|id| format!("c{id}")).into_iter().collect();
            let kind = v1::ExceptionKind::Free.into();
            v1::DatedException { kind, commitment_ids, ..exception }
        },
    )
}

/// A student of a class in a month with closures, in one of the two modes that have a place.
fn somebody_busy() -> impl Strategy<Value = Setting> {
    let bound = || prop::collection::vec(a_commitment(), 0..4);
    let own = (bound(), prop::collection::vec(an_exception(), 0..3));
    let periods = prop::collection::vec(dates(), 0..3);
    let closures = prop::collection::vec((dates(), 0..4usize), 0..3);
    (own, bound(), periods, closures, any::<bool>()).prop_map(
        |((mut own, exceptions), mut lessons, periods, closures, mixed)| {
            // Ids are unique in their list; the class's have ids of their own list.
            for list in [&mut own, &mut lessons] {
                list.iter_mut().enumerate().for_each(|(at, one)| one.id = format!("c{at}"));
            }
            let setting = somebody()
                .programme("pabo", "school", 6, "teacher")
                .location("near", "north")
                .travel("there", "here", 40)
                .travel("here", "there", 20)
                .cohort("class", "pabo", lessons)
                .who(|student| {
                    student.programme_id = "pabo".into();
                    (student.commitments, student.exceptions) = (own, exceptions);
                    let period =
                        |(first_date, last_date)| v1::InternshipPeriod { first_date, last_date };
                    student.internship_periods = periods.into_iter().map(period).collect();
                })
                .form(|form| {
                    let mode = if mixed { MeetingMode::Mixed } else { MeetingMode::OnSite };
                    form.mode = mode.into();
                });
            closures.into_iter().fold(setting, |setting, ((first, last), which)| match which {
                0 => setting.closed(&first, &last),
                1 => setting.closed_for(&first, &last, &["school"], &[]),
                2 => setting.closed_for(&first, &last, &[], &["there"]),
                _ => setting.closed_for(&first, &last, &[], &["near"]),
            })
        },
    )
}

fn minutes(
    travel: &Travel,
    roster: &Roster,
    from: Option<LocationIx>,
    to: Option<LocationIx>,
) -> u32 {
    travel.minutes(&roster.locations, from, to)
}

fn is_closed(
    roster: &Roster,
    day: Day,
    organisation: Option<OrganisationIx>,
    place: Option<LocationIx>,
) -> bool {
    roster.period.closures.iter().any(|closure| {
        (closure.from..=closure.to).contains(&day)
            && (closure.is_everywhere()
                || organisation.is_some_and(|o| closure.organisations.contains(&o))
                || place.is_some_and(|l| closure.locations.contains(&l)))
    })
}

fn holds(roster: &Roster, bound: &Commitment, day: Day) -> bool {
    let window = &bound.window;
    let monday = roster.period.first.weekday().num_days_from_monday();
    let week = (monday + day) / 7;
    let place = bound.location;
    let owner = place.and_then(|place| roster.locations[place].organisation);
    let freed = roster.participants[0].exceptions.iter().any(|exception| match exception {
        Exception::Free { from, to, commitments } => {
            (*from..=*to).contains(&day)
                && (commitments.is_empty() || commitments.contains(&bound.id))
        }
        Exception::Absent(_) => false,
    });
    let institution = roster.institution(0.into()).filter(|_| bound.kind == CommitmentKind::Lesson);
    roster.period.date(day).weekday() == window.weekday
        && (window.from..=window.to).contains(&day)
        && week % window.weeks.every == window.weeks.offset
        && !is_closed(roster, day, owner, place)
        && !is_closed(roster, day, institution, None)
        && !freed
}

/// The state at a place, and its points.
fn at_place(roster: &Roster, day: Day, span: Span, place: Option<LocationIx>) -> (Presence, i64) {
    let today: Vec<&Commitment> =
        roster.commitments(0.into()).filter(|bound| holds(roster, bound, day)).collect();
    let travel = |from, to| minutes(&roster.travel, roster, from, to);
    let touches = |bound: &Commitment| {
        let (before, after) = (travel(place, bound.location), travel(bound.location, place));
        let (start, end) = (bound.window.span.start.minutes(), bound.window.span.end.minutes());
        start < span.end.minutes() + before && span.start.minutes() < end + after
    };
    let touching = |flexibility: Flexibility| -> Vec<&&Commitment> {
        today.iter().filter(|b| b.flexibility == flexibility && touches(b)).collect()
    };
    let here = |bound: &Commitment| place.is_some() && bound.location == place;
    let absent = roster.participants[0].exceptions.iter().any(|exception| match exception {
        Exception::Absent(away) => (away.from..=away.to).contains(&day) && away.span.overlaps(span),
        Exception::Free { .. } => false,
    });
    let to_other = |bound: &&Commitment| match bound.window.span.end <= span.start {
        true => travel(bound.location, place),
        false => travel(place, bound.location),
    };
    let usual = roster.commitments(0.into()).filter_map(|bound| bound.location);
    let unknown = if place.is_none() { 0 } else { roster.travel.between };
    let trip = usual.map(|usual| travel(Some(usual), place)).min().unwrap_or(unknown);
    let left = touching(Flexibility::Leavable);
    let (state, way) = if absent || !touching(Flexibility::Fixed).is_empty() {
        (State::Absent, 0)
    } else if !touching(Flexibility::Movable).is_empty() {
        (State::LessonMoved, 0)
    } else if left.iter().any(|bound| !here(bound)) {
        (State::DutyLeft, 0)
    } else if !left.is_empty() {
        (State::OnSite, 0)
    } else if today.iter().any(|bound| here(bound)) {
        (State::Adjacent, 0)
    } else if let Some(way) = today.iter().map(to_other).min() {
        (State::OtherSite, way)
    } else {
        (State::ExtraTrip, trip)
    };
    let busy = today.iter().map(|bound| bound.window.span).chain([span]).collect();
    let long_day = state != State::Absent && Span::union_minutes(busy) > 480;
    let online = place.is_none();
    let base = POINTS[state as usize];
    let base = if online && state == State::ExtraTrip { base / 3 } else { base + i64::from(way) };
    let points = base + if long_day { 200 } else { 0 };
    (Presence { state, travel: way, long_day, online }, points)
}

proptest! {
    #[test]
    fn states_are_those_of_each_day(setting in somebody_busy()) {
        let (roster, _) = setting.read();
        // All meetings may be closed.
        prop_assume!(roster.is_some());
        let Some(roster) = roster else { return Ok(()) };
        let found = attendance(&setting, &Draft::new().team("t", &["p"]));
        let mode = roster.environments[0].form.mode;
        let span = span_of(MEETING);
        let place = roster.environments[0].locations.first().copied();
        let owner = place.and_then(|place| roster.locations[place].organisation);
        let tuesdays = (0..roster.period.days())
            .filter(|&day| roster.period.date(day).weekday() == Weekday::Tue)
            .filter(|&day| !is_closed(&roster, day, owner, place));
        let (mut expected, mut sum) = (Vec::new(), Vec::new());
        for day in tuesdays {
            let periods = &roster.participants[0].internship_periods;
            if !periods.is_empty() && !periods.iter().any(|&(a, b)| (a..=b).contains(&day)) {
                expected.push(None);
                continue;
            }
            let mut best = at_place(&roster, day, span, place);
            if mode == leerteam::roster::MeetingMode::Mixed {
                let online = at_place(&roster, day, span, None);
                best = if online.1 < best.1 { online } else { best };
            }
            expected.push(Some(best.0));
            sum.push(best.1);
        }
        let n = sum.len() as i64;
        let mean = if n == 0 { 1000 } else { (2 * sum.iter().sum::<i64>() + n) / (2 * n) };
        let comes = expected.iter().flatten().filter(|p| p.state != State::Absent).count();
        prop_assert_eq!(found.meetings, expected);
        prop_assert_eq!((found.counted as i64, found.comes as usize), (n, comes));
        prop_assert_eq!(found.points, mean);
    }
}
