//! What an event says, in the language asked for.

use super::Writer;
use leerteam_model::calendar::{Presence, State};
use leerteam_model::roster::{Day, ParticipantIx, SupervisorIx, TeamIx};

impl Writer<'_> {
    /// Where a team meets.
    pub fn place(&self, team: TeamIx) -> String {
        let slot = &self.plan.teams[team].slot;
        let Some(location) = slot.location.map(|location| &self.roster.locations[location]) else {
            return self.text("cli-online", &[]);
        };
        match slot.room.map(|room| &location.rooms[room].name) {
            Some(room) => format!("{}, {room}", location.name),
            None => location.name.clone(),
        }
    }

    /// For a team: who is in it.
    pub fn about_team(&self, team: TeamIx) -> String {
        [self.about(team), self.members(team)].concat().join("\n")
    }

    /// For a supervisor: when the supervisor cannot be there, and who is in the team.
    pub fn about_supervision(&self, team: TeamIx, supervisor: SupervisorIx) -> String {
        let away = &self.assessment.away[team];
        let meetings: Vec<(usize, Day)> = self.assessment.held_meetings(team).collect();
        let is_away = |&&(meeting, _): &&(usize, Day)| away[meeting].contains(&supervisor);
        let days = meetings.iter().filter(is_away).map(|&(_, day)| day);
        let away = self.dates("calendar-away", days.collect(), meetings.len());
        [self.about(team), away.into_iter().collect(), self.members(team)].concat().join("\n")
    }

    /// For a location: how many come.
    pub fn about_visit(&self, team: TeamIx) -> String {
        let members = self.plan.teams[team].members.len().to_string();
        let people = self.text("calendar-people", &[("members", &members)]);
        [self.about(team), vec![people]].concat().join("\n")
    }

    /// For a member: what the meetings ask.
    pub fn about_membership(&self, team: TeamIx, place: usize) -> String {
        let presences = &self.assessment.attendance[team][place].meetings;
        let meetings = self.assessment.meetings[team].iter().zip(presences);
        let counted: Vec<(Day, Presence)> =
            meetings.filter_map(|(&day, presence)| Some((day, (*presence)?))).collect();
        // Where all meet on line that goes without saying.
        let can_choose = self.plan.teams[team].slot.location.is_some();
        let asked = |key, applies: &dyn Fn(&Presence) -> bool| {
            let those = counted.iter().filter(|(_, presence)| applies(presence));
            self.dates(key, those.map(|&(day, _)| day).collect(), counted.len())
        };
        let asked = [
            asked("calendar-absent", &|at| at.state == State::Absent),
            asked("calendar-lesson-moved", &|at| at.state == State::LessonMoved),
            asked("calendar-duty-left", &|at| at.state == State::DutyLeft),
            asked("calendar-joins-online", &|at| can_choose && at.online && at.comes()),
        ];
        [self.about(team), asked.into_iter().flatten().collect()].concat().join("\n")
    }

    /// Environment, theme and supervisors.
    fn about(&self, team: TeamIx) -> Vec<String> {
        let team = &self.plan.teams[team];
        let environment = &self.roster.environments[team.environment].name;
        let mut lines = vec![self.text("calendar-environment", &[("name", environment)])];
        if let Some(theme) = team.theme {
            lines.push(self.text("calendar-theme", &[("name", &self.roster.themes[theme].1)]));
        }
        let supervisors = team.supervisors.iter().map(|&(supervisor, side)| {
            let side = self.text(&format!("side-{}", side.as_str()), &[]);
            format!("{} ({side})", self.roster.supervisors[supervisor].name)
        });
        let supervisors: Vec<String> = supervisors.collect();
        let names = match supervisors.is_empty() {
            true => self.text("cli-nobody", &[]),
            false => supervisors.join(", "),
        };
        lines.push(self.text("calendar-supervisors", &[("names", &names)]));
        lines
    }

    /// The members by name, a line each.
    fn members(&self, team: TeamIx) -> Vec<String> {
        let member = |&member: &ParticipantIx| {
            let participant = &self.roster.participants[member];
            let programme =
                participant.programme.map(|programme| &self.roster.programmes[programme]);
            match programme {
                Some(programme) => format!("- {} ({})", participant.name, programme.name),
                None => format!("- {}", participant.name),
            }
        };
        let members = self.plan.teams[team].members.iter().map(member);
        [self.text("calendar-members", &[])].into_iter().chain(members).collect()
    }

    /// What happens on some of the meetings, with their dates; nothing if it happens on none.
    fn dates(&self, key: &str, days: Vec<Day>, meetings: usize) -> Option<String> {
        let dates = match days.len() {
            0 => return None,
            all if all == meetings && all > 1 => self.text("calendar-every-meeting", &[]),
            _ => {
                let dates = days.into_iter().map(|day| self.roster.period.date(day).to_string());
                dates.collect::<Vec<String>>().join(", ")
            }
        };
        Some(self.text(key, &[("dates", &dates)]))
    }
}
