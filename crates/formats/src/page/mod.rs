//! A plan as a page to look at: one HTML file that needs nothing else, not even a network.
//!
//! All that is shown is worked out here and goes into the page as one JSON document, with all texts
//! in every language; a script in the page draws it (`assets`).

mod document;
mod names;
mod view;

use leerteam_messages::Language;
use leerteam_model::check::{MOST_WORK, Report, alternatives};
use leerteam_model::roster::Roster;

use view::{Source, View};

/// How a page is made.
#[derive(Clone, Debug)]
pub struct PageOptions<'a> {
    /// The language in which it opens.
    pub language: Language,
    /// What stands above it; the roster's id if empty.
    pub title: &'a str,
    /// Whether the names of participants and supervisors are in it, or only their ids.
    pub with_names: bool,
    /// Most work for the points of other slots, see [`alternatives`].
    pub most_work: usize,
}

impl Default for PageOptions<'_> {
    fn default() -> Self {
        let language = Language::default();
        PageOptions { language, title: "", with_names: true, most_work: MOST_WORK }
    }
}

/// The page of a plan.
pub fn page(roster: &Roster, report: &Report, options: &PageOptions) -> String {
    let plan = &report.plan;
    // All texts are made without names, so that a page without names has none in them: what they say of
    // people are references to the two lists.
    let nameless = names::without_names(roster);
    let view = View::new(&Source {
        roster: &nameless,
        names: options.with_names.then_some(roster),
        plan,
        assessment: &report.assessment,
        alternatives: &alternatives(roster, plan, options.most_work),
        proof: report.proof.as_ref(),
        options,
    });
    document::document(&view, options)
}
