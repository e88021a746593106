//! The only place that talks to HiGHS: the only unsafe code of the project.
#![allow(unsafe_code, non_upper_case_globals)]

pub(crate) mod live;
pub(crate) mod model;

use highs_sys::Highs_resetGlobalScheduler;

/// Frees what HiGHS keeps for this thread, which ends here.
pub(crate) fn release_thread() {
    // SAFETY: takes no pointers.
    unsafe { Highs_resetGlobalScheduler(1) };
}
