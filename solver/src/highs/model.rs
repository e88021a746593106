//! One integer program that good_lp has built, run to its end.
//!
//! good_lp's own solving hides the bound, the real status and the interrupt, so the model is taken
//! from it and run here.

use std::ffi::{c_char, c_int, c_void};
use std::time::Duration;

use good_lp::solvers::highs::HighsProblem;
use highs::{HighsSolutionStatus, HighsStatus};
use highs_sys::{
    Highs_setCallback, Highs_setSparseSolution, Highs_startCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, HighsInt, kHighsCallbackMipInterrupt, kHighsCallbackSimplexInterrupt,
};

use super::{Status, checked};
use crate::{Cancel, Failure};

/// How to run a program.
pub(crate) struct Limits {
    pub time: Option<Duration>,
    pub relative_gap: f64,
    pub absolute_gap: f64,
    pub seed: u32,
}

/// How a run ended.
pub(crate) struct Finish {
    pub status: Status,
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
) -> Result<Finish, Failure> {
    let refused = |name| move |status: HighsStatus| Failure::Call { name, status: status as i32 };
    let loaded = program.try_into_inner();
    let mut model = loaded.map_err(|_| Failure::Call { name: "Highs_passModel", status: -1 })?;
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
        let switch = std::ptr::from_ref(cancel).cast_mut().cast();
        checked("Highs_setCallback", Highs_setCallback(highs, Some(callback), switch))?;
        for kind in [kHighsCallbackMipInterrupt, kHighsCallbackSimplexInterrupt] {
            checked("Highs_startCallback", Highs_startCallback(highs, kind))?;
        }
        if !start.is_empty() {
            let index: Vec<HighsInt> =
                start.iter().map(|&(column, _)| column as HighsInt).collect();
            let value: Vec<f64> = start.iter().map(|&(_, value)| value).collect();
            let entries = start.len() as HighsInt;
            let given = Highs_setSparseSolution(highs, entries, index.as_ptr(), value.as_ptr());
            checked("Highs_setSparseSolution", given)?;
        }
    }
    let solved = model.try_solve().map_err(refused("Highs_run"))?;
    let found = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let status = Status::of_model(solved.status() as HighsInt);
    // Without integer columns HiGHS solves a linear program and states no bound of its own.
    let bound = match start.is_empty() && status == Status::Optimal {
        true => solved.objective_value(),
        false => {
            let bound = solved.double_info_value(c"mip_dual_bound");
            bound.map_err(refused("Highs_getDoubleInfoValue"))?
        }
    };
    let columns = found.then(|| solved.get_solution().columns().to_vec());
    Ok(Finish { status, bound, columns })
}

/// Called by HiGHS while it runs, with the switch of that run.
unsafe extern "C" fn callback(
    _kind: c_int,
    _message: *const c_char,
    _out: *const HighsCallbackDataOut,
    input: *mut HighsCallbackDataIn,
    cancel: *mut c_void,
) {
    // SAFETY: HiGHS passes back the switch it was given, which is alive during the run; only
    // interrupt callbacks were asked for, in which `input` may be written to. Nothing here panics.
    unsafe {
        let is_cancelled = (*cancel.cast::<Cancel>()).is_cancelled();
        if !input.is_null() {
            (*input).user_interrupt = c_int::from(is_cancelled);
        }
    }
}
