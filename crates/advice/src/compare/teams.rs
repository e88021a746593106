//! What changes of one team.

use leerteam_model::check::Report;
use leerteam_model::plan::Team;
use leerteam_model::roster::{Day, ParticipantIx, Side, SupervisorIx, TeamIx};

use super::Pair;

/// A team before and after. One that begins or ends has all its members, supervisors and meetings as new or
/// gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamChange {
    /// The team of the plan before; none if it is new.
    pub before: Option<TeamIx>,
    /// The team of the plan after; none if it ends.
    pub after: Option<TeamIx>,
    /// Members only before.
    pub left: Vec<ParticipantIx>,
    /// Members only after.
    pub joined: Vec<ParticipantIx>,
    /// Supervisors, with the side that they stand for, only before.
    pub supervisors_gone: Vec<(SupervisorIx, Side)>,
    /// Supervisors, with the side that they stand for, only after.
    pub supervisors_new: Vec<(SupervisorIx, Side)>,
    /// Whether a team that goes on meets at another weekday, start or week.
    pub moment: bool,
    /// Whether a team that goes on meets at another location.
    pub location: bool,
    /// Whether a team that goes on at its location meets in another room.
    pub room: bool,
    /// Whether a team that goes on has another theme.
    pub theme: bool,
    /// Days only before on which it meets.
    pub meetings_gone: Vec<Day>,
    /// Days only after on which it meets.
    pub meetings_new: Vec<Day>,
}

impl TeamChange {
    /// Whether all of it is as it was.
    pub fn is_none(&self) -> bool {
        let same = TeamChange { before: self.before, after: self.after, ..TeamChange::NONE };
        self.before.is_some() && self.after.is_some() && *self == same
    }

    const NONE: TeamChange = TeamChange {
        before: None,
        after: None,
        left: Vec::new(),
        joined: Vec::new(),
        supervisors_gone: Vec::new(),
        supervisors_new: Vec::new(),
        moment: false,
        location: false,
        room: false,
        theme: false,
        meetings_gone: Vec::new(),
        meetings_new: Vec::new(),
    };
}

/// Those of `these` that are not among `others`.
fn without<T: Copy + PartialEq>(these: &[T], others: &[T]) -> Vec<T> {
    these.iter().copied().filter(|this| !others.contains(this)).collect()
}

pub(super) fn change(before: &Report, after: &Report, (old, new): Pair) -> TeamChange {
    let was: Option<&Team> = old.map(|team| &before.plan.teams[team]);
    let is: Option<&Team> = new.map(|team| &after.plan.teams[team]);
    let members = |team: Option<&Team>| team.map_or(Vec::new(), |team| team.members.clone());
    let supervisors =
        |team: Option<&Team>| team.map_or(Vec::new(), |team| team.supervisors.clone());
    let meetings = |report: &Report, team: Option<TeamIx>| {
        let held = |team| report.assessment.held_meetings(team).map(|(_, day)| day).collect();
        team.map_or(Vec::<Day>::new(), held)
    };
    let (old_meetings, new_meetings) = (meetings(before, old), meetings(after, new));
    let both = was.zip(is);
    let differs = |of: fn(&Team, &Team) -> bool| both.is_some_and(|(was, is)| of(was, is));
    TeamChange {
        before: old,
        after: new,
        left: without(&members(was), &members(is)),
        joined: without(&members(is), &members(was)),
        supervisors_gone: without(&supervisors(was), &supervisors(is)),
        supervisors_new: without(&supervisors(is), &supervisors(was)),
        moment: differs(|was, is| {
            let moment = |team: &Team| (team.slot.weekday, team.slot.start, team.slot.week_offset);
            moment(was) != moment(is)
        }),
        location: differs(|was, is| was.slot.location != is.slot.location),
        room: differs(|was, is| {
            was.slot.location == is.slot.location && was.slot.room != is.slot.room
        }),
        theme: differs(|was, is| was.theme != is.theme),
        meetings_gone: without(&old_meetings, &new_meetings),
        meetings_new: without(&new_meetings, &old_meetings),
    }
}
