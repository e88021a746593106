//! Which team of one plan continues which of another.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use leerteam_model::plan::Plan;
use leerteam_model::roster::{EnvironmentIx, TeamIx};

use super::{Pair, teams_of};

/// Each team of both plans once, with the one that continues it if there is one: the pairs that share most
/// members first, of those the ones with the same id. Teams without a common member need the same id.
pub(super) fn pairs(before: &Plan, after: &Plan) -> Vec<Pair> {
    let same_id = |old: TeamIx, new: TeamIx| before.teams[old].id == after.teams[new].id;
    let mut likely: Vec<(usize, TeamIx, TeamIx)> =
        shared(before, after).into_iter().map(|((old, new), shared)| (shared, old, new)).collect();
    likely.sort_by_key(|&(shared, old, new)| Reverse((shared, same_id(old, new))));
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs: Vec<Pair> = Vec::new();
    for (_, old, new) in likely {
        if !olds.contains(&old) && !news.contains(&new) {
            olds.insert(old);
            news.insert(new);
            pairs.push((Some(old), Some(new)));
        }
    }
    let ended = before.teams.indices().filter(|old| !olds.contains(old));
    pairs.extend(ended.map(|old| (Some(old), None)));
    pairs.sort_unstable();
    let begun = after.teams.indices().filter(|new| !news.contains(new));
    pairs.extend(begun.map(|new| (None, Some(new))));
    pairs
}

/// The pairs of teams of one environment that may be the same team, with the number of common members.
fn shared(before: &Plan, after: &Plan) -> BTreeMap<(TeamIx, TeamIx), usize> {
    let mut shared = BTreeMap::new();
    let by_id = |plan: &Plan| -> BTreeMap<(EnvironmentIx, String), TeamIx> {
        let teams = plan.teams.iter_enumerated();
        teams.map(|(index, team)| ((team.environment, team.id.clone()), index)).collect()
    };
    let (old_ids, new_ids) = (by_id(before), by_id(after));
    for (id, &old) in &old_ids {
        if let Some(&new) = new_ids.get(id) {
            shared.insert((old, new), 0);
        }
    }
    let new_of = teams_of(after);
    for (participant, olds) in teams_of(before) {
        for old in olds {
            for &new in new_of.get(&participant).into_iter().flatten() {
                if before.teams[old].environment == after.teams[new].environment {
                    *shared.entry((old, new)).or_insert(0) += 1;
                }
            }
        }
    }
    shared
}
