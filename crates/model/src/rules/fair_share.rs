//! Each team has its fair share of every programme, level, institution and the like.

use super::share::percent;
use super::{
    Attributes, Bound, EvaluatedPlan, Kind, Labels, PenaltyBound, Rule, Slots, Specification,
};
use crate::plan::{Cause, ScoreBreakdown};
use crate::roster::EnvironmentIx;

/// Amount: for each team, attribute and value, `|100 * heads - share * members|`: hundredths of a
/// head away from the share, which is the whole percentage (halves up) of the participants admitted
/// to the environment that have the value.
pub struct FairShare;

/// What is fixed about it.
pub const SPEC: Specification = Specification {
    attributes: Attributes::Texts(&["profession", "level-group", "institution"]),
    ..Specification::weighed("fair-share", Kind::Team, Slots::Ignored, 1)
};

impl FairShare {
    /// Scores one attribute in one environment.
    fn score_attribute(
        evaluated: &EvaluatedPlan,
        of: EnvironmentIx,
        attribute: &str,
        breakdown: &mut ScoreBreakdown,
    ) {
        let unit = evaluated.settings.setting(of, SPEC.id).unit();
        let (teams, admitted) = (&evaluated.teams_in[of], evaluated.admitted[of].len());
        // Members come after the admitted: a plan made by hand can have others.
        let members = teams.iter().flat_map(|&team| &evaluated.plan.teams[team].members);
        let people = evaluated.admitted[of].iter().chain(members).copied();
        let labels = Labels::new(evaluated.roster, people, attribute);
        let (of_admitted, of_members) = labels.of.split_at(admitted);
        let shares: Vec<i64> = labels
            .heads(of_admitted)
            .into_iter()
            .map(|heads| percent(heads, admitted as i64))
            .collect();
        let mut left = of_members;
        for &team in teams {
            let (here, others) = left.split_at(evaluated.plan.teams[team].members.len());
            left = others;
            for (value, heads) in labels.heads(here).into_iter().enumerate() {
                let amount = (100 * heads - shares[value] * here.len() as i64).abs();
                let value = || labels.values[value].clone().into_owned();
                let details = || vec![("attribute", attribute.to_owned()), ("value", value())];
                let cause = || Cause::new("cause-fair-share", details());
                breakdown.charge(SPEC.id, unit * amount, Some(team), None, cause);
            }
        }
    }
}

impl Rule for FairShare {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, evaluated: &EvaluatedPlan, breakdown: &mut ScoreBreakdown) {
        for (environment, teams) in evaluated.teams_in.iter_enumerated() {
            if !teams.is_empty() {
                for attribute in &evaluated.settings.setting(environment, SPEC.id).attributes {
                    FairShare::score_attribute(evaluated, environment, attribute, breakdown);
                }
            }
        }
    }

    /// Too many of one value is too few of others.
    fn bound(&self) -> Bound {
        Bound::Environment(|context| PenaltyBound {
            member: 200 * context.setting(&SPEC).attributes.len() as i128,
            ..PenaltyBound::default()
        })
    }
}
