//! HiGHS calls back while it runs: whoever watches can stop it, and hears of solutions and bounds.

use std::ffi::{c_char, c_int, c_void};
use std::time::Duration;

use highs_sys::{
    HighsCallbackDataIn, HighsCallbackDataOut, HighsInt, kHighsCallbackIpmInterrupt,
    kHighsCallbackMipImprovingSolution, kHighsCallbackMipInterrupt, kHighsCallbackMipLogging,
    kHighsCallbackSimplexInterrupt,
};

use crate::Failure;
use crate::failure::guarded;

/// What a solve may take at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub time: Option<Duration>,
    /// Simplex iterations, in an integer program those of all its linear programs together.
    pub iterations: u64,
}

/// Whoever follows a solve.
pub(crate) trait Watch {
    /// What the solve may take, asked once before it.
    fn limits(&self) -> Limits;
    /// Whether to stop; asked often.
    fn is_stopped(&mut self) -> bool;
    /// An integer program has a better solution, by column.
    fn improved(&mut self, _values: &[f64]) {}
    /// An integer program has this lower bound.
    fn bounded(&mut self, _bound: f64) {}
}

/// When HiGHS is to call back. The first two come after each iteration of the simplex and the
/// interior-point method; the third between the linear programs of an integer program, since HiGHS
/// does not pass callbacks on to those.
pub(super) const CALLBACKS: [HighsInt; 5] = [
    kHighsCallbackSimplexInterrupt,
    kHighsCallbackIpmInterrupt,
    kHighsCallbackMipInterrupt,
    kHighsCallbackMipImprovingSolution,
    kHighsCallbackMipLogging,
];

/// What the callback works with.
pub(super) struct Context<'a> {
    pub watch: &'a mut dyn Watch,
    /// Iterations of an integer program, at most.
    pub iterations: u64,
    /// The first panic while it was called back; the solve stops at the next occasion.
    pub failure: Option<Failure>,
    #[cfg(test)]
    pub seed: u32,
}

impl Context<'_> {
    /// Whether HiGHS is to stop.
    ///
    /// # Safety
    /// If it is about a solution, `out` has one of `mip_solution_size` values.
    unsafe fn hear(&mut self, kind: HighsInt, out: &HighsCallbackDataOut) -> bool {
        #[cfg(test)]
        crate::faults::panic_at(self.seed, "callback");
        match kind {
            kHighsCallbackMipImprovingSolution => {
                let values = match usize::try_from(out.mip_solution_size) {
                    // SAFETY: as the caller says.
                    Ok(length) if !out.mip_solution.is_null() => unsafe {
                        std::slice::from_raw_parts(out.mip_solution, length)
                    },
                    _ => panic!("HiGHS has a better solution and does not show it"),
                };
                self.watch.improved(values);
                false
            }
            kHighsCallbackMipLogging => {
                self.watch.bounded(out.mip_dual_bound);
                false
            }
            kHighsCallbackMipInterrupt => {
                let done = u64::try_from(out.mip_total_lp_iterations).unwrap_or(0);
                done >= self.iterations || self.watch.is_stopped()
            }
            _ => self.watch.is_stopped(),
        }
    }
}

/// Called by HiGHS while it runs, with the `Context` of that run.
pub(super) unsafe extern "C" fn callback(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    input: *mut HighsCallbackDataIn,
    context: *mut c_void,
) {
    let kind = HighsInt::from(kind);
    // SAFETY: HiGHS passes back the context it was given, alive during the run and used by nobody else
    // meanwhile, and an output that is valid during the call.
    let (context, out) = unsafe { (&mut *context.cast::<Context>(), &*out) };
    let must_stop = match &context.failure {
        Some(_) => true,
        // A panic must not cross into C++.
        // SAFETY: HiGHS says how many values the solution has.
        None => guarded(|| unsafe { context.hear(kind, out) }).unwrap_or_else(|failure| {
            context.failure = Some(failure);
            true
        }),
    };
    let can_stop =
        [kHighsCallbackSimplexInterrupt, kHighsCallbackIpmInterrupt, kHighsCallbackMipInterrupt];
    if can_stop.contains(&kind) && !input.is_null() {
        // SAFETY: only interrupt callbacks may be written to, and this is one.
        unsafe { (*input).user_interrupt = c_int::from(must_stop) };
    }
}
