//! Failures on purpose, to see that a solve ends honestly. Each is meant for the programs of one seed, so
//! that tests beside each other do not meet.
#![allow(non_upper_case_globals)]

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use highs_sys::{
    kHighsModelStatusInfeasible, kHighsModelStatusInterrupt, kHighsModelStatusModelError,
    kHighsModelStatusSolveError, kHighsModelStatusUnboundedOrInfeasible, kHighsModelStatusUnknown,
    kHighsStatusError, kHighsStatusWarning,
};

use crate::{
    Answer, Cancel, Cost, Ended, Failure, Group, Options, Problem, Row, Slot, Term, Use, solve,
};

struct Fault {
    place: &'static str,
    /// So many times it goes well.
    after: usize,
    status: i32,
    has_struck: bool,
}

static FAULTS: Mutex<Option<HashMap<u32, Fault>>> = Mutex::new(None);

fn faults() -> MutexGuard<'static, Option<HashMap<u32, Fault>>> {
    FAULTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From a time on, makes a place fail that programs of this seed pass: a function of HiGHS, which then
/// returns this status, or a place that panics.
pub(crate) fn inject(seed: u32, place: &'static str, after: usize, status: i32) {
    let fault = Fault { place, after, status, has_struck: false };
    faults().get_or_insert_default().insert(seed, fault);
}

/// Whether that place has failed by now.
pub(crate) fn has_struck(seed: u32) -> bool {
    faults().as_ref().and_then(|all| all.get(&seed)).is_some_and(|fault| fault.has_struck)
}

/// What the place returns: the status it has, or that of a fault.
pub(crate) fn status_at(seed: u32, place: &str, status: i32) -> i32 {
    strike(seed, place).unwrap_or(status)
}

/// Panics if there is a fault for this place.
pub(crate) fn panic_at(seed: u32, place: &str) {
    assert!(strike(seed, place).is_none(), "a fault in {place}");
}

fn strike(seed: u32, place: &str) -> Option<i32> {
    let mut all = faults();
    let fault = all.as_mut()?.get_mut(&seed).filter(|fault| fault.place == place)?;
    if fault.after > 0 {
        fault.after -= 1;
        return None;
    }
    fault.has_struck = true;
    Some(fault.status)
}

/// People in teams of four or five at one of twelve slots, with labels that pull teams apart and rows
/// that keep them from neighbouring slots: enough to dive, and to need the integer program.
fn pool(people: i64) -> Problem {
    let slot = |s: i64| {
        let cost = |c: i64| (c * c * 7 + s * s * 13 + c * s * 5) % 97;
        Slot::new((0..people).map(|c| Some(Cost::points(cost(c)))).collect())
    };
    let everybody = (0..people as usize).collect();
    let mut group = Group::new(everybody, people as usize / 4, 5, (0..12).map(slot).collect());
    group.sizes[..4].fill(None);
    for label in 0..3 {
        let coefficients = (0..people).map(|c| if c % 3 == label { 67 } else { -33 }).collect();
        group.terms.push(Term::Deviation { coefficients, unit: Cost::points(1) });
    }
    let mut problem = Problem::new(vec![Cost::broken(1); people as usize], vec![group]);
    for first in 0..11 {
        let uses = (first..first + 2).map(|slot| (Use::Slot { group: 0, slot }, 1)).collect();
        problem.rows.push(Row { uses, at_most: 1, over: None });
    }
    problem
}

/// Two times three people who go well with each other, in teams of two: the linear program takes half of each
/// of the six teams, three in all, so that the integer program has to follow.
fn with_a_gap() -> Problem {
    let mut problem = pool(6);
    problem.rows.clear();
    let group = &mut problem.groups[0];
    group.max_teams = 3;
    group.sizes = vec![None, None, Some(Cost::ZERO)];
    group.terms.clear();
    for one in 0..3 {
        for other in 3..6 {
            group.terms.push(Term::Apart { one, other, cost: Cost::points(900) });
        }
    }
    problem
}

/// Thirty people who all differ: more compositions than can be listed, so that a program prices. There
/// are teams enough for everybody to have the slot that suits best.
fn unlisted() -> Problem {
    let slot = |s: i64| {
        let cost = |c: i64| Some(Cost::points((c * 37 + s * 53 + c * s * 11) % 101));
        Slot::new((0..30).map(cost).collect())
    };
    let mut group = Group::new((0..30).collect(), 8, 8, (0..2).map(slot).collect());
    let labels = (0..30).map(Some).collect();
    group.terms.push(Term::Distinct { labels, at_least: 1, short: Cost::points(10) });
    Problem::new(vec![Cost::points(500); 30], vec![group])
}

/// Under a work limit a solve waits for all its threads, so that none has a fault unseen.
fn options(seed: u32) -> Options {
    Options { seed, work_limit: Some(10_000_000), ..Options::default() }
}

fn solved(problem: &Problem, options: &Options) -> Answer {
    let answer = solve(problem, options, &Cancel::default(), &mut |event| {
        assert!(event.bound <= event.cost);
    });
    assert_eq!(answer.solution.broken(problem), None);
    assert_eq!(answer.solution.cost(problem), answer.cost);
    answer
}

/// The cost of the best solution, proven without any fault.
fn best(problem: &Problem) -> Cost {
    let answer = solved(problem, &Options::default());
    assert_eq!((answer.ended, answer.bound), (Ended::Proven, answer.cost));
    assert_eq!(answer.failure, None);
    answer.cost
}

/// Solves with a fault at a place the first time it is passed, the second time and so on, so many times
/// at most; what each came to where the fault struck.
fn each_time(problem: &Problem, seed: u32, place: &'static str, status: i32) -> Vec<Answer> {
    each_time_with(problem, &options(seed), place, status)
}

fn each_time_with(
    problem: &Problem,
    options: &Options,
    place: &'static str,
    status: i32,
) -> Vec<Answer> {
    let answers = strikes(problem, options, place, status);
    assert!(!answers.is_empty(), "{place} is never passed");
    answers
}

fn strikes(problem: &Problem, options: &Options, place: &'static str, status: i32) -> Vec<Answer> {
    let mut answers = Vec::new();
    for after in (0..8).chain([12, 20, 40, 80, 160]) {
        inject(options.seed, place, after, status);
        let answer = solved(problem, options);
        if has_struck(options.seed) {
            answers.push(answer);
        }
    }
    answers
}

/// Every function of HiGHS that returns a status and is called in each solve.
const CALLS: [&str; 21] = [
    "Highs_setBoolOptionValue",
    "Highs_setIntOptionValue",
    "Highs_setDoubleOptionValue",
    "Highs_setStringOptionValue",
    "Highs_addCols",
    "Highs_addRows",
    "Highs_changeColsCostByRange",
    "Highs_changeColBounds",
    "Highs_changeRowBounds",
    "Highs_changeColsIntegralityBySet",
    "Highs_getBasis",
    "Highs_setBasis",
    "Highs_getSolution",
    "Highs_setSolution",
    "Highs_getIntInfoValue",
    "Highs_getDoubleInfoValue",
    "Highs_setCallback",
    "Highs_startCallback",
    "Highs_stopCallback",
    "Highs_zeroAllClocks",
    "Highs_run",
];

#[test]
fn a_call_that_fails_ends_the_solve_as_an_internal_error() {
    // One that dives, and one that needs the integer program.
    let problems = [pool(8), with_a_gap()].map(|problem| (best(&problem), problem));
    for name in CALLS {
        let mut struck = 0;
        for (best, problem) in &problems {
            for answer in strikes(problem, &options(1_000), name, kHighsStatusError) {
                assert_eq!(answer.ended, Ended::Failed, "{name}: {answer:?}");
                let failure = Failure::Call { name, status: kHighsStatusError };
                assert_eq!(answer.failure, Some(failure));
                assert!(answer.bound <= *best && *best <= answer.cost, "{name}: {answer:?}");
                struck += 1;
            }
        }
        assert!(struck > 0, "{name} is never passed");
    }
}

#[test]
fn a_warning_about_what_is_loaded_is_a_failure_too() {
    let problem = pool(8);
    for answer in each_time(&problem, 1_100, "Highs_addCols", kHighsStatusWarning) {
        assert_eq!(answer.ended, Ended::Failed);
    }
}

#[test]
fn a_program_that_is_not_solved_in_its_numbers_proves_nothing() {
    let problem = pool(8);
    let best = best(&problem);
    for (seed, status) in [
        (1_200, kHighsModelStatusUnknown),
        (1_201, kHighsModelStatusSolveError),
        (1_202, kHighsModelStatusUnboundedOrInfeasible),
        // There is a plan, so none of the programs is infeasible but on the way down a dive.
        (1_203, kHighsModelStatusInfeasible),
        (1_204, kHighsModelStatusInterrupt),
    ] {
        let end = match status {
            kHighsModelStatusInterrupt => Ended::Limit,
            _ => Ended::NumericalFailure,
        };
        for answer in each_time(&problem, seed, "Highs_getModelStatus", status) {
            assert!(answer.bound <= best && best <= answer.cost, "{status}: {answer:?}");
            assert_eq!((answer.ended, answer.failure), (end, None), "{status}");
        }
    }
}

#[test]
fn a_status_that_was_never_asked_for_is_an_internal_error() {
    let status = kHighsModelStatusModelError;
    for answer in each_time(&pool(8), 1_300, "Highs_getModelStatus", status) {
        assert_eq!(answer.ended, Ended::Failed);
        assert_eq!(answer.failure, Some(Failure::ModelStatus(status)));
    }
}

#[test]
fn a_panic_in_a_callback_ends_the_solve_as_an_internal_error() {
    let problem = pool(8);
    let best = best(&problem);
    for answer in each_time(&problem, 1_400, "callback", 1) {
        assert_eq!(answer.ended, Ended::Failed, "{answer:?}");
        assert!(matches!(answer.failure, Some(Failure::Panic(_))));
        assert!(answer.bound <= best && best <= answer.cost);
    }
}

#[test]
fn a_pricing_thread_that_panics_ends_the_solve_as_an_internal_error() {
    let problem = pool(8);
    let best = best(&problem);
    for threads in 1..4 {
        let options = Options { threads, ..options(1_500 + threads) };
        for answer in each_time_with(&problem, &options, "pricing", 1) {
            assert_eq!(answer.ended, Ended::Failed, "{answer:?}");
            assert_eq!(answer.failure, Some(Failure::Panic("a fault in pricing".to_owned())));
            assert!(answer.bound <= best && best <= answer.cost, "{answer:?}");
        }
    }
}

#[test]
fn a_local_search_that_panics_ends_the_solve_as_an_internal_error() {
    inject(1_600, "local", 0, 1);
    let options = Options { seed: 1_600, threads: 2, ..Options::default() };
    // A program that takes much longer than the panic.
    let mut problem = pool(1_000);
    for (s, slot) in problem.groups[0].slots.iter_mut().enumerate() {
        let costs = (0..1_000).map(|c| Some(Cost::points((c * (c + 7 * s as i64)) % 9_973)));
        slot.members = costs.collect();
    }
    let answer = solved(&problem, &options);
    assert_eq!(answer.ended, Ended::Failed);
    assert_eq!(answer.failure, Some(Failure::Panic("a fault in local".to_owned())));
}

#[test]
fn stopped_halfway_it_ends_at_its_limit_with_a_true_bound() {
    for problem in [pool(8), unlisted()] {
        let best = best(&problem);
        let mut limits = 0;
        for work in [1, 3, 10, 30, 100, 300, 1_000, 3_000] {
            let options = Options { work_limit: Some(work), ..Options::default() };
            let answer = solved(&problem, &options);
            assert!(answer.bound <= best && best <= answer.cost, "{work}: {answer:?}");
            assert!(matches!(answer.ended, Ended::Limit | Ended::Proven), "{work}: {answer:?}");
            limits += usize::from(answer.ended == Ended::Limit);
        }
        assert!(limits > 0, "some were stopped before their end");
    }
}
