//! A second scorer, written from docs/model.md and docs/rules.md alone and as plainly as they are:
//! day by day and minute by minute, straight from the messages. It knows nothing of the library but
//! the messages themselves.

mod calendar;
mod kept;
mod members;
mod people;
mod presence;
mod scene;
mod settings;
mod sheet;
mod stability;
mod supervisors;
mod teams;

use leerteam::wire::v1;

pub use sheet::{Sheet, person_of};

use scene::Scene;

/// Scores a plan for a roster; both must be ones that can be read.
pub fn score(roster: &v1::Roster, plan: &v1::Plan) -> Sheet {
    let scene = Scene::new(roster, plan);
    let mut sheet = Sheet::default();
    let rules = [
        members::RULES,
        kept::RULES,
        teams::RULES,
        supervisors::RULES,
        supervisors::RULES_OF_THE_ROSTER,
        stability::RULES,
    ];
    for rule in rules.into_iter().flatten() {
        rule(&scene, &mut sheet);
    }
    sheet
}
