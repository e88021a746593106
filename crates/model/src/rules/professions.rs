//! A team has several professions: what makes it interprofessional.

use super::labels::groups;
use super::{Bound, Facts, Most, Parameter, Rule, Scene};
use crate::plan::{Cause, Ledger};

/// Amount: 1 for each distinct profession among the members short of `at-least`.
pub struct Professions;

/// Professions that a team must have.
pub const AT_LEAST: Parameter = Parameter { name: "at-least", default: 2, least: 0, most: 100 };
/// What is fixed about it.
pub const FACTS: Facts = Facts { parameters: &[AT_LEAST], ..Facts::required("professions") };
/// The attribute that is counted.
pub const ATTRIBUTE: &str = "profession";

impl Rule for Professions {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let setting = scene.settings.of(team.environment, FACTS.id);
            let has = groups(scene.roster, &team.members, ATTRIBUTE);
            let wanted = setting.parameter(AT_LEAST.name);
            let amount = (wanted - has.len() as i64).max(0);
            let details = || {
                let names: Vec<&str> = has.keys().map(AsRef::as_ref).collect();
                vec![
                    ("has", has.len().to_string()),
                    ("names", names.join(", ")),
                    ("wanted", wanted.to_string()),
                ]
            };
            let cause = || Cause::new("cause-professions", details());
            ledger.charge(FACTS.id, setting.unit() * amount, Some(index), None, cause);
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| Most {
            team: i128::from(reach.setting(&FACTS).parameter(AT_LEAST.name)),
            ..Most::default()
        })
    }
}
