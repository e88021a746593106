//! The score that is kept up to date against the one definition of what a solution costs.

use super::LocalSearch;
use crate::random::problem;
use crate::{Cost, Solution};

#[test]
fn the_score_kept_up_to_date_is_that_of_the_solution() {
    let mut violated = 0;
    for seed in 0..300 {
        let problem = problem(seed);
        let mut search = LocalSearch::new(&problem, &Solution::default(), seed as u32);
        for _ in 0..4 {
            search.advance();
            let solution = search.state.solution();
            let total = search.state.total;
            assert_eq!(total.cost, cost(&problem, &solution, total.violation), "seed {seed}");
            assert_eq!(total.violation > 0, solution.broken(&problem).is_some(), "seed {seed}");
            violated += usize::from(total.violation > 0);
        }
        assert_eq!(search.best.broken(&problem), None, "seed {seed}");
        assert_eq!(search.best.cost(&problem), search.cost, "seed {seed}");
    }
    assert!(violated > 0, "the search passes through violations");
}

/// What a solution costs; a size that is not allowed has no cost of its own, so that of a violated one is
/// not compared.
fn cost(problem: &crate::Problem, solution: &Solution, violation: i64) -> Cost {
    match violation {
        0 => solution.cost(problem),
        _ => solution.cost(problem) + size_costs(problem, solution),
    }
}

/// What the nearest allowed sizes cost in place of those that are not.
fn size_costs(problem: &crate::Problem, solution: &Solution) -> Cost {
    let nearest = |team: &crate::Team| {
        let sizes = &problem.groups[team.group].sizes;
        let size = team.members.len();
        if problem.groups[team.group].size_cost(size).is_some() {
            return Cost::ZERO;
        }
        let allowed = sizes.iter().enumerate().filter_map(|(size, cost)| Some((size, (*cost)?)));
        let near = allowed.min_by_key(|(other, _)| other.abs_diff(size));
        near.map_or(Cost::ZERO, |(_, cost)| cost)
    };
    solution.teams.iter().map(nearest).sum()
}

#[test]
fn the_same_seed_finds_the_same() {
    for seed in 0..20 {
        let problem = problem(seed);
        let find = || {
            let mut search = LocalSearch::new(&problem, &Solution::default(), 7);
            (0..10).for_each(|_| {
                search.advance();
            });
            search.best
        };
        assert_eq!(find(), find(), "seed {seed}");
    }
}

#[test]
fn a_better_solution_from_elsewhere_is_gone_on_from() {
    let problem = problem(3);
    let mut one = LocalSearch::new(&problem, &Solution::default(), 1);
    (0..50).for_each(|_| {
        one.advance();
    });
    let mut other = LocalSearch::new(&problem, &Solution::default(), 2);
    other.take(&one.best, one.cost);
    assert_eq!((other.cost, &other.best), (one.cost, &one.best));
}
