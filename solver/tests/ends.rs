//! How a solve ends: proven, at a limit, or cancelled; always with a solution and a true bound.

use leerteam_solver::{Cancel, Cost, Ended, Group, Options, Problem, Row, Slot, Term, Use, solve};

/// `people` in teams of four at one of six slots, with labels that pull teams apart.
fn pool(people: usize) -> Problem {
    let slot = |s: usize| {
        let cost =
            |c: usize| Some(Cost::points(((c * c * 7 + s * s * 13 + c * s * 5) % 97) as i64));
        Slot::new((0..people).map(cost).collect())
    };
    let mut group = Group::new((0..people).collect(), people / 4, 4, (0..6).map(slot).collect());
    for label in 0..4 {
        let coefficients = (0..people).map(|c| if c % 4 == label { 75 } else { -25 }).collect();
        group.terms.push(Term::Deviation { coefficients, unit: Cost::points(1) });
    }
    Problem::new(vec![Cost::broken(1); people], vec![group])
}

#[test]
fn proves_the_best() {
    let problem = pool(8);
    let answer = solve(&problem, &Options::default(), &Cancel::default(), &mut |_| {});
    assert_eq!(answer.ended, Ended::Proven);
    assert_eq!(answer.cost, answer.bound);
    assert_eq!(answer.solution.broken(&problem), None);
    assert_eq!(answer.solution.cost(&problem), answer.cost);
}

#[test]
fn ends_at_its_limit_with_a_solution_and_a_bound_below_it() {
    let problem = pool(40);
    let options = Options { work_limit: Some(0), ..Options::default() };
    let answer = solve(&problem, &options, &Cancel::default(), &mut |_| {});
    assert_eq!(answer.ended, Ended::Limit);
    assert!(answer.bound < answer.cost, "{:?} {:?}", answer.bound, answer.cost);
    assert_eq!(answer.solution.broken(&problem), None);
    assert_eq!(answer.solution.teams.len(), 10);
}

#[test]
fn ends_when_cancelled_with_the_best_so_far() {
    let problem = pool(400);
    let cancel = Cancel::default();
    let mut seen = Vec::new();
    let answer = solve(&problem, &Options::default(), &cancel, &mut |event| {
        assert!(event.bound <= event.cost);
        seen.push(event.cost);
        cancel.cancel();
    });
    assert_eq!(answer.ended, Ended::Cancelled);
    assert_eq!(Some(&answer.cost), seen.last());
}

#[test]
fn the_same_work_limit_and_seed_give_the_same_solution() {
    let problem = pool(16);
    let options = Options { work_limit: Some(300), seed: 9, ..Options::default() };
    let solved = || solve(&problem, &options, &Cancel::default(), &mut |_| {});
    let (one, other) = (solved(), solved());
    assert_eq!(one.solution, other.solution);
    assert_eq!((one.cost, one.bound), (other.cost, other.bound));
}

#[test]
fn nor_does_the_number_of_threads_matter_where_it_is_solved_by_interior_points() {
    // A thousand people who all differ: a large program.
    let mut problem = pool(1_000);
    for (s, slot) in problem.groups[0].slots.iter_mut().enumerate() {
        let costs = (0..1_000).map(|c| Some(Cost::points((c * (c + 7 * s as i64)) % 9_973)));
        slot.members = costs.collect();
    }
    let solved = |threads| {
        let options = Options { work_limit: Some(20_000), threads, ..Options::default() };
        solve(&problem, &options, &Cancel::default(), &mut |_| {})
    };
    let (one, other) = (solved(1), solved(2));
    assert_eq!(one.solution, other.solution);
    assert_eq!((one.cost, one.bound), (other.cost, other.bound));
    assert!(one.bound > Cost::ZERO && one.bound <= one.cost, "{:?} {:?}", one.bound, one.cost);
}

#[test]
fn nor_does_it_matter_where_a_program_prices() {
    // Thirty people who all differ have more compositions than can be listed.
    let mut problem = pool(30);
    let labels = (0..30).map(Some).collect();
    problem.groups[0].terms.push(Term::Distinct { labels, at_least: 6, short: Cost::points(10) });
    problem.groups[0].sizes = vec![Some(Cost::ZERO); 9];
    let solved = |threads| {
        let options = Options { work_limit: Some(40_000), threads, ..Options::default() };
        solve(&problem, &options, &Cancel::default(), &mut |_| {})
    };
    let one = solved(1);
    assert!(one.bound > Cost::ZERO && one.bound <= one.cost, "{:?} {:?}", one.bound, one.cost);
    for threads in [2, 3] {
        let other = solved(threads);
        assert_eq!(one.solution, other.solution);
        assert_eq!((one.ended, one.bound), (other.ended, other.bound));
    }
}

#[test]
fn asked_for_a_gap_it_proves_at_most_that() {
    let problem = pool(12);
    let options = Options { gap: 0.2, ..Options::default() };
    let answer = solve(&problem, &options, &Cancel::default(), &mut |_| {});
    assert_eq!(answer.ended, Ended::Proven);
    assert!(answer.cost.gap(answer.bound) <= 0.2);
}

#[test]
fn rows_hold_and_elastic_rows_cost_what_they_exceed() {
    let mut problem = pool(8);
    let slots = |slot| (Use::Slot { group: 0, slot }, 1);
    // Nobody at the first three slots; every team beyond the first costs 1000 points.
    let hard = Row { uses: (0..3).map(slots).collect(), at_most: 0, over: None };
    let uses = vec![(Use::Team { group: 0 }, 1)];
    let elastic = Row { uses, at_most: 1, over: Some(Cost::points(1000)) };
    problem.rows = vec![hard, elastic];
    let answer = solve(&problem, &Options::default(), &Cancel::default(), &mut |_| {});
    assert_eq!(answer.ended, Ended::Proven);
    assert!(answer.solution.teams.iter().all(|team| team.slot >= 3));
    // Everyone is placed, which comes first, so there are two teams.
    assert_eq!((answer.cost.broken, answer.solution.teams.len()), (0, 2));
    assert!(answer.cost.points >= 1000);
}

#[test]
fn nothing_to_decide_is_proven_at_once() {
    let problem = Problem::new(vec![Cost::broken(1); 3], Vec::new());
    let answer = solve(&problem, &Options::default(), &Cancel::default(), &mut |_| {});
    assert_eq!((answer.ended, answer.cost), (Ended::Proven, Cost::broken(3)));
}

#[test]
fn cancelled_at_any_moment_it_has_a_solution_and_a_true_bound() {
    let problem = pool(60);
    let best = solve(&problem, &Options::default(), &Cancel::default(), &mut |_| {}).cost;
    let mut early = 0;
    for moment in 0..12 {
        let cancel = Cancel::default();
        let mut heard = 0;
        let answer = solve(&problem, &Options::default(), &cancel, &mut |_| {
            if heard == moment {
                cancel.cancel();
            }
            heard += 1;
        });
        assert_eq!(answer.solution.broken(&problem), None);
        assert_eq!(answer.solution.cost(&problem), answer.cost);
        assert!(answer.bound <= best && best <= answer.cost, "{moment}: {answer:?}");
        early += usize::from(answer.ended == Ended::Cancelled);
    }
    assert!(early > 0, "some were cancelled before their end");
}

/// Memory in use, in KiB.
#[cfg(target_os = "linux")]
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("the status of this process");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a line on memory");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}

#[test]
#[cfg(target_os = "linux")]
fn a_thousand_solves_leave_no_memory_behind() {
    let problem = pool(12);
    let solve = || solve(&problem, &Options::default(), &Cancel::default(), &mut |_| {});
    (0..100).for_each(|_| drop(solve()));
    let before = memory();
    (0..1000).for_each(|_| drop(solve()));
    let grown = memory().saturating_sub(before);
    // A program of this size takes some 300 KiB: a leak of it would be seen a hundred times over.
    assert!(grown < 4096, "{grown} KiB more after a thousand solves");
}
