//! A team has more professions than it must.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::few_professions::{FewProfessions, SPEC, WANTED};
use leerteam_model::rules::professions::ATTRIBUTE;

impl Lowering for FewProfessions {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        let labels = space.labels(of, ATTRIBUTE).of;
        let at_least = setting.count(WANTED.name);
        group.terms.push(Term::Distinct { labels, at_least, short: setting.unit() });
    }
}
