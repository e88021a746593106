//! How a participant is at a meeting (docs/model.md section 4).

use super::{Calendar, Meeting};
use crate::roster::{
    Commitment, CommitmentKind, Day, Exception, Flexibility, LocationIx, MeetingMode,
    ParticipantIx, Span,
};

/// A day with commitments and meeting beyond this is long, in minutes.
const LONG_DAY: u32 = 8 * 60;

/// How a participant is at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Cannot come.
    Absent,
    /// Comes if a lesson is moved.
    LessonMoved,
    /// Leaves duty elsewhere.
    DutyLeft,
    /// Is on duty at the meeting's location.
    OnSite,
    /// Is at the meeting's location that day, at another time.
    Adjacent,
    /// Is elsewhere that day and can travel.
    OtherSite,
    /// Comes for the meeting alone.
    ExtraTrip,
}

impl State {
    /// Every state, the first that applies first.
    pub const ALL: [State; 7] = [
        State::Absent,
        State::LessonMoved,
        State::DutyLeft,
        State::OnSite,
        State::Adjacent,
        State::OtherSite,
        State::ExtraTrip,
    ];
}

/// A participant at one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The state.
    pub state: State,
    /// Minutes of travel that count.
    pub travel: u32,
    /// Whether the day is longer than eight hours.
    pub long_day: bool,
    /// Whether it is on line.
    pub online: bool,
}

impl Presence {
    /// Whether the participant comes.
    pub fn comes(&self) -> bool {
        self.state != State::Absent
    }
}

/// Points of each state.
#[derive(Clone, Copy, Debug)]
pub struct StatePoints {
    /// By state, in the order of [`State::ALL`].
    pub states: [i64; 7],
    /// Added on a long day.
    pub long_day: i64,
}

impl StatePoints {
    /// Points of a participant at one meeting.
    pub fn of(&self, presence: &Presence) -> i64 {
        let base = self.states[presence.state as usize];
        let base = match presence {
            Presence { state: State::ExtraTrip, online: true, .. } => base / 3,
            _ => base + i64::from(presence.travel),
        };
        base + if presence.long_day { self.long_day } else { 0 }
    }
}

/// A participant at all meetings of a slot.
#[derive(Clone, Debug, Default)]
pub struct Attendance {
    /// For each meeting: the presence where it is counted.
    pub meetings: Vec<Option<Presence>>,
    /// Counted meetings.
    pub counted: u32,
    /// Counted meetings to which the participant comes.
    pub comes: u32,
    /// Attendance points: the mean over the counted meetings.
    pub points: i64,
}

impl Calendar<'_> {
    /// A participant at the meetings of a slot.
    pub fn attendance(
        &self,
        participant: ParticipantIx,
        mode: MeetingMode,
        meetings: &[Day],
        span: Span,
        location: Option<LocationIx>,
        points: &StatePoints,
    ) -> Attendance {
        let mut attendance = Attendance::default();
        let mut sum = 0;
        for &day in meetings {
            let presence =
                self.presence(participant, mode, Meeting { day, span, location }, points);
            if let Some(presence) = &presence {
                attendance.counted += 1;
                attendance.comes += u32::from(presence.comes());
                sum += points.of(presence);
            }
            attendance.meetings.push(presence);
        }
        let n = i64::from(attendance.counted);
        let absent = points.states[State::Absent as usize];
        attendance.points = if n == 0 { absent } else { (2 * sum + n) / (2 * n) };
        attendance
    }

    /// A participant at one meeting, if it counts.
    fn presence(
        &self,
        participant: ParticipantIx,
        mode: MeetingMode,
        meeting: Meeting,
        points: &StatePoints,
    ) -> Option<Presence> {
        if !self.roster.participants[participant].is_there(meeting.day) {
            return None;
        }
        let on_site = self.presence_at(participant, meeting);
        if mode != MeetingMode::Mixed || meeting.location.is_none() {
            return Some(on_site);
        }
        let online = self.presence_at(participant, Meeting { location: None, ..meeting });
        Some(if points.of(&online) < points.of(&on_site) { online } else { on_site })
    }

    fn presence_at(&self, participant: ParticipantIx, meeting: Meeting) -> Presence {
        let Meeting { day, span, location } = meeting;
        let today: Vec<&Commitment> = self.commitments_on(participant, day).collect();
        let touches = |flexibility| {
            move |c: &&&Commitment| c.flexibility == flexibility && self.touches(c, meeting)
        };
        let here = |c: &&Commitment| location.is_some() && c.location == location;
        let any = |flexibility| today.iter().any(|c| touches(flexibility)(&c));
        let mut left = today.iter().filter(touches(Flexibility::Leavable)).peekable();
        let (state, travel) = if self.is_absent(participant, day, span) || any(Flexibility::Fixed) {
            (State::Absent, 0)
        } else if any(Flexibility::Movable) {
            (State::LessonMoved, 0)
        } else if left.peek().is_some() {
            let elsewhere = left.any(|c| !here(c));
            (if elsewhere { State::DutyLeft } else { State::OnSite }, 0)
        } else if today.iter().any(here) {
            (State::Adjacent, 0)
        } else if let Some(travel) = today.iter().map(|c| self.travel_between(c, meeting)).min() {
            (State::OtherSite, travel)
        } else {
            (State::ExtraTrip, self.travel_from_usual(participant, location))
        };
        let spans = today.iter().map(|c| c.window.span).chain([span]).collect();
        let long_day = state != State::Absent && Span::union_minutes(spans) > LONG_DAY;
        Presence { state, travel, long_day, online: location.is_none() }
    }

    /// The commitments that hold on a day.
    pub fn commitments_on(
        &self,
        participant: ParticipantIx,
        day: Day,
    ) -> impl Iterator<Item = &Commitment> {
        self.roster.commitments(participant).filter(move |c| {
            let lesson = c.kind == CommitmentKind::Lesson;
            c.window.holds(&self.roster.period, day)
                && !self.closures.location(c.location, day)
                && (!lesson || !self.institution_closed(participant, day))
                && !self.is_freed(participant, c, day)
        })
    }

    /// Whether a commitment that holds overlaps the meeting once travel is added to it.
    pub fn touches(&self, commitment: &Commitment, meeting: Meeting) -> bool {
        let (there, span) = (commitment.location, commitment.window.span);
        // On line nobody travels: a meeting without location is nowhere in particular.
        let before = self.travel(meeting.location, there);
        let after = self.travel(there, meeting.location);
        span.start.minutes() < meeting.span.end.minutes() + before
            && meeting.span.start.minutes() < span.end.minutes() + after
    }

    /// Whether an exception makes the participant absent.
    pub fn is_absent(&self, participant: ParticipantIx, day: Day, span: Span) -> bool {
        self.roster.participants[participant].exceptions.iter().any(|exception| match exception {
            Exception::Absent(absence) => absence.overlaps(day, span),
            Exception::Free { .. } => false,
        })
    }

    fn is_freed(&self, participant: ParticipantIx, commitment: &Commitment, day: Day) -> bool {
        self.roster.participants[participant].exceptions.iter().any(|exception| match exception {
            Exception::Absent(_) => false,
            Exception::Free { from, to, commitments } => {
                (*from..=*to).contains(&day)
                    && (commitments.is_empty() || commitments.contains(&commitment.id))
            }
        })
    }

    fn institution_closed(&self, participant: ParticipantIx, day: Day) -> bool {
        let institution = self.roster.institution(participant);
        institution.is_some_and(|institution| self.closures.organisation(institution, day))
    }

    /// Travel from a commitment that ends by the meeting's start, or to one that comes after.
    fn travel_between(&self, commitment: &Commitment, meeting: Meeting) -> u32 {
        if commitment.window.span.end <= meeting.span.start {
            self.travel(commitment.location, meeting.location)
        } else {
            self.travel(meeting.location, commitment.location)
        }
    }

    fn travel_from_usual(&self, participant: ParticipantIx, location: Option<LocationIx>) -> u32 {
        if location.is_none() {
            return 0;
        }
        let usual = self.roster.commitments(participant).filter_map(|c| c.location);
        let nearest = usual.map(|usual| self.travel(Some(usual), location)).min();
        nearest.unwrap_or(self.roster.travel.between)
    }
}
