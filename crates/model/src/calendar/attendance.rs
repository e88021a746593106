//! How a participant is at a meeting (docs/model.md section 4).

use super::Series;
use super::agenda::{Agenda, Entry};
use crate::roster::{Flexibility, MeetingMode, Span, Weeks};

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
    pub fn charged_for(&self, presence: &Presence) -> i64 {
        let base = self.states[presence.state as usize];
        let base = match presence {
            Presence { state: State::ExtraTrip, online: true, .. } => base / 3,
            _ => base + i64::from(presence.travel),
        };
        base + if presence.long_day { self.long_day } else { 0 }
    }
}

/// A participant at all meetings of a slot, in little space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Summary {
    /// The weeks whose meeting counts.
    pub counted: Weeks,
    /// Of these, the weeks to whose meeting the participant comes.
    pub comes: Weeks,
    /// Attendance points: the mean over the counted meetings.
    pub points: i64,
}

impl Summary {
    /// To how many meetings the participant comes, and how many are counted.
    pub fn times(&self) -> (u32, u32) {
        (self.comes.count(), self.counted.count())
    }
}

/// A participant at each meeting of a slot.
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

/// How an environment's meetings are judged.
#[derive(Clone, Copy, Debug)]
pub struct Judging {
    /// On site, on line or mixed.
    pub mode: MeetingMode,
    /// Points of each state.
    pub points: StatePoints,
}

impl Agenda<'_> {
    /// The participant at the meetings of a slot.
    pub fn summary(&self, series: &Series, judging: &Judging) -> Summary {
        let (mut counted, mut comes, mut sum) = (Weeks::NONE, Weeks::NONE, 0);
        for (weeks, presence) in self.presences(series, judging) {
            counted = counted.or(weeks);
            if presence.comes() {
                comes = comes.or(weeks);
            }
            sum += i64::from(weeks.count()) * judging.points.charged_for(&presence);
        }
        let n = i64::from(counted.count());
        let absent = judging.points.states[State::Absent as usize];
        let points = if n == 0 { absent } else { (2 * sum + n) / (2 * n) };
        Summary { counted, comes, points }
    }

    /// The same meeting by meeting.
    pub fn attendance(&self, series: &Series, judging: &Judging) -> Attendance {
        let Summary { counted, comes, points } = self.summary(series, judging);
        let presences: Vec<_> = self.presences(series, judging).collect();
        let at = |week: u32| {
            let with = presences.iter().find(|(weeks, _)| weeks.has(week));
            with.map(|&(_, presence)| presence)
        };
        let meetings = series.weeks.iter().map(at).collect();
        Attendance { meetings, counted: counted.count(), comes: comes.count(), points }
    }

    /// The counted meetings, those on alike days together, each with the presence there.
    fn presences(
        &self,
        series: &Series,
        judging: &Judging,
    ) -> impl Iterator<Item = (Weeks, Presence)> {
        let absent = self.absent(series);
        let entries = self.entries_on(series.weekday);
        let sets = entries.clone().map(|entry| entry.weeks).chain([absent]);
        let (span, judging) = (series.span, *judging);
        self.counted(series).parts(sets).map(move |(week, alike)| {
            let today = entries.clone().filter(move |entry| entry.weeks.has(week)).copied();
            let is_absent = absent.has(week);
            let at_place =
                presence(today.clone(), span, is_absent, self.place.is_none(), self.trip);
            if judging.mode != MeetingMode::Mixed || self.place.is_none() {
                return (alike, at_place);
            }
            let on_line = presence(today.map(Entry::on_line), span, is_absent, true, 0);
            let is_better =
                judging.points.charged_for(&on_line) < judging.points.charged_for(&at_place);
            (alike, if is_better { on_line } else { at_place })
        })
    }
}

/// How somebody is at a meeting on a day with these commitments, in the order of their starts.
fn presence<'e>(
    today: impl Iterator<Item = Entry<'e>>,
    span: Span,
    is_absent: bool,
    online: bool,
    trip: u32,
) -> Presence {
    let (mut fixed, mut moved, mut left, mut here) = (is_absent, false, false, false);
    let (mut left_elsewhere, mut nearest) = (false, None);
    let (mut reached, mut busy, mut both) = (0, 0, 0);
    for entry in today {
        if entry.touches(span) {
            match entry.flexibility {
                Flexibility::Fixed => fixed = true,
                Flexibility::Movable => moved = true,
                Flexibility::Leavable => {
                    left = true;
                    left_elsewhere |= !entry.is_here;
                }
            }
        }
        here |= entry.is_here;
        let travel = if entry.span.end <= span.start { entry.there } else { entry.back };
        nearest = Some(nearest.map_or(travel, |nearest: u32| nearest.min(travel)));
        // Overlaps are counted once: only what reaches further than all before.
        let (start, end) = (entry.span.start.minutes().max(reached), entry.span.end.minutes());
        busy += end.saturating_sub(start);
        both += end.min(span.end.minutes()).saturating_sub(start.max(span.start.minutes()));
        reached = reached.max(end);
    }
    let (state, travel) = match nearest {
        _ if fixed => (State::Absent, 0),
        _ if moved => (State::LessonMoved, 0),
        _ if left && left_elsewhere => (State::DutyLeft, 0),
        _ if left => (State::OnSite, 0),
        _ if here => (State::Adjacent, 0),
        Some(travel) => (State::OtherSite, travel),
        None => (State::ExtraTrip, trip),
    };
    let long_day = state != State::Absent && busy + span.minutes() - both > LONG_DAY;
    Presence { state, travel, long_day, online }
}
