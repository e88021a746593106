//! Nobody is the only one of their kind.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::alone::{Alone, SPEC};

impl Lowering for Alone {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, SPEC.id);
        for attribute in &setting.attributes {
            let labels = frame.labels(of, attribute).of;
            group.terms.push(Term::Thin { labels, at_least: 2, cost: setting.unit() });
        }
    }
}
