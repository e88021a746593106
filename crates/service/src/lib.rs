//! The gRPC service: the wire on the outside, the planner on the inside.

mod answers;
mod deadline;
mod intake;
mod job_calls;
mod jobs;
mod logs;
mod pages;
mod planning;
mod pool;
mod solving;
mod steps;
mod views;
mod watches;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;
use tonic_health::ServingStatus;
use tower_http::propagate_header::PropagateHeaderLayer;
use tower_http::set_header::SetRequestHeaderLayer;
use tower_http::trace::TraceLayer;

use intake::Intake;
use job_calls::JobCalls;
use jobs::Jobs;
use leerteam_planner::cores;
use leerteam_store::{Store, StoreError};
use leerteam_wire::DESCRIPTORS;
use leerteam_wire::v1::job_service_server::JobServiceServer;
use leerteam_wire::v1::planning_service_server::PlanningServiceServer;
pub use leerteam_work::{Budget, Full, Share, Solver, Timing, WorkerOptions};
use leerteam_work::{Pokes, Worker};
use planning::Planning;
use pool::Pool;
use watches::Watches;

/// A client that does not answer for so long is asked whether it is there ...
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// ... and has so long to say so.
const KEEP_ALIVE_ANSWER: Duration = Duration::from_secs(20);
/// What a connection still takes in once all answers are out and the server stops.
const FLUSH: Duration = Duration::from_secs(1);

/// What a server may take, and how it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Threads of all solves together.
    pub solver_threads: u32,
    /// Solves that may wait for theirs.
    pub waiting_solves: usize,
    /// The longest solve.
    pub longest_solve: Duration,
    /// The longest end: what is open after that is cut off.
    pub longest_end: Duration,
    /// Whether it may listen where other machines reach it.
    pub is_insecure: bool,
    /// Where jobs are kept and how they are worked on; without it there is no service of jobs.
    pub jobs: Option<JobLimits>,
}

/// What a server keeps, and does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobLimits {
    /// Where jobs are kept: `sqlite:FILE` or `postgres://USER@HOST/DATABASE`.
    pub store: String,
    /// Jobs of one owner that may wait.
    pub most_waiting: i64,
    /// How they are worked on.
    pub worker: WorkerOptions,
}

impl Default for Limits {
    /// A thread for each core, on this machine only.
    fn default() -> Limits {
        Limits {
            solver_threads: cores(),
            waiting_solves: 64,
            longest_solve: Duration::from_secs(3600),
            longest_end: Duration::from_secs(30),
            is_insecure: false,
            jobs: None,
        }
    }
}

/// A server that cannot be started or goes down.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be listened on.
    #[error("cannot listen: {0}")]
    Listen(#[from] std::io::Error),
    /// Other machines reach the address, and nothing keeps them from reading what is sent.
    #[error(
        "other machines reach this address, and the server has no TLS and asks nobody who they are: \
         listen on 127.0.0.1 behind a proxy that has, or say --insecure"
    )]
    Insecure,
    /// The store cannot be opened.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The transport failed.
    #[error("{0}")]
    Transport(#[from] tonic::transport::Error),
    /// The descriptors of the protos cannot be served.
    #[error("{0}")]
    Reflection(#[from] tonic_reflection::server::Error),
}

/// Serves at an address until `stop` is ready; then ends solves, each with its best plan so far, and returns when
/// all answers are out, or after [`Limits::longest_end`]. Connections that are open then end with the runtime.
///
/// # Errors
/// The address cannot be listened on, other machines reach it without [`Limits::is_insecure`], the store cannot be
/// opened, or the transport fails.
pub async fn serve(
    listen: SocketAddr,
    limits: Limits,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    if !listen.ip().is_loopback() && !limits.is_insecure {
        return Err(ServeError::Insecure);
    }
    let listener = TcpListener::bind(listen).await?;
    eprintln!("listening on {}", listener.local_addr()?);
    serve_on(listener, limits, stop).await
}

/// The same on a listener that is there, so that the caller knows its address.
///
/// # Errors
/// The store cannot be opened, or the transport fails.
pub async fn serve_on(
    listener: TcpListener,
    limits: Limits,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let address = listener.local_addr()?;
    let (jobs, open) = (Jobs::default(), TaskTracker::new());
    let longest_end = limits.longest_end;
    let (health, health_service) = tonic_health::server::health_reporter();
    health.set_serving::<PlanningServiceServer<Planning>>().await;
    let solvers = Budget::new(limits.solver_threads, limits.waiting_solves);
    let pool = Pool::new();
    let stopping = CancellationToken::new();
    let job_calls = match limits.jobs.clone() {
        Some(of) => {
            health.set_serving::<JobServiceServer<JobCalls>>().await;
            let shared = (solvers.clone(), pool.clone(), open.clone());
            Some(Intake::new(work(of, &limits, shared, &stopping).await?))
        }
        None => None,
    };
    let planning = Planning::new(limits, jobs.clone(), solvers, pool, open.clone());
    let planning = Intake::new(planning);
    let reflection = || {
        tonic_reflection::server::Builder::configure()
            .register_encoded_file_descriptor_set(DESCRIPTORS)
            .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
    };
    tracing::info!(%address, "listening");
    let stops = jobs.clone();
    let has_stopped = stopping.clone();
    let stopped = async move {
        stop.await;
        tracing::info!(solves = stops.running(), "stopping");
        health.set_not_serving::<PlanningServiceServer<Planning>>().await;
        health.set_not_serving::<JobServiceServer<JobCalls>>().await;
        health.set_service_status("", ServingStatus::NotServing).await;
        stops.stop();
        stopping.cancel();
    };
    let answered = async {
        has_stopped.cancelled().await;
        open.close();
        let all = async {
            open.wait().await;
            tokio::time::sleep(FLUSH).await;
        };
        if tokio::time::timeout(longest_end, all).await.is_err() {
            tracing::warn!(calls = open.len(), "cut off");
        }
    };
    let serving = Server::builder()
        .http2_keepalive_interval(Some(KEEP_ALIVE))
        .http2_keepalive_timeout(Some(KEEP_ALIVE_ANSWER))
        .layer(SetRequestHeaderLayer::overriding(logs::ID, logs::id))
        .layer(PropagateHeaderLayer::new(logs::ID))
        .layer(
            TraceLayer::new_for_grpc()
                .make_span_with(logs::span)
                .on_request(())
                .on_response(logs::answered)
                .on_eos(logs::ended)
                .on_failure(()),
        )
        .add_service(health_service)
        .add_service(reflection().build_v1()?)
        .add_service(reflection().build_v1alpha()?)
        .add_service(planning)
        .add_optional_service(job_calls)
        .serve_with_incoming_shutdown(
            TcpIncoming::from(listener).with_nodelay(Some(true)),
            stopped,
        );
    tokio::select! {
        served = serving => served?,
        () = answered => {}
    }
    Ok(())
}

/// Opens the store and begins to work on what is in it, until the server stops.
async fn work(
    jobs: JobLimits,
    limits: &Limits,
    (solvers, pool, open): (Budget, Pool, TaskTracker),
    stop: &CancellationToken,
) -> Result<JobCalls, StoreError> {
    let store = Store::open(&jobs.store).await?;
    let (pokes, threads) = (Pokes::default(), solvers.threads());
    let worker = Worker::new(store.clone(), solvers, pokes.clone(), jobs.worker);
    let watches = Arc::new(Watches::new(store.clone(), stop.clone()));
    let (working, watching, stop) = (worker, Arc::clone(&watches), stop.clone());
    open.spawn(async move { working.run(stop).await });
    open.spawn(async move { watching.run().await });
    let (most_waiting, longest) = (jobs.most_waiting, limits.longest_solve);
    Ok(JobCalls { store, pokes, watches, most_waiting, threads, longest, pool, open })
}
