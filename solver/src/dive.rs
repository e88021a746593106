//! Diving: what is nearly whole is made whole, and the linear program solved again, until all is.

use crate::generate::Run;
use crate::master::{Master, Relaxed, What};

/// Closer than this to a whole number is whole.
const WHOLE: f64 = 1e-6;
/// From here on a fraction is rounded up with others; the largest is always.
const NEARLY: f64 = 0.7;
/// Rounds of pricing after each step.
const PRICINGS: usize = 2;

/// In the order in which columns are made whole.
fn rank(what: &What) -> Option<usize> {
    match what {
        What::Team { .. } => Some(0),
        What::Supervise { .. } => Some(1),
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

/// Dives from a relaxed solution to whole values; none if it cannot go on. The program is left as it
/// was, with more columns.
pub(crate) fn dive(run: &mut Run, master: &mut Master, relaxed: &Relaxed) -> Option<Vec<f64>> {
    let mut raised = Vec::new();
    let values = descend(run, master, relaxed.clone(), &mut raised);
    for column in raised {
        let upper = master.columns[column].upper;
        master.live.set_bounds(column, 0.0, upper);
    }
    values
}

fn descend(
    run: &mut Run,
    master: &mut Master,
    mut relaxed: Relaxed,
    raised: &mut Vec<usize>,
) -> Option<Vec<f64>> {
    loop {
        let values = &relaxed.values;
        let fractional: Vec<(usize, usize)> = (0..values.len())
            .filter(|&column| !is_whole(values[column]))
            .filter_map(|column| Some((rank(&master.columns[column].what)?, column)))
            .collect();
        let Some(first) = fractional.iter().map(|&(rank, _)| rank).min() else {
            return Some(relaxed.values);
        };
        let mut candidates: Vec<usize> =
            fractional.iter().filter(|&&(rank, _)| rank == first).map(|&(_, at)| at).collect();
        candidates.sort_by(|&a, &b| {
            fraction(values[b]).total_cmp(&fraction(values[a])).then(a.cmp(&b))
        });
        let most = (candidates.len() / 4).max(1);
        let up = candidates.iter().take(most).enumerate();
        let up = up.filter(|&(at, &column)| at == 0 || fraction(values[column]) >= NEARLY);
        let mut bounds: Vec<(usize, f64)> =
            up.map(|(_, &column)| (column, values[column].ceil())).collect();
        for (column, &value) in values.iter().enumerate() {
            let is_done = rank(&master.columns[column].what) == Some(first) && value > 1.0 - WHOLE;
            if is_done && !bounds.iter().any(|&(at, _)| at == column) {
                bounds.push((column, (value + WHOLE).floor()));
            }
        }
        for (column, lower) in bounds {
            let upper = master.columns[column].upper.max(lower);
            master.live.set_bounds(column, lower, upper);
            raised.push(column);
        }
        relaxed = run.relax(master)?;
        for _ in 0..PRICINGS {
            let cuts = master.cut(&relaxed.values);
            let offers = master.round(&relaxed.duals, run.threads()).offers;
            if offers.is_empty() && cuts == 0 {
                break;
            }
            master.add_columns(offers);
            relaxed = run.relax(master)?;
        }
    }
}
