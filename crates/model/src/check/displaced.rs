//! Which commitments give way to meetings (docs/model.md section 4): lessons to move and duty to leave.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::State;
use crate::plan::Team;
use crate::roster::{CohortIx, Commitment, Day, ParticipantIx, Roster, TeamIx};
use crate::rules::EvaluatedPlan;

/// Whose commitment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// A class's.
    Cohort(CohortIx),
    /// A participant's own.
    Participant(ParticipantIx),
}

/// A commitment that gives way to meetings of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Displaced {
    /// The team.
    pub team: TeamIx,
    /// Whose it is.
    pub owner: Owner,
    /// Its place in the owner's list.
    pub commitment: usize,
    /// Members of the team for whom it gives way, in order.
    pub participants: Vec<ParticipantIx>,
    /// The days on which it does for some of them, in order.
    pub days: Vec<Day>,
}

impl Displaced {
    /// The commitment.
    pub fn commitment<'r>(&self, roster: &'r Roster) -> &'r Commitment {
        match self.owner {
            Owner::Cohort(cohort) => &roster.cohorts[cohort].commitments[self.commitment],
            Owner::Participant(participant) => {
                &roster.participants[participant].commitments[self.commitment]
            }
        }
    }
}

/// People and days of each commitment that gives way.
type Found = BTreeMap<(TeamIx, Owner, usize), (BTreeSet<ParticipantIx>, BTreeSet<Day>)>;

/// All commitments that give way, by team; those of classes first.
pub(super) fn list(evaluated: &EvaluatedPlan) -> Vec<Displaced> {
    let mut found = Found::new();
    for (index, team) in evaluated.teams() {
        add(evaluated, index, team, &mut found);
    }
    let displaced =
        |((team, owner, commitment), (participants, days)): (_, (BTreeSet<_>, BTreeSet<_>))| {
            let (participants, days) =
                (participants.into_iter().collect(), days.into_iter().collect());
            Displaced { team, owner, commitment, participants, days }
        };
    found.into_iter().map(displaced).collect()
}

fn add(evaluated: &EvaluatedPlan, index: TeamIx, team: &Team, found: &mut Found) {
    let EvaluatedPlan { calendar, roster, .. } = *evaluated;
    let series = &evaluated.series[index];
    let days = series.days(&roster.period);
    for (&member, attendance) in team.members.iter().zip(&evaluated.attendance[index]) {
        let meetings = series.weeks.iter().zip(&days).zip(&attendance.meetings);
        let displacing = meetings.filter_map(|((week, &day), presence)| {
            let presence = presence.as_ref()?;
            let displaces = matches!(presence.state, State::LessonMoved | State::DutyLeft);
            displaces.then_some((week, day, presence.online))
        });
        let mut displacing = displacing.peekable();
        if displacing.peek().is_none() {
            continue;
        }
        let agenda = calendar.agenda(member, team.slot.location);
        for (week, day, online) in displacing {
            for commitment in agenda.displaced(series, week, online) {
                let (owner, place) = owner_of(roster, member, commitment);
                let (people, days) = found.entry((index, owner, place)).or_default();
                people.insert(member);
                days.insert(day);
            }
        }
    }
}

/// Whose commitment of a participant it is, and its place in that list.
fn owner_of(roster: &Roster, member: ParticipantIx, commitment: &Commitment) -> (Owner, usize) {
    let participant = &roster.participants[member];
    let place_in = |list: &[Commitment]| list.iter().position(|of| std::ptr::eq(of, commitment));
    let own = place_in(&participant.commitments).map(|place| (Owner::Participant(member), place));
    let of_class = || {
        let cohort = participant.cohort?;
        Some((Owner::Cohort(cohort), place_in(&roster.cohorts[cohort].commitments)?))
    };
    own.or_else(of_class).expect("a commitment is the participant's or the class's")
}
