//! A team has several professions: what makes it interprofessional.

use leerteam_solver::{Group, Term};

use super::labels::groups;
use super::{Facts, Frame, FrameGroup, Most, Parameter, Reach, Rule, Scene};
use crate::plan::{Cause, Ledger};

/// Amount: 1 for each distinct profession among the members short of `at-least`.
pub struct Professions;

pub(super) const AT_LEAST: Parameter =
    Parameter { name: "at-least", default: 2, least: 0, most: 100 };
pub(super) const FACTS: Facts = Facts { parameters: &[AT_LEAST], ..Facts::required("professions") };
pub(super) const ATTRIBUTE: &str = "profession";

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

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, FACTS.id);
        let labels = frame.labels(of, ATTRIBUTE).of;
        let at_least = usize::try_from(setting.parameter(AT_LEAST.name)).unwrap_or_default();
        group.terms.push(Term::Distinct { labels, at_least, short: setting.unit() });
    }

    fn most(&self, reach: &Reach) -> Most {
        Most { team: i128::from(reach.setting(&FACTS).parameter(AT_LEAST.name)), ..Most::default() }
    }
}
