//! Starting from a solution that is known already.

mod random;

use leerteam_solver::{
    Cancel, Cost, Ended, Group, Options, Problem, Row, Slot, Solution, Team, Use, solve, solve_from,
};

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

/// Large enough to be cut along the one row that ties its two groups.
#[test]
fn what_parts_share_stays_with_the_part_that_has_it() {
    let group = |first: usize, cost: i64| {
        let slot = Slot::new(vec![Some(Cost::points(cost)); 1_600]);
        Group::new((first..first + 1_600).collect(), 1, 3, vec![slot])
    };
    let mut problem =
        Problem::new(vec![Cost::points(10); 3_200], vec![group(0, 9), group(1_600, 0)]);
    let uses = vec![(Use::Team { group: 0 }, 1), (Use::Team { group: 1 }, 1)];
    problem.rows.push(Row { uses, at_most: 1, over: None });
    for group in [0, 1] {
        let team = Team { group, slot: 0, members: vec![0, 1, 2], duties: vec![] };
        let start = Solution { teams: vec![team] };
        let options = Options { work_limit: Some(1), ..Options::default() };
        let (first, answer) = from(&problem, &start, &options);
        assert_eq!(first, start.cost(&problem), "group {group}");
        assert!(answer.cost <= first, "group {group}");
        assert_eq!(answer.solution.broken(&problem), None, "group {group}");
    }
}
