//! How two plans of one roster differ.

mod matching;
mod teams;

use std::collections::{BTreeMap, BTreeSet};

use leerteam_model::check::Report;
use leerteam_model::plan::{Charge, Cost, Person, Plan};
use leerteam_model::roster::{ParticipantIx, TeamIx};

pub use teams::TeamChange;

/// How a plan differs from another of the same roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The score before and after.
    pub total: Change,
    /// Every team of either plan, those of the plan before first.
    pub teams: Vec<TeamChange>,
    /// Everybody who is no longer in the same team, in the roster's order.
    pub moves: Vec<Move>,
    /// What each rule charges, where that changes.
    pub by_rule: BTreeMap<&'static str, Change>,
    /// What is charged for each person, where that changes; for nobody is what is of teams only.
    pub by_person: BTreeMap<Option<Person>, Change>,
}

/// An amount before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Before.
    pub before: Cost,
    /// After.
    pub after: Cost,
}

impl Change {
    /// By how much it is more; less than nothing is a gain.
    pub fn difference(self) -> Cost {
        self.after - self.before
    }
}

/// A participant who is no longer in the same team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub participant: ParticipantIx,
    /// The teams left, of the plan before. It is one at the most, unless a plan has somebody in many.
    pub from: Vec<TeamIx>,
    /// The teams joined, of the plan after.
    pub to: Vec<TeamIx>,
}

/// Compares two plans of one roster. A team of one continues that team of the other in its environment
/// with which it shares most members, so that other ids alone move nobody.
pub fn compare(before: &Report, after: &Report) -> Comparison {
    let pairs = matching::pairs(&before.plan, &after.plan);
    let total = Change { before: before.assessment.total(), after: after.assessment.total() };
    let teams = pairs.iter().map(|&pair| teams::change(before, after, pair)).collect();
    let moves = moves(&before.plan, &after.plan, &pairs);
    let by_rule = changes(before, after, |charge| charge.rule);
    let by_person = changes(before, after, |charge| charge.person);
    Comparison { total, teams, moves, by_rule, by_person }
}

/// What is charged before and after by `of`, where the two differ.
fn changes<K: Ord>(
    before: &Report,
    after: &Report,
    of: impl Fn(&Charge) -> K,
) -> BTreeMap<K, Change> {
    let mut changes: BTreeMap<K, Change> = BTreeMap::new();
    for charge in &before.assessment.breakdown.charges {
        changes.entry(of(charge)).or_default().before += charge.cost;
    }
    for charge in &after.assessment.breakdown.charges {
        changes.entry(of(charge)).or_default().after += charge.cost;
    }
    changes.retain(|_, change| change.before != change.after);
    changes
}

type Pair = (Option<TeamIx>, Option<TeamIx>);

fn moves(before: &Plan, after: &Plan, pairs: &[Pair]) -> Vec<Move> {
    let continued: BTreeSet<(TeamIx, TeamIx)> =
        pairs.iter().filter_map(|&(old, new)| old.zip(new)).collect();
    let (old, new) = (teams_of(before), teams_of(after));
    let everybody: BTreeSet<ParticipantIx> = old.keys().chain(new.keys()).copied().collect();
    let of = |participant| {
        let was = old.get(&participant).into_iter().flatten();
        let is = new.get(&participant).into_iter().flatten();
        let (mut from, mut to): (Vec<TeamIx>, Vec<TeamIx>) =
            (was.copied().collect(), is.copied().collect());
        let (all_old, all_new) = (from.clone(), to.clone());
        from.retain(|&old| !all_new.iter().any(|&new| continued.contains(&(old, new))));
        to.retain(|&new| !all_old.iter().any(|&old| continued.contains(&(old, new))));
        Move { participant, from, to }
    };
    let moves = everybody.into_iter().map(of);
    moves.filter(|of| !of.from.is_empty() || !of.to.is_empty()).collect()
}

fn teams_of(plan: &Plan) -> BTreeMap<ParticipantIx, BTreeSet<TeamIx>> {
    let mut teams: BTreeMap<ParticipantIx, BTreeSet<TeamIx>> = BTreeMap::new();
    for (index, team) in plan.teams.iter_enumerated() {
        for &member in &team.members {
            teams.entry(member).or_default().insert(index);
        }
    }
    teams
}
