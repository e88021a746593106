//! Every team is about average in what is counted in numbers.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::number_balance::{NumberBalance, SPEC, Scale};

impl Lowering for NumberBalance {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let setting = space.settings.setting(of.environment, SPEC.id);
        for attribute in &setting.attributes {
            let scale = Scale::new(space.roster, &of.candidates, attribute);
            let coefficients = of.candidates.iter().map(|&who| scale.away(who)).collect();
            group.terms.push(Term::Deviation { coefficients, unit: setting.unit() });
        }
    }
}
