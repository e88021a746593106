//! Each member has a supervisor of their own field.

use leerteam_solver::{Group, Term};

use super::serving::serving;
use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::SupervisorIx;
use leerteam_model::rules::own_field::{ATTRIBUTE, OwnField, SPEC, asks_for_any, has_fields};

impl Lowering for OwnField {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let cost = space.settings.setting(of.environment, SPEC.id).unit();
        let applies = asks_for_any(space.environment(of)) && has_fields(space.roster);
        if cost.is_zero() || !applies {
            return;
        }
        let labels = space.labels(of, ATTRIBUTE);
        let supervisors = serving(group);
        let has = |field: &str| {
            let fields = |&who: &SupervisorIx| &space.roster.supervisors[who].fields;
            let has = supervisors.iter().copied();
            let has = has.filter(|who| fields(who).iter().any(|own| own == field));
            has.map(usize::from).collect()
        };
        let serving = labels.values.iter().map(|field| has(field)).collect();
        group.terms.push(Term::Unserved { labels: labels.of, serving, cost });
    }
}
