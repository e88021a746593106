//! What HiGHS returns, and what it means.

use highs_sys::{
    HighsInt, kHighsModelStatusInfeasible, kHighsModelStatusInterrupt,
    kHighsModelStatusIterationLimit, kHighsModelStatusOptimal, kHighsModelStatusPostsolveError,
    kHighsModelStatusPresolveError, kHighsModelStatusSolutionLimit, kHighsModelStatusSolveError,
    kHighsModelStatusTimeLimit, kHighsModelStatusUnbounded, kHighsModelStatusUnboundedOrInfeasible,
    kHighsModelStatusUnknown, kHighsStatusOk,
};

use crate::Failure;

/// How a solve ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Optimal,
    Infeasible,
    /// By a limit, or by whoever watched it.
    Stopped,
    /// HiGHS could not tell, to the precision needed. All programs here have bounded costs, so one that
    /// is said to be unbounded is one of these.
    Numerical,
    /// By an internal error. The program is not to be relied on any more.
    Failed(Failure),
}

impl Status {
    /// Of what HiGHS calls the status of the model after a solve.
    pub(super) fn of_model(status: HighsInt) -> Status {
        match status {
            kHighsModelStatusOptimal => Status::Optimal,
            kHighsModelStatusInfeasible => Status::Infeasible,
            kHighsModelStatusTimeLimit
            | kHighsModelStatusIterationLimit
            | kHighsModelStatusSolutionLimit
            | kHighsModelStatusInterrupt => Status::Stopped,
            kHighsModelStatusUnknown
            | kHighsModelStatusUnbounded
            | kHighsModelStatusUnboundedOrInfeasible
            | kHighsModelStatusPresolveError
            | kHighsModelStatusSolveError
            | kHighsModelStatusPostsolveError => Status::Numerical,
            other => Status::Failed(Failure::ModelStatus(other)),
        }
    }
}

/// Whether HiGHS did what a call asked for. After a warning it did something else, with a value dropped
/// or a bound changed, so that is refused too.
pub(super) fn checked(name: &'static str, status: HighsInt) -> Result<(), Failure> {
    match status {
        kHighsStatusOk => Ok(()),
        status => Err(Failure::Call { name, status }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use highs_sys::{kHighsModelStatusModelError, kHighsStatusError, kHighsStatusWarning};

    #[test]
    fn only_what_highs_did_as_asked_passes() {
        assert_eq!(checked("Highs_addCols", kHighsStatusOk), Ok(()));
        for status in [kHighsStatusWarning, kHighsStatusError] {
            let failure = Failure::Call { name: "Highs_addCols", status };
            assert_eq!(checked("Highs_addCols", status), Err(failure));
        }
    }

    #[test]
    fn only_infeasible_is_infeasible() {
        let of = Status::of_model;
        assert_eq!(of(kHighsModelStatusInfeasible), Status::Infeasible);
        assert_eq!(of(kHighsModelStatusUnboundedOrInfeasible), Status::Numerical);
        assert_eq!(of(kHighsModelStatusUnknown), Status::Numerical);
        assert_eq!(of(kHighsModelStatusTimeLimit), Status::Stopped);
        let error = Failure::ModelStatus(kHighsModelStatusModelError);
        assert_eq!(of(kHighsModelStatusModelError), Status::Failed(error));
    }
}
