//! How a participant is at a meeting (docs/model.md section 4).

use std::ops::Range;

use leerteam::wire::v1;
use v1::Flexibility::{Fixed, Leavable, Movable};

use super::calendar::{Day, overlap, stretch_or_day};
use super::people::{Bound, apart, commitments, commitments_on, travel};
use super::settings::Setting;

/// More of a day than this is a long day.
const LONG: usize = 480;

/// A participant's side of one counted meeting.
#[derive(Clone, Copy)]
pub struct Presence {
    /// Whether the participant comes.
    pub comes: bool,
    /// What it costs.
    pub points: i64,
}

/// What there is to know of a meeting beside its day.
pub struct Meeting<'a> {
    /// The roster.
    pub roster: &'a v1::Roster,
    /// When.
    pub stretch: Range<i64>,
    /// Where; empty on line.
    pub location: &'a str,
    /// Whether who is better off that way joins on line.
    pub mixed: bool,
    /// Points of each state.
    pub points: &'a Setting,
}

/// Whether a meeting on a day counts for a participant.
pub fn is_counted(person: &v1::Participant, day: &Day) -> bool {
    let periods = &person.internship_periods;
    periods.is_empty() || periods.iter().any(|p| day.is_within(&p.first_date, &p.last_date))
}

impl Meeting<'_> {
    /// How a participant is there; none if it does not count.
    pub fn presence(&self, person: &v1::Participant, day: &Day) -> Option<Presence> {
        let at_place = self.presence_at(self.location, person, day);
        let online = self.presence_at("", person, day);
        let better = self.mixed && online.points < at_place.points;
        is_counted(person, day).then_some(if better { online } else { at_place })
    }

    fn presence_at(&self, place: &str, person: &v1::Participant, day: &Day) -> Presence {
        let bounds = commitments_on(self.roster, person, day);
        let online = place.is_empty();
        let from = |bound: &Bound| if online { 0 } else { self.travel(bound.location(), place) };
        let to = |bound: &Bound| if online { 0 } else { self.travel(place, bound.location()) };
        let touches = |bound: &&Bound| {
            let Range { start, end } = bound.stretch();
            overlap(&(start - to(bound)..end + from(bound)), &self.stretch)
        };
        let here = |bound: &Bound| !online && bound.location() == place;
        let touching: Vec<&Bound> = bounds.iter().filter(touches).collect();
        let touched_by = |kind| touching.iter().any(|bound| bound.flexibility == kind);
        let points = |state| self.points.parameter(state);
        if touched_by(Fixed) || self.is_absent(person, day) {
            return Presence { comes: false, points: points("absent") };
        }
        let state = if touched_by(Movable) {
            points("lesson-moved")
        } else if touching.iter().any(|bound| bound.flexibility == Leavable && !here(bound)) {
            points("duty-left")
        } else if touched_by(Leavable) {
            points("on-site")
        } else if bounds.iter().any(here) {
            points("adjacent")
        } else if !bounds.is_empty() {
            let is_before = |bound: &Bound| bound.stretch().end <= self.stretch.start;
            let way = |bound| if is_before(bound) { from(bound) } else { to(bound) };
            points("other-site") + bounds.iter().map(way).min().expect("a commitment")
        } else if online {
            points("extra-trip") / 3
        } else {
            points("extra-trip") + self.trip(person, place)
        };
        let long = if self.is_long(&bounds) { points("long-day") } else { 0 };
        Presence { comes: true, points: state + long }
    }

    fn travel(&self, from: &str, to: &str) -> i64 {
        travel(self.roster, from, to)
    }

    fn trip(&self, person: &v1::Participant, place: &str) -> i64 {
        let all = commitments(self.roster, person);
        let usual = all.iter().map(Bound::location).filter(|id| !id.is_empty());
        let least = usual.map(|usual| self.travel(usual, place)).min();
        least.unwrap_or_else(|| apart(self.roster).into())
    }

    fn is_absent(&self, person: &v1::Participant, day: &Day) -> bool {
        person.exceptions.iter().any(|exception| {
            exception.kind() == v1::ExceptionKind::Absent
                && day.is_one_of(&exception.first_date, &exception.last_date)
                && overlap(
                    &stretch_or_day(&exception.start_time, &exception.end_time),
                    &self.stretch,
                )
        })
    }

    fn is_long(&self, bounds: &[Bound]) -> bool {
        let mut minutes = [false; 24 * 60];
        let stretches = bounds.iter().map(Bound::stretch).chain([self.stretch.clone()]);
        for stretch in stretches {
            minutes[stretch.start as usize..stretch.end as usize].fill(true);
        }
        minutes.iter().filter(|&&busy| busy).count() > LONG
    }
}
