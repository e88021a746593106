//! The supervisors of a team come from different organisations.

use leerteam_solver::{Group, Term};

use super::serving::serving;
use super::{Frame, FrameGroup, Lowering};
use leerteam_model::rules::different_organisations::{
    DifferentOrganisations, SPEC, by_organisation,
};

impl Lowering for DifferentOrganisations {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let cost = frame.settings.of(of.environment, SPEC.id).unit();
        for alike in by_organisation(frame.roster, &serving(group)).into_values() {
            if alike.len() > 1 {
                group.terms.push(Term::SupervisorsAlike { alike, cost });
            }
        }
    }
}
