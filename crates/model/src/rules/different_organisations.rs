//! The supervisors of a team come from different organisations.

use std::collections::BTreeMap;

use super::{Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger};
use crate::roster::{OrganisationIx, Roster, SupervisorIx};

/// Amount: for each team and organisation, 1 for each supervisor of that organisation after the first.
pub struct DifferentOrganisations;

/// What is fixed about it.
pub const SPEC: Specification =
    Specification::weighed("different-organisations", Kind::Team, Slots::Ignored, 200)
        .or_required();

/// Those of some supervisors who are of each organisation, organisations in order.
pub fn by_organisation(
    roster: &Roster,
    supervisors: &[SupervisorIx],
) -> BTreeMap<OrganisationIx, Vec<SupervisorIx>> {
    let mut organisations: BTreeMap<OrganisationIx, Vec<SupervisorIx>> = BTreeMap::new();
    for &supervisor in supervisors {
        for &organisation in &roster.supervisors[supervisor].organisations {
            let alike = organisations.entry(organisation).or_default();
            if alike.last() != Some(&supervisor) {
                alike.push(supervisor);
            }
        }
    }
    organisations
}

impl Rule for DifferentOrganisations {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, SPEC.id).unit();
            let mut supervisors: Vec<_> = team.supervisors.iter().map(|&(s, _)| s).collect();
            supervisors.sort_unstable();
            supervisors.dedup();
            for (organisation, alike) in by_organisation(scene.roster, &supervisors) {
                let amount = alike.len() - 1;
                let name = &scene.roster.organisations[organisation].name;
                let details = || vec![("organisation", name.clone())];
                let cause = || Cause::new("cause-different-organisations", details());
                ledger.charge(SPEC.id, unit * amount as i64, Some(index), None, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| {
            let organisations = reach.roster.supervisors.iter().map(|of| of.organisations.len());
            let each = organisations.max().unwrap_or_default() as i128;
            Most { team: reach.most_supervisors() * each, ..Most::default() }
        })
    }
}
