//! Reads the base plan. It was made for an earlier state of the roster, so what it names and is gone
//! is left out with a warning.

use super::continued::continued;
use super::listed::Listed;
use super::or;
use super::path::Path;
use super::reader::Reader;
use super::times::{LAST_OFFSET, to_weekday};
use crate::v1;
use leerteam_model::roster::{BaseTeam, Code, LocationIx, SupervisorIx};

impl Reader {
    /// The teams of the base plan whose environment is still there. A team that is given now goes on as the one
    /// with its id, or else with its name: people write down what they see.
    pub(super) fn base(&mut self, at: &Path, wire: &v1::Roster) -> Vec<BaseTeam> {
        let teams = wire.base_plan.as_ref().map_or(&[][..], |plan| &plan.teams);
        let list = at.field("teams");
        self.unique(&list.to_string(), teams.iter().map(|team| team.id.as_str()));
        let read = self.each(at, "teams", teams, Reader::base_team);
        let mut all = Vec::new();
        for (place, mut team) in read.into_iter().enumerate().filter_map(|(at, t)| Some((at, t?))) {
            let given = &wire.environments[team.environment.index()].teams;
            if !given.is_empty() {
                let names = given.iter().map(|given| (given.id.as_str(), given.name.as_str()));
                match continued(names, &team.id, &team.name) {
                    Ok(same) => team.id = given[same].id.clone(),
                    Err(perhaps) => {
                        let details = perhaps.map(|meant| ("perhaps", meant.to_owned()));
                        let (field, details) = (list.index(place), details.into_iter().collect());
                        self.findings.add_with(Code::NotGiven, field, &team.name, details);
                    }
                }
            }
            all.push(team);
        }
        all
    }

    fn base_team(&mut self, at: &Path, wire: &v1::Team) -> Option<BaseTeam> {
        let environment = at.field("environmentId");
        let environment = self.still(&environment, &wire.environment_id);
        let members = at.field("members");
        let ids = wire.members.iter().map(|member| &member.participant_id).enumerate();
        let member = |(place, id): (usize, &String)| {
            self.still(&members.index(place).field("participantId"), id)
        };
        let members = ids.filter_map(member).collect();
        let list = at.field("supervisors");
        let ids = wire.supervisors.iter().map(|supervisor| &supervisor.supervisor_id).enumerate();
        let serves = |(place, id): (usize, &String)| {
            self.still(&list.index(place).field("supervisorId"), id)
        };
        let mut supervisors: Vec<SupervisorIx> = ids.filter_map(serves).collect();
        supervisors.sort_unstable();
        supervisors.dedup();
        let at = at.field("slot");
        let Some(slot) = &wire.slot else {
            self.findings.add(Code::Missing, at, "");
            return None;
        };
        let weekday = self.required::<v1::Weekday>(&at.field("weekday"), slot.weekday);
        let start = self.clock(&at.field("startTime"), &slot.start_time);
        let week_offset =
            self.number(&at.field("weekOffset"), slot.week_offset, 0, LAST_OFFSET.into());
        let location: Option<LocationIx> = match slot.location_id.as_str() {
            "" => None,
            id => self.still(&at.field("locationId"), id),
        };
        let room = match (location, slot.room_id.as_str()) {
            (None, _) | (_, "") => None,
            (Some(location), id) => {
                let room = self.rooms[location].position(|room| room == id);
                self.note_gone(&at.field("roomId"), "locations[].rooms", id, room)
            }
        };
        Some(BaseTeam {
            id: wire.id.clone(),
            name: or(&wire.name, &wire.id),
            environment: environment?,
            members,
            supervisors,
            weekday: to_weekday(weekday?),
            start,
            week_offset,
            location,
            room,
        })
    }

    /// The index of something that may be gone since.
    fn still<I: Listed>(&mut self, at: &Path, id: &str) -> Option<I> {
        if id.is_empty() {
            self.findings.add(Code::Missing, at, "");
            return None;
        }
        let found = self.find(id);
        self.note_gone(at, I::LIST, id, found)
    }

    fn note_gone<I>(
        &mut self,
        at: &Path,
        list: &'static str,
        id: &str,
        found: Option<I>,
    ) -> Option<I> {
        if found.is_none() {
            self.findings.add_with(Code::GoneSince, at, id, vec![("list", list.to_owned())]);
        }
        found
    }
}
