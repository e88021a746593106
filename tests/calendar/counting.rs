//! Minutes that stretches of a day cover together.

use leerteam::roster::{Clock, Span};
use proptest::prelude::*;

fn span(start: u32, length: u32) -> Span {
    let clock = |minutes: u32| Clock::from_minutes(minutes.min(1440)).expect("a time of day");
    Span { start: clock(start), end: clock(start + length) }
}

proptest! {
    #[test]
    fn the_union_is_what_counting_every_minute_gives(
        parts in prop::collection::vec((0..1440u32, 0..600u32), 0..8)
    ) {
        let spans: Vec<Span> = parts.iter().map(|&(start, length)| span(start, length)).collect();
        let minute = |minute: &u32| {
            spans.iter().any(|s| s.start.minutes() <= *minute && *minute < s.end.minutes())
        };
        let counted = (0..1440).filter(minute).count() as u32;
        prop_assert_eq!(Span::union_minutes(spans.clone()), counted);
    }

    #[test]
    fn overlap_is_a_minute_in_common(a in (0..1440u32, 1..300u32), b in (0..1440u32, 1..300u32)) {
        let (one, other) = (span(a.0, a.1), span(b.0, b.1));
        let has = |span: Span, minute: u32| {
            span.start.minutes() <= minute && minute < span.end.minutes()
        };
        let common = (0..1440).filter(|&minute| has(one, minute) && has(other, minute)).count();
        prop_assert_eq!(one.overlaps(other), common > 0);
        let all = (0..1440).filter(|&minute| has(other, minute)).all(|minute| has(one, minute));
        prop_assert_eq!(one.covers(other), all);
    }
}
