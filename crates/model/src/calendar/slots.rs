//! Candidate slots of an environment, and the meetings of a slot (docs/model.md section 3).

use chrono::Weekday;

use super::{Calendar, Series};
use crate::plan::Slot;
use crate::roster::{
    Clock, Day, EnvironmentIx, GivenTeam, LearningEnvironment, LocationIx, MeetingForm,
    PlanningPeriod, Room, RoomIx, Roster, SlotPin, Span, Weeks, Window,
};

/// The weeks in which windows allow a stretch of a weekday: all if there are no windows, else those
/// in which one holds that has the whole stretch.
fn open(windows: &[Window], period: &PlanningPeriod, weekday: Weekday, span: Span) -> Weeks {
    if windows.is_empty() {
        return Weeks::ALL;
    }
    let has = |window: &&Window| window.weekday == weekday && window.span.covers(span);
    windows.iter().filter(has).map(|window| window.weeks(period)).fold(Weeks::NONE, Weeks::or)
}

impl Calendar<'_> {
    /// The slots at which a team of the environment can meet, each with its meetings, in a fixed
    /// order. `given` leaves only what the given team's slot pin allows.
    pub fn candidates(
        &self,
        environment: EnvironmentIx,
        given: Option<&GivenTeam>,
    ) -> Vec<(Slot, Series)> {
        let environment = &self.roster.environments[environment];
        let free = SlotPin::default();
        let pin = given.map_or(&free, |given| &given.slot);
        let slots = self.grid(environment).into_iter().filter(|slot| self.matches(slot, pin));
        let dated = slots.map(|slot| (slot, self.series(&environment.form, &slot)));
        dated.filter(|(_, series)| !series.weeks.is_empty()).collect()
    }

    /// Whether there is any candidate at all.
    pub fn has_candidate(&self, environment: EnvironmentIx, pin: &SlotPin) -> bool {
        let environment = &self.roster.environments[environment];
        let meets = |slot: &Slot| !self.series(&environment.form, slot).weeks.is_empty();
        self.grid(environment).iter().any(|slot| self.matches(slot, pin) && meets(slot))
    }

    /// Number of slots in the grid, with or without meetings, before it is made.
    pub fn grid_size(environment: &LearningEnvironment, roster: &Roster) -> u64 {
        Self::grid_size_of(environment, roster, &SlotPin::default())
    }

    /// At most so many slots of the grid are what a pin leaves free, counted before it is made.
    pub fn grid_size_of(environment: &LearningEnvironment, roster: &Roster, pin: &SlotPin) -> u64 {
        let form = &environment.form;
        let starts = |window: &Window| {
            let room = window.span.minutes().checked_sub(form.duration);
            let starts = room.map_or(0, |room| u64::from(room / form.start_step) + 1);
            if pin.start.is_some() { starts.min(1) } else { starts }
        };
        let hours = form.hours.iter();
        let hours = hours.filter(|window| pin.weekday.is_none_or(|w| w == window.weekday));
        let offsets = if pin.week_offset.is_some() { 1 } else { u64::from(form.every_weeks) };
        let rooms = |&l: &LocationIx| match pin.room {
            Some(_) => 1,
            None => roster.locations[l].rooms.len().max(1) as u64,
        };
        let locations = environment.locations.iter();
        let locations = locations.filter(|&&l| pin.location.is_none_or(|pinned| pinned == l));
        let places = locations.map(rooms).sum::<u64>().max(1);
        hours.map(starts).sum::<u64>() * offsets * places
    }

    /// Every slot of the form's grid once, earliest first.
    fn grid(&self, environment: &LearningEnvironment) -> Vec<Slot> {
        let form = &environment.form;
        let mut moments = Vec::new();
        for window in &form.hours {
            let mut start = window.span.start.minutes();
            while start + form.duration <= window.span.end.minutes() {
                moments.push((window.weekday.num_days_from_monday(), start, window.weekday));
                start += form.start_step;
            }
        }
        moments.sort_unstable_by_key(|&(day, start, _)| (day, start));
        moments.dedup_by_key(|&mut (day, start, _)| (day, start));
        let mut slots = Vec::new();
        for (_, start, weekday) in moments {
            let start = Clock::from_minutes(start).unwrap_or(Clock::MIDNIGHT);
            for week_offset in 0..form.every_weeks {
                for (location, room) in self.places(environment) {
                    slots.push(Slot { weekday, start, week_offset, location, room });
                }
            }
        }
        slots
    }

    /// Where the environment's teams can meet: locations with their rooms; nowhere for on line.
    fn places(
        &self,
        environment: &LearningEnvironment,
    ) -> Vec<(Option<LocationIx>, Option<RoomIx>)> {
        if environment.locations.is_empty() {
            return vec![(None, None)];
        }
        let rooms = |&location: &LocationIx| {
            let rooms = &self.roster.locations[location].rooms;
            let one: Vec<Option<RoomIx>> =
                if rooms.is_empty() { vec![None] } else { rooms.indices().map(Some).collect() };
            one.into_iter().map(move |room| (Some(location), room))
        };
        environment.locations.iter().flat_map(rooms).collect()
    }

    /// Whether a slot is what a pin leaves free.
    pub fn matches(&self, slot: &Slot, pin: &SlotPin) -> bool {
        let room = || {
            let (location, room) = (slot.location?, slot.room?);
            Some(&self.roster.locations[location].rooms[room].id)
        };
        pin.weekday.is_none_or(|weekday| weekday == slot.weekday)
            && pin.start.is_none_or(|start| start == slot.start)
            && pin.week_offset.is_none_or(|offset| offset == slot.week_offset)
            && pin.location.is_none_or(|location| Some(location) == slot.location)
            && pin.room.as_ref().is_none_or(|wanted| room() == Some(wanted))
    }

    /// The days on which a slot's meetings are held, in order.
    pub fn meetings(&self, form: &MeetingForm, slot: &Slot) -> Vec<Day> {
        self.series(form, slot).days(&self.roster.period)
    }

    /// All meetings of a slot.
    pub fn series(&self, form: &MeetingForm, slot: &Slot) -> Series {
        let (weekday, span) = (slot.weekday, slot.span(form));
        if span.minutes() < form.duration {
            return Series { weekday, span, weeks: Weeks::NONE };
        }
        let period = &self.roster.period;
        let location = slot.location.map(|location| &self.roster.locations[location]);
        let room: Option<&Room> =
            location.zip(slot.room).and_then(|(location, room)| location.rooms.get(room));
        let windows = location.map(|location| &location.openings).into_iter();
        let windows = windows.chain(room.map(|room| &room.openings)).chain([&form.hours]);
        let weeks = period
            .weeks(weekday, form.from, form.to)
            .and(Weeks::every(form.every_weeks, slot.week_offset))
            .without(self.closures.location(slot.location, weekday));
        let weeks = windows.fold(weeks, |weeks, windows| {
            if weeks.is_empty() { weeks } else { weeks.and(open(windows, period, weekday, span)) }
        });
        Series { weekday, span, weeks: form.max_meetings.map_or(weeks, |most| weeks.take(most)) }
    }
}
