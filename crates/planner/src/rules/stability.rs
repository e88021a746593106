//! A new plan leaves as it was what need not change.

use leerteam_model::roster::SupervisorIx;
use leerteam_solver::{Cost, Group, Problem, Term};

use super::{DecisionSpace, Lowering, Serving, TeamGroup};
use leerteam_model::rules::stability::{MOVED, SPEC, SUPERVISOR, Stability, base_teams, changed};

impl Lowering for Stability {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let roster = space.roster;
        if roster.base.is_empty() {
            return;
        }
        let base_of = base_teams(&roster.base);
        for (candidate, participant) in of.candidates.iter().enumerate() {
            let Some(&index) = base_of.get(participant) else { continue };
            let setting = space.settings.setting(roster.base[index].environment, SPEC.id);
            for (slot, at) in group.slots.iter_mut().zip(&of.slots) {
                let amount = match of.base == Some(index) {
                    true => changed(setting, &roster.base[index], &at.slot),
                    false => setting.parameter(MOVED.name),
                };
                let cost = &mut slot.members[candidate];
                *cost = cost.map(|cost| cost + setting.unit() * amount);
            }
        }
        if let Some(base) = of.base.map(|base| &roster.base[base]) {
            let setting = space.settings.setting(of.environment, SPEC.id);
            let cost = setting.unit() * setting.parameter(SUPERVISOR.name);
            let missing = |&supervisor: &SupervisorIx| Term::SupervisorMissing {
                supervisor: supervisor.into(),
                cost,
            };
            group.terms.extend(base.supervisors.iter().map(missing));
        }
    }

    /// Who is in no team has moved too.
    fn link(&self, space: &DecisionSpace, _serving: &Serving, problem: &mut Problem) {
        for (participant, index) in base_teams(&space.roster.base) {
            let setting = space.settings.setting(space.roster.base[index].environment, SPEC.id);
            let moved: Cost = setting.unit() * setting.parameter(MOVED.name);
            problem.unplaced[participant.index()] += moved;
        }
    }
}
