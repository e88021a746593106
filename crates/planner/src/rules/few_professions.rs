//! A team has more professions than it must.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::few_professions::{FewProfessions, SPEC, WANTED};
use leerteam_model::rules::professions::ATTRIBUTE;

impl Lowering for FewProfessions {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, SPEC.id);
        let labels = frame.labels(of, ATTRIBUTE).of;
        let at_least = setting.count(WANTED.name);
        group.terms.push(Term::Distinct { labels, at_least, short: setting.unit() });
    }
}
