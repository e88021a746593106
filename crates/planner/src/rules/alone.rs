//! Nobody is the only one of their kind.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::alone::{Alone, SPEC};

impl Lowering for Alone {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        for attribute in &setting.attributes {
            let labels = space.labels(of, attribute).of;
            group.terms.push(Term::Thin { labels, at_least: 2, cost: setting.unit() });
        }
    }
}
