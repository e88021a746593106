//! So many columns and no more: those that are least use to the linear program are dropped.

use super::{Master, Relaxed, What};

/// Columns of teams beyond which the most expensive are dropped.
pub(super) const MOST_TEAMS: usize = 150_000;

impl Master<'_> {
    /// If there are too many columns of teams, drops those that cost most at the prices of a relaxed
    /// solution and have no value there, until half of that number is left. What is dropped can come
    /// back by pricing.
    pub fn clean(&mut self, relaxed: &mut Relaxed) {
        let is_team = |what: &What| matches!(what, What::Team { .. } | What::Whole { .. });
        let teams = self.columns.iter().filter(|column| is_team(&column.what)).count();
        if teams <= self.most_teams {
            return;
        }
        let mut idle: Vec<(f64, usize)> = self
            .columns
            .iter()
            .zip(&relaxed.values)
            .enumerate()
            .filter(|(_, (column, value))| is_team(&column.what) && **value <= IDLE)
            .map(|(at, (column, _))| (self.reduced_cost(column, &relaxed.duals), at))
            .collect();
        // A column in the basis costs nothing, even where it has no value.
        idle.retain(|&(cost, _)| cost > IDLE);
        idle.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        idle.truncate(teams - self.most_teams / 2);
        let mut is_kept = vec![true; self.columns.len()];
        idle.iter().for_each(|&(_, at)| is_kept[at] = false);
        self.live.drop_columns(&is_kept);
        let mut keep = is_kept.iter();
        self.columns.retain(|_| *keep.next().unwrap_or(&true));
        let mut keep = is_kept.iter();
        relaxed.values.retain(|_| *keep.next().unwrap_or(&true));
        self.known = self.columns.iter().enumerate().map(|(at, of)| (of.what, at)).collect();
    }
}

/// A reduced cost above this is not that of a column in the basis; a value up to this is none.
const IDLE: f64 = 1e-6;

#[cfg(test)]
mod tests {
    use crate::ends::Allowance;
    use crate::master::{Goal, Master, Relaxed};
    use crate::reduce::Reduced;
    use crate::{Cancel, Cost, Group, Problem, Slot, Term};

    fn problem() -> Problem {
        let slot = |s: i64| {
            let cost = |c: i64| Some(Cost::points((c * 37 + s * 53 + c * s * 11) % 301));
            Slot::new((0..24).map(cost).collect())
        };
        let mut group = Group::new((0..24).collect(), 4, 7, (0..5).map(slot).collect());
        let deviation = |share: i64, of: i64| Term::Deviation {
            coefficients: (0..24).map(|c| if c % of == 0 { 100 - share } else { -share }).collect(),
            unit: Cost::points(1),
        };
        group.terms = vec![deviation(50, 2), deviation(33, 3), deviation(20, 5)];
        Problem::new(vec![Cost::points(900); 24], vec![group])
    }

    /// The value of the linear program with at most so many columns, how many times some were dropped,
    /// and the most columns of teams that there were.
    fn solve(most_teams: usize) -> (f64, usize, usize) {
        let problem = problem();
        let reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
        let mut master = Master::new(&reduced, Goal::Points { broken: 0, more: 4000.0 }, 0);
        master.most_teams = most_teams;
        let (mut drops, mut most) = (0, 0);
        let cancel = Cancel::default();
        let mut all = Allowance::all(&cancel);
        loop {
            let mut relaxed = master.relax(&mut all).expect("a solution");
            let round = master.round(&relaxed.duals, 1, all, 0.0).expect("a round");
            most = most.max(master.columns.len());
            if round.offers.is_empty() {
                let worth = |Relaxed { values, .. }: &Relaxed| {
                    let columns = values.iter().zip(&master.columns);
                    columns.map(|(value, of)| value * of.cost.points as f64).sum::<f64>()
                };
                return (worth(&relaxed), drops, most);
            }
            let before = master.columns.len();
            master.clean(&mut relaxed);
            assert_eq!(relaxed.values.len(), master.columns.len());
            drops += usize::from(master.columns.len() < before);
            master.add_columns(round.offers);
        }
    }

    #[test]
    fn fewer_columns_come_to_the_same() {
        let (whole, never, most) = solve(usize::MAX);
        let (capped, times, fewer) = solve(110);
        assert!((whole - capped).abs() < 1e-6, "{whole} {capped}");
        assert!(never == 0 && times > 0 && fewer < most, "{times} drops, {fewer} of {most}");
    }
}
