//! A participant as seen from one meeting place: worked out once for all slots there.

use chrono::Weekday;

use super::{Calendar, Series};
use crate::roster::{
    Commitment, CommitmentKind, Exception, Flexibility, LocationIx, Participant, ParticipantIx,
    Span, Weeks,
};

/// What a participant's attendance depends on at all slots of one place.
#[derive(Debug)]
pub struct Agenda<'a> {
    calendar: &'a Calendar<'a>,
    participant: &'a Participant,
    /// Where the slots are; none is on line.
    pub(super) place: Option<LocationIx>,
    /// Minutes from the nearest usual location.
    pub(super) trip: u32,
    /// By weekday and start.
    entries: Vec<Entry<'a>>,
}

/// A commitment with the days on which it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    weekday: Weekday,
    pub span: Span,
    pub weeks: Weeks,
    pub flexibility: Flexibility,
    pub is_here: bool,
    /// Minutes from the commitment to the place.
    pub there: u32,
    /// Minutes from the place to the commitment.
    pub back: u32,
    commitment: &'a Commitment,
}

impl Entry<'_> {
    /// Whether it overlaps a stretch of its day once travel is added to it.
    pub fn touches(&self, span: Span) -> bool {
        self.span.start.minutes() < span.end.minutes() + self.back
            && span.start.minutes() < self.span.end.minutes() + self.there
    }

    /// The same for who is on line, where nobody travels.
    pub fn on_line(self) -> Self {
        Entry { is_here: false, there: 0, back: 0, ..self }
    }
}

impl<'a> Calendar<'a> {
    /// A participant as seen from a place; none is on line.
    pub fn agenda(&'a self, participant: ParticipantIx, place: Option<LocationIx>) -> Agenda<'a> {
        let usual = self.roster.commitments(participant).filter_map(|c| c.location);
        let nearest = usual.map(|usual| self.travel(Some(usual), place)).min();
        let unknown = if place.is_none() { 0 } else { self.roster.travel.between };
        let entry = |commitment: &'a Commitment| Entry {
            weekday: commitment.window.weekday,
            span: commitment.window.span,
            weeks: self.weeks_of(participant, commitment),
            flexibility: commitment.flexibility,
            is_here: place.is_some() && commitment.location == place,
            there: self.travel(commitment.location, place),
            back: self.travel(place, commitment.location),
            commitment,
        };
        let mut entries: Vec<Entry> = self.roster.commitments(participant).map(entry).collect();
        entries.sort_by_key(|entry| (entry.weekday.num_days_from_monday(), entry.span.start));
        let trip = nearest.unwrap_or(unknown);
        let participant = &self.roster.participants[participant];
        Agenda { calendar: self, participant, place, trip, entries }
    }

    /// The weeks in which a commitment of a participant holds.
    fn weeks_of(&self, participant: ParticipantIx, commitment: &Commitment) -> Weeks {
        let (period, weekday) = (&self.roster.period, commitment.window.weekday);
        let closed = self.closures.location(commitment.location, weekday);
        let mut weeks = commitment.window.weeks(period).without(closed);
        if commitment.kind == CommitmentKind::Lesson
            && let Some(institution) = self.roster.institution(participant)
        {
            weeks = weeks.without(self.closures.organisation(institution, weekday));
        }
        for exception in &self.roster.participants[participant].exceptions {
            if let Exception::Free { from, to, commitments } = exception
                && (commitments.is_empty() || commitments.contains(&commitment.id))
            {
                weeks = weeks.without(period.weeks(weekday, *from, *to));
            }
        }
        weeks
    }
}

impl<'a> Agenda<'a> {
    /// What holds on a weekday at some time, by start.
    pub(super) fn entries_on(&self, weekday: Weekday) -> impl Iterator<Item = &Entry<'a>> + Clone {
        self.entries.iter().filter(move |entry| entry.weekday == weekday)
    }

    /// The meetings that count.
    pub(super) fn counted(&self, series: &Series) -> Weeks {
        let period = &self.calendar.roster.period;
        let periods = &self.participant.internship_periods;
        if periods.is_empty() {
            return series.weeks;
        }
        let weeks = |&(from, to): &(_, _)| period.weeks(series.weekday, from, to);
        series.weeks.and(periods.iter().map(weeks).fold(Weeks::NONE, Weeks::or))
    }

    /// The weeks in which an exception keeps the participant from the meeting.
    pub(super) fn absent(&self, series: &Series) -> Weeks {
        let period = &self.calendar.roster.period;
        let weeks = |exception: &Exception| match exception {
            Exception::Absent(absence) if absence.span.overlaps(series.span) => {
                period.weeks(series.weekday, absence.from, absence.to)
            }
            _ => Weeks::NONE,
        };
        self.participant.exceptions.iter().map(weeks).fold(Weeks::NONE, Weeks::or)
    }

    /// What gives way to the meeting in a week: lessons that can be moved and duty elsewhere that may be left. With
    /// `on_line` only what leaves no time to join from elsewhere.
    pub fn displaced(&self, series: &Series, week: u32, on_line: bool) -> Vec<&'a Commitment> {
        let gives_way = |entry: &&Entry<'a>| {
            let at = if on_line { entry.on_line() } else { **entry };
            let can = match at.flexibility {
                Flexibility::Movable => true,
                Flexibility::Leavable => !at.is_here,
                Flexibility::Fixed => false,
            };
            can && at.weeks.has(week) && at.touches(series.span)
        };
        let entries = self.entries_on(series.weekday).filter(gives_way);
        entries.map(|entry| entry.commitment).collect()
    }

    /// The fixed commitments that keep the participant from counted meetings, each once, the one
    /// that does so first first. With `on_line` only what leaves no time to join from elsewhere.
    pub fn in_the_way(&self, series: &Series, on_line: bool) -> Vec<&'a Commitment> {
        let counted = self.counted(series);
        let blocks = |entry: &Entry<'a>| {
            let at = if on_line { entry.on_line() } else { *entry };
            let first = at.weeks.and(counted).first()?;
            let fixed = at.flexibility == Flexibility::Fixed && at.touches(series.span);
            fixed.then_some((first, entry.commitment))
        };
        let mut found: Vec<(u32, &Commitment)> =
            self.entries_on(series.weekday).filter_map(blocks).collect();
        found.sort_by_key(|&(first, _)| first);
        found.into_iter().map(|(_, commitment)| commitment).collect()
    }
}
