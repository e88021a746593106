//! What the page shows, with every reference resolved. It becomes the JSON in the page; `null`,
//! empty and false mostly are left out.
//!
//! Places in lists stand for what is in the lists. A [`Both`] is one text in each language, in the
//! order of [`View::languages`].

mod displaced;
mod environments;
mod people;
mod teams;
mod texts;
mod wrong;

use std::collections::BTreeMap;

use index_vec::IndexVec;

use serde::Serialize;

use super::PageOptions;
use leerteam_messages::{Language, Messages};
use leerteam_model::check::{Alternative, Assessment, Outcome, Proof};
use leerteam_model::plan::{Cost, Plan};
use leerteam_model::roster::{Roster, TeamIx};
use leerteam_model::rules::RULES;

/// A text in each language.
pub type Both = [String; Language::ALL.len()];

/// Broken requirements and points.
pub type Score = (i64, i64);

/// What a view is made from.
pub struct Source<'a> {
    /// The roster, with references in place of people's names.
    pub roster: &'a Roster,
    /// The roster with the names, if they are to be in the page.
    pub names: Option<&'a Roster>,
    /// The plan.
    pub plan: &'a Plan,
    /// What follows from it.
    pub assessment: &'a Assessment,
    /// For each team its other slots.
    pub alternatives: &'a IndexVec<TeamIx, Option<Vec<Alternative>>>,
    /// What is proven.
    pub proof: Option<&'a Proof>,
    /// How the page is made.
    pub options: &'a PageOptions<'a>,
}

/// All that the page shows.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// The languages, in the order of each [`Both`].
    languages: [&'static str; Language::ALL.len()],
    /// The one in which the page opens.
    language: &'static str,
    /// For each language the texts by key.
    texts: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// What stands above it.
    pub title: String,
    roster: String,
    first_date: String,
    last_date: String,
    has_names: bool,
    /// What participants can be: programme, institution and so on.
    kinds: Vec<people::Kind>,
    participants: Vec<people::Participant>,
    supervisors: Vec<people::Supervisor>,
    locations: Vec<environments::Location>,
    themes: Vec<String>,
    environments: Vec<environments::Environment>,
    /// Meetings that teams have, as days after the first date.
    series: Vec<Vec<u32>>,
    /// When and where teams could meet.
    moments: Vec<teams::Moment>,
    teams: Vec<teams::Team>,
    broken: Vec<wrong::Broken>,
    left_over: Vec<wrong::LeftOver>,
    score: Score,
    rules: Vec<Rule>,
    proven: Option<Proven>,
}

/// A rule, with what it counts in the whole plan.
#[derive(Serialize)]
struct Rule {
    id: &'static str,
    score: Score,
}

/// What is proven about the plan.
#[derive(Serialize)]
struct Proven {
    bound: Score,
    /// A fraction.
    gap: f64,
    outcome: &'static str,
}

impl View {
    /// Works out what there is to show.
    pub fn new(source: &Source) -> View {
        let Source { roster, assessment, options, .. } = *source;
        let messages = Language::ALL.map(Messages::of);
        let (kinds, participants) = people::participants(source);
        let supervisors = people::supervisors(source);
        let (environments, heads) = environments::environments(source, &messages);
        let teams = teams::teams(source, heads, displaced::displaced(source, &messages));
        let title = if options.title.is_empty() { &roster.id } else { options.title };
        View {
            languages: Language::ALL.map(Language::code),
            language: options.language.code(),
            texts: texts::texts(&messages),
            title: title.to_owned(),
            roster: roster.id.clone(),
            first_date: roster.period.first.to_string(),
            last_date: roster.period.last.to_string(),
            has_names: people::have_names(&participants, &supervisors),
            kinds,
            participants,
            supervisors,
            locations: environments::locations(roster),
            themes: roster.themes.iter().map(|(_, name)| name.clone()).collect(),
            environments,
            series: teams.series,
            moments: teams.moments,
            teams: teams.teams,
            broken: wrong::broken(source, &messages),
            left_over: wrong::left_over(source, &messages),
            score: score(assessment.total()),
            rules: rules(assessment),
            proven: source.proof.map(|proof| Proven::new(proof, assessment)),
        }
    }
}

fn score(cost: Cost) -> Score {
    (cost.broken, cost.points)
}

/// Every rule, in the order of scores.
fn rules(assessment: &Assessment) -> Vec<Rule> {
    let rule = |id: &'static str| {
        let charges = assessment.breakdown.charges.iter().filter(|charge| charge.rule == id);
        Rule { id, score: score(charges.map(|charge| charge.cost).sum()) }
    };
    RULES.iter().map(|of| rule(of.specification().id)).collect()
}

/// The place of a rule in [`View::rules`].
fn rule_place(id: &str) -> usize {
    let place = RULES.iter().position(|rule| rule.specification().id == id);
    place.expect("charges are of rules")
}

impl Proven {
    fn new(proof: &Proof, assessment: &Assessment) -> Proven {
        let outcome = match proof.outcome {
            Outcome::Proven => "proven",
            Outcome::Limit => "limit",
            Outcome::Cancelled => "cancelled",
            Outcome::Stalled => "stalled",
            Outcome::NumericalFailure => "numerical-failure",
            Outcome::InternalError => "internal-error",
        };
        let gap = assessment.total().gap(proof.bound);
        Proven { bound: score(proof.bound), gap, outcome }
    }
}
