//! The supervisors of a team come from different organisations.

use std::collections::BTreeMap;

use super::{Bound, EvaluatedPlan, Kind, PenaltyBound, Rule, Slots, Specification};
use crate::plan::{Cause, ScoreBreakdown};
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

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (index, team) in evaluated.teams() {
            let unit = evaluated.settings.setting(team.environment, SPEC.id).unit();
            let mut supervisors: Vec<_> = team.supervisors.iter().map(|&(s, _)| s).collect();
            supervisors.sort_unstable();
            supervisors.dedup();
            for (organisation, alike) in by_organisation(evaluated.roster, &supervisors) {
                let amount = alike.len() - 1;
                let name = &evaluated.roster.organisations[organisation].name;
                let details = || vec![("organisation", name.clone())];
                let cause = || Cause::new("cause-different-organisations", details());
                breakdown.charge(SPEC.id, unit * amount as i64, Some(index), None, cause);
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|context| {
            let organisations = context.roster.supervisors.iter().map(|of| of.organisations.len());
            let each = organisations.max().unwrap_or_default() as i128;
            PenaltyBound { team: context.most_supervisors() * each, ..PenaltyBound::default() }
        })
    }
}
