//! Branching on the number of teams.
//!
//! A linear program opens a part of a team where it pays for a whole one nowhere. So the number of teams of
//! each group is decided first: a node has a range of it for each group, and its own bound. The bound of
//! all plans is the lowest of the open nodes.

use crate::generate::{ROUNDING, Run};
use crate::integer::finish;
use crate::master::{Master, Relaxed, TeamRange};
use crate::split::{SlotAt, Split};

/// Nodes at most; what is still open then keeps its bound.
const MOST_NODES: usize = 200;
/// Closer than this to a whole number is whole.
const WHOLE: f64 = 1e-6;

/// Ranges of numbers of teams, and what is proven there.
struct Node {
    ranges: Vec<TeamRange>,
    bound: f64,
}

impl Run<'_> {
    /// Closes the gap of the master's goal as far as it goes; the slots that have to be told apart by team
    /// before more can be proven.
    pub fn branch(&mut self, split: &Split, master: &mut Master, relaxed: &Relaxed) -> Vec<SlotAt> {
        let root = master.team_ranges().to_vec();
        let bound = f64::NEG_INFINITY;
        let mut open = vec![Node { ranges: root.clone(), bound }];
        if let Some(halves) = halves(master, relaxed) {
            open = halves.map(|ranges| Node { ranges, bound }).into();
        }
        let mut leaves: Vec<Node> = Vec::new();
        let mut doubtful = Vec::new();
        // With a gap asked for, a node that is closed may still have a plan better than the best one.
        let mut closed = f64::INFINITY;
        // First the linear programs, lowest bound first, until every number of teams is whole.
        let mut nodes = 0;
        while let Some(node) = take_lowest(&mut open) {
            nodes += 1;
            let (node, relaxed) = self.solve_node(master, node);
            self.prove_lowest(master, node.bound.min(closed), &open, &leaves);
            if self.is_proven() || !self.may_go_on() || nodes > MOST_NODES {
                leaves.push(node);
                break;
            }
            if self.is_closed(master, node.bound) {
                closed = closed.min(node.bound);
                continue;
            }
            match relaxed.as_ref().and_then(|relaxed| halves(master, relaxed)) {
                Some(halves) => {
                    open.extend(halves.map(|ranges| Node { ranges, bound: node.bound }));
                }
                None => leaves.push(node),
            }
        }
        leaves.append(&mut open);
        // Then the integer programs.
        while let Some(node) = take_lowest(&mut leaves) {
            if self.is_proven() || !self.may_go_on() {
                break;
            }
            if self.is_closed(master, node.bound) {
                closed = closed.min(node.bound);
                continue;
            }
            let (mut node, relaxed) = self.solve_node(master, node);
            if let Some(relaxed) = relaxed
                && !self.is_closed(master, node.bound)
            {
                self.node_bound = Some(node.bound);
                if node.ranges != root {
                    // The root has had its dives.
                    self.round_up(split, master, &relaxed);
                }
                if let Some(relaxed) = self.generate(master)
                    && let Some(more) = finish(self, split, master, &relaxed)
                {
                    doubtful.extend(more);
                }
                node.bound = self.node_bound.take().unwrap_or(node.bound).max(node.bound);
            }
            closed = closed.min(node.bound);
            self.prove_lowest(master, closed, &leaves, &[]);
        }
        master.set_team_ranges(root, 0.0);
        doubtful
    }

    /// Solves the linear program of a node: the node with what is proven, and the relaxed solution unless
    /// it was stopped.
    fn solve_node(&mut self, master: &mut Master, mut node: Node) -> (Node, Option<Relaxed>) {
        // With a team short it is no better than the best plan.
        let short = self.worth(master).max(0.0) + 1.0;
        master.set_team_ranges(node.ranges.clone(), short);
        self.node_bound = Some(node.bound);
        let relaxed = self.generate_or_prune(master);
        node.bound = self.node_bound.take().unwrap_or(node.bound).max(node.bound);
        (node, relaxed)
    }

    /// Raises the bound of all plans to the lowest of all nodes.
    fn prove_lowest(&mut self, master: &Master, bound: f64, open: &[Node], leaves: &[Node]) {
        let others = open.iter().chain(leaves).map(|node| node.bound);
        let lowest = others.fold(bound, f64::min);
        // A plan that is as good as the best would be at no node with a higher bound.
        let lowest = lowest.min(self.worth(master));
        if lowest.is_finite() {
            self.prove(master.goal, lowest);
            self.report(master, false);
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

/// Fewer and more teams in the group whose number is the furthest from whole; none if all are whole.
fn halves(master: &Master, relaxed: &Relaxed) -> Option<[Vec<TeamRange>; 2]> {
    let numbers = master.team_numbers(&relaxed.values);
    let away = |number: &f64| (number - number.round()).abs();
    let fractional = numbers.iter().enumerate().filter(|(_, number)| away(number) > WHOLE);
    let (group, number) = fractional.max_by(|a, b| away(a.1).total_cmp(&away(b.1)))?;
    let below = number.floor() as usize;
    let mut fewer = master.team_ranges().to_vec();
    let mut more = fewer.clone();
    fewer[group].most = below;
    more[group].least = below + 1;
    Some([more, fewer])
}
