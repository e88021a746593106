//! How much of a plan is sent.

use leerteam_wire::v1;

/// How much of a plan is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The decisions, and what they are worth.
    Basic,
    /// All of it.
    Full,
}

impl View {
    /// As a request asks.
    pub fn of(view: i32) -> View {
        match v1::PlanView::try_from(view) {
            Ok(v1::PlanView::Basic) => View::Basic,
            _ => View::Full,
        }
    }

    /// So much of a plan.
    pub fn of_plan(self, mut plan: v1::Plan) -> v1::Plan {
        if self == View::Full {
            return plan;
        }
        for team in &mut plan.teams {
            team.meetings.clear();
            team.members.iter_mut().for_each(|member| member.states.clear());
        }
        plan.left_over.iter_mut().for_each(|left| left.reasons.clear());
        plan.supervisor_loads.clear();
        plan.displaced_commitments.clear();
        plan
    }
}
