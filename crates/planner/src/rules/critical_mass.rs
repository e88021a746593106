//! Members of a programme are not spread so thin that it will not send a supervisor.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::critical_mass::{AT_LEAST, CriticalMass, SPEC};

impl Lowering for CriticalMass {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        let at_least = setting.count(AT_LEAST.name);
        for attribute in &setting.attributes {
            let labels = space.labels(of, attribute).of;
            group.terms.push(Term::Thin { labels, at_least, cost: setting.unit() });
        }
    }
}
