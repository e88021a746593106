//! Diving: what is nearly whole is made whole, and the linear program solved again, until all is.

use std::collections::BTreeMap;

use crate::generate::Run;
use crate::highs::Status;
use crate::master::{Master, Relaxed, What};
use crate::tolerances::WHOLE;

/// From here on a fraction is rounded up with others; the largest is always.
const NEARLY: f64 = 0.7;
/// Steps without a solution after which to give up.
const FAILURES: usize = 6;
/// Rounds of pricing after each step.
const PRICINGS: usize = 2;

/// The rank of teams; sets of supervisors come before them.
const TEAMS: usize = 1;

/// In the order in which columns are made whole.
fn rank(what: &What) -> Option<usize> {
    match what {
        What::Supervise { .. } => Some(0),
        What::Team { .. } | What::Whole { .. } => Some(TEAMS),
        What::Serve { .. } => Some(2),
        What::Seat { .. } => Some(3),
        What::Over { .. } | What::Budget | What::Few { .. } => None,
    }
}

fn fraction(value: f64) -> f64 {
    let below = (value + WHOLE).floor();
    (value - below).max(0.0)
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < WHOLE
}

/// Where a dive has come to.
pub(crate) struct Dived {
    pub values: Vec<f64>,
    /// Whether teams and sets of supervisors are whole, or the dive could not go on.
    pub is_whole: bool,
}

/// Dives from a relaxed solution, as far as it goes. The program is left as it was, with more columns
/// and rows.
pub(crate) fn dive(run: &mut Run, master: &mut Master, relaxed: &Relaxed) -> Dived {
    let mut dive = Dive { bounds: BTreeMap::new(), failures: 0, is_settled: false };
    let basis = master.live.basis();
    let dived = dive.descend(run, master, relaxed.clone());
    for &column in dive.bounds.keys() {
        let upper = master.columns[column].upper;
        master.live.set_bounds(column, 0.0, upper);
    }
    // From where it came is nearer to what is best than where it went.
    if let Some(basis) = basis {
        master.live.set_basis(&basis);
    }
    dived
}

struct Dive {
    /// The columns whose bounds were changed.
    bounds: BTreeMap<usize, (f64, f64)>,
    failures: usize,
    /// Whether it is decided how many teams each set of supervisors has.
    is_settled: bool,
}

impl Dive {
    fn descend(&mut self, run: &mut Run, master: &mut Master, mut relaxed: Relaxed) -> Dived {
        loop {
            let (first_rank, candidates) = candidates(master, &relaxed.values);
            if candidates.is_empty() {
                return Dived { values: relaxed.values, is_whole: true };
            }
            if first_rank > 0 && !self.is_settled {
                self.settle(master, &relaxed.values);
            }
            let before = self.bounds.clone();
            let next = self.step(run, master, &relaxed, &candidates);
            let next = match next.and_then(|relaxed| self.refresh(run, master, relaxed)) {
                // With the rows that were found on the way there may be another from here.
                Err(Status::Infeasible) if self.may_fail() => {
                    self.reset(master, &before);
                    run.relax(master)
                }
                other => other,
            };
            relaxed = match next {
                Ok(relaxed) => relaxed,
                // Where teams and sets are whole, who sits and serves can be found otherwise too.
                Err(_) => return Dived { values: relaxed.values, is_whole: first_rank > TEAMS },
            };
        }
    }

    /// Once sets are whole there are to be no more of them: else part of a team would come back
    /// wherever people are left over, and those had better join teams that there are.
    fn settle(&mut self, master: &mut Master, values: &[f64]) {
        self.is_settled = true;
        for (column, value) in values.iter().enumerate() {
            if matches!(master.columns[column].what, What::Supervise { .. }) {
                self.set(master, column, value.round(), value.round());
            }
        }
    }

    /// Counts a step without a solution; whether to go on.
    fn may_fail(&mut self) -> bool {
        self.failures += 1;
        self.failures <= FAILURES
    }

    /// Gives all columns the bounds they had before.
    fn reset(&mut self, master: &mut Master, before: &BTreeMap<usize, (f64, f64)>) {
        for (&column, now) in &self.bounds {
            let (lower, upper) =
                before.get(&column).copied().unwrap_or((0.0, master.columns[column].upper));
            if *now != (lower, upper) {
                master.live.set_bounds(column, lower, upper);
            }
        }
        self.bounds.clone_from(before);
    }

    /// Raises the nearest to whole; if there is no solution then only the first, and if there is none
    /// then either, not that one.
    fn step(
        &mut self,
        run: &mut Run,
        master: &mut Master,
        relaxed: &Relaxed,
        candidates: &[usize],
    ) -> Result<Relaxed, Status> {
        let first = candidates[0];
        let values = &relaxed.values;
        let most = (candidates.len() / 4).max(1);
        let nearly = |&&column: &&usize| fraction(values[column]) >= NEARLY;
        let mut up: Vec<usize> = candidates.iter().take(most).filter(nearly).copied().collect();
        if up.is_empty() {
            up.push(first);
        }
        let value = values[first];
        match self.raise(run, master, relaxed, &up) {
            Err(Status::Infeasible) if up.len() == 1 => {
                return self.forbid(run, master, first, value);
            }
            Err(Status::Infeasible) => {}
            other => return other,
        }
        match self.raise(run, master, relaxed, &[first]) {
            Err(Status::Infeasible) => self.forbid(run, master, first, value),
            other => other,
        }
    }

    /// Takes no more of a column than is whole.
    fn forbid(
        &mut self,
        run: &mut Run,
        master: &mut Master,
        column: usize,
        value: f64,
    ) -> Result<Relaxed, Status> {
        self.set(master, column, 0.0, (value + WHOLE).floor());
        run.relax(master)
    }

    /// Raises columns to the next whole number, and keeps what is whole among those that go first;
    /// if there is no solution then, all is as it was.
    fn raise(
        &mut self,
        run: &mut Run,
        master: &mut Master,
        relaxed: &Relaxed,
        up: &[usize],
    ) -> Result<Relaxed, Status> {
        let last = rank(&master.columns[up[0]].what).unwrap_or_default().max(1);
        let before = self.bounds.clone();
        for (column, &value) in relaxed.values.iter().enumerate() {
            let lower = if up.contains(&column) {
                value.ceil()
            } else if rank(&master.columns[column].what).is_some_and(|rank| rank <= last) {
                (value + WHOLE).floor()
            } else {
                continue;
            };
            let known = self.bounds.get(&column).copied();
            let upper = known.map_or(master.columns[column].upper, |(_, upper)| upper);
            if known.map_or(0.0, |(lower, _)| lower) < lower {
                self.set(master, column, lower, upper.max(lower));
            }
        }
        let result = run.relax(master);
        if result.as_ref().is_err_and(|status| *status == Status::Infeasible) {
            self.reset(master, &before);
            if !self.may_fail() {
                return Err(Status::Stopped);
            }
        }
        result
    }

    fn set(&mut self, master: &mut Master, column: usize, lower: f64, upper: f64) {
        self.bounds.insert(column, (lower, upper));
        master.live.set_bounds(column, lower, upper);
    }

    /// Adds what the new prices and values ask for.
    fn refresh(
        &mut self,
        run: &mut Run,
        master: &mut Master,
        mut relaxed: Relaxed,
    ) -> Result<Relaxed, Status> {
        for _ in 0..PRICINGS {
            let offers = run.some_offers(master, &relaxed.duals)?;
            let cuts = master.cut(&relaxed.values);
            if offers.is_empty() && cuts == 0 {
                break;
            }
            master.add_columns(offers);
            relaxed = run.relax(master)?;
        }
        Ok(relaxed)
    }
}

/// The columns that are not whole, of the sort that goes first, with its rank: the nearest to the next whole number
/// first.
fn candidates(master: &Master, values: &[f64]) -> (usize, Vec<usize>) {
    let fractional: Vec<(usize, usize)> = (0..values.len())
        .filter(|&column| !is_whole(values[column]))
        .filter_map(|column| Some((rank(&master.columns[column].what)?, column)))
        .collect();
    let first = fractional.iter().map(|&(rank, _)| rank).min();
    let mut candidates: Vec<usize> = fractional
        .iter()
        .filter(|&&(rank, _)| Some(rank) == first)
        .map(|&(_, column)| column)
        .collect();
    candidates
        .sort_by(|&a, &b| fraction(values[b]).total_cmp(&fraction(values[a])).then(a.cmp(&b)));
    (first.unwrap_or_default(), candidates)
}
