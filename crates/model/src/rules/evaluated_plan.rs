//! A plan to be scored, with the facts that several rules need.

use std::collections::HashMap;
use std::sync::Arc;

use index_vec::{IndexVec, index_vec};

use super::{Fitting, Settings, judging};
use crate::calendar::{Attendance, Calendar, Series};
use crate::plan::{Plan, Team};
use crate::roster::{
    BaseTeam, EnvironmentIx, LearningEnvironment, ParticipantIx, Roster, SupervisorIx, TeamIx,
};

/// A plan with its meetings and everybody's attendance worked out.
#[derive(Debug)]
pub struct EvaluatedPlan<'a> {
    /// The calendar.
    pub calendar: &'a Calendar<'a>,
    /// The roster.
    pub roster: &'a Roster,
    /// The settings.
    pub settings: &'a Settings,
    /// The plan.
    pub plan: &'a Plan,
    /// The teams of the base plan.
    pub base: &'a [BaseTeam],
    /// For each team its meetings.
    pub series: IndexVec<TeamIx, Series>,
    /// For each team its members' attendance, in the order of the members.
    pub attendance: IndexVec<TeamIx, Vec<Attendance>>,
    /// For each environment its teams, in the order of the plan.
    pub teams_in: IndexVec<EnvironmentIx, Vec<TeamIx>>,
    /// For each participant whom wishes are about, their teams in the order of the plan.
    teams_of: HashMap<ParticipantIx, Vec<TeamIx>>,
    /// For each environment the participants whom it admits.
    pub admitted: Arc<IndexVec<EnvironmentIx, Vec<ParticipantIx>>>,
    /// Who can serve on each side at each location.
    pub fitting: Arc<Fitting>,
}

impl<'a> EvaluatedPlan<'a> {
    /// Works out meetings and attendance of a plan.
    pub fn new(
        calendar: &'a Calendar<'a>,
        settings: &'a Settings,
        plan: &'a Plan,
    ) -> EvaluatedPlan<'a> {
        let roster = calendar.roster;
        let form = |team: &Team| &roster.environments[team.environment].form;
        let series = |team: &Team| calendar.series(form(team), &team.slot);
        let series: IndexVec<TeamIx, Series> = plan.teams.iter().map(series).collect();
        let attendance = |(team, series): (&Team, &Series)| {
            let judging = judging(roster, settings, team.environment);
            let agenda = |&member: &ParticipantIx| calendar.agenda(member, team.slot.location);
            team.members.iter().map(agenda).map(|at| at.attendance(series, &judging)).collect()
        };
        let attendance = plan.teams.iter().zip(&series).map(attendance).collect();
        let mut teams_in = index_vec![Vec::new(); roster.environments.len()];
        let wished = roster.wishes.iter().flat_map(|wish| [wish.one, wish.other]);
        let mut teams_of: HashMap<_, _> = wished.map(|person| (person, Vec::new())).collect();
        for (index, team) in plan.teams.iter_enumerated() {
            teams_in[team.environment].push(index);
            for member in &team.members {
                if let Some(teams) = teams_of.get_mut(member) {
                    teams.push(index);
                }
            }
        }
        EvaluatedPlan {
            calendar,
            roster,
            settings,
            plan,
            base: &roster.base,
            series,
            attendance,
            teams_in,
            teams_of,
            admitted: Arc::new(roster.admitted()),
            fitting: Arc::new(Fitting::new(roster)),
        }
    }

    /// A plan of a few teams, of which meetings and attendance are known, beside these teams of the
    /// base plan only. What does not depend on the plan is that of this evaluated.
    pub fn with<'b>(
        &'b self,
        plan: &'b Plan,
        base: &'b [BaseTeam],
        series: IndexVec<TeamIx, Series>,
        attendance: IndexVec<TeamIx, Vec<Attendance>>,
    ) -> EvaluatedPlan<'b> {
        let mut teams_in = index_vec![Vec::new(); self.teams_in.len()];
        let mut teams_of: HashMap<_, Vec<TeamIx>> = HashMap::new();
        for (index, team) in plan.teams.iter_enumerated() {
            teams_in[team.environment].push(index);
            for &member in team.members.iter().filter(|member| self.teams_of.contains_key(member)) {
                teams_of.entry(member).or_default().push(index);
            }
        }
        EvaluatedPlan {
            calendar: self.calendar,
            roster: self.roster,
            settings: self.settings,
            plan,
            base,
            series,
            attendance,
            teams_in,
            teams_of,
            admitted: Arc::clone(&self.admitted),
            fitting: Arc::clone(&self.fitting),
        }
    }

    /// The teams with their places in the plan.
    pub fn teams(&self) -> impl Iterator<Item = (TeamIx, &'a Team)> + use<'a> {
        self.plan.teams.iter_enumerated()
    }

    /// The environment of a team.
    pub fn environment(&self, team: &Team) -> &'a LearningEnvironment {
        &self.roster.environments[team.environment]
    }

    /// The teams of a participant whom a wish is about, in the order of the plan.
    pub fn teams_of(&self, participant: ParticipantIx) -> &[TeamIx] {
        self.teams_of.get(&participant).map_or(&[], Vec::as_slice)
    }

    /// Whether meetings of two teams overlap on some day.
    pub fn overlap(&self, one: TeamIx, other: TeamIx) -> bool {
        let (one, other) = (&self.series[one], &self.series[other]);
        one.span.overlaps(other.span) && one.shares_a_day(other)
    }

    /// Each supervisor's teams, each team once, in the order of the plan.
    pub fn teams_of_supervisors(&self) -> IndexVec<SupervisorIx, Vec<TeamIx>> {
        let mut teams = index_vec![Vec::new(); self.roster.supervisors.len()];
        for (index, team) in self.teams() {
            for &(supervisor, _) in &team.supervisors {
                if teams[supervisor].last() != Some(&index) {
                    teams[supervisor].push(index);
                }
            }
        }
        teams
    }

    /// Calls for each supervisor with each two of their teams that meet on one day, in the order of
    /// the plan.
    pub fn each_two_teams(&self, mut call: impl FnMut(SupervisorIx, TeamIx, TeamIx)) {
        for (supervisor, teams) in self.teams_of_supervisors().iter_enumerated() {
            for (place, &later) in teams.iter().enumerate() {
                for &earlier in &teams[..place] {
                    if self.series[earlier].shares_a_day(&self.series[later]) {
                        call(supervisor, earlier, later);
                    }
                }
            }
        }
    }
}
