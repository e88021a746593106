//! Workers: they take jobs from the store, run each in a process of its own, and store what comes out of it.
//!
//! - [`Worker`]: takes jobs, and takes back those of workers that are silent
//! - [`solve_process`]: what runs in the process of a job
//! - [`Budget`]: the threads that jobs and other solves share

mod attempt;
mod budget;
mod events;
mod frames;
mod options;
mod process;
mod solving;
mod worker;

pub use budget::{Budget, Full, Share};
pub use events::{Ending, event, now_ms, state_event, state_message, timestamp};
pub use options::read_options;
pub use process::Solver;
pub use solving::solve_process;
pub use worker::{Pokes, Timing, Worker, WorkerOptions, work};
