//! The supervisors of a team come from different organisations.

use leerteam_solver::{Group, Term};

use super::serving::serving;
use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::rules::different_organisations::{
    DifferentOrganisations, SPEC, by_organisation,
};

impl Lowering for DifferentOrganisations {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let cost = space.settings.setting(of.environment, SPEC.id).unit();
        for alike in by_organisation(space.roster, &serving(group)).into_values() {
            if alike.len() > 1 {
                let alike = alike.into_iter().map(usize::from).collect();
                group.terms.push(Term::SupervisorsAlike { alike, cost });
            }
        }
    }
}
