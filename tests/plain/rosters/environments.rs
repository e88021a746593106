//! Random environments.

use leerteam::wire::v1::{self, *};

use super::{Draw, Maker, name, settings};

impl Maker {
    pub(super) fn environment(
        &mut self,
        id: &str,
        number: usize,
        locations: &[Location],
    ) -> LearningEnvironment {
        let mode = self.draw.int(0..=3);
        let mut places = self.draw.named(locations, 0.5);
        if places.is_empty() && mode != MeetingMode::Online as i32 {
            places.push(self.draw.pick(locations));
        }
        let form = self.form(mode);
        let given = if self.draw.chance(0.3) { self.draw.int(1..=2) } else { 0 };
        let teams = (1..=given).map(|team| self.given(&format!("t{number}{team}"), &form, &places));
        let teams: Vec<GivenTeam> = teams.collect();
        let count = range(&mut self.draw, 0, 2);
        LearningEnvironment {
            id: id.into(),
            name: name(&mut self.draw, id),
            location_ids: places.into_iter().map(|place| place.id).collect(),
            admission: Some(self.admission()),
            team_count: (teams.is_empty() && self.draw.chance(0.8)).then_some(count),
            teams,
            team_size: Some(range(&mut self.draw, 1, 3)),
            meeting_form: Some(form),
            supervision: self.supervision(),
            theme_ids: self.draw.named(&self.ids.themes, 0.4),
            rules: settings::of_environment(&mut self.draw),
        }
    }

    /// Mostly nearly everybody by name; else by each of the other lists.
    fn admission(&mut self) -> Admission {
        let by_name = if self.draw.chance(0.8) { 0.8 } else { 0.3 };
        let mut admission = Admission {
            participant_ids: self.draw.named(&self.ids.participants, by_name),
            ..Admission::default()
        };
        if admission.participant_ids.is_empty() || self.draw.chance(0.4) {
            let draw = &mut self.draw;
            let mut chosen =
                |from: &[String]| if draw.chance(0.4) { draw.named(from, 0.8) } else { vec![] };
            admission.internship_location_ids = chosen(&self.ids.locations);
            admission.neighbourhoods = chosen(&["north".into(), "south".into()]);
            admission.programme_ids = chosen(&self.ids.programmes);
        }
        if admission == Admission::default() {
            admission.participant_ids = self.ids.participants.clone();
        }
        admission
    }

    fn form(&mut self, mode: i32) -> MeetingForm {
        let duration = self.draw.pick(&[45, 60, 90, 120]);
        let start = self.draw.int(17..=30) * 30;
        let room =
            if self.few_starts { duration + 60 } else { duration + self.draw.int(0..=6) * 30 };
        let mut hours = self.times.both_days(start, start + room);
        if self.few_starts && self.draw.chance(0.6) {
            hours.pop();
        }
        if !self.few_starts && self.draw.chance(0.5) {
            hours.push(self.times.window(&mut self.draw));
        }
        let mut form = MeetingForm {
            duration_minutes: duration,
            every_weeks: self.draw.pick(&[0, 1, 1, 2, 3, 4]),
            hours,
            start_step_minutes: if self.few_starts { 60 } else { self.draw.pick(&[0, 15, 45, 60]) },
            mode,
            max_meetings: if self.draw.chance(0.3) { self.draw.int(1..=4) } else { 0 },
            ..MeetingForm::default()
        };
        if self.few_starts {
            form.every_weeks = form.every_weeks.min(2);
        }
        if self.draw.chance(0.2) {
            form.first_date = self.times.date(self.draw.int(-3..=7));
        }
        if self.draw.chance(0.2) {
            form.last_date = self.times.date(self.times.days - self.draw.int(-1..=4));
        }
        form
    }

    /// A given team; what is pinned of its slot fits the first of the form's hours.
    fn given(&mut self, id: &str, form: &MeetingForm, places: &[Location]) -> GivenTeam {
        let draw = &mut self.draw;
        let hours = &form.hours[0];
        let start = hours.start_time.clone();
        let offset = draw.int(0..=form.every_weeks.max(1) - 1);
        let nowhere = places.is_empty() || form.mode == MeetingMode::Online as i32;
        let place = if nowhere { Location::default() } else { draw.pick(places) };
        let rooms: Vec<String> = place.rooms.iter().map(|room| room.id.clone()).collect();
        let pin = SlotPin {
            weekday: if draw.chance(0.4) { hours.weekday } else { 0 },
            start_time: draw.maybe(&[start], 0.4),
            week_offset: draw.chance(0.4).then_some(offset),
            location_id: draw.maybe(&[place.id], 0.4),
            room_id: draw.maybe(&rooms, 0.4),
        };
        GivenTeam {
            id: id.into(),
            name: name(draw, id),
            theme_id: draw.maybe(&self.ids.themes, 0.3),
            slot: draw.chance(0.6).then_some(pin),
            supervisor_ids: if draw.chance(0.5) {
                draw.named(&self.ids.supervisors, 0.4)
            } else {
                vec![]
            },
        }
    }

    fn supervision(&mut self) -> Vec<SupervisionNeed> {
        let mut needs = Vec::new();
        for side in [Side::Education, Side::Practice] {
            if self.draw.chance(0.6) {
                let min = self.draw.int(0..=1);
                let max = if self.draw.chance(0.3) { 0 } else { min + self.draw.int(0..=1) };
                needs.push(SupervisionNeed { side: side.into(), min, max });
            }
        }
        needs
    }
}

fn range(draw: &mut Draw, least: i32, most: i32) -> v1::Range {
    let min = draw.int(least..=most);
    v1::Range { min, max: (min + draw.int(0..=2)).max(1) }
}
