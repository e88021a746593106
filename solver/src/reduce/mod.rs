//! What is alike, so that it need not be separated: candidates in whom no term sees a difference,
//! people who cost the same everywhere, supervisors who count the same.

mod classes;
mod compositions;
mod kinds;
mod people;
mod supervision;
mod supervisors;

pub(crate) use classes::Classes;
pub(crate) use compositions::Compositions;
pub(crate) use kinds::Kinds;
pub(crate) use people::People;
pub(crate) use supervision::{DutySet, Supervision};
pub(crate) use supervisors::{Crews, Place};

use crate::Problem;
use supervision::About;

/// A group in its reduced form.
pub(crate) struct View {
    pub classes: Classes,
    pub compositions: Compositions,
    /// By slot.
    pub supervision: Vec<Supervision>,
    /// The kinds of supervision between which a team's members make a difference.
    pub kinds: Kinds,
}

/// A problem in its reduced form.
pub(crate) struct Reduced<'a> {
    pub problem: &'a Problem,
    pub views: Vec<View>,
    pub people: People,
    pub crews: Crews,
    /// By row, the limit that a bound has to allow for: more than the row's where others than this
    /// part have taken some of it.
    pub loose: Vec<i64>,
}

impl<'a> Reduced<'a> {
    /// `loose`: by row the limit for bounds; rows beyond it have their own. None once it may not `go_on`.
    pub fn new(
        problem: &'a Problem,
        loose: &[i64],
        go_on: &dyn Fn() -> bool,
    ) -> Option<Reduced<'a>> {
        let classes: Vec<Classes> = problem.groups.iter().map(Classes::new).collect();
        let are_listed = compositions::are_worth_listing(problem, &classes);
        let mut views = Vec::new();
        for (group, classes) in problem.groups.iter().zip(classes) {
            let compositions = match are_listed {
                true => Compositions::new(group, &classes, problem.groups.len(), go_on),
                false => Compositions::unlisted(classes.len()),
            };
            let largest = group.sizes.len().saturating_sub(1)
                + group.needs.iter().map(|need| need.max).sum::<usize>();
            // Some slot is too small for the largest team with all its supervisors.
            let is_tight =
                group.slots.iter().any(|slot| slot.capacity.is_some_and(|most| most < largest));
            let about = About::new(group);
            let mut kinds = Kinds::new(is_tight);
            let mut supervision = Vec::new();
            for slot in &group.slots {
                if !go_on() {
                    return None;
                }
                supervision.push(Supervision::new(group, &about, slot, &classes, &mut kinds));
            }
            views.push(View { classes, compositions, supervision, kinds });
        }
        let people = go_on().then(|| People::new(problem, &views))?;
        let supervision: Vec<&[Supervision]> =
            views.iter().map(|view| view.supervision.as_slice()).collect();
        let merge = problem.supervisors > 200;
        let loose: Vec<i64> = (0..problem.rows.len())
            .map(|row| loose.get(row).copied().unwrap_or(problem.rows[row].at_most))
            .collect();
        let crews = go_on().then(|| Crews::new(problem, &loose, &supervision, merge))?;
        Some(Reduced { problem, views, people, crews, loose })
    }

    /// As if there were too many compositions to list.
    pub fn list_no_compositions(&mut self) {
        for view in &mut self.views {
            view.compositions = Compositions::unlisted(view.classes.len());
        }
        self.people = People::new(self.problem, &self.views);
    }
}
