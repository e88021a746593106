//! Each team has its fair share of every programme, level, institution and the like.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::fair_share::{FairShare, SPEC};
use leerteam_model::rules::percent;

impl Lowering for FairShare {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        for attribute in &setting.attributes {
            let labels = space.labels(of, attribute);
            for (label, heads) in labels.heads(&labels.of).into_iter().enumerate() {
                let share = percent(heads, of.candidates.len() as i64);
                let coefficient = |of: &Option<usize>| {
                    if *of == Some(label) { 100 - share } else { -share }
                };
                let coefficients = labels.of.iter().map(coefficient).collect();
                group.terms.push(Term::Deviation { coefficients, unit: setting.unit() });
            }
        }
    }
}
