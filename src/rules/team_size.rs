//! A team has its number of members.

use leerteam_solver::{Cost, Group};

use super::{Facts, Frame, FrameGroup, Most, Reach, Rule, Scene};
use crate::plan::{Cause, Ledger};
use crate::roster::Mode;

/// Amount: 1 for each member short of the fewest and each beyond the most. Unless the rule is off,
/// the planner never goes beyond the most; it never makes a team without members.
pub struct TeamSize;

pub(super) const FACTS: Facts = Facts::required("team-size");

impl Rule for TeamSize {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let environment = scene.environment(team);
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            let (size, min) = (team.members.len(), environment.min_size as usize);
            let max = environment.max_size as usize;
            let amount = min.saturating_sub(size) + size.saturating_sub(max);
            let details = || {
                let limits = [("size", size), ("min", min), ("max", max)];
                limits.map(|(name, number)| (name, number.to_string())).to_vec()
            };
            let cause = || Cause::new("cause-team-size", details());
            ledger.charge(FACTS.id, unit * amount as i64, Some(index), None, cause);
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let environment = frame.environment(of);
        let setting = frame.settings.of(of.environment, FACTS.id);
        let (min, max) = (environment.min_size as usize, environment.max_size as usize);
        let all = of.candidates.len();
        let largest = if setting.mode == Mode::Off { all } else { max.min(all) };
        let cost = |size: usize| match size {
            0 => None,
            size => Some(setting.unit() * min.saturating_sub(size) as i64),
        };
        group.sizes = (0..=largest).map(cost).collect::<Vec<Option<Cost>>>();
    }

    fn most(&self, reach: &Reach) -> Most {
        Most { team: i128::from(reach.environment().min_size), ..Most::default() }
    }
}
