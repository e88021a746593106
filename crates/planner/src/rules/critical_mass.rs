//! Members of a programme are not spread so thin that it will not send a supervisor.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::critical_mass::{AT_LEAST, CriticalMass, SPEC};

impl Lowering for CriticalMass {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, SPEC.id);
        let at_least = setting.count(AT_LEAST.name);
        for attribute in &setting.attributes {
            let labels = frame.labels(of, attribute).of;
            group.terms.push(Term::Thin { labels, at_least, cost: setting.unit() });
        }
    }
}
