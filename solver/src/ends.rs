//! How a search ends, and what it may still take until then.

use std::time::{Duration, Instant};

use crate::generate::Run;
use crate::highs::{Limits, Status, Watch};
use crate::{Cancel, Failure};

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The gap asked for is proven.
    Proven,
    /// The time or work limit was reached.
    Limit,
    /// It was cancelled.
    Cancelled,
    /// Nothing was left to try, before any limit and without a proof.
    Stalled,
    /// A linear or integer program could not be solved to the precision needed, and without it there
    /// was nothing left to try.
    NumericalFailure,
    /// An internal error: [`Answer::failure`](crate::Answer::failure) says which. Solution and bound
    /// are those from before it.
    Failed,
}

/// How the search in one part ended.
pub(crate) struct End {
    /// Simplex iterations that it took.
    pub work: u64,
    pub ended: Ended,
    pub failure: Option<Failure>,
}

/// What went wrong on the way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trouble {
    /// The first internal error. Nothing goes on after one.
    pub failure: Option<Failure>,
    /// Whether a program without which a proof is not to be had was not solved.
    pub is_numerical: bool,
}

/// What a search may still take; for those who work for it on other threads, too.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allowance<'a> {
    pub started: Instant,
    pub time: Option<Duration>,
    pub iterations: u64,
    pub cancel: &'a Cancel,
}

impl Allowance<'_> {
    pub fn is_used_up(&self) -> bool {
        let late = self.time.is_some_and(|limit| self.started.elapsed() >= limit);
        late || self.iterations == 0 || self.cancel.is_cancelled()
    }
}

#[cfg(test)]
impl<'a> Allowance<'a> {
    /// Whatever it takes.
    pub fn all(cancel: &'a Cancel) -> Allowance<'a> {
        Allowance { started: Instant::now(), time: None, iterations: u64::MAX, cancel }
    }
}

impl Watch for Allowance<'_> {
    fn limits(&self) -> Limits {
        let left = |limit: Duration| limit.saturating_sub(self.started.elapsed());
        Limits { time: self.time.map(left), iterations: self.iterations }
    }

    fn is_stopped(&mut self) -> bool {
        self.is_used_up()
    }
}

impl<'a> Run<'a> {
    /// Whether time, work and the switch allow to go on, and nothing has gone wrong.
    pub fn may_go_on(&self) -> bool {
        self.trouble.failure.is_none() && !self.allowance().is_used_up()
    }

    /// What is left.
    pub fn allowance(&self) -> Allowance<'a> {
        Allowance {
            started: self.started,
            time: self.options.time_limit,
            iterations: self.work_left(),
            cancel: self.cancel,
        }
    }

    /// Keeps an internal error, which ends the search.
    pub fn note(&mut self, status: &Status) {
        if let Status::Failed(failure) = status {
            self.trouble.failure.get_or_insert_with(|| failure.clone());
        }
    }

    /// The result of a program that the search cannot do without.
    pub fn needed<T>(&mut self, result: Result<T, Status>) -> Option<T> {
        match result {
            Ok(value) => return Some(value),
            // That no plan exists is contradicted by the one there is.
            Err(Status::Numerical | Status::Infeasible) => self.trouble.is_numerical = true,
            Err(status) => self.note(&status),
        }
        None
    }

    /// How the search has ended, once it has.
    pub fn ended(&self) -> Ended {
        if self.trouble.failure.is_some() {
            Ended::Failed
        } else if self.is_proven() {
            Ended::Proven
        } else if self.cancel.is_cancelled() {
            Ended::Cancelled
        } else if self.allowance().is_used_up() {
            Ended::Limit
        } else if self.trouble.is_numerical {
            Ended::NumericalFailure
        } else {
            Ended::Stalled
        }
    }
}

/// How a solve ended whose parts ended like this; `is_stopped`: before they all had.
pub(crate) fn of_parts(
    parts: &[Ended],
    is_proven: bool,
    is_cancelled: bool,
    is_stopped: bool,
) -> Ended {
    if parts.contains(&Ended::Failed) {
        Ended::Failed
    } else if is_proven {
        Ended::Proven
    } else if is_cancelled {
        Ended::Cancelled
    } else if is_stopped {
        Ended::Limit
    } else if parts.contains(&Ended::NumericalFailure) {
        Ended::NumericalFailure
    } else if parts.contains(&Ended::Limit) {
        Ended::Limit
    } else {
        Ended::Stalled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_whole_is_the_worst_of_its_parts() {
        use Ended::{Cancelled, Failed, Limit, NumericalFailure, Proven, Stalled};
        let all_over = |parts: &[Ended]| of_parts(parts, false, false, false);
        assert_eq!(all_over(&[Proven, Stalled]), Stalled);
        assert_eq!(all_over(&[Proven, Limit, Stalled]), Limit);
        assert_eq!(all_over(&[Limit, NumericalFailure, Stalled]), NumericalFailure);
        assert_eq!(all_over(&[Failed, NumericalFailure]), Failed);
        // An internal error is never hidden; what is proven otherwise stays proven.
        assert_eq!(of_parts(&[Proven, Failed], true, true, true), Failed);
        assert_eq!(of_parts(&[Stalled], true, true, true), Proven);
        assert_eq!(of_parts(&[Stalled], false, true, true), Cancelled);
        assert_eq!(of_parts(&[Stalled], false, false, true), Limit);
    }
}
