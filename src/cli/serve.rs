//! `leerteam serve`: the gRPC service until it is stopped.

use super::Exit;
use super::arguments::Serve;
use super::streams::warn;
use super::worker::{options, store};
use leerteam::planner::Cancel;
use leerteam::service::{self, JobLimits, Limits};

pub fn run(arguments: &Serve) -> Exit {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            warn(error.to_string());
            return Exit::Internal;
        }
    };
    let defaults = Limits::default();
    let longest_solve = defaults.longest_solve;
    let jobs = store(&arguments.work).and_then(|store| {
        let most_waiting = i64::from(arguments.waiting_jobs);
        Ok(JobLimits { store, most_waiting, worker: options(&arguments.work, longest_solve)? })
    });
    let jobs = match jobs {
        Ok(jobs) => jobs,
        Err(error) => {
            warn(error.to_string());
            return Exit::Usage;
        }
    };
    let limits = Limits {
        solver_threads: arguments.work.solver_threads.unwrap_or(defaults.solver_threads),
        waiting_solves: arguments.waiting_solves,
        longest_end: arguments.longest_end,
        is_insecure: arguments.insecure,
        jobs: Some(jobs),
        ..defaults
    };
    let stop = async {
        stop_signal().await;
        tokio::spawn(end_at_once());
    };
    let served = runtime.block_on(service::serve(arguments.listen, limits, stop));
    // Searches that are to end may still be at a step that cannot be stopped.
    runtime.shutdown_background();
    match served {
        Ok(()) => Exit::Done,
        Err(error) => {
            warn(format!("{}: {error}", arguments.listen));
            Exit::Usage
        }
    }
}

/// On a second signal, ends the program whatever is open.
pub async fn end_at_once() {
    stop_signal().await;
    std::process::exit(Exit::NoPlan as i32);
}

/// Waits for an interrupt or, on Unix, a termination signal.
pub async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}

/// On an interrupt, ends the solve with the best plan so far.
pub fn cancel_on_interrupt(cancel: Cancel) {
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        if let Ok(runtime) = runtime {
            runtime.block_on(stop_signal());
            cancel.cancel();
        }
    });
}
