//! The seats of the program: all there are, or where these are very many those that help.

use super::{Column, Master, What};
use crate::reduce::Reduced;
use crate::tolerances::HELPS;

/// Kinds of people in one group beyond which a program starts with some seats of each, and is first solved
/// by interior points: with so many who can sit at many slots for nearly the same, it is a transport problem that
/// the simplex method takes long for.
const MOST_KINDS: usize = 150;
/// So many of each kind, those that cost least.
const FIRST: usize = 10;
/// Seats of a kind taken in one round of pricing.
const WANTED: usize = 5;

/// By kind of people, every seat that there is for it.
pub(super) fn all(reduced: &Reduced) -> Vec<Vec<Column>> {
    let problem = reduced.problem;
    let of_kind = |index: usize| {
        let kind = &reduced.people.kinds[index];
        let upper = kind.people.len() as f64;
        let mut seats = Vec::new();
        for (place, (group, candidates)) in kind.candidates.iter().enumerate() {
            for (slot, of) in problem.groups[*group].slots.iter().enumerate() {
                if let Some(cost) = of.members[candidates[0]] {
                    let what = What::Seat { kind: index, place, slot };
                    seats.push(Column { what, cost: cost - kind.unplaced, upper });
                }
            }
        }
        seats
    };
    (0..reduced.people.kinds.len()).map(of_kind).collect()
}

/// With which seats a program starts: all, or some of each kind.
pub(super) fn first(seats: &[Vec<Column>], is_some: bool) -> Vec<Column> {
    let some = |(kind, seats): (usize, &Vec<Column>)| {
        let number = seats.len();
        let mut order: Vec<usize> = (0..number).collect();
        if is_some {
            // Of seats that cost the same each kind begins with another.
            order.sort_by_key(|&at| (seats[at].cost, (at + kind) % number));
            order.truncate(FIRST);
        }
        order.into_iter().map(|at| seats[at]).collect::<Vec<Column>>()
    };
    seats.iter().enumerate().flat_map(some).collect()
}

/// Whether a program starts with some seats of each kind of people only.
pub(crate) fn are_many(reduced: &Reduced) -> bool {
    let mut in_group = vec![0; reduced.views.len()];
    for kind in &reduced.people.kinds {
        kind.candidates.iter().for_each(|&(group, _)| in_group[group] += 1);
    }
    in_group.into_iter().any(|kinds| kinds > MOST_KINDS)
}

impl Master<'_> {
    /// What everybody costs at least, each at the best seat there is, and seats that are not in the
    /// program and would make it cheaper.
    pub(super) fn people(&self, duals: &[f64]) -> (f64, Vec<Column>) {
        let (mut bound, mut offers) = (0.0, Vec::new());
        for (index, seats) in self.seats.iter().enumerate() {
            let mut best = 0.0f64;
            let mut helping: Vec<(f64, usize)> = Vec::new();
            for (at, seat) in seats.iter().enumerate() {
                let reduced = self.reduced_cost(seat, duals);
                best = best.min(reduced + duals[index]);
                if reduced < -HELPS && !self.known.contains_key(&seat.what) {
                    helping.push((reduced, at));
                }
            }
            bound += best * self.reduced.people.kinds[index].people.len() as f64;
            helping.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            offers.extend(helping.into_iter().take(WANTED).map(|(_, at)| seats[at]));
        }
        (bound, offers)
    }

    /// The seats whose reduced cost is at most so much.
    pub fn seats_within(&self, duals: &[f64], most: f64) -> Vec<Column> {
        let duals = &self.clipped(duals);
        let is_within = |seat: &&Column| self.reduced_cost(seat, duals) <= most;
        self.seats.iter().flatten().filter(is_within).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::ends::Allowance;
    use crate::master::{Goal, Master};
    use crate::reduce::Reduced;
    use crate::{Cancel, Cost, Group, Problem, Row, Slot, Use};

    /// Thirty people who all differ, and twenty slots. Everybody would like the first half best, but
    /// there is to be only one team.
    fn problem() -> Problem {
        let slot = |s: i64| {
            let later = if s < 10 { 0 } else { 350 };
            let cost = |c: i64| Some(Cost::points(later + (c * 37 + s * 53 + c * s * 11) % 301));
            Slot::new((0..30).map(cost).collect())
        };
        let mut group = Group::new((0..30).collect(), 4, 8, (0..20).map(slot).collect());
        group.sizes[..7].fill(None);
        let mut problem = Problem::new(vec![Cost::points(900); 30], vec![group]);
        let uses = (0..10).map(|slot| (Use::Slot { group: 0, slot }, 1)).collect();
        problem.rows.push(Row { uses, at_most: 1, over: None });
        problem
    }

    /// Value, bound, and the seats of the program at the start and at the end.
    fn solve(some_seats: bool) -> (f64, f64, usize, usize) {
        let problem = problem();
        let reduced = Reduced::new(&problem, &[], &|| true).expect("nothing stops it");
        let goal = Goal::Points { broken: 0, more: 4000.0 };
        let mut master = Master::with_seats(&reduced, goal, 0, some_seats);
        let seats = |master: &Master| {
            let is_seat = |what| matches!(what, crate::master::What::Seat { .. });
            master.columns.iter().filter(|column| is_seat(column.what)).count()
        };
        let first = seats(&master);
        let cancel = Cancel::default();
        let mut all = Allowance::all(&cancel);
        loop {
            let relaxed = master.relax(&mut all).expect("a solution");
            let round = master.round(&relaxed.duals, 1, all, 0.0).expect("a round");
            let value = master.value(&relaxed.values);
            assert!(round.bound <= value + 1e-6, "{} {value}", round.bound);
            let cuts = master.cut(&relaxed.values);
            if round.offers.is_empty() && cuts == 0 {
                return (value, round.bound, first, seats(&master));
            }
            master.add_columns(round.offers);
        }
    }

    #[test]
    fn some_of_the_seats_come_to_the_same() {
        let (value, bound, all, _) = solve(false);
        let (same, proven, few, more) = solve(true);
        assert!((value - same).abs() < 1e-6 && (bound - proven).abs() < 1e-6, "{value} {same}");
        assert!(few < more && more < all, "from {few} to {more} of {all}");
    }
}
