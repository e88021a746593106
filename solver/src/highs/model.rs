//! One integer program that good_lp has built, run to its end.
//!
//! good_lp's own solving hides the bound, the real status and the interrupt, so the model is taken
//! from it and run here.

use std::ffi::{c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use good_lp::solvers::highs::HighsProblem;
use highs::{HighsModelStatus, HighsSolutionStatus};
use highs_sys::{
    Highs_setCallback, Highs_setSparseSolution, Highs_startCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, HighsInt, kHighsCallbackMipInterrupt, kHighsCallbackSimplexInterrupt,
};

use crate::Cancel;

/// How to run a program.
pub(crate) struct Limits {
    pub time: Option<Duration>,
    pub relative_gap: f64,
    pub absolute_gap: f64,
    pub seed: u32,
}

/// How a run ended.
pub(crate) struct Finish {
    pub optimal: bool,
    pub bound: f64,
    pub columns: Option<Vec<f64>>,
}

/// Runs a program to its end, or until it is cancelled. `start` gives values for all its integer
/// columns, of a known solution.
pub(crate) fn run(
    program: HighsProblem,
    start: &[(usize, f64)],
    limits: &Limits,
    cancel: &Cancel,
) -> Finish {
    let failed = Finish { optimal: false, bound: f64::NEG_INFINITY, columns: None };
    let Ok(mut model) = program.try_into_inner() else { return failed };
    model.make_quiet();
    if let Some(time) = limits.time {
        model.set_option("time_limit", time.as_secs_f64());
    }
    model.set_option("mip_rel_gap", limits.relative_gap);
    model.set_option("mip_abs_gap", limits.absolute_gap);
    model.set_option("threads", 1);
    model.set_option("random_seed", (limits.seed & 0x7fff_ffff) as i32);
    let highs = model.as_mut_ptr();
    // SAFETY: `highs` is the live model owned by `model`. The switch lives until the end of this
    // function, and HiGHS calls back only during the run below. Index and value arrays have the
    // length that is passed along.
    unsafe {
        Highs_setCallback(highs, Some(callback), std::ptr::from_ref(cancel).cast_mut().cast());
        for kind in [kHighsCallbackMipInterrupt, kHighsCallbackSimplexInterrupt] {
            Highs_startCallback(highs, kind);
        }
        if !start.is_empty() {
            let index: Vec<HighsInt> =
                start.iter().map(|&(column, _)| column as HighsInt).collect();
            let value: Vec<f64> = start.iter().map(|&(_, value)| value).collect();
            let entries = start.len() as HighsInt;
            Highs_setSparseSolution(highs, entries, index.as_ptr(), value.as_ptr());
        }
    }
    let Ok(solved) = model.try_solve() else { return failed };
    let found = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let optimal = solved.status() == HighsModelStatus::Optimal;
    // Without integer columns HiGHS solves a linear program and states no bound of its own.
    let bound = match start.is_empty() && optimal {
        true => solved.objective_value(),
        false => solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY),
    };
    Finish { optimal, bound, columns: found.then(|| solved.get_solution().columns().to_vec()) }
}

/// Called by HiGHS while it runs, with the switch of that run.
unsafe extern "C" fn callback(
    _kind: c_int,
    _message: *const c_char,
    _out: *const HighsCallbackDataOut,
    input: *mut HighsCallbackDataIn,
    cancel: *mut c_void,
) {
    // A panic must not cross into C++; what is lost then is one look at the switch.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: HiGHS passes back the switch it was given, which is alive during the run; only
        // interrupt callbacks were asked for, in which `input` may be written to.
        unsafe {
            let is_cancelled = (*cancel.cast::<Cancel>()).is_cancelled();
            if !input.is_null() {
                (*input).user_interrupt = c_int::from(is_cancelled);
            }
        }
    }));
}
