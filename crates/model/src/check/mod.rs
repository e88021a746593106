//! Scores any plan for a roster, the planner's or one made by hand, from dates and people alone: it
//! uses neither the solver nor the rules' lowering.

mod alternatives;
mod displaced;
mod left_over;
mod report;

use std::collections::BTreeSet;

use index_vec::IndexVec;

use crate::calendar::{Attendance, Calendar, Series};
use crate::plan::{Cost, Plan, ScoreBreakdown, Team};
use crate::roster::{Code, Day, Finding, Roster, SupervisorIx, TeamIx, Weeks};
use crate::rules::{EvaluatedPlan, RULES, Settings};
pub use alternatives::{Alternative, MOST_WORK, alternatives};
pub use displaced::{Displaced, Owner};
pub use left_over::{LeftOver, Reason, ReasonCode};
pub use report::{Outcome, Proof, Report};

/// What a plan is worth, and why.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Every broken requirement and every point.
    pub breakdown: ScoreBreakdown,
    /// For each team the meetings of its slot.
    pub meetings: IndexVec<TeamIx, Vec<Day>>,
    /// For each team and each of these, whether it is held: a member is there to be counted.
    pub held: IndexVec<TeamIx, Vec<bool>>,
    /// For each team its members' attendance, in the order of the members.
    pub attendance: IndexVec<TeamIx, Vec<Attendance>>,
    /// For each team and each of its meetings, its supervisors who are not there.
    pub away: IndexVec<TeamIx, Vec<Vec<SupervisorIx>>>,
    /// Commitments that give way to meetings.
    pub displaced: Vec<Displaced>,
    /// Participants in no team, with reasons.
    pub left_over: Vec<LeftOver>,
}

impl Assessment {
    /// The meetings of a team that are held (docs/model.md section 4), each with its place among those of
    /// the slot.
    pub fn held_meetings(&self, team: TeamIx) -> impl Iterator<Item = (usize, Day)> {
        let meetings = self.meetings[team].iter().copied().enumerate();
        meetings.filter(move |&(meeting, _)| self.held[team][meeting])
    }

    /// The plan's score.
    pub fn total(&self) -> Cost {
        self.breakdown.total()
    }

    /// The finding that the score is beyond what messages and files can hold, if it is. Validation keeps
    /// plans of the planner within that; a plan made by hand can have everybody in many teams.
    pub fn too_large(&self) -> Option<Finding> {
        let (total, most) = (self.total(), i64::from(i32::MAX));
        let larger = [total.broken, total.points].into_iter().find(|&number| number > most)?;
        let details = vec![("most", most.to_string())];
        Some(Finding::new(Code::ScoreTooLarge, "teams", larger, details))
    }
}

/// Scores a plan and works out all that follows from its decisions.
pub fn assess(roster: &Roster, plan: &Plan) -> Assessment {
    let calendar = Calendar::new(roster);
    let settings = Settings::new(roster);
    let evaluated = EvaluatedPlan::new(&calendar, &settings, plan);
    let mut breakdown = ScoreBreakdown::default();
    for rule in RULES {
        rule.score(&evaluated, &mut breakdown);
    }
    let left_over = left_over::explain(&evaluated);
    let away = away(&evaluated);
    let displaced = displaced::list(&evaluated);
    let meetings = evaluated.series.iter().map(|series| series.days(&roster.period)).collect();
    let held = held(&evaluated);
    let attendance = evaluated.attendance;
    Assessment { breakdown, meetings, held, attendance, away, displaced, left_over }
}

fn held(evaluated: &EvaluatedPlan) -> IndexVec<TeamIx, Vec<bool>> {
    let series = evaluated.series.iter().zip(&evaluated.attendance);
    let of_team = |(series, attendance): (&Series, &Vec<Attendance>)| {
        let is_held =
            |meeting: usize| attendance.iter().any(|member| member.meetings[meeting].is_some());
        (0..series.count() as usize).map(is_held).collect()
    };
    series.map(of_team).collect()
}

fn away(evaluated: &EvaluatedPlan) -> IndexVec<TeamIx, Vec<Vec<SupervisorIx>>> {
    let of = |(index, team): (TeamIx, &Team)| {
        let series = &evaluated.series[index];
        let there = |&(supervisor, _): &(_, _)| {
            (supervisor, evaluated.calendar.available(supervisor, series))
        };
        let mut there: Vec<(SupervisorIx, Weeks)> = team.supervisors.iter().map(there).collect();
        // Whoever serves both sides is away once.
        let mut seen = BTreeSet::new();
        there.retain(|&(supervisor, _)| seen.insert(supervisor));
        let away_in = |week: u32| {
            let away = there.iter().filter(|(_, weeks)| !weeks.has(week));
            away.map(|&(supervisor, _)| supervisor).collect()
        };
        series.weeks.iter().map(away_in).collect()
    };
    evaluated.teams().map(of).collect()
}
