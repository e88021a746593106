//! One attempt at a job: its process, its beats, and its end.

use std::time::{Duration, Instant};

use leerteam_store::{Beat, Claimed, Lost, PlanCost, State, Store, StoreError};
use leerteam_wire::v1;
use prost::Message;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::events::{Ending, now_ms, progress_event, state_event};
use super::frames::Order;
use super::options::read_options;
use super::process::{Ended, Process, Solver};
use super::worker::Timing;

/// How long a process that was asked to end may take to send its plan.
const GRACE: Duration = Duration::from_millis(1_000);
/// Of the time until a deadline, so much is kept for checking and storing the plan.
const KEPT: Duration = Duration::from_millis(500);

/// What attempts need.
#[derive(Debug)]
pub struct Setting {
    /// Where jobs are.
    pub store: Store,
    /// How their processes are started.
    pub solver: Solver,
    /// How often things happen.
    pub timing: Timing,
    /// The longest search.
    pub longest: Duration,
    /// Threads of all searches of this worker.
    pub threads: u32,
    /// Attempts at a job that ends its worker or its process.
    pub most_tries: i64,
}

/// What an attempt listens to.
#[derive(Debug)]
pub struct Signals<'a> {
    /// Something may be new for the job.
    pub poke: &'a Notify,
    /// The worker stops.
    pub stop: &'a CancellationToken,
}

/// How a job ended, with all that is stored of it.
#[derive(Debug)]
struct Outcome {
    state: State,
    failure: v1::JobFailure,
    plan: Option<(PlanCost, Vec<u8>)>,
}

/// Progress as it is stored, and the plan in it.
fn stored(mut progress: v1::Progress) -> (Vec<u8>, Option<(PlanCost, Vec<u8>)>) {
    let plan = progress.plan.take().map(|plan| plan.encode_to_vec());
    let plan = cost(progress.best.as_ref()).zip(plan);
    (progress_event(progress), plan)
}

fn cost(total: Option<&v1::ScoreTotal>) -> Option<PlanCost> {
    let total = total?;
    let (broken, points) = (total.broken_requirements(), total.points());
    Some(PlanCost { broken: i64::from(broken), points: i64::from(points) })
}

/// The last plan as it is stored.
fn last(plan: &v1::Plan) -> Option<(PlanCost, Vec<u8>)> {
    let score = plan.score.as_ref()?;
    let (broken, points) = (score.broken_requirements(), score.points());
    let cost = PlanCost { broken: i64::from(broken), points: i64::from(points) };
    Some((cost, plan.encode_to_vec()))
}

fn borrowed(plan: &Option<(PlanCost, Vec<u8>)>) -> Option<(PlanCost, &[u8])> {
    plan.as_ref().map(|(cost, body)| (*cost, body.as_slice()))
}

/// What the process is to do, unless the job cannot be read, which is an error in the program.
fn order(setting: &Setting, claimed: &Claimed) -> Option<Order> {
    let request = v1::CreateJobRequest::decode(claimed.request.as_slice()).ok()?;
    let options = request.options.unwrap_or_default();
    let options = read_options(&options, setting.longest, setting.threads).ok()?;
    let mut limit = options.time_limit.unwrap_or(setting.longest);
    if let Some(deadline) = claimed.deadline_ms {
        let left = u64::try_from(deadline.saturating_sub(now_ms())).unwrap_or_default();
        limit = limit.min(Duration::from_millis(left).saturating_sub(KEPT));
    }
    let plan = claimed.plan.as_deref().map(v1::Plan::decode).transpose().ok()?;
    Some(Order {
        request: Some(request),
        plan,
        threads: u32::try_from(claimed.threads).ok()?,
        milliseconds: u64::try_from(limit.as_millis()).unwrap_or(u64::MAX),
        memory: 0,
    })
}

/// Works on a job until it has ended, is somebody else's, or the worker stops.
pub async fn attempt(setting: &Setting, claimed: &Claimed, signals: Signals<'_>) {
    let begun = Instant::now();
    let (job, number) = (claimed.id.as_str(), claimed.attempt);
    tracing::info!(job, attempt = number, threads = claimed.threads, "job begins");
    let came = match order(setting, claimed) {
        Some(order) => run(setting, claimed, &order, &signals).await,
        None => Came::Outcome(failed(v1::JobFailure::Internal)),
    };
    let ended = store_end(setting, claimed, &came, &signals).await;
    let milliseconds = begun.elapsed().as_millis();
    tracing::info!(job, attempt = number, ended, milliseconds, "job ends");
}

/// How an attempt came to its end.
enum Came {
    /// The job ends.
    Outcome(Outcome),
    /// Its process ended without a word; this is what it had found.
    Crashed(Option<(PlanCost, Vec<u8>)>),
    /// Somebody else is to go on with it, from this.
    Stopped(Option<(PlanCost, Vec<u8>)>),
    /// The job is somebody else's.
    Lost,
}

fn failed(failure: v1::JobFailure) -> Outcome {
    Outcome { state: State::Failed, failure, plan: None }
}

/// Runs the process.
async fn run(setting: &Setting, claimed: &Claimed, order: &Order, signals: &Signals<'_>) -> Came {
    let mut process = match setting.solver.start(order).await {
        Ok(process) => process,
        Err(error) => {
            tracing::error!(job = claimed.id, %error, "no process for a job");
            tokio::time::sleep(setting.timing.beat).await;
            return Came::Stopped(None);
        }
    };
    let running = state_event(State::Running);
    let mut reached = Instant::now();
    let mut heard = setting.store.progress(&claimed.id, claimed.attempt, &running, None).await;
    let mut until = None::<Instant>;
    loop {
        match heard {
            Ok(Err(Lost)) => return Came::Lost,
            Ok(Ok(Beat { cancel_wanted })) => {
                reached = Instant::now();
                if cancel_wanted && until.is_none() {
                    process.cancel().await;
                    until = Some(Instant::now() + GRACE);
                }
            }
            // By now the job may be another worker's.
            Err(_) if reached.elapsed() > setting.timing.lease => return Came::Lost,
            Err(error) => tracing::warn!(job = claimed.id, %error, "the store does not answer"),
        }
        let grace = until.map(|until| until.saturating_duration_since(Instant::now()));
        let pause = grace.unwrap_or(setting.timing.beat).min(setting.timing.beat);
        tokio::select! {
            ended = process.ended() => {
                let came = came(claimed, &process, ended, until.is_some());
                let Came::Crashed(plan) = came else { return came };
                // Whoever stops the worker may have ended its processes with it.
                let stops = tokio::time::timeout(setting.timing.beat, signals.stop.cancelled());
                return match stops.await {
                    Ok(()) => Came::Stopped(plan),
                    Err(_) => Came::Crashed(plan),
                };
            }
            () = signals.stop.cancelled() => {
                process.kill().await;
                return Came::Stopped(process.progress().and_then(|progress| stored(progress).1));
            }
            () = signals.poke.notified() => {}
            () = tokio::time::sleep(pause) => {}
        }
        if until.is_some_and(|until| until <= Instant::now()) {
            process.kill().await;
            // The best plan is kept already, or among what has come since.
            let plan = process.progress().and_then(|progress| stored(progress).1);
            let failure = v1::JobFailure::Unspecified;
            return Came::Outcome(Outcome { state: State::Cancelled, failure, plan });
        }
        heard = flush(setting, claimed, &process).await;
    }
}

/// Stores what has come, or only says that the worker is there. Progress that cannot be stored is lost; the next one
/// says more.
async fn flush(
    setting: &Setting,
    claimed: &Claimed,
    process: &Process,
) -> Result<Result<Beat, Lost>, StoreError> {
    let (id, attempt) = (claimed.id.as_str(), claimed.attempt);
    let Some(progress) = process.progress() else {
        return setting.store.beat(id, attempt).await;
    };
    let (event, plan) = stored(progress.clone());
    let kept = setting.store.progress(id, attempt, &event, borrowed(&plan)).await;
    if kept.is_err() {
        process.put_back(progress);
    }
    kept
}

/// What the end of a process means for its job.
fn came(claimed: &Claimed, process: &Process, ended: Ended, was_cancelled: bool) -> Came {
    // What it said before it ended is kept.
    let before = process.progress().and_then(|progress| stored(progress).1);
    let failure = match ended {
        Ended::Plan(plan) => {
            let state = if was_cancelled { State::Cancelled } else { State::Succeeded };
            let failure = v1::JobFailure::Unspecified;
            return Came::Outcome(Outcome { state, failure, plan: last(&plan) });
        }
        Ended::Crashed => return Came::Crashed(before),
        Ended::Failure(failure) => {
            tracing::error!(job = claimed.id, %failure, "the search ended with an internal error");
            v1::JobFailure::Internal
        }
        Ended::OutOfMemory => v1::JobFailure::OutOfMemory,
    };
    Came::Outcome(Outcome { plan: before, ..failed(failure) })
}

/// Stores how an attempt ended, however long the store does not answer.
async fn store_end(
    setting: &Setting,
    claimed: &Claimed,
    came: &Came,
    signals: &Signals<'_>,
) -> &'static str {
    loop {
        let (word, stored) = match came {
            Came::Outcome(outcome) => {
                let ending = Ending::new(outcome.state, outcome.failure);
                let (id, attempt) = (claimed.id.as_str(), claimed.attempt);
                let plan = borrowed(&outcome.plan);
                let ended = setting.store.end(id, attempt, &ending.as_end(), plan).await;
                (outcome.state.as_str(), ended)
            }
            Came::Crashed(plan) => ("crashed", release(setting, claimed, plan, true).await),
            Came::Stopped(plan) => ("given back", release(setting, claimed, plan, false).await),
            Came::Lost => return "lost",
        };
        match stored {
            Ok(Ok(())) => return word,
            Ok(Err(Lost)) => return "lost",
            Err(error) => tracing::warn!(job = claimed.id, %error, "the end is not stored yet"),
        }
        tokio::select! {
            // Whoever watches finds it silent.
            () = signals.stop.cancelled() => return "not stored",
            () = tokio::time::sleep(setting.timing.beat) => {}
        }
    }
}

/// Has a job wait again, with what was found.
async fn release(
    setting: &Setting,
    claimed: &Claimed,
    plan: &Option<(PlanCost, Vec<u8>)>,
    is_tried: bool,
) -> Result<Result<(), Lost>, StoreError> {
    let (id, attempt) = (claimed.id.as_str(), claimed.attempt);
    let waiting = state_event(State::Waiting);
    if setting.store.progress(id, attempt, &waiting, borrowed(plan)).await? == Err(Lost) {
        return Ok(Err(Lost));
    }
    let cancelled = Ending::new(State::Cancelled, v1::JobFailure::Unspecified);
    if !is_tried {
        return setting.store.give_back(id, attempt, &cancelled.as_end()).await;
    }
    let crashed = Ending::new(State::Failed, v1::JobFailure::Crashed);
    let (cancelled, crashed) = (cancelled.as_end(), crashed.as_end());
    setting.store.give_up(id, attempt, setting.most_tries, &cancelled, &crashed).await
}
