//! Scores any plan for a roster, the planner's or one made by hand, from dates and people alone: it
//! uses neither the solver nor the rules' lowering.

mod left_over;

use crate::calendar::{Attendance, Calendar};
use crate::plan::{Cost, Ledger, Plan};
use crate::roster::{Day, Roster};
use crate::rules::{RULES, Scene, Settings};
pub use left_over::{LeftOver, Reason, ReasonCode};

/// What a plan is worth, and why.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Every broken requirement and every point.
    pub ledger: Ledger,
    /// For each team its meetings.
    pub meetings: Vec<Vec<Day>>,
    /// For each team its members' attendance, in the order of the members.
    pub attendance: Vec<Vec<Attendance>>,
    /// Participants in no team, with reasons.
    pub left_over: Vec<LeftOver>,
}

impl Assessment {
    /// The plan's score.
    pub fn total(&self) -> Cost {
        self.ledger.total()
    }
}

/// Scores a plan and works out all that follows from its decisions.
pub fn assess(roster: &Roster, plan: &Plan) -> Assessment {
    let calendar = Calendar::new(roster);
    let settings = Settings::new(roster);
    let scene = Scene::new(&calendar, &settings, plan);
    let mut ledger = Ledger::default();
    for rule in RULES {
        rule.score(&scene, &mut ledger);
    }
    let left_over = left_over::explain(&scene);
    let Scene { meetings, attendance, .. } = scene;
    Assessment { ledger, meetings, attendance, left_over }
}
