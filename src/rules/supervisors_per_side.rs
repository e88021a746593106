//! A team has its supervisors of each side.

use leerteam_solver::{Group, Need};

use super::{Facts, Frame, FrameGroup, Rule, Scene};
use crate::plan::{Cause, Ledger};
use crate::roster::Side;

/// Amount: 1 for each supervisor of a side short of the fewest and each beyond the most. The planner
/// never goes beyond the most; a side that is not mentioned has none.
pub struct SupervisorsPerSide;

const FACTS: Facts = Facts::required("supervisors-per-side");

impl Rule for SupervisorsPerSide {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            for side in [Side::Education, Side::Practice] {
                let needs = &scene.environment(team).supervision;
                let need = needs.iter().find(|need| need.side == side);
                let (min, max) = need.map_or((0, 0), |need| (need.min as usize, need.max as usize));
                let has = team.supervisors.iter().filter(|&&(_, of)| of == side).count();
                let amount = min.saturating_sub(has) + has.saturating_sub(max);
                let message = match side {
                    Side::Education => "cause-supervisors-education",
                    Side::Practice => "cause-supervisors-practice",
                };
                let details = || {
                    let numbers = [("has", has), ("min", min), ("max", max)];
                    numbers.map(|(name, number)| (name, number.to_string())).to_vec()
                };
                let cause = || Cause::new(message, details());
                ledger.charge(FACTS.id, unit * amount as i64, Some(index), None, cause);
            }
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let short = frame.settings.of(of.environment, FACTS.id).unit();
        let need = |need: &crate::roster::SupervisionNeed| Need {
            min: need.min as usize,
            max: need.max as usize,
            short,
        };
        group.needs = frame.environment(of).supervision.iter().map(need).collect();
    }
}
