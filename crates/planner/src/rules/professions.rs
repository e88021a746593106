//! A team has several professions: what makes it interprofessional.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::professions::{AT_LEAST, ATTRIBUTE, Professions, SPEC};

impl Lowering for Professions {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        let labels = space.labels(of, ATTRIBUTE).of;
        let at_least = setting.count(AT_LEAST.name);
        group.terms.push(Term::Distinct { labels, at_least, short: setting.unit() });
    }
}
