//! Diving: what is nearly whole is made whole, and the linear program solved again, until all is.

use std::collections::BTreeMap;

use crate::generate::Run;
use crate::highs::live::Status;
use crate::master::{Master, Relaxed, What};

/// Closer than this to a whole number is whole.
const WHOLE: f64 = 1e-6;
/// From here on a fraction is rounded up with others; the largest is always.
const NEARLY: f64 = 0.7;
/// Steps without a solution after which to give up.
const FAILURES: usize = 50;
/// Rounds of pricing after each step.
const PRICINGS: usize = 2;

/// The rank of teams; sets of supervisors come before them.
const TEAMS: usize = 1;

/// In the order in which columns are made whole.
fn rank(what: &What) -> Option<usize> {
    match what {
        What::Supervise { .. } => Some(0),
        What::Team { .. } => Some(TEAMS),
        What::Serve { .. } => Some(2),
        What::Seat { .. } => Some(3),
        What::Over { .. } | What::Budget => None,
    }
}

fn fraction(value: f64) -> f64 {
    let below = (value + WHOLE).floor();
    (value - below).max(0.0)
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < WHOLE
}

/// Dives from a relaxed solution to values that are whole at least for teams and sets of supervisors;
/// none if it cannot go on. The program is left as it was, with more columns and rows.
pub(crate) fn dive(run: &mut Run, master: &mut Master, relaxed: &Relaxed) -> Option<Vec<f64>> {
    let mut dive = Dive { bounds: BTreeMap::new(), failures: 0 };
    let values = dive.descend(run, master, relaxed.clone());
    for &column in dive.bounds.keys() {
        let upper = master.columns[column].upper;
        master.live.set_bounds(column, 0.0, upper);
    }
    values
}

struct Dive {
    /// The columns whose bounds were changed.
    bounds: BTreeMap<usize, (f64, f64)>,
    failures: usize,
}

impl Dive {
    fn descend(
        &mut self,
        run: &mut Run,
        master: &mut Master,
        mut relaxed: Relaxed,
    ) -> Option<Vec<f64>> {
        loop {
            let (first_rank, candidates) = candidates(master, &relaxed.values);
            if candidates.is_empty() {
                return Some(relaxed.values);
            }
            let last = relaxed.clone();
            let next = self.step(run, master, relaxed, &candidates);
            relaxed = match next.and_then(|relaxed| self.refresh(run, master, relaxed)) {
                Ok(relaxed) => relaxed,
                // Teams and sets are whole: who sits and serves there can be found otherwise too.
                Err(_) if first_rank > TEAMS => return Some(last.values),
                Err(_) => return None,
            };
        }
    }

    /// Raises the nearest to whole; if there is no solution then only the first, and if there is none
    /// then either, not that one.
    fn step(
        &mut self,
        run: &mut Run,
        master: &mut Master,
        relaxed: Relaxed,
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
        match self.raise(run, master, &relaxed, &up) {
            Err(Status::Infeasible) => {}
            other => return other,
        }
        match self.raise(run, master, &relaxed, &[first]) {
            Err(Status::Infeasible) => {
                self.set(master, first, 0.0, (value + WHOLE).floor());
                run.relax(master)
            }
            other => other,
        }
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
        let mut changed = Vec::new();
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
                changed.push(column);
            }
        }
        let result = run.relax(master);
        if result.as_ref().is_err_and(|status| *status == Status::Infeasible) {
            self.failures += 1;
            for column in changed {
                let old = before.get(&column).copied();
                let (lower, upper) = old.unwrap_or((0.0, master.columns[column].upper));
                self.set(master, column, lower, upper);
            }
            if self.failures > FAILURES {
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
            let offers = master.some_offers(&relaxed.duals, run.threads());
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
