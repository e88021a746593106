//! Columns for whole teams: exactly these people at a slot.
//!
//! Where people differ there are as many classes as people, and a row for each class at each slot says
//! nothing that the rows of people do not say. A column for each team needs only those, and its quorum is
//! its own (docs/engine.md).

use std::collections::HashMap;

use super::slot_task::Proven;
use super::{Column, Master, What};
use crate::Solution;
use crate::local::{MemberLayout, MemberTeam};
use crate::pricing::{Features, Multipliers};
use crate::reduce::Reduced;

/// The whole teams of all groups that have a column somewhere.
pub(crate) struct WholeTeams<'a> {
    pub(super) groups: Vec<GroupTeams<'a>>,
}

/// Those of one group.
pub(super) struct GroupTeams<'a> {
    pub features: Features,
    pub layout: MemberLayout<'a>,
    /// By candidate, its kind of people.
    pub kinds: Vec<usize>,
    /// By kind of people, its candidates in this group.
    candidates: HashMap<usize, Vec<usize>>,
    /// Members of each team: of a kind of people always the first candidates.
    patterns: Vec<Vec<usize>>,
    known: HashMap<Vec<usize>, usize>,
    /// By slot, the first slot with the same members' costs: for members the two are one.
    pub twins: Vec<usize>,
    /// By slot and size, from the last round.
    pub multipliers: Vec<Vec<Multipliers>>,
    /// By slot and size, what was proven at some prices.
    pub proven: Vec<Vec<Option<Proven>>>,
}

impl<'a> WholeTeams<'a> {
    pub fn new(reduced: &'a Reduced<'a>) -> WholeTeams<'a> {
        let kind_of = reduced.people.kind_of();
        let group = |group: &'a crate::Group| {
            let kinds: Vec<usize> = group.candidates.iter().map(|&who| kind_of[who]).collect();
            let mut candidates: HashMap<usize, Vec<usize>> = HashMap::new();
            for (candidate, &kind) in kinds.iter().enumerate() {
                candidates.entry(kind).or_default().push(candidate);
            }
            let features = Features::new(group, kinds.clone());
            let of_slot = |slot| vec![Multipliers::new(&features, slot); group.sizes.len()];
            GroupTeams {
                layout: MemberLayout::of_members(group),
                multipliers: (0..group.slots.len()).map(of_slot).collect(),
                proven: vec![vec![None; group.sizes.len()]; group.slots.len()],
                twins: twins(group),
                features,
                kinds,
                candidates,
                patterns: Vec::new(),
                known: HashMap::new(),
            }
        };
        WholeTeams { groups: reduced.problem.groups.iter().map(group).collect() }
    }

    /// The members of a team, as candidates.
    pub fn members(&self, group: usize, pattern: usize) -> &[usize] {
        &self.groups[group].patterns[pattern]
    }

    /// The first slot that is the same for members: its columns stand for all of these slots.
    pub fn twin(&self, group: usize, slot: usize) -> usize {
        self.groups[group].twins[slot]
    }

    /// The kind of people of a group's candidate.
    pub fn kind(&self, group: usize, candidate: usize) -> usize {
        self.groups[group].kinds[candidate]
    }
}

/// By slot, the first that costs each member the same and has the same quorum and room.
fn twins(group: &crate::Group) -> Vec<usize> {
    let key = |slot: &crate::Slot| {
        let quorum = slot.quorum.as_ref().map(|quorum| (quorum.sums.clone(), quorum.broken));
        (slot.members.clone(), slot.capacity, quorum)
    };
    let mut first = HashMap::new();
    let slots = group.slots.iter().enumerate();
    slots.map(|(index, slot)| *first.entry(key(slot)).or_insert(index)).collect()
}

impl GroupTeams<'_> {
    /// The place of a team with these members, or with others like them.
    pub fn note(&mut self, members: &[usize]) -> usize {
        let mut taken: HashMap<usize, usize> = HashMap::new();
        let mut pattern: Vec<usize> = members
            .iter()
            .map(|&member| {
                let kind = self.kinds[member];
                let next = taken.entry(kind).or_default();
                *next += 1;
                self.candidates[&kind][*next - 1]
            })
            .collect();
        pattern.sort_unstable();
        let next = self.patterns.len();
        *self.known.entry(pattern).or_insert_with_key(|pattern| {
            self.patterns.push(pattern.clone());
            next
        })
    }
}

impl<'a> Master<'a> {
    /// The column of a whole team.
    pub(super) fn whole_team(
        &self,
        group: usize,
        slot: usize,
        pattern: usize,
        kind: usize,
    ) -> Option<Column> {
        let teams = &self.whole.as_ref()?.groups[group];
        let members = &teams.patterns[pattern];
        let of = &self.reduced.problem.groups[group];
        let view = &self.reduced.views[group];
        let mut cost = MemberTeam::new(&teams.layout, slot, members).score()?;
        cost += view.kinds.all[kind].cost(&view.classes.counts(members));
        for &member in members {
            cost = cost - self.reduced.problem.unplaced[of.candidates[member]];
        }
        let what = What::Whole { group, slot, pattern, kind };
        Some(Column { what, cost, upper: f64::INFINITY })
    }

    /// Adds the columns of a solution's teams, where there are columns of whole teams.
    pub(super) fn add_whole_teams_of(&mut self, solution: &Solution) {
        let mut columns = Vec::new();
        for team in &solution.teams {
            let supervision = &self.reduced.views[team.group].supervision[team.slot];
            let Some(set) = supervision.set_of(&team.duties) else { continue };
            let kind = supervision.sets[set].kind;
            let Some(whole) = &mut self.whole else { return };
            let pattern = whole.groups[team.group].note(&team.members);
            let slot = whole.twin(team.group, team.slot);
            columns.extend(self.whole_team(team.group, slot, pattern, kind));
        }
        self.add_columns(columns);
    }

    /// What stands for a solution's team, where there are columns of whole teams.
    pub(super) fn whole_of(&mut self, team: &crate::Team, kind: usize) -> Option<What> {
        let whole = self.whole.as_mut()?;
        let pattern = whole.groups[team.group].note(&team.members);
        let slot = whole.twin(team.group, team.slot);
        Some(What::Whole { group: team.group, slot, pattern, kind })
    }
}
