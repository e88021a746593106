//! Parts of messages that tests write often.

use chrono::Weekday;
use leerteam::roster::{Clock, Mode, Side, Span, WishKind};
use leerteam::wire::v1;

/// A weekday of the wire.
pub fn wire_weekday(weekday: Weekday) -> v1::Weekday {
    let number = weekday.number_from_monday() as i32;
    v1::Weekday::try_from(number).expect("the wire counts from Monday too")
}

/// A side of the wire.
pub fn wire_side(side: Side) -> v1::Side {
    match side {
        Side::Education => v1::Side::Education,
        Side::Practice => v1::Side::Practice,
    }
}

/// A kind of wish of the wire.
pub fn wire_wish(kind: WishKind) -> v1::WishKind {
    match kind {
        WishKind::Together => v1::WishKind::Together,
        WishKind::Apart => v1::WishKind::Apart,
    }
}

/// A mode of the wire.
pub fn wire_mode(mode: Mode) -> v1::RuleMode {
    match mode {
        Mode::Off => v1::RuleMode::Off,
        Mode::Weighed => v1::RuleMode::Weighed,
        Mode::Required => v1::RuleMode::Required,
    }
}

/// From and to, from `09:00-17:00`.
pub fn times(span: &str) -> (String, String) {
    let (start, end) = span.split_once('-').expect("a span such as 09:00-17:00");
    (start.to_owned(), end.to_owned())
}

/// A stretch of a day, from `09:00-17:00`.
pub fn span_of(span: &str) -> Span {
    let (start, end) = times(span);
    let clock = |text: &str| Clock::parse(text).expect("a time such as 09:00");
    Span { start: clock(&start), end: clock(&end) }
}

/// A window in every week of the period.
pub fn window(weekday: Weekday, span: &str) -> v1::Window {
    let (start_time, end_time) = times(span);
    let weekday = wire_weekday(weekday).into();
    v1::Window { weekday, start_time, end_time, ..v1::Window::default() }
}

/// A commitment; an empty location is nowhere in particular.
pub fn commitment(
    kind: v1::CommitmentKind,
    weekday: Weekday,
    span: &str,
    location: &str,
) -> v1::Commitment {
    v1::Commitment {
        kind: kind.into(),
        window: Some(window(weekday, span)),
        location_id: location.into(),
        ..v1::Commitment::default()
    }
}

/// A lesson; an empty location is nowhere in particular.
pub fn lesson(weekday: Weekday, span: &str, location: &str) -> v1::Commitment {
    commitment(v1::CommitmentKind::Lesson, weekday, span, location)
}
