//! Each team has its fair share of every programme, level, institution and the like.

use std::collections::BTreeMap;

use leerteam_solver::{Group, Term};

use super::{Facts, Frame, FrameGroup, Rule, Scene};
use crate::plan::{Cause, Ledger};
use crate::roster::{EnvironmentIx, ParticipantIx, Roster};

/// Amount: for each team, attribute and value, `|100 * heads - share * members|`: hundredths of a
/// head away from the share, which is the whole percentage (halves up) of the participants admitted
/// to the environment that have the value.
pub struct FairShare;

const FACTS: Facts = Facts {
    attributes: &["profession", "level-group", "institution"],
    ..Facts::weighed("fair-share", 1)
};

/// Of how many participants, how many have each value.
struct Shares {
    of: i64,
    heads: BTreeMap<String, i64>,
}

impl Shares {
    fn new(roster: &Roster, admitted: &[ParticipantIx], attribute: &str) -> Shares {
        let mut heads = BTreeMap::new();
        for value in admitted.iter().filter_map(|&p| roster.attribute(p, attribute)) {
            *heads.entry(value).or_default() += 1;
        }
        Shares { of: admitted.len() as i64, heads }
    }

    /// Percentage of a value, halves up.
    fn percent(&self, value: &str) -> i64 {
        let heads = self.heads.get(value).copied().unwrap_or_default();
        if self.of == 0 { 0 } else { (200 * heads + self.of) / (2 * self.of) }
    }
}

fn admitted(roster: &Roster, environment: EnvironmentIx) -> Vec<ParticipantIx> {
    (0..roster.participants.len()).filter(|&p| roster.admits(environment, p)).collect()
}

impl Rule for FairShare {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        let mut environments: Vec<_> =
            scene.plan.teams.iter().map(|team| team.environment).collect();
        environments.sort_unstable();
        environments.dedup();
        for environment in environments {
            let setting = scene.settings.of(environment, FACTS.id);
            let admitted = admitted(scene.roster, environment);
            for attribute in &setting.attributes {
                let shares = Shares::new(scene.roster, &admitted, attribute);
                for (index, team) in scene.teams().filter(|(_, t)| t.environment == environment) {
                    let members = team.members.len() as i64;
                    let mut heads: BTreeMap<String, i64> =
                        shares.heads.keys().map(|value| (value.clone(), 0)).collect();
                    for value in
                        team.members.iter().filter_map(|&m| scene.roster.attribute(m, attribute))
                    {
                        *heads.entry(value).or_default() += 1;
                    }
                    for (value, heads) in heads {
                        let amount = (100 * heads - shares.percent(&value) * members).abs();
                        let details =
                            || vec![("attribute", attribute.clone()), ("value", value.clone())];
                        let cause = || Cause::new("cause-fair-share", details());
                        ledger.charge(FACTS.id, setting.unit() * amount, Some(index), None, cause);
                    }
                }
            }
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let setting = frame.settings.of(of.environment, FACTS.id);
        for attribute in &setting.attributes {
            let shares = Shares::new(frame.roster, &of.candidates, attribute);
            let (values, labels) = frame.labels(of, attribute);
            for (label, value) in values.iter().enumerate() {
                let share = shares.percent(value);
                let coefficient = |of: &Option<usize>| {
                    if *of == Some(label) { 100 - share } else { -share }
                };
                let coefficients = labels.iter().map(coefficient).collect();
                group.terms.push(Term::Deviation { coefficients, unit: setting.unit() });
            }
        }
    }
}
