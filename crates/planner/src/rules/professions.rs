//! A team has several professions: what makes it interprofessional.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::professions::{AT_LEAST, ATTRIBUTE, FACTS, Professions};

impl Lowering for Professions {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, FACTS.id);
        let labels = frame.labels(of, ATTRIBUTE).of;
        let at_least = usize::try_from(setting.parameter(AT_LEAST.name)).unwrap_or_default();
        group.terms.push(Term::Distinct { labels, at_least, short: setting.unit() });
    }
}
