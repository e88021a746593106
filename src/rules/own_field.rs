//! Each member has a supervisor of their own field.

use leerteam_solver::{Group, Term};

use super::serving::serving;
use super::{Facts, Frame, FrameGroup, Rule, Scene};
use crate::plan::{Cause, Ledger, Person};
use crate::roster::{LearningEnvironment, Roster};

/// Amount: 1 for each member with a field that no supervisor of the team has; nothing where no
/// supervisor is asked for, or no supervisor of the roster has any field.
pub struct OwnField;

const FACTS: Facts = Facts::weighed("own-field", 40).or_required();
const ATTRIBUTE: &str = "field";

fn has_fields(roster: &Roster) -> bool {
    roster.supervisors.iter().any(|supervisor| !supervisor.fields.is_empty())
}

fn asks_for_any(environment: &LearningEnvironment) -> bool {
    environment.supervision.iter().any(|need| need.max > 0)
}

impl Rule for OwnField {
    fn facts(&self) -> Facts {
        FACTS
    }

    fn score(&self, scene: &Scene, ledger: &mut Ledger) {
        if !has_fields(scene.roster) {
            return;
        }
        for (index, team) in scene.teams() {
            if !asks_for_any(scene.environment(team)) {
                continue;
            }
            let unit = scene.settings.of(team.environment, FACTS.id).unit();
            let serving = team.supervisors.iter().map(|&(who, _)| &scene.roster.supervisors[who]);
            let fields: Vec<&String> = serving.flat_map(|supervisor| &supervisor.fields).collect();
            for &member in &team.members {
                let Some(field) = scene.roster.attribute(member, ATTRIBUTE) else { continue };
                if !fields.iter().any(|of| **of == field) {
                    let person = Some(Person::Participant(member));
                    let details = || vec![("field", field.to_string())];
                    let cause = || Cause::new("cause-own-field", details());
                    ledger.charge(FACTS.id, unit, Some(index), person, cause);
                }
            }
        }
    }

    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let cost = frame.settings.of(of.environment, FACTS.id).unit();
        let applies = asks_for_any(frame.environment(of)) && has_fields(frame.roster);
        if cost.is_zero() || !applies {
            return;
        }
        let labels = frame.labels(of, ATTRIBUTE);
        let supervisors = serving(group);
        let has = |field: &str| {
            let fields = |&who: &usize| &frame.roster.supervisors[who].fields;
            let has = supervisors.iter().copied();
            has.filter(|who| fields(who).iter().any(|own| own == field)).collect()
        };
        let serving = labels.values.iter().map(|field| has(field)).collect();
        group.terms.push(Term::Unserved { labels: labels.of, serving, cost });
    }
}
