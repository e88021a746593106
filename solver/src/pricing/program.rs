//! The pricing problem of one size as an integer program, for what the depth-first search leaves open.
//!
//! A column for each member, and for each feature a column for each number of those who have it, so that its
//! linear program is as tight as the relaxation (`relaxed.rs`); the branching is HiGHS's.

use super::SlotPrices;
use super::features::{Features, PairTerm};
use super::relaxed::Relaxation;
use crate::ends::Allowance;
use crate::highs::{Effort, Limits, Line, Live, Status, Watch};

/// Simplex iterations at most: what is still open then keeps its bound.
const MOST_ITERATIONS: u64 = 50_000;
/// Costs are whole and duals are not: closer than this is together.
const CLOSE: f64 = 1e-3;

/// A coefficient up to this is none.
const TINY: f64 = 1e-9;

/// What the program came to.
pub(super) struct Solved {
    /// No team of this size costs less.
    pub lower: f64,
    /// The members of the best team, if it found any.
    pub members: Option<Vec<usize>>,
}

/// Solves the pricing problem of the relaxation's size, whose charges are those of all numbers: for a team that
/// costs less than `most`, or the proof that there is none.
pub(super) fn solve(
    features: &Features,
    prices: &SlotPrices,
    relaxation: &Relaxation,
    lower: f64,
    most: f64,
) -> Result<Solved, Status> {
    let mut program = Program::new(features, prices, relaxation);
    let mut watch = Capped { allowance: prices.allowance };
    let effort = Effort { relative_gap: 0.0, absolute_gap: CLOSE };
    let constant = prices.sizes[relaxation.size];
    program.live.set_cutoff(most - constant);
    let bound = match program.live.solve(&mut watch, Some(&effort)) {
        Status::Optimal | Status::Stopped => program.live.mip_bound() + constant,
        // There is always some team, that not enough can come is known before: but none costs less.
        Status::Infeasible => most,
        status => return Err(status),
    };
    let bound = bound.min(most) - CLOSE;
    let members = match program.live.has_solution() {
        true => {
            let (values, _) = program.live.solution().map_err(Status::Failed)?;
            let chosen = |&member: &usize| values[program.members[member]] > 0.5;
            Some((0..features.items()).filter(chosen).collect())
        }
        false => None,
    };
    Ok(Solved { lower: if bound.is_nan() { lower } else { lower.max(bound) }, members })
}

struct Program {
    live: Live,
    /// By candidate, its column.
    members: Vec<usize>,
    columns: usize,
    lines: Vec<Line>,
}

impl Program {
    fn new(features: &Features, prices: &SlotPrices, relaxation: &Relaxation) -> Program {
        let mut program =
            Program { live: Live::new(0), members: Vec::new(), columns: 0, lines: Vec::new() };
        let mut whole = Vec::new();
        for (candidate, &price) in prices.members.iter().enumerate() {
            let most = if price.is_finite() { 1.0 } else { 0.0 };
            let cost = if price.is_finite() { price } else { 0.0 };
            let alone = prices.weigh(features.alone[candidate]);
            let column = program.column(cost + alone, most);
            program.members.push(column);
        }
        whole.extend(program.members.iter().copied());
        let everybody: Vec<(usize, f64)> = program.members.iter().map(|&at| (at, 1.0)).collect();
        let size = relaxation.size as f64;
        program.row(size, size, everybody);
        let numbers = program.add_features(features, relaxation, &mut whole);
        program.add_partitions(relaxation, &numbers, &mut whole);
        program.add_numbers_and_pairs(features, relaxation);
        program.add_quorum(relaxation, &mut whole);
        let columns = std::mem::take(&mut program.lines);
        program.live.add_rows(&columns);
        program.live.set_integer(&whole);
        program
    }

    /// By feature, the columns of the numbers of those who have it.
    fn add_features(
        &mut self,
        features: &Features,
        relaxation: &Relaxation,
        whole: &mut Vec<usize>,
    ) -> Vec<Vec<usize>> {
        let mut numbers = Vec::new();
        for (feature, charges) in relaxation.charges.iter().enumerate() {
            let of: Vec<usize> = charges.iter().map(|&charge| self.column(charge, 1.0)).collect();
            self.row(1.0, 1.0, of.iter().map(|&column| (column, 1.0)).collect());
            let mut count: Vec<(usize, f64)> = of
                .iter()
                .enumerate()
                .skip(1)
                .map(|(number, &column)| (column, number as f64))
                .collect();
            for (candidate, has) in features.of.iter().enumerate() {
                if has.contains(&feature) {
                    count.push((self.members[candidate], -1.0));
                }
            }
            self.row(0.0, 0.0, count);
            whole.extend(&of);
            numbers.push(of);
        }
        numbers
    }

    fn add_partitions(
        &mut self,
        relaxation: &Relaxation,
        numbers: &[Vec<usize>],
        whole: &mut Vec<usize>,
    ) {
        for partition in &relaxation.partitions {
            let count = partition.features.len();
            let present: Vec<usize> =
                (0..=count).map(|number| self.column(partition.charge(number), 1.0)).collect();
            whole.extend(&present);
            self.row(1.0, 1.0, present.iter().map(|&column| (column, 1.0)).collect());
            // As many as are not missing.
            let mut sum: Vec<(usize, f64)> = present
                .iter()
                .enumerate()
                .skip(1)
                .map(|(number, &column)| (column, number as f64))
                .collect();
            sum.extend(partition.features.iter().map(|&feature| (numbers[feature][0], 1.0)));
            self.row(count as f64, count as f64, sum);
            for (at, cost) in partition.fragile() {
                let Some(&exactly) = present.get(at) else { continue };
                let fragile = self.column(cost, 1.0);
                for &feature in &partition.features {
                    if let Some(&single) = numbers[feature].get(1) {
                        let entries = vec![(fragile, 1.0), (exactly, -1.0), (single, -1.0)];
                        self.row(-1.0, f64::INFINITY, entries);
                    }
                }
            }
        }
    }

    fn add_numbers_and_pairs(&mut self, features: &Features, relaxation: &Relaxation) {
        for (number, &unit) in features.numbers.iter().zip(&relaxation.numbers) {
            let away = self.column(unit, f64::INFINITY);
            for sign in [1.0, -1.0] {
                let members = self.members.iter().zip(&number.coefficients);
                let mut entries: Vec<(usize, f64)> =
                    members.map(|(&column, value)| (column, sign * value)).collect();
                entries.push((away, 1.0));
                self.row(0.0, f64::INFINITY, entries);
            }
        }
        for (pair, &cost) in features.pairs.iter().zip(&relaxation.pairs) {
            let broken = self.column(cost, 1.0);
            let column = |candidate: usize| self.members[candidate];
            let (least, entries) = match *pair {
                PairTerm::Together { one, other, .. } => {
                    (0.0, vec![(broken, 1.0), (column(one), -1.0), (column(other), 1.0)])
                }
                PairTerm::Apart { one, other, .. } => {
                    (-1.0, vec![(broken, 1.0), (column(one), -1.0), (column(other), -1.0)])
                }
            };
            self.row(least, f64::INFINITY, entries);
        }
    }

    fn add_quorum(&mut self, relaxation: &Relaxation, whole: &mut Vec<usize>) {
        let Some((quorum, cost, depths)) = &relaxation.quorum else { return };
        let given_up = self.column(*cost, 1.0);
        whole.push(given_up);
        for (sum, &depth) in quorum.sums.iter().zip(depths) {
            let members = self.members.iter().zip(sum);
            let mut entries: Vec<(usize, f64)> =
                members.map(|(&column, &share)| (column, share)).collect();
            entries.push((given_up, depth));
            // What is summed up in scaled numbers is not quite whole.
            self.row(-1e-6, f64::INFINITY, entries);
        }
    }

    fn column(&mut self, cost: f64, upper: f64) -> usize {
        self.live.add_columns(&[Line { cost, lower: 0.0, upper, entries: Vec::new() }]);
        self.columns += 1;
        self.columns - 1
    }

    fn row(&mut self, lower: f64, upper: f64, mut entries: Vec<(usize, f64)>) {
        // What rounding leaves of nothing; HiGHS takes no smaller ones.
        entries.retain(|&(_, value)| value.abs() > TINY);
        self.lines.push(Line { cost: 0.0, lower, upper, entries });
    }
}

/// What is left, but no more than a limit.
struct Capped<'a> {
    allowance: Allowance<'a>,
}

impl Watch for Capped<'_> {
    fn limits(&self) -> Limits {
        let Limits { time, iterations } = self.allowance.limits();
        Limits { time, iterations: iterations.min(MOST_ITERATIONS) }
    }

    fn is_stopped(&mut self) -> bool {
        self.allowance.is_used_up()
    }
}
