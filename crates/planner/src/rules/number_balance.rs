//! Every team is about average in what is counted in numbers.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::number_balance::{NumberBalance, SPEC, Scale};

impl Lowering for NumberBalance {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, SPEC.id);
        for attribute in &setting.attributes {
            let scale = Scale::new(frame.roster, &of.candidates, attribute);
            let coefficients = of.candidates.iter().map(|&who| scale.away(who)).collect();
            group.terms.push(Term::Deviation { coefficients, unit: setting.unit() });
        }
    }
}
