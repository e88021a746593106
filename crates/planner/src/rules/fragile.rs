//! A team can lose any one member.

use leerteam_solver::{Group, Term};

use super::{DecisionSpace, Lowering, TeamGroup};
use leerteam_model::roster::Mode;
use leerteam_model::rules::fragile::{Fragile, SPEC};
use leerteam_model::rules::{professions, team_size};

impl Lowering for Fragile {
    fn team(&self, space: &DecisionSpace, of: &TeamGroup, group: &mut Group) {
        let unit = space.settings.setting(of.environment, SPEC.id).unit();
        let size = space.settings.setting(of.environment, team_size::SPEC.id);
        let least = space.environment(of).min_size as usize;
        if size.mode != Mode::Off
            && let Some(Some(cost)) = group.sizes.get_mut(least)
        {
            *cost += unit;
        }
        let rule = space.settings.setting(of.environment, professions::SPEC.id);
        if rule.mode != Mode::Off {
            let labels = space.labels(of, professions::ATTRIBUTE).of;
            let at_least = rule.count(professions::AT_LEAST.name);
            group.terms.push(Term::Fragile { labels, at_least, cost: unit });
        }
    }
}
