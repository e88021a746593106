//! A worker: hands jobs to attempts as threads are free, and takes back those of workers that are silent.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use leerteam_store::{Claimed, Next, Running, State, Store, StoreError};
use leerteam_wire::v1;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::attempt::{Setting, Signals, attempt};
use super::budget::{Budget, Share};
use super::events::{Ending, now_ms};
use super::process::Solver;

/// Beats are no closer than this ...
const LEAST_BEAT: Duration = Duration::from_millis(50);
/// ... and no further apart than this.
const MOST_BEAT: Duration = Duration::from_millis(500);

/// How often things happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// A worker says that it is there, and stores what its jobs have found.
    pub beat: Duration,
    /// A worker that has said nothing for so long is taken for dead.
    pub lease: Duration,
}

impl Timing {
    /// Beats that are so many to a lease that some may be late.
    pub fn within(lease: Duration) -> Timing {
        Timing { beat: (lease / 30).clamp(LEAST_BEAT, MOST_BEAT), lease }
    }
}

/// What a worker may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerOptions {
    /// How processes of jobs are started.
    pub solver: Solver,
    /// How often things happen.
    pub timing: Timing,
    /// The longest search.
    pub longest: Duration,
    /// Attempts at a job that ends its worker or its process.
    pub most_tries: i64,
}

/// Hints within one program that there is something new; without them it is found a beat later.
#[derive(Clone, Debug, Default)]
pub struct Pokes(Arc<Hints>);

#[derive(Debug, Default)]
struct Hints {
    queue: Notify,
    jobs: Mutex<HashMap<String, Arc<Notify>>>,
}

impl Pokes {
    fn jobs(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Notify>>> {
        // Each change to it is one call.
        self.0.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A job is new.
    pub fn queue(&self) {
        self.0.queue.notify_one();
    }

    /// A job was asked to end.
    pub fn job(&self, id: &str) {
        if let Some(poke) = self.jobs().get(id) {
            poke.notify_one();
        }
    }
}

/// A worker.
#[derive(Clone, Debug)]
pub struct Worker {
    name: String,
    setting: Arc<Setting>,
    budget: Budget,
    pokes: Pokes,
}

impl Worker {
    /// A worker that shares the threads of a budget with others.
    pub fn new(store: Store, budget: Budget, pokes: Pokes, options: WorkerOptions) -> Worker {
        let WorkerOptions { solver, timing, longest, most_tries } = options;
        let threads = budget.threads();
        let setting = Setting { store, solver, timing, longest, threads, most_tries };
        Worker { name: Uuid::new_v4().to_string(), setting: Arc::new(setting), budget, pokes }
    }

    /// Works until it is stopped; then gives back what it has, with what was found, and returns.
    pub async fn run(&self, stop: CancellationToken) {
        let attempts = TaskTracker::new();
        tokio::join!(self.take_jobs(&stop, &attempts), self.watch(&stop));
        attempts.close();
        attempts.wait().await;
    }

    async fn take_jobs(&self, stop: &CancellationToken, attempts: &TaskTracker) {
        // Once a job is handed out, nothing stops it from getting to its attempt.
        while let Some(mut share) = stop.run_until_cancelled(self.budget.take_in_turn(1)).await {
            if let Some(claimed) = self.next(&mut share, stop).await {
                self.begin(claimed, share, stop, attempts);
                continue;
            }
            drop(share);
            let poked = self.pokes.0.queue.notified();
            let waited = tokio::time::timeout(self.setting.timing.beat, poked);
            if stop.run_until_cancelled(waited).await.is_none() {
                break;
            }
        }
    }

    /// The next job, with threads for it.
    async fn next(&self, share: &mut Share, stop: &CancellationToken) -> Option<Claimed> {
        let all = i64::from(self.budget.threads());
        loop {
            let free = share.threads();
            let next = self.setting.store.claim(&self.name, all, i64::from(free), now_ms()).await;
            match next {
                Ok(Next::Job(claimed)) => {
                    share.keep(u32::try_from(claimed.threads).unwrap_or(free));
                    return Some(claimed);
                }
                Ok(Next::Needs(threads)) => {
                    let threads = u32::try_from(threads).unwrap_or(free + 1);
                    let more = self.budget.take_in_turn(threads.saturating_sub(free));
                    share.add(stop.run_until_cancelled(more).await?);
                }
                Ok(Next::Nothing) => return None,
                Err(error) => {
                    tracing::warn!(%error, "the store does not answer");
                    return None;
                }
            }
        }
    }

    fn begin(
        &self,
        claimed: Claimed,
        share: Share,
        stop: &CancellationToken,
        attempts: &TaskTracker,
    ) {
        let (setting, pokes, stop) = (Arc::clone(&self.setting), self.pokes.clone(), stop.clone());
        attempts.spawn(async move {
            let poke = Arc::new(Notify::new());
            pokes.jobs().insert(claimed.id.clone(), Arc::clone(&poke));
            attempt(&setting, &claimed, Signals { poke: &poke, stop: &stop }).await;
            pokes.jobs().remove(&claimed.id);
            drop(share);
            pokes.queue();
        });
    }

    /// Takes back jobs of workers that are silent, and ends those that nobody needs any more.
    async fn watch(&self, stop: &CancellationToken) {
        let Timing { beat, lease } = self.setting.timing;
        let mut seen = HashMap::<Running, Instant>::new();
        while !stop.is_cancelled() {
            match self.setting.store.running().await {
                Ok(running) => {
                    let now = Instant::now();
                    seen = running
                        .into_iter()
                        .map(|job| {
                            let since = seen.get(&job).copied().unwrap_or(now);
                            (job, since)
                        })
                        .collect();
                    let silent = seen.iter().filter(|(_, since)| since.elapsed() > lease);
                    for (job, _) in silent {
                        self.take_back(job).await;
                    }
                }
                // Workers that could not reach the store either are not silent.
                Err(_) => seen.clear(),
            }
            let late = Ending::new(State::Failed, v1::JobFailure::Deadline);
            if let Err(error) = self.setting.store.end_overdue(&late.as_end()).await {
                tracing::warn!(%error, "the store does not answer");
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(beat) => {}
            }
        }
    }

    async fn take_back(&self, silent: &Running) {
        let cancelled = Ending::new(State::Cancelled, v1::JobFailure::Unspecified);
        let crashed = Ending::new(State::Failed, v1::JobFailure::Crashed);
        let (cancelled, crashed) = (cancelled.as_end(), crashed.as_end());
        let store = &self.setting.store;
        match store.take_back(silent, self.setting.most_tries, &cancelled, &crashed).await {
            Ok(Ok(())) => {
                tracing::warn!(job = silent.id, attempt = silent.attempt, "its worker was silent");
                self.pokes.queue();
            }
            // Its worker has said something since.
            Ok(Err(_)) => {}
            Err(error) => tracing::warn!(job = silent.id, %error, "the store does not answer"),
        }
    }
}

/// Works on the jobs of a store with so many threads, until it is stopped; `ready` is called once it works.
///
/// # Errors
/// The store cannot be opened.
pub async fn work(
    store: &str,
    threads: u32,
    options: WorkerOptions,
    ready: impl FnOnce(),
    stop: CancellationToken,
) -> Result<(), StoreError> {
    let store = Store::open(store).await?;
    ready();
    Worker::new(store, Budget::new(threads, 0), Pokes::default(), options).run(stop).await;
    Ok(())
}
