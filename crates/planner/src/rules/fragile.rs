//! A team can lose any one member.

use leerteam_solver::{Group, Term};

use super::{Frame, FrameGroup, Lowering};
use leerteam_model::roster::Mode;
use leerteam_model::rules::fragile::{Fragile, SPEC};
use leerteam_model::rules::{professions, team_size};

impl Lowering for Fragile {
    fn team(&self, frame: &Frame, of: &FrameGroup, group: &mut Group) {
        let unit = frame.settings.of(of.environment, SPEC.id).unit();
        let size = frame.settings.of(of.environment, team_size::SPEC.id);
        let least = frame.environment(of).min_size as usize;
        if size.mode != Mode::Off
            && let Some(Some(cost)) = group.sizes.get_mut(least)
        {
            *cost += unit;
        }
        let rule = frame.settings.of(of.environment, professions::SPEC.id);
        if rule.mode != Mode::Off {
            let labels = frame.labels(of, professions::ATTRIBUTE).of;
            let at_least = rule.count(professions::AT_LEAST.name);
            group.terms.push(Term::Fragile { labels, at_least, cost: unit });
        }
    }
}
