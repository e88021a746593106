//! Plans made by hand.

use chrono::Weekday;
use leerteam::plan::{Plan, Slot, Team};
use leerteam::roster::{Clock, EnvironmentIx, LocationIx, Roster, Side};

/// A plan in the making, by ids. What is said of a team is said of the last one that was added.
///
/// A team is of the roster's first environment and meets on Tuesday at 10:00 at `here`, in no room,
/// in the weeks of offset 0, unless something else is said.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    teams: Vec<Sketch>,
}

#[derive(Clone, Debug)]
struct Sketch {
    id: String,
    environment: Option<String>,
    members: Vec<String>,
    supervisors: Vec<(String, Side)>,
    weekday: Weekday,
    start: String,
    week_offset: u32,
    location: Option<String>,
    room: Option<String>,
    theme: Option<String>,
}

impl Draft {
    /// A plan without teams.
    pub fn new() -> Draft {
        Draft::default()
    }

    /// Adds a team; one with the id of a given team is that team.
    pub fn team(mut self, id: &str, members: &[&str]) -> Draft {
        self.teams.push(Sketch {
            id: id.to_owned(),
            environment: None,
            members: super::texts(members),
            supervisors: Vec::new(),
            weekday: Weekday::Tue,
            start: "10:00".to_owned(),
            week_offset: 0,
            location: Some("here".to_owned()),
            room: None,
            theme: None,
        });
        self
    }

    fn set(mut self, change: impl FnOnce(&mut Sketch)) -> Draft {
        change(self.teams.last_mut().expect("a team"));
        self
    }

    /// Puts the team in an environment.
    pub fn of(self, environment: &str) -> Draft {
        self.set(|team| team.environment = Some(environment.to_owned()))
    }

    /// Sets weekday and start.
    pub fn at(self, weekday: Weekday, start: &str) -> Draft {
        self.set(|team| (team.weekday, team.start) = (weekday, start.to_owned()))
    }

    /// Sets the week offset.
    pub fn offset(self, week_offset: u32) -> Draft {
        self.set(|team| team.week_offset = week_offset)
    }

    /// Sets the location.
    pub fn place(self, location: &str) -> Draft {
        self.set(|team| team.location = Some(location.to_owned()))
    }

    /// Lets the team meet on line.
    pub fn online(self) -> Draft {
        self.set(|team| team.location = None)
    }

    /// Sets the room at the location.
    pub fn room(self, room: &str) -> Draft {
        self.set(|team| team.room = Some(room.to_owned()))
    }

    /// Adds a supervisor for a side.
    pub fn by(self, supervisor: &str, side: Side) -> Draft {
        self.set(|team| team.supervisors.push((supervisor.to_owned(), side)))
    }

    /// Sets the theme.
    pub fn theme(self, theme: &str) -> Draft {
        self.set(|team| team.theme = Some(theme.to_owned()))
    }

    /// The plan for a roster; fails the test if the roster has no such id.
    pub fn plan(&self, roster: &Roster) -> Plan {
        Plan { teams: self.teams.iter().map(|sketch| sketch.team(roster)).collect() }
    }
}

fn place<'a, I: From<usize>>(ids: impl IntoIterator<Item = &'a String>, id: &str) -> I {
    let place = ids.into_iter().position(|known| known == id);
    place.unwrap_or_else(|| panic!("no {id} in the roster")).into()
}

impl Sketch {
    fn team(&self, roster: &Roster) -> Team {
        let environments = || roster.environments.iter().map(|environment| &environment.id);
        let environment = self.environment.as_ref();
        let environment: EnvironmentIx =
            environment.map_or(0.into(), |id| place(environments(), id));
        let of = &roster.environments[environment];
        let member = |id: &String| place(roster.participants.iter().map(|p| &p.id), id);
        let supervisor = |(id, side): &(String, Side)| {
            (place(roster.supervisors.iter().map(|s| &s.id), id), *side)
        };
        let location = self.location.as_ref();
        let location: Option<LocationIx> =
            location.map(|id| place(roster.locations.iter().map(|l| &l.id), id));
        let room = self.room.as_ref().map(|id| {
            let rooms = &roster.locations[location.expect("a room is at a location")].rooms;
            place(rooms.iter().map(|room| &room.id), id)
        });
        let theme = self.theme.as_ref();
        Team {
            id: self.id.clone(),
            name: self.id.clone(),
            environment,
            given: of.teams.position(|given| given.id == self.id),
            members: self.members.iter().map(member).collect(),
            supervisors: self.supervisors.iter().map(supervisor).collect(),
            slot: Slot {
                weekday: self.weekday,
                start: Clock::parse(&self.start).expect("a time such as 10:00"),
                week_offset: self.week_offset,
                location,
                room,
            },
            theme: theme.map(|id| place(roster.themes.iter().map(|(id, _)| id), id)),
        }
    }
}
