//! `leerteam serve`: the gRPC service until it is stopped.

use super::Exit;
use super::arguments::Serve;
use super::streams::warn;
use leerteam::planner::Cancel;
use leerteam::service;

pub fn run(arguments: &Serve) -> Exit {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            warn(error.to_string());
            return Exit::Internal;
        }
    };
    match runtime.block_on(service::serve(arguments.listen, stop_signal())) {
        Ok(()) => Exit::Done,
        Err(error) => {
            warn(format!("{}: {error}", arguments.listen));
            Exit::Usage
        }
    }
}

/// Waits for an interrupt or, on Unix, a termination signal.
async fn stop_signal() {
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
