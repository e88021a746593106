//! Each participant is in a team.

use leerteam_solver::Problem;

use super::{Facts, Frame, Rule, Scene, Serving};
use crate::plan::{Cause, Ledger, Person};

/// Amount: 1 for each participant in no team.
pub struct Placed;

const FACTS: Facts = Facts::required("placed").of_roster();

impl Rule for Placed {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let unit = scene.settings.of_roster(FACTS.id).unit();
        let team_of = scene.plan.team_of(scene.roster.participants.len());
        for (participant, _) in team_of.iter().enumerate().filter(|(_, team)| team.is_none()) {
            let person = Some(Person::Participant(participant));
            ledger.charge(FACTS.id, unit, None, person, || Cause::new("cause-placed", vec![]));
        }
    }

    fn link(&self, frame: &Frame, _serving: &Serving, problem: &mut Problem) {
        problem.unplaced.fill(frame.settings.of_roster(FACTS.id).unit());
    }
}
