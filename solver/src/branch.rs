//! Branching on the number of teams.
//!
//! A linear program opens a part of a team where it pays for a whole one nowhere. So the number of teams of
//! each group is decided first, and then how many there are at the first so many of its slots: a node has
//! ranges of these numbers, and its own bound. The bound of all plans is the lowest of the open nodes.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use crate::Cost;
use crate::generate::Run;
use crate::highs::Basis;
use crate::improve::Neighbourhoods;
use crate::integer::{Share, finish};
use crate::master::{Master, Relaxed, TeamRange};
use crate::problem::{Group, Slot};
use crate::split::{SlotAt, Split};
use crate::tolerances::{ROUNDING, WHOLE};

/// Better plans in turns with the nodes of the tree: dives from nodes and large neighbourhoods.
struct Better {
    neighbourhoods: Neighbourhoods,
    begun: f64,
    spent: f64,
    dives: bool,
}

impl Better {
    fn new(run: &Run) -> Better {
        let neighbourhoods = Neighbourhoods::new(run, false);
        Better { neighbourhoods, begun: run.spent(), spent: 0.0, dives: true }
    }

    /// Goes on until it has had its share.
    fn catch_up(&mut self, run: &mut Run, split: &Split, master: &mut Master, relaxed: &Relaxed) {
        while self.spent * BETTER < run.spent() - self.begun && run.may_go_on() && !run.is_proven()
        {
            let before = run.spent();
            if self.dives {
                run.round_up(split, master, relaxed);
            } else {
                run.improve_once(&mut self.neighbourhoods);
            }
            self.dives = !self.dives;
            self.spent += run.spent() - before;
            if run.spent() == before {
                // Nothing is left to try, and it counts for nothing.
                return;
            }
        }
    }
}

/// Of what the tree takes, one part in so many is for better plans.
const BETTER: f64 = 3.0;
/// A step up of a node's bound is none if it is less than this share of what is open.
const NO_STEP: f64 = 0.01;
/// So many generations of nodes without a step up, and an integer program is tried.
const PATIENCE: usize = 2;

/// Columns of teams that an integer program may have where there is more to branch on.
const FEW_COLUMNS: usize = 6_000;
/// Simplex iterations that an integer program may take, however few there were before.
const LEAST_WORK: u64 = 2_000;
/// How unlike two slots are by one person who can come to one of them only.
const UNLIKE: f64 = 100.0;

/// Ranges of numbers of teams, and what is proven there.
#[derive(Clone)]
struct Node {
    ranges: Vec<TeamRange>,
    bound: f64,
    /// How many generations ago the bound last rose.
    idle: usize,
    /// The basis of the parent's linear program.
    basis: Option<Rc<Basis>>,
}

/// How the integer program of a node went.
enum Tried {
    /// It has proven what there is to be proven, or the slots have to be separated by team before more can
    /// be.
    Done(Vec<SlotAt>),
    /// It would be too large, or it has used up its share of the work.
    Undone,
}

impl Run<'_> {
    /// Closes the gap of the master's goal as far as it goes; the slots that have to be separated by team
    /// before more can be proven.
    pub fn branch(&mut self, split: &Split, master: &mut Master, relaxed: &Relaxed) -> Vec<SlotAt> {
        let root: Vec<TeamRange> = master.team_ranges().collect();
        let first = Node {
            ranges: root.clone(),
            bound: f64::NEG_INFINITY,
            idle: PATIENCE,
            basis: master.live.basis().map(Rc::new),
        };
        let mut open = vec![first];
        let mut of_root = Some(relaxed.clone());
        let mut doubtful = Vec::new();
        // What is over: with a gap asked for, a node that is closed may still have a plan better than the
        // best one.
        let mut closed = f64::INFINITY;
        let mut better = Better::new(self);
        while let Some(node) = take_lowest(&mut open) {
            let parent = node.bound;
            let (mut node, relaxed) = match of_root.take() {
                Some(relaxed) => (node, Some(relaxed)),
                None => self.solve_node(master, node),
            };
            self.prove_lowest(master, node.bound.min(closed), &open);
            if self.is_proven() || !self.may_go_on() {
                break;
            }
            let Some(relaxed) = relaxed.filter(|_| !self.is_closed(master, node.bound)) else {
                closed = closed.min(node.bound);
                continue;
            };
            if self.depth == 0 && parent.is_finite() {
                better.catch_up(self, split, master, &relaxed);
                node.bound = self.node_bound;
                if self.is_proven() {
                    break;
                }
            }
            let step = NO_STEP * (self.worth(master) - parent);
            if parent.is_finite() {
                node.idle = if node.bound > parent + step { 0 } else { node.idle + 1 };
            }
            let halves = Halves::of(master, &relaxed);
            let is_due = match &halves {
                Some(halves) => !halves.is_total && node.idle >= PATIENCE,
                None => true,
            };
            if is_due {
                match self.try_whole(split, master, &mut node, &relaxed, halves.is_some()) {
                    Tried::Done(more) => {
                        doubtful.extend(more);
                        closed = closed.min(node.bound);
                        self.prove_lowest(master, closed, &open);
                        continue;
                    }
                    Tried::Undone => node.idle = 0,
                }
            }
            let Some(halves) = halves else {
                closed = closed.min(node.bound);
                continue;
            };
            open.extend(halves.divide(master, &node));
        }
        master.set_team_ranges(&root, 0.0);
        doubtful
    }

    /// Tries the integer program of a node; if there is `more` to branch on, within a share of the work.
    fn try_whole(
        &mut self,
        split: &Split,
        master: &mut Master,
        node: &mut Node,
        relaxed: &Relaxed,
        more: bool,
    ) -> Tried {
        self.node_bound = node.bound;
        // As much again as there was until now, so that branching goes on in time.
        let share = match more {
            true => Share {
                columns: FEW_COLUMNS,
                work: self.work.max(LEAST_WORK),
                time: self.options.work_limit.is_none().then(|| self.started.elapsed()),
            },
            false => Share::ALL,
        };
        let finished = finish(self, split, master, relaxed, &share);
        node.bound = self.node_bound;
        match finished {
            Some(doubtful) => Tried::Done(doubtful),
            None => Tried::Undone,
        }
    }

    /// Solves the linear program of a node: the node with what is proven, and the relaxed solution unless
    /// it was stopped.
    fn solve_node(&mut self, master: &mut Master, mut node: Node) -> (Node, Option<Relaxed>) {
        // With a team short it is no better than the best plan.
        let short = self.worth(master).max(0.0) + 1.0;
        master.set_team_ranges(&node.ranges, short);
        if let Some(basis) = node.basis.take() {
            master.live.set_basis(&basis);
        }
        self.node_bound = node.bound;
        let relaxed = self.generate_or_prune(master);
        node.bound = self.node_bound;
        node.basis = master.live.basis().map(Rc::new);
        (node, relaxed)
    }

    /// Raises the bound of all plans to the lowest of all nodes.
    fn prove_lowest(&mut self, master: &Master, bound: f64, open: &[Node]) {
        let lowest = open.iter().map(|node| node.bound).fold(bound, f64::min);
        // A plan that is as good as the best would be at no node with a higher bound.
        let lowest = lowest.min(self.worth(master));
        if lowest.is_finite() {
            self.prove(master.goal, lowest);
            self.report(master, false);
        }
    }

    /// What has been spent: work where that is limited, else seconds.
    fn spent(&self) -> f64 {
        match self.options.work_limit {
            Some(_) => self.work as f64,
            None => self.started.elapsed().as_secs_f64(),
        }
    }

    /// The best plan in the weights of the goal.
    pub fn worth(&self, master: &Master) -> f64 {
        master.goal.worth(self.state.cost)
    }

    /// Whether no plan of a node with this bound can be better than the best, but for the gap asked for.
    pub fn is_closed(&self, master: &Master, bound: f64) -> bool {
        let worth = self.worth(master);
        (bound - ROUNDING).ceil() >= worth - self.options.gap * worth.max(0.0)
    }
}

/// The node with the lowest bound.
fn take_lowest(nodes: &mut Vec<Node>) -> Option<Node> {
    let bounds = nodes.iter().map(|node| node.bound).enumerate();
    let lowest = bounds.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    lowest.map(|(at, _)| nodes.remove(at))
}

/// A number of teams that is not whole.
struct Halves {
    group: usize,
    slots: Range<usize>,
    number: f64,
    /// Whether it is that of all of a group's teams.
    is_total: bool,
}

impl Halves {
    /// The number of teams to branch on: of a group in all, and then at the first so many of its slots; none
    /// if all are whole.
    fn of(master: &Master, relaxed: &Relaxed) -> Option<Halves> {
        let by_slot = master.teams_by_slot(&relaxed.values);
        // Where teams are short of a range there is nothing between its ends to branch on.
        let is_open = |halves: &Halves| {
            let range = master.range_of(halves.group, &halves.slots);
            let below = halves.number.floor() as usize;
            range.least <= below && below < range.most
        };
        let totals = by_slot.iter().enumerate().map(|(group, slots)| {
            let halves =
                Halves { group, slots: 0..slots.len(), number: slots.iter().sum(), is_total: true };
            (halves.away(), halves)
        });
        let totals = totals.filter(|(_, halves)| is_open(halves));
        best(totals).or_else(|| {
            let groups = by_slot.iter().enumerate();
            let at_slots = groups.flat_map(|(group, slots)| {
                let of = &master.reduced.problem.groups[group];
                let mut number = 0.0;
                (1..slots.len()).map(move |end| {
                    number += slots[end - 1];
                    let halves = Halves { group, slots: 0..end, number, is_total: false };
                    let away = halves.away();
                    let worth = if away > WHOLE { away * unlike(of, end - 1, end) } else { 0.0 };
                    (worth, halves)
                })
            });
            best(at_slots.filter(|(_, halves)| is_open(halves)))
        })
    }

    fn away(&self) -> f64 {
        let away = (self.number - self.number.round()).abs();
        if away > WHOLE { away } else { 0.0 }
    }

    /// The node with fewer teams there, and the node with more.
    fn divide(&self, master: &mut Master, node: &Node) -> [Node; 2] {
        let count = master.count_teams(self.group, self.slots.clone());
        let ranges: Vec<TeamRange> = master.team_ranges().collect();
        let below = self.number.floor() as usize;
        let half = |least: Option<usize>, most: Option<usize>| {
            let mut half = Node { ranges: ranges.clone(), ..node.clone() };
            let range = &mut half.ranges[count];
            *range =
                TeamRange { least: least.unwrap_or(range.least), most: most.unwrap_or(range.most) };
            half
        };
        [half(Some(below + 1), None), half(None, Some(below))]
    }
}

/// What has the highest worth, the first of these; none if nothing has any.
fn best(all: impl Iterator<Item = (f64, Halves)>) -> Option<Halves> {
    let better = |best: Option<(f64, Halves)>, new: (f64, Halves)| match best {
        Some(best) if best.0 >= new.0 => Some(best),
        _ if new.0 > 0.0 => Some(new),
        best => best,
    };
    all.fold(None, better).map(|(_, halves)| halves)
}

/// How unlike two slots of a group are for those who could come. A team that may not be at one
/// slot goes to another that is like it, and nothing is proven.
fn unlike(group: &Group, one: usize, other: usize) -> f64 {
    let (one, other) = (&group.slots[one], &group.slots[other]);
    let members = one.members.iter().zip(&other.members);
    let points = |cost: Option<Cost>| cost.map(|cost| cost.points as f64);
    let broken = |cost: Option<Cost>| cost.map(|cost| cost.broken);
    let differ = members.map(|(&a, &b)| match (points(a), points(b)) {
        (Some(x), Some(y)) if broken(a) == broken(b) => (x - y).abs(),
        (None, None) => 0.0,
        _ => UNLIKE,
    });
    let serving =
        |slot: &Slot| slot.duties.iter().map(|duty| duty.supervisor).collect::<BTreeSet<usize>>();
    let others = serving(one).symmetric_difference(&serving(other)).count() as f64;
    1.0 + differ.sum::<f64>() + UNLIKE * others
}
