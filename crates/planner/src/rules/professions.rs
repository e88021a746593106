//! A team has several professions: what makes it interprofessional.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::professions::{AT_LEAST, ATTRIBUTE, Professions, SPEC};

impl Lowering for Professions {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, SPEC.id);
        let labels = frame.labels(of, ATTRIBUTE).of;
        let at_least = setting.count(AT_LEAST.name);
        group.terms.push(Term::Distinct { labels, at_least, short: setting.unit() });
    }
}
