//! `leerteam worker`: works on the jobs of a store until it is stopped.

use std::path::PathBuf;
use std::time::Duration;

use super::Exit;
use super::arguments::Work;
use super::serve::{end_at_once, stop_signal};
use super::streams::warn;
use leerteam::service::Limits;
use leerteam::work::{self, Solver, Timing, WorkerOptions};
use tokio_util::sync::CancellationToken;

/// Attempts at a job that ends its worker or its process.
const MOST_TRIES: i64 = 3;

pub fn run(arguments: &Work) -> Exit {
    let limits = Limits::default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let made = runtime.and_then(|runtime| {
        Ok((runtime, store(arguments)?, options(arguments, limits.longest_solve)?))
    });
    let (runtime, store, options) = match made {
        Ok(made) => made,
        Err(error) => {
            warn(error.to_string());
            return Exit::Usage;
        }
    };
    let threads = arguments.solver_threads.unwrap_or(limits.solver_threads);
    let worked = runtime.block_on(async {
        let stop = CancellationToken::new();
        let stops = stop.clone();
        tokio::spawn(async move {
            stop_signal().await;
            stops.cancel();
            end_at_once().await;
        });
        let ready = || eprintln!("working with {threads} threads");
        work::work(&store, threads, options, ready, stop).await
    });
    match worked {
        Ok(()) => Exit::Done,
        Err(error) => {
            warn(error.to_string());
            Exit::Usage
        }
    }
}

/// The process of one job.
pub fn solve_process() -> Exit {
    match work::solve_process() {
        Ok(()) => Exit::Done,
        Err(error) => {
            warn(error.to_string());
            Exit::Usage
        }
    }
}

/// How jobs are worked on.
pub fn options(arguments: &Work, longest: Duration) -> std::io::Result<WorkerOptions> {
    let solver = Solver {
        program: std::env::current_exe()?,
        arguments: vec!["solve-process".to_owned()],
        memory: arguments.job_memory.saturating_mul(1 << 20),
    };
    let timing = Timing::within(arguments.lease);
    Ok(WorkerOptions { solver, timing, longest, most_tries: MOST_TRIES })
}

/// Where jobs are kept.
pub fn store(arguments: &Work) -> std::io::Result<String> {
    match &arguments.store {
        Some(url) => Ok(url.clone()),
        None => Ok(format!("sqlite:{}", state_folder()?.join("leerteam.db").display())),
    }
}

/// Where the system wants programs to keep what they know; made if it is not there, for nobody else to read.
fn state_folder() -> std::io::Result<PathBuf> {
    let given =
        |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|of| of.is_absolute());
    let folder = match (given("STATE_DIRECTORY"), given("XDG_STATE_HOME"), given("HOME")) {
        (Some(own), ..) => own,
        (None, Some(state), _) => state.join("leerteam"),
        (None, None, Some(home)) => home.join(".local/state/leerteam"),
        (None, None, None) => {
            return Err(std::io::Error::other("say with --store where jobs are kept"));
        }
    };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&folder)?;
    Ok(folder)
}
