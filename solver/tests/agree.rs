//! The engine against the reference, on random small problems with everything a problem can have.

mod random;

use leerteam_solver::{Cancel, Ended, Options, Problem, Solution, solve, solve_compact};

fn compare(seed: u64, problem: &Problem) -> usize {
    let (options, cancel) = (Options::default(), Cancel::default());
    let mut last = None;
    let answer = solve(problem, &options, &cancel, &mut |event| {
        assert!(event.bound <= event.cost, "seed {seed}: a bound above a solution");
        last = Some(event.cost);
    });
    assert_eq!(answer.solution.broken(problem), None, "seed {seed}");
    assert_eq!(answer.solution.cost(problem), answer.cost, "seed {seed}");
    let compact = solve_compact(problem, &options, &cancel, &Solution::default());
    assert_eq!(compact.ended, Ended::Proven, "seed {seed}: the reference");
    assert!(answer.bound <= compact.cost, "seed {seed}: {answer:?} against {compact:?}");
    assert_eq!(answer.cost, compact.cost, "seed {seed}: {answer:?} against {compact:?}");
    assert_eq!(answer.ended, Ended::Proven, "seed {seed}: {answer:?}");
    answer.solution.teams.len()
}

#[test]
fn the_engine_finds_and_proves_what_the_reference_does() {
    let teams: usize = (0..400).map(|seed| compare(seed, &random::problem(seed))).sum();
    assert!(teams > 400, "the problems have something to decide: {teams} teams");
}
