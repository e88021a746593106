//! The threads that search the parts.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use crate::beside::{Beside, Neighbour, Turns};
use crate::ends::{End, Trouble};
use crate::engine::{PATIENCE, State};
use crate::failure::guarded;
use crate::generate::Run;
use crate::highs::release_thread;
use crate::incumbent::Incumbent;
use crate::local::LocalSearch;
use crate::{Cancel, Cost, Ended, Failure, Options, Phase, Problem};

/// Runs of the local search that found nothing, after which it rests.
const IDLE_RUNS: u64 = 3;
/// It rests so many times as long as its runs since the last rest took.
const RESTS: u32 = 1;

/// What a part's search tells.
pub(crate) struct News {
    pub part: usize,
    pub state: State,
    pub phase: Phase,
    pub columns: usize,
    pub improved: bool,
    /// Once it is over, how it ended.
    pub end: Option<End>,
}

/// What the threads work on in one turn, together and each by itself.
pub(crate) struct Work {
    pub problems: Vec<Arc<Problem>>,
    /// By part and row, the limits for bounds.
    pub loose: Vec<Vec<i64>>,
    pub states: Vec<State>,
    /// Which part is whose turn.
    pub order: Vec<usize>,
    pub next: AtomicUsize,
    pub options: Vec<Options>,
    pub to_the_end: bool,
    /// Whether the states are known to be good.
    pub is_warm: bool,
    pub stop: Cancel,
    pub started: Instant,
}

/// Starts the threads; the news ends when the last of them is done.
pub(crate) fn start(work: &Arc<Work>, threads: usize) -> Receiver<News> {
    let (sender, news) = channel();
    for _ in 0..work.order.len().min(threads) {
        let (work, sender) = (Arc::clone(work), sender.clone());
        std::thread::spawn(move || {
            while !work.stop.is_cancelled() {
                let turn = work.next.fetch_add(1, Ordering::Relaxed);
                let Some(&part) = work.order.get(turn) else { break };
                search(&work, part, &sender);
            }
            release_thread();
        });
    }
    news
}

fn search(work: &Work, part: usize, sender: &Sender<News>) {
    let send = |news| {
        // Nobody listens any more when the search was stopped.
        let _ = sender.send(news);
    };
    let tell = |state: &State, phase, columns, improved| {
        let state = state.clone();
        send(News { part, state, phase, columns, improved, end: None });
    };
    // Limits that have changed since the first plan can only have become wider.
    let mut state = work.states[part].clone();
    state.cost = state.solution.cost(&work.problems[part]);
    let problem = &work.problems[part];
    let options = &work.options[part];
    let mut local = LocalSearch::new(problem, &state.solution, options.seed);
    local.starts_cold = work.is_warm;
    let mut run = Run {
        problem,
        loose: &work.loose[part],
        to_the_end: work.to_the_end,
        options,
        cancel: &work.stop,
        started: work.started,
        state,
        work: 0,
        tell: &tell,
        points: None,
        depth: 0,
        node_bound: f64::NEG_INFINITY,
        goes_on: work.order.len() == 1
            && (options.time_limit.is_some() || options.work_limit.is_some()),
        trouble: Trouble::default(),
        local: None,
    };
    // On a thread of its own what it finds comes when it comes, which a work limit has to do without.
    let (state, end) = if !options.methods.local_search {
        run.search()
    } else if options.threads > 1 && options.work_limit.is_none() {
        search_beside(run, local, &tell)
    } else {
        run.local = Some(Beside::Turns(Box::new(Turns::new(local))));
        run.search()
    };
    let (phase, columns, end) = (Phase::Points, 0, Some(end));
    send(News { part, state, phase, columns, improved: true, end });
}

/// Searches with the local search on a thread of its own.
fn search_beside<'a>(
    mut run: Run<'a>,
    mut local: LocalSearch<'a>,
    tell: &(dyn Fn(&State, Phase, usize, bool) + Sync),
) -> (State, End) {
    let State { solution, cost, .. } = run.state.clone();
    let incumbent = Arc::new(Incumbent::new(solution, cost));
    let is_resting = Arc::new(AtomicBool::new(false));
    run.local = Some(Beside::Thread(Neighbour {
        incumbent: Arc::clone(&incumbent),
        seen: 0,
        is_resting: Arc::clone(&is_resting),
    }));
    let (stop, is_over, may_end) = (run.cancel, &Cancel::default(), &Cancel::default());
    let goes_on = run.goes_on;
    #[cfg(test)]
    let seed = run.options.seed;
    let search = move || {
        let (mut seen, mut found) = (0, 0);
        #[cfg(test)]
        crate::faults::panic_at(seed, "local");
        let mut begun = Instant::now();
        while !stop.is_cancelled() {
            if let Some((solution, cost)) = incumbent.better_than(local.cost, &mut seen) {
                local.take(&solution, cost);
                found = local.runs;
            }
            if local.advance() {
                found = local.runs;
                if incumbent.offer(&local.best, local.cost) {
                    let (solution, cost) = (local.best.clone(), local.cost);
                    let state = State { solution, cost, bound: Cost::ZERO };
                    tell(&state, Phase::Points, 0, true);
                }
            }
            if !local.is_between_runs() {
                continue;
            }
            let is_idle = local.runs > found + IDLE_RUNS;
            if is_idle && may_end.is_cancelled() {
                break;
            }
            if is_idle {
                is_resting.store(true, Ordering::Relaxed);
                let rest = begun.elapsed() * RESTS;
                let from = Instant::now();
                let is_quiet = |seen: &mut u64| {
                    let better = incumbent.better_than(local.cost, &mut seen.clone());
                    better.is_none() && !stop.is_cancelled() && !is_over.is_cancelled()
                };
                while from.elapsed() < rest && is_quiet(&mut seen) {
                    std::thread::sleep(PATIENCE);
                }
                is_resting.store(false, Ordering::Relaxed);
            }
            begun = Instant::now();
        }
    };
    std::thread::scope(|scope| {
        let beside = scope.spawn(move || {
            let searched = guarded(search);
            // With an internal error here, all is over.
            searched.inspect_err(|_| stop.cancel()).err()
        });
        let (state, mut end) = run.search();
        if end.failure.is_some() {
            stop.cancel();
        }
        // Where nothing else is left to try, a limit is there to be used.
        if !goes_on || end.ended != Ended::Stalled {
            may_end.cancel();
        }
        is_over.cancel();
        let failed = beside.join().unwrap_or_else(|panic| Some(Failure::of_panic(panic.as_ref())));
        if let Some(failure) = failed {
            end = End { ended: Ended::Failed, failure: Some(failure), ..end };
        }
        (state, end)
    })
}
