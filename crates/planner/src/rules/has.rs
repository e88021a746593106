//! A team has what it is asked to have: a member of a profession, level, programme or the like.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::has::{Has, SPEC, is_of};

impl Lowering for Has {
    /// One label, of all who have the value, of which there is to be one.
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        for value in &setting.values {
            let candidates = of.candidates.iter();
            let labels = candidates
                .map(|&candidate| is_of(space.roster, setting, candidate, value).then_some(0))
                .collect();
            group.terms.push(Term::Distinct { labels, at_least: 1, short: setting.unit() });
        }
    }
}
