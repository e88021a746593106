//! What is to be decided, in numbers.

use serde::{Deserialize, Serialize};

use crate::Cost;

/// People to be placed in teams, groups of alike teams, and the rows that tie teams together.
#[derive(Clone, Debug, Serialize, Deserialize, Default)]
pub struct Problem {
    /// For each person, the cost of being in no team.
    pub unplaced: Vec<Cost>,
    /// Number of supervisors.
    pub supervisors: usize,
    /// Groups of alike teams.
    pub groups: Vec<Group>,
    /// Rows that tie teams together.
    pub rows: Vec<Row>,
}

/// Teams that may be swapped for each other: one learning environment, or one given team of it.
#[derive(Clone, Debug, Serialize, Deserialize, Default)]
pub struct Group {
    /// Most teams.
    pub max_teams: usize,
    /// The people who may join, as indices of [`Problem::unplaced`]. Everything per member below is
    /// in the order of this list: a *candidate* is a place in it.
    pub candidates: Vec<usize>,
    /// Cost by number of members, from 0; `None` or past the end: not allowed. A team without
    /// members is allowed only where `sizes[0]` is `Some`.
    pub sizes: Vec<Option<Cost>>,
    /// The moments at which a team can meet.
    pub slots: Vec<Slot>,
    /// Supervisors needed, for each side; [`Duty::side`] is a place in this list.
    pub needs: Vec<Need>,
    /// Costs of a team's composition.
    pub terms: Vec<Term>,
}

/// A moment at which a team of the group can meet.
#[derive(Clone, Debug, Serialize, Deserialize, Default)]
pub struct Slot {
    /// For each candidate the cost of coming; `None` if impossible.
    pub members: Vec<Option<Cost>>,
    /// Who can supervise then.
    pub duties: Vec<Duty>,
    /// Most people, members and supervisors together; no limit if `None`.
    pub capacity: Option<usize>,
    /// What has to hold for the members together.
    pub quorum: Option<Quorum>,
}

/// A supervisor who can serve a team on one side.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Duty {
    /// The supervisor.
    pub supervisor: usize,
    /// The side, as a place in [`Group::needs`].
    pub side: usize,
    /// What it costs.
    pub cost: Cost,
}

/// How many supervisors of one side a team needs.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Need {
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
    /// Cost of each one short of `min`.
    pub short: Cost,
}

/// Sums over the members that must not be negative.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Quorum {
    /// For each sum, a coefficient for each candidate.
    pub sums: Vec<Vec<i64>>,
    /// Cost, once, if any sum is negative.
    pub broken: Cost,
}

/// A cost of one team's composition.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Term {
    /// `unit` for each unit that the members' sum is away from zero.
    Deviation {
        /// For each candidate.
        coefficients: Vec<i64>,
        /// Cost of one unit.
        unit: Cost,
    },
    /// `short` for each label short of `at_least` different ones among the members.
    Distinct {
        /// For each candidate; `None` adds no label.
        labels: Vec<Option<usize>>,
        /// Different labels wanted.
        at_least: usize,
        /// Cost of each one short.
        short: Cost,
    },
    /// `cost` for each member that a label is short of `at_least`, if there is any with it.
    Thin {
        /// For each candidate; `None` has no label.
        labels: Vec<Option<usize>>,
        /// Members wanted with a label that is there.
        at_least: usize,
        /// Cost of each one short.
        cost: Cost,
    },
    /// `cost` if the members have exactly so many different labels, and only one member has one of
    /// these: without that member there would be too few.
    Fragile {
        /// For each candidate; `None` adds no label.
        labels: Vec<Option<usize>>,
        /// Different labels wanted.
        at_least: usize,
        /// Cost.
        cost: Cost,
    },
    /// `cost` for each member with a label that none of the team's supervisors stands for.
    Unserved {
        /// For each candidate; `None` needs nobody.
        labels: Vec<Option<usize>>,
        /// For each label, the supervisors who stand for it, ascending.
        serving: Vec<Vec<usize>>,
        /// Cost of each such member.
        cost: Cost,
    },
    /// `cost` if one is a member and the other is not.
    Together {
        /// A candidate.
        one: usize,
        /// The candidate it should be with; `None` if that person cannot join this group at all.
        other: Option<usize>,
        /// Cost.
        cost: Cost,
    },
    /// `cost` if both are members.
    Apart {
        /// A candidate.
        one: usize,
        /// The candidate it should not be with.
        other: usize,
        /// Cost.
        cost: Cost,
    },
    /// `cost` for each supervisor beyond the first that is one of these.
    SupervisorsAlike {
        /// Supervisors that are alike in some way, each once.
        alike: Vec<usize>,
        /// Cost of each beyond the first.
        cost: Cost,
    },
    /// `cost` if the supervisor does not serve.
    SupervisorMissing {
        /// The supervisor.
        supervisor: usize,
        /// Cost.
        cost: Cost,
    },
}

/// `sum(coefficient * uses) <= at_most`, over all teams.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Row {
    /// What is counted, with its coefficient.
    pub uses: Vec<(Use, i64)>,
    /// The limit.
    pub at_most: i64,
    /// Cost of each unit above the limit; `None`: it must hold.
    pub over: Option<Cost>,
}

/// What a row counts. Each counts once for each team it is true of.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Use {
    /// The group has the team.
    Team {
        /// The group.
        group: usize,
    },
    /// A team of the group meets at the slot.
    Slot {
        /// The group.
        group: usize,
        /// The slot.
        slot: usize,
    },
    /// The supervisor serves a team of the group, on any side, at any slot.
    Serve {
        /// The group.
        group: usize,
        /// The supervisor.
        supervisor: usize,
    },
    /// The supervisor serves a team of the group, on any side, that meets at the slot.
    ServeAt {
        /// The group.
        group: usize,
        /// The slot.
        slot: usize,
        /// The supervisor.
        supervisor: usize,
    },
}

impl Problem {
    /// A problem without supervisors and rows. Shapes: `unplaced` has one cost a person.
    pub fn new(unplaced: Vec<Cost>, groups: Vec<Group>) -> Problem {
        Problem { unplaced, supervisors: 0, groups, rows: Vec::new() }
    }

    /// The most points that one person, one size or one step of a term makes of a difference, and 1 at least:
    /// what a broken requirement is weighed against.
    pub(crate) fn highest_points(&self) -> i64 {
        let unplaced = self.unplaced.iter().map(|cost| cost.points);
        let groups = self.groups.iter().map(Group::highest_points);
        unplaced.chain(groups).max().unwrap_or(0).max(1)
    }
}

impl Term {
    /// What it charges for each unit or each time.
    pub fn charge(&self) -> Cost {
        match *self {
            Term::Deviation { unit, .. } => unit,
            Term::Distinct { short, .. } => short,
            Term::Thin { cost, .. }
            | Term::Fragile { cost, .. }
            | Term::Unserved { cost, .. }
            | Term::Together { cost, .. }
            | Term::Apart { cost, .. }
            | Term::SupervisorsAlike { cost, .. }
            | Term::SupervisorMissing { cost, .. } => cost,
        }
    }

    /// The most points that one member or supervisor more or less can make of a difference.
    fn highest_points(&self) -> i64 {
        let most = match self {
            Term::Deviation { coefficients, .. } => {
                coefficients.iter().map(|value| value.abs()).max().unwrap_or(0)
            }
            Term::Thin { at_least, .. } => *at_least as i64,
            _ => 1,
        };
        most * self.charge().points
    }
}

impl Group {
    fn highest_points(&self) -> i64 {
        let slots = self.slots.iter().flat_map(|slot| slot.members.iter().flatten());
        let costs = slots.chain(self.sizes.iter().flatten()).map(|cost| cost.points);
        let terms = self.terms.iter().map(Term::highest_points);
        // One person can have many wishes.
        let mut pairs = vec![0; self.candidates.len()];
        for term in &self.terms {
            let (one, other, cost) = match *term {
                Term::Together { one, other, cost } => (one, other, cost),
                Term::Apart { one, other, cost } => (one, Some(other), cost),
                _ => continue,
            };
            pairs[one] += cost.points;
            other.into_iter().for_each(|other| pairs[other] += cost.points);
        }
        costs.chain(terms).chain(pairs).max().unwrap_or(0)
    }

    /// Up to `max_teams` teams of 1 to `max_size` of the `candidates`, without any term.
    pub fn new(
        candidates: Vec<usize>,
        max_teams: usize,
        max_size: usize,
        slots: Vec<Slot>,
    ) -> Group {
        let mut sizes = vec![Some(Cost::ZERO); max_size + 1];
        sizes[0] = None;
        Group { max_teams, candidates, sizes, slots, ..Group::default() }
    }

    /// Whether a supervisor can serve at a slot.
    pub fn can_serve(&self, slot: usize, supervisor: usize) -> bool {
        self.slots[slot].duties.iter().any(|duty| duty.supervisor == supervisor)
    }

    /// Cost of a team of this many members, if allowed.
    pub fn size_cost(&self, members: usize) -> Option<Cost> {
        self.sizes.get(members).copied().flatten()
    }
}

impl Slot {
    /// A slot with costs for each candidate, no supervisors and no limit of people.
    pub fn new(members: Vec<Option<Cost>>) -> Slot {
        Slot { members, ..Slot::default() }
    }
}
