//! One integer program, run by HiGHS on a thread of its own: the only unsafe code of the project.
//!
//! good_lp builds the program; its solving hides the bound, the real status and the callbacks, so
//! the model is taken from it and run here. A model lives and dies on one thread, since HiGHS keeps
//! its scheduler per thread and refuses another number of threads on the same one.
#![allow(unsafe_code, non_upper_case_globals)]

pub(crate) mod live;

use std::ffi::{c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use good_lp::solvers::highs::HighsProblem;
use highs::{HighsModelStatus, HighsSolutionStatus};
use highs_sys::{
    Highs_resetGlobalScheduler, Highs_setCallback, Highs_setSparseSolution, Highs_startCallback,
    HighsCallbackDataIn, HighsCallbackDataOut, HighsInt, kHighsCallbackIpmInterrupt,
    kHighsCallbackMipImprovingSolution, kHighsCallbackMipInterrupt, kHighsCallbackMipLogging,
    kHighsCallbackSimplexInterrupt,
};

/// How to run a program.
pub(crate) struct Limits {
    pub time: Option<Duration>,
    pub iterations: Option<u64>,
    pub relative_gap: f64,
    pub absolute_gap: f64,
    pub threads: u32,
    pub seed: u32,
}

/// What a run tells while it is under way.
pub(crate) enum Report<'a> {
    /// A better solution, by column.
    Improved(&'a [f64]),
    /// A lower bound, and the nodes so far.
    Progress { bound: f64, nodes: u64 },
}

/// How a run ended.
pub(crate) struct Finish {
    pub optimal: bool,
    pub bound: f64,
    pub columns: Option<Vec<f64>>,
    pub iterations: u64,
}

/// What the callback works with; it outlives the run it belongs to.
struct Context<'a> {
    tell: &'a dyn Fn(Report),
    stop: &'a AtomicBool,
    iterations: Option<u64>,
}

/// Runs a program to its end. `start` gives values for all its integer columns, of a known solution.
/// Setting `stop` ends the run as soon as HiGHS looks, which can be late: whoever is in a hurry
/// calls this on a thread that may be left behind.
pub(crate) fn run(
    program: HighsProblem,
    start: &[(usize, f64)],
    limits: &Limits,
    stop: &AtomicBool,
    tell: &dyn Fn(Report),
) -> Finish {
    let failed = Finish { optimal: false, bound: f64::NEG_INFINITY, columns: None, iterations: 0 };
    let Ok(mut model) = program.try_into_inner() else { return failed };
    model.make_quiet();
    if let Some(time) = limits.time {
        model.set_option("time_limit", time.as_secs_f64());
    }
    model.set_option("mip_rel_gap", limits.relative_gap);
    model.set_option("mip_abs_gap", limits.absolute_gap);
    model.set_option("threads", limits.threads as i32);
    model.set_option("random_seed", (limits.seed & 0x7fff_ffff) as i32);
    let context = Context { tell, stop, iterations: limits.iterations };
    let highs = model.as_mut_ptr();
    // SAFETY: `highs` is the live model owned by `model`. The context lives until the end of this
    // function, and HiGHS calls back only during the run below. Index and value arrays have the
    // length that is passed along.
    unsafe {
        let context = (&raw const context).cast_mut().cast::<c_void>();
        Highs_setCallback(highs, Some(callback), context);
        for kind in [
            kHighsCallbackMipImprovingSolution,
            kHighsCallbackMipLogging,
            kHighsCallbackMipInterrupt,
            kHighsCallbackSimplexInterrupt,
            kHighsCallbackIpmInterrupt,
        ] {
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
    let finish = match model.try_solve() {
        Err(_) => failed,
        Ok(solved) => {
            let status = solved.status();
            let found = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
            let optimal = status == HighsModelStatus::Optimal;
            // Without integer columns HiGHS solves a linear program and states no bound of its own.
            let bound = match start.is_empty() && optimal {
                true => solved.objective_value(),
                false => solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY),
            };
            Finish {
                optimal,
                bound,
                columns: found.then(|| solved.get_solution().columns().to_vec()),
                iterations: u64::try_from(solved.simplex_iteration_count()).unwrap_or_default(),
            }
        }
    };
    // SAFETY: takes no pointers; frees the workers that HiGHS keeps for this thread, which ends here.
    unsafe { Highs_resetGlobalScheduler(1) };
    finish
}

/// Frees what HiGHS keeps for this thread, which ends here.
pub(crate) fn release_thread() {
    // SAFETY: takes no pointers.
    unsafe { Highs_resetGlobalScheduler(1) };
}

/// Called by HiGHS while it runs, with the `Context` of that run.
unsafe extern "C" fn callback(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    input: *mut HighsCallbackDataIn,
    context: *mut c_void,
) {
    // A panic must not cross into C++; what is lost then is one report.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: HiGHS passes back the context it was given, which is alive during the run, and an
        // output that is valid during the call. `input` is valid in the interrupt callbacks, the
        // only ones in which it is written to: elsewhere HiGHS aborts on an interrupt. The solution
        // has `mip_solution_size` values in the callback that reports one.
        unsafe {
            let context = &*context.cast::<Context>();
            let out = &*out;
            match HighsInt::from(kind) {
                kHighsCallbackMipImprovingSolution if !out.mip_solution.is_null() => {
                    let length = usize::try_from(out.mip_solution_size).unwrap_or_default();
                    let columns = std::slice::from_raw_parts(out.mip_solution, length);
                    (context.tell)(Report::Improved(columns));
                }
                kHighsCallbackMipLogging => {
                    let nodes = u64::try_from(out.mip_node_count).unwrap_or_default();
                    let bound = out.mip_dual_bound;
                    (context.tell)(Report::Progress { bound, nodes });
                }
                kHighsCallbackMipInterrupt if !input.is_null() => {
                    let done = u64::try_from(out.mip_total_lp_iterations).unwrap_or_default();
                    let spent = context.iterations.is_some_and(|limit| done >= limit);
                    let stop = spent || context.stop.load(Ordering::Relaxed);
                    (*input).user_interrupt = c_int::from(stop);
                }
                kHighsCallbackSimplexInterrupt | kHighsCallbackIpmInterrupt if !input.is_null() => {
                    (*input).user_interrupt = c_int::from(context.stop.load(Ordering::Relaxed));
                }
                _ => {}
            }
        }
    }));
}
