//! Starting from a solution that is known already.

mod random;

use leerteam_solver::{Cancel, Cost, Ended, Options, Solution, solve, solve_from};

/// The first cost that is reported, and the answer.
fn from(
    problem: &leerteam_solver::Problem,
    start: &Solution,
    options: &Options,
) -> (Cost, leerteam_solver::Answer) {
    let mut first = None;
    let mut tell = |event: &leerteam_solver::Event| {
        first.get_or_insert(event.cost);
    };
    let answer = solve_from(problem, start, options, &Cancel::default(), &mut tell);
    (first.expect("an event"), answer)
}

#[test]
fn the_best_solution_is_there_at_once_and_proven_the_same() {
    let options = Options::default();
    for seed in 0..100 {
        let problem = random::problem(seed);
        let best = solve(&problem, &options, &Cancel::default(), &mut |_| {});
        let (first, answer) = from(&problem, &best.solution, &options);
        assert_eq!(first, best.cost, "seed {seed}");
        assert_eq!((answer.cost, answer.ended), (best.cost, Ended::Proven), "seed {seed}");
        assert_eq!(answer.bound, best.bound, "seed {seed}");
    }
}

#[test]
fn a_changed_problem_is_solved_from_the_old_solution() {
    let options = Options::default();
    let cancel = Cancel::default();
    let mut better = 0;
    for seed in 0..100 {
        let problem = random::problem(seed);
        let known = solve(&problem, &options, &cancel, &mut |_| {}).solution;
        let mut changed = problem.clone();
        // Somebody can come nowhere any more.
        let person = seed as usize % changed.unplaced.len();
        for group in &mut changed.groups {
            for (candidate, _) in
                group.candidates.iter().enumerate().filter(|(_, who)| **who == person)
            {
                group.slots.iter_mut().for_each(|slot| slot.members[candidate] = None);
            }
        }
        let mut cold = None;
        let best = solve(&changed, &options, &cancel, &mut |event| {
            cold.get_or_insert(event.cost);
        });
        let (first, answer) = from(&changed, &known, &options);
        assert_eq!(answer.cost, best.cost, "seed {seed}");
        assert!(cold.is_some_and(|cold| first <= cold), "seed {seed}: no worse than without");
        better += usize::from(cold.is_some_and(|cold| first < cold));
    }
    assert!(better > 10, "the old solution helps: {better} of 100");
}

#[test]
fn the_same_start_and_work_give_the_same_plan() {
    let problem = random::problem(17);
    let best = solve(&problem, &Options::default(), &Cancel::default(), &mut |_| {}).solution;
    let options = Options { work_limit: Some(200), ..Options::default() };
    let one = from(&problem, &best, &options).1;
    assert_eq!(one.solution, from(&problem, &best, &options).1.solution);
}
