//! A plan to be scored, with the facts that several rules need.

use super::{Settings, state_points};
use crate::calendar::{Attendance, Calendar};
use crate::plan::{Plan, Team};
use crate::roster::{Day, LearningEnvironment, Roster, Span};

/// A plan with its meetings and everybody's attendance worked out.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The calendar.
    pub calendar: &'a Calendar<'a>,
    /// The roster.
    pub roster: &'a Roster,
    /// The settings.
    pub settings: &'a Settings,
    /// The plan.
    pub plan: &'a Plan,
    /// For each team its meetings.
    pub meetings: Vec<Vec<Day>>,
    /// For each team its members' attendance, in the order of the members.
    pub attendance: Vec<Vec<Attendance>>,
}

impl<'a> Scene<'a> {
    /// Works out meetings and attendance of a plan.
    pub fn new(calendar: &'a Calendar<'a>, settings: &'a Settings, plan: &'a Plan) -> Scene<'a> {
        let roster = calendar.roster;
        let meetings: Vec<Vec<Day>> = plan
            .teams
            .iter()
            .map(|team| calendar.meetings(&roster.environments[team.environment].form, &team.slot))
            .collect();
        let attendance = |(team, days): (&Team, &Vec<Day>)| {
            let form = &roster.environments[team.environment].form;
            let (span, location) = (team.slot.span(form), team.slot.location);
            let points = state_points(settings, team.environment);
            let of = |&m: &usize| calendar.attendance(m, form.mode, days, span, location, &points);
            team.members.iter().map(of).collect()
        };
        let attendance = plan.teams.iter().zip(&meetings).map(attendance).collect();
        Scene { calendar, roster, settings, plan, meetings, attendance }
    }

    /// The teams with their places in the plan.
    pub fn teams(&self) -> impl Iterator<Item = (usize, &'a Team)> + use<'a> {
        self.plan.teams.iter().enumerate()
    }

    /// The environment of a team.
    pub fn environment(&self, team: &Team) -> &'a LearningEnvironment {
        &self.roster.environments[team.environment]
    }

    /// The stretch of the day that a team's meetings take.
    pub fn span(&self, team: &Team) -> Span {
        team.slot.span(&self.environment(team).form)
    }

    /// Whether two teams have meetings on one day.
    pub fn share_a_day(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.meetings[one], &self.meetings[other]);
        one.iter().any(|day| other.binary_search(day).is_ok())
    }

    /// Each supervisor's teams, each team once, in the order of the plan.
    pub fn teams_of_supervisors(&self) -> Vec<Vec<usize>> {
        let mut teams = vec![Vec::new(); self.roster.supervisors.len()];
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
    pub fn each_two_teams(&self, mut call: impl FnMut(usize, usize, usize)) {
        for (supervisor, teams) in self.teams_of_supervisors().iter().enumerate() {
            for (place, &later) in teams.iter().enumerate() {
                for &earlier in teams[..place].iter().filter(|&&e| self.share_a_day(e, later)) {
                    call(supervisor, earlier, later);
                }
            }
        }
    }
}
