//! The supervisors of a team come from different organisations.

use leerteam_solver::{Group, Term};

use super::{Facts, Frame, FrameGroup, Rule, Scene};
use crate::plan::{Cause, Ledger};

/// Amount: for each team and organisation, 1 for each supervisor of that organisation after the first.
pub struct DifferentOrganisations;

const FACTS: Facts = Facts::weighed("different-organisations", 200);

impl Rule for DifferentOrganisations {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        for (index, team) in scene.teams() {
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            let mut supervisors: Vec<_> = team.supervisors.iter().map(|&(s, _)| s).collect();
            supervisors.sort_unstable();
            supervisors.dedup();
            for (organisation, of) in scene.roster.organisations.iter().enumerate() {
                let from = |s: &&usize| {
                    scene.roster.supervisors[**s].organisations.contains(&organisation)
                };
                let amount = supervisors.iter().filter(from).count().saturating_sub(1);
                let details = || vec![("organisation", of.name.clone())];
                let cause = || Cause::new("cause-different-organisations", details());
                ledger.charge(FACTS.id, unit * amount as i64, Some(index), None, cause);
            }
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let cost = frame.settings.of(of.environment, FACTS.id).unit();
        let mut serving: Vec<usize> =
            group.slots.iter().flat_map(|slot| slot.duties.iter().map(|d| d.supervisor)).collect();
        serving.sort_unstable();
        serving.dedup();
        for organisation in 0..frame.roster.organisations.len() {
            let from =
                |s: &usize| frame.roster.supervisors[*s].organisations.contains(&organisation);
            let alike: Vec<usize> = serving.iter().copied().filter(from).collect();
            if alike.len() > 1 {
                group.terms.push(Term::SupervisorsAlike { alike, cost });
            }
        }
    }
}
