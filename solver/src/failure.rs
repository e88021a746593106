//! Internal errors: what must never happen, caught where it does, so that a solve ends with it and not
//! with a proof that was never made.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An internal error: a mistake in this program, or in HiGHS, never in the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// HiGHS did not do what a call asked for.
    Call {
        /// The function that was called.
        name: &'static str,
        /// What it returned.
        status: i32,
    },
    /// HiGHS ended a solve in a way that was never asked for.
    ModelStatus(i32),
    /// Code of our own panicked, on another thread or while HiGHS called it back.
    Panic(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Failure::Call { name, status } => write!(f, "{name} returned status {status}"),
            Failure::ModelStatus(status) => write!(f, "HiGHS ended with model status {status}"),
            Failure::Panic(message) => write!(f, "panic: {message}"),
        }
    }
}

impl std::error::Error for Failure {}

impl Failure {
    /// From what a thread that panicked left behind.
    pub(crate) fn of_panic(payload: &(dyn Any + Send)) -> Failure {
        let literal = payload.downcast_ref::<&str>().map(|message| (*message).to_owned());
        let message = literal.or_else(|| payload.downcast_ref::<String>().cloned());
        Failure::Panic(message.unwrap_or_else(|| "without a message".to_owned()))
    }
}

/// Does a job that must not take its caller down with it: a panic becomes a failure. What the job has
/// changed by then is not to be relied on.
pub(crate) fn guarded<R>(job: impl FnOnce() -> R) -> Result<R, Failure> {
    catch_unwind(AssertUnwindSafe(job)).map_err(|payload| Failure::of_panic(payload.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_failure_with_its_message() {
        assert_eq!(guarded(|| 7), Ok(7));
        let literal = guarded(|| panic!("as a literal"));
        assert_eq!(literal, Err(Failure::Panic("as a literal".to_owned())));
        let formatted = guarded(|| panic!("formatted: {}", 7));
        assert_eq!(formatted.map_err(|it| it.to_string()), Err("panic: formatted: 7".to_owned()));
    }
}
