//! Days, windows and closures (docs/model.md section 1) and the meetings of a slot (section 3).

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};
use leerteam::wire::v1;

/// A day of the period. Dates are kept as text too, which compares as dates do.
pub struct Day {
    weekday: i32,
    week: i64,
    text: String,
}

impl Day {
    /// Whether the day is within two dates, both included; an empty one is no limit.
    pub fn is_within(&self, first: &str, last: &str) -> bool {
        first <= self.text.as_str() && (last.is_empty() || self.text.as_str() <= last)
    }

    /// The same, where an empty last date stands for the first.
    pub fn is_one_of(&self, first: &str, last: &str) -> bool {
        self.is_within(first, if last.is_empty() { first } else { last })
    }
}

/// Every day of the period.
pub fn days(period: &v1::PlanningPeriod) -> Vec<Day> {
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let (first, last) = (date(&period.first_date), date(&period.last_date));
    let monday = |date: NaiveDate| date - Days::new(date.weekday().num_days_from_monday().into());
    let day = |date: NaiveDate| Day {
        weekday: date.weekday().number_from_monday() as i32,
        week: (monday(date) - monday(first)).num_days() / 7,
        text: date.format("%Y-%m-%d").to_string(),
    };
    first.iter_days().take_while(|&date| date <= last).map(day).collect()
}

/// Minutes since midnight.
pub fn minute(time: &str) -> i64 {
    let (hours, minutes) = time.split_once(':').expect("a time such as 09:30");
    let number = |text: &str| text.parse::<i64>().expect("a number");
    number(hours) * 60 + number(minutes)
}

/// A stretch of a day.
pub fn stretch(start: &str, end: &str) -> Range<i64> {
    minute(start)..minute(end)
}

/// A stretch of a day that is the whole day where nothing is stated.
pub fn stretch_or_day(start: &str, end: &str) -> Range<i64> {
    let or = |text: &str, default| if text.is_empty() { default } else { minute(text) };
    or(start, 0)..or(end, 24 * 60)
}

/// When a window is, on the days on which it holds.
pub fn stretch_of(window: &v1::Window) -> Range<i64> {
    stretch(&window.start_time, &window.end_time)
}

/// Whether two stretches have a minute in common.
pub fn overlap(one: &Range<i64>, other: &Range<i64>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether a window holds on a day.
pub fn holds(window: &v1::Window, day: &Day) -> bool {
    let in_week = window.weeks.is_none_or(|weeks| {
        let every = i64::from(weeks.every.max(1));
        day.week % every == i64::from(weeks.offset)
    });
    window.weekday == day.weekday && in_week && day.is_within(&window.valid_from, &window.valid_to)
}

/// Closures of a roster.
pub struct Closures<'a> {
    roster: &'a v1::Roster,
}

impl<'a> Closures<'a> {
    /// Those of the period.
    pub fn of(roster: &'a v1::Roster) -> Closures<'a> {
        Closures { roster }
    }

    fn on(&self, day: &Day) -> impl Iterator<Item = &'a v1::Closure> {
        let period = self.roster.period.as_ref().expect("a period");
        period.closures.iter().filter(|c| day.is_one_of(&c.first_date, &c.last_date))
    }

    /// Whether everything is closed.
    pub fn everything(&self, day: &Day) -> bool {
        self.on(day).any(|c| c.organisation_ids.is_empty() && c.location_ids.is_empty())
    }

    /// Whether an organisation is closed; none never is on its own account.
    pub fn organisation(&self, id: &str, day: &Day) -> bool {
        self.everything(day) || self.on(day).any(|c| c.organisation_ids.iter().any(|o| o == id))
    }

    /// Whether a location is closed; nowhere in particular only if everything is.
    pub fn location(&self, id: &str, day: &Day) -> bool {
        let named = self.on(day).any(|c| c.location_ids.iter().any(|l| l == id));
        let location = self.roster.locations.iter().find(|l| l.id == id);
        let owner = location.map_or("", |l| l.organisation_id.as_str());
        named || self.organisation(owner, day)
    }
}

/// The days on which a slot of an environment has its meetings.
pub fn meetings<'d>(
    roster: &v1::Roster,
    days: &'d [Day],
    environment: &v1::LearningEnvironment,
    slot: &v1::Slot,
    meeting: &Range<i64>,
) -> Vec<&'d Day> {
    let form = environment.meeting_form.as_ref().expect("a form");
    let location = roster.locations.iter().find(|l| l.id == slot.location_id);
    let room = location.and_then(|l| l.rooms.iter().find(|room| room.id == slot.room_id));
    let has = |windows: &[v1::Window], day: &Day| {
        let has = |span: Range<i64>| span.start <= meeting.start && meeting.end <= span.end;
        windows.iter().any(|window| holds(window, day) && has(stretch_of(window)))
    };
    let open = |windows: &[v1::Window], day: &Day| windows.is_empty() || has(windows, day);
    let is_meeting = |day: &&Day| {
        day.weekday == slot.weekday
            && day.is_within(&form.first_date, &form.last_date)
            && day.week % i64::from(form.every_weeks.max(1)) == i64::from(slot.week_offset)
            && has(&form.hours, day)
            && !Closures::of(roster).location(&slot.location_id, day)
            && location.is_none_or(|location| open(&location.openings, day))
            && room.is_none_or(|room| open(&room.openings, day))
    };
    let most = if form.max_meetings == 0 { usize::MAX } else { form.max_meetings as usize };
    days.iter().filter(is_meeting).take(most).collect()
}
