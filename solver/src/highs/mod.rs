//! The only place that talks to HiGHS: the only unsafe code of the project.
//!
//! The engine knows an LP solver by what is named here: a [`Live`] program that is loaded with
//! [`Line`]s, solved within the [`Limits`] and under the eyes of a [`Watch`], with
//! a [`Status`] for an end. Every status of HiGHS goes through [`checked`]. To try another solver or
//! version, write another `Live`; nothing outside this folder has to change.
#![allow(unsafe_code, non_upper_case_globals)]

mod callback;
mod line;
mod live;
pub(crate) mod model;
mod run;
mod status;

pub(crate) use callback::{Limits, Watch};
pub(crate) use line::Line;
pub(crate) use live::{Basis, Live};
pub(crate) use run::Effort;
pub(crate) use status::Status;
use status::checked;

use highs_sys::Highs_resetGlobalScheduler;

/// Frees what HiGHS keeps for this thread, which ends here.
pub(crate) fn release_thread() {
    // SAFETY: takes no pointers.
    unsafe { Highs_resetGlobalScheduler(1) };
}
