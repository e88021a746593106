//! Reads learning environments, given teams and wishes.

use super::or;
use super::path::Path;
use super::places::to_side;
use super::reader::Reader;
use super::times::{LAST_OFFSET, MOST_WEEKS, to_weekday};
use crate::v1;
use leerteam_model::roster::{
    Admission, Code, GivenTeam, LIMITS, LearningEnvironment, LocationIx, MeetingForm, MeetingMode,
    SlotPin, SupervisionNeed, Wish, WishKind,
};
use leerteam_model::rules::Scope;

/// Minutes between possible starts where nothing is stated.
const START_STEP: i32 = 30;
/// Minutes of a day.
const DAY: u64 = 24 * 60;
/// Fewest minutes between possible starts: a finer grid only makes slots that are alike.
const LEAST_STEP: u32 = 5;

impl Reader {
    pub(super) fn environment(
        &mut self,
        at: &Path,
        wire: &v1::LearningEnvironment,
    ) -> LearningEnvironment {
        let locations = self.references(&at.field("locationIds"), &wire.location_ids);
        let form = self.form(&at.field("meetingForm"), wire.meeting_form.as_ref());
        if form.mode != MeetingMode::Online && locations.is_empty() {
            self.findings.add(Code::Missing, at.field("locationIds"), "");
        }
        let teams = self.each_own(at, "teams", &wire.teams, |reader, at, team| {
            reader.given_team(at, team, &locations)
        });
        self.unique(
            &at.field("teams").to_string(),
            wire.teams.iter().map(|team| team.id.as_str()).filter(|id| id.is_empty()),
        );
        let (min_teams, max_teams) = self.team_count(at, wire);
        let size = at.field("teamSize");
        let (min_size, max_size) = match &wire.team_size {
            None => {
                self.findings.add(Code::Missing, size, "");
                (1, 1)
            }
            Some(range) => self.range(&size, range, 1, LIMITS.participants.at_most),
        };
        let supervision = self.each_own(at, "supervision", &wire.supervision, Reader::need);
        self.one_need_a_side(&at.field("supervision"), &supervision);
        LearningEnvironment {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            locations: if form.mode == MeetingMode::Online { Vec::new() } else { locations },
            admission: self.admission(&at.field("admission"), wire.admission.as_ref()),
            min_teams,
            max_teams,
            teams: teams.into(),
            min_size,
            max_size,
            form,
            supervision,
            themes: self.references(&at.field("themeIds"), &wire.theme_ids),
            rules: self.rules(&at.field("rules"), &wire.rules, Scope::Environment),
        }
    }

    fn team_count(&mut self, at: &Path, wire: &v1::LearningEnvironment) -> (u32, u32) {
        let field = at.field("teamCount");
        match (&wire.team_count, wire.teams.len()) {
            (None, 0) => (1, 1),
            (Some(range), 0) => self.range(&field, range, 0, LIMITS.teams.at_most),
            (None, given) => (given as u32, given as u32),
            (Some(range), given) => {
                let other = vec![("other", at.field("teams").to_string())];
                let value = format!("{min}-{max}", min = range.min, max = range.max);
                self.findings.add_with(Code::Contradiction, field, value, other);
                (given as u32, given as u32)
            }
        }
    }

    fn one_need_a_side(&mut self, list: &Path, needs: &[SupervisionNeed]) {
        for (place, need) in needs.iter().enumerate() {
            if let Some(first) = needs[..place].iter().position(|other| other.side == need.side) {
                let other = vec![("other", list.index(first).to_string())];
                let side = need.side.as_str();
                let (entry, code) = (list.index(place), Code::Contradiction);
                self.findings.add_with(code, entry.field("side"), side, other);
            }
        }
    }

    fn range(&mut self, at: &Path, wire: &v1::Range, least: u32, most: u64) -> (u32, u32) {
        let min = self.number(&at.field("min"), wire.min, least, most);
        let max = self.number(&at.field("max"), wire.max, 1, most);
        if max < min {
            let details = vec![("least", min.to_string())];
            self.findings.add_with(Code::MostBelowLeast, at.field("max"), wire.max, details);
        }
        (min, max.max(min))
    }

    fn need(&mut self, at: &Path, wire: &v1::SupervisionNeed) -> SupervisionNeed {
        let most = LIMITS.own_entries.at_most;
        let side = self.required(&at.field("side"), wire.side);
        let min = self.number(&at.field("min"), wire.min, 0, most);
        let max = match wire.max {
            0 => min,
            max => self.number(&at.field("max"), max, 0, most),
        };
        if max < min {
            let details = vec![("least", min.to_string())];
            self.findings.add_with(Code::MostBelowLeast, at.field("max"), wire.max, details);
        }
        SupervisionNeed { side: to_side(side.unwrap_or_default()), min, max }
    }

    fn admission(&mut self, at: &Path, wire: Option<&v1::Admission>) -> Admission {
        let Some(wire) = wire else { return Admission::default() };
        let locations = at.field("internshipLocationIds");
        let mut participants = self.references(&at.field("participantIds"), &wire.participant_ids);
        participants.sort_unstable();
        Admission {
            participants,
            internship_locations: self.references(&locations, &wire.internship_location_ids),
            neighbourhoods: self.words(
                "neighbourhood",
                &at.field("neighbourhoods"),
                &wire.neighbourhoods,
            ),
            programmes: self.references(&at.field("programmeIds"), &wire.programme_ids),
        }
    }

    fn form(&mut self, at: &Path, wire: Option<&v1::MeetingForm>) -> MeetingForm {
        let empty = v1::MeetingForm::default();
        if wire.is_none() {
            self.findings.add(Code::Missing, at, "");
        } else if wire.is_some_and(|wire| wire.hours.is_empty()) {
            self.findings.add(Code::Missing, at.field("hours"), "");
        }
        let known = wire.is_some();
        let wire = wire.unwrap_or(&empty);
        let mode = match self.stated(&at.field("mode"), wire.mode) {
            Some(v1::MeetingMode::Online) => MeetingMode::Online,
            Some(v1::MeetingMode::Mixed) => MeetingMode::Mixed,
            _ => MeetingMode::OnSite,
        };
        let duration = match known {
            true => self.number(&at.field("durationMinutes"), wire.duration_minutes, 1, DAY),
            false => 1,
        };
        let step = if wire.start_step_minutes == 0 { START_STEP } else { wire.start_step_minutes };
        let every = if wire.every_weeks == 0 { 1 } else { wire.every_weeks };
        let most = LIMITS.days.at_most;
        let max_meetings = self.number(&at.field("maxMeetings"), wire.max_meetings, 0, most);
        let dates =
            (("firstDate", wire.first_date.as_str()), ("lastDate", wire.last_date.as_str()));
        let (from, to) = self.days(at, dates.0, dates.1);
        MeetingForm {
            duration,
            every_weeks: self.number(&at.field("everyWeeks"), every, 1, MOST_WEEKS),
            hours: self.each_own(at, "hours", &wire.hours, Reader::window),
            start_step: self.number(&at.field("startStepMinutes"), step, LEAST_STEP, DAY),
            mode,
            max_meetings: (max_meetings > 0).then_some(max_meetings),
            from,
            to,
        }
    }

    fn given_team(
        &mut self,
        at: &Path,
        wire: &v1::GivenTeam,
        locations: &[LocationIx],
    ) -> GivenTeam {
        let slot = self.slot_pin(&at.field("slot"), wire.slot.as_ref(), locations);
        let supervisors = at.field("supervisorIds");
        GivenTeam {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            theme: self.reference(&at.field("themeId"), &wire.theme_id),
            slot,
            supervisors: self.references(&supervisors, &wire.supervisor_ids),
        }
    }

    fn slot_pin(
        &mut self,
        at: &Path,
        wire: Option<&v1::SlotPin>,
        locations: &[LocationIx],
    ) -> SlotPin {
        let Some(wire) = wire else { return SlotPin::default() };
        let start = (!wire.start_time.is_empty())
            .then(|| self.clock(&at.field("startTime"), &wire.start_time));
        let offset = at.field("weekOffset");
        let week_offset =
            wire.week_offset.map(|offset_| self.number(&offset, offset_, 0, LAST_OFFSET.into()));
        let location = self.reference(&at.field("locationId"), &wire.location_id);
        if location.is_some_and(|location| !locations.contains(&location)) {
            let other = vec![("other", "locationIds".to_owned())];
            let field = at.field("locationId");
            self.findings.add_with(Code::Contradiction, field, &wire.location_id, other);
        }
        let at_one = location.map_or(locations.to_vec(), |location| vec![location]);
        if !wire.room_id.is_empty()
            && !at_one.iter().any(|&l| self.rooms[l].contains(&wire.room_id))
        {
            let details = vec![("list", "locations[].rooms".to_owned())];
            let field = at.field("roomId");
            self.findings.add_with(Code::UnknownReference, field, &wire.room_id, details);
        }
        SlotPin {
            weekday: self.stated(&at.field("weekday"), wire.weekday).map(to_weekday),
            start,
            week_offset,
            location,
            room: (!wire.room_id.is_empty()).then(|| wire.room_id.clone()),
        }
    }

    pub(super) fn wish(&mut self, at: &Path, wire: &v1::Wish) -> Option<Wish> {
        let ids = at.field("participantIds");
        let people = self.references(&ids, &wire.participant_ids);
        let kind = match self.required(&at.field("kind"), wire.kind)? {
            v1::WishKind::Apart => WishKind::Apart,
            _ => WishKind::Together,
        };
        match people.as_slice() {
            &[one, other] if one != other => {
                Some(Wish { one, other, kind, required: wire.required })
            }
            _ => {
                self.findings.add(Code::NotTwo, ids, wire.participant_ids.join(", "));
                None
            }
        }
    }
}
