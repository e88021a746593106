//! Nobody is the only one of their kind.

use super::labels::groups;
use super::{Attributes, Bound, Kind, Most, Rule, Scene, Slots, Specification};
use crate::plan::{Cause, Ledger, Person};

/// Amount: 1 for each team, attribute and value that exactly one member has.
pub struct Alone;

/// What is fixed about it.
pub const SPEC: Specification = Specification {
    attributes: Attributes::Texts(&["level-group", "field", "institution"]),
    ..Specification::weighed("alone", Kind::Team, Slots::Ignored, 40).or_required()
};

impl Rule for Alone {
    fn specification(&self) -> Specification {
        SPEC
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let setting = scene.settings.of(team.environment, SPEC.id);
            for attribute in &setting.attributes {
                for (value, members) in groups(scene.roster, &team.members, attribute) {
                    if let [member] = *members {
                        let person = Some(Person::Participant(member));
                        let details =
                            || vec![("attribute", attribute.clone()), ("value", value.to_string())];
                        let cause = || Cause::new("cause-alone", details());
                        ledger.charge(SPEC.id, setting.unit(), Some(index), person, cause);
                    }
                }
            }
        }
    }

    fn bound(&self) -> Bound {
        Bound::Environment(|reach| Most {
            member: reach.setting(&SPEC).attributes.len() as i128,
            ..Most::default()
        })
    }
}
