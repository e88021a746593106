//! Solving a program: within limits, watched, and with an end that says what it was.

use std::ffi::{c_int, c_void};
use std::ptr::null_mut;

use highs_sys::{
    Highs_getModelStatus, Highs_run, Highs_setCallback, Highs_startCallback, Highs_stopCallback,
    Highs_zeroAllClocks, HighsInt, kHighsModelStatusUnknown, kHighsSolutionStatusFeasible,
    kHighsStatusError, kHighsStatusWarning,
};

use super::callback::{CALLBACKS, Context, callback};
use super::{Limits, Live, Status, Watch};
use crate::Failure;

/// An interior-point iteration takes as long as one of the simplex method for each so many rows.
const ROWS_AN_ITERATION: u64 = 16;

/// To what end an integer program is solved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    pub relative_gap: f64,
    pub absolute_gap: f64,
}

/// What the last solve left beside a solution.
#[derive(Default)]
pub(super) struct Report {
    iterations: u64,
    mip_bound: f64,
    has_solution: bool,
}

impl Live {
    /// Solves a linear program by the interior-point method. If it does not `cross_over` to a vertex, the values and
    /// duals are in the middle of those that are best, or not quite there, and the next solve cannot
    /// start from them.
    pub fn solve_interior(&mut self, watch: &mut dyn Watch, cross_over: bool) -> Status {
        self.set_string(c"solver", c"ipx");
        self.set_string(c"run_crossover", if cross_over { c"on" } else { c"off" });
        let status = match self.run(watch, None) {
            // Precise enough for HiGHS or not.
            Ok(kHighsModelStatusUnknown) if !cross_over => Ok(Status::Optimal),
            other => other.map(Status::of_model),
        };
        self.set_string(c"solver", c"choose");
        status.unwrap_or_else(Status::Failed)
    }

    /// Solves what stands there now, from the last basis if there is one.
    pub fn solve(&mut self, watch: &mut dyn Watch, effort: Option<&Effort>) -> Status {
        self.run(watch, effort).map_or_else(Status::Failed, Status::of_model)
    }

    /// The model status that a solve ends with.
    fn run(&mut self, watch: &mut dyn Watch, effort: Option<&Effort>) -> Result<HighsInt, Failure> {
        // The first of many linear programs is not worth a presolve: the others start from its basis.
        let presolve = if effort.is_some() { c"choose" } else { c"off" };
        self.set_string(c"presolve", presolve);
        if let Some(effort) = effort {
            self.set_double(c"mip_rel_gap", effort.relative_gap);
            self.set_double(c"mip_abs_gap", effort.absolute_gap);
        }
        let limits = watch.limits();
        self.set_limits(&limits);
        self.report = Report::default();
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        let mut context = Context {
            watch,
            iterations: limits.iterations,
            failure: None,
            #[cfg(test)]
            seed: self.seed,
        };
        // SAFETY: the context outlives the run, during which alone HiGHS calls back.
        let ran = unsafe {
            let address = (&raw mut context).cast::<c_void>();
            let set = Highs_setCallback(self.highs, Some(callback), address);
            self.note("Highs_setCallback", set);
            for kind in CALLBACKS {
                let started = Highs_startCallback(self.highs, kind as c_int);
                self.note("Highs_startCallback", started);
            }
            let ran = Highs_run(self.highs);
            for kind in CALLBACKS {
                let stopped = Highs_stopCallback(self.highs, kind as c_int);
                self.note("Highs_stopCallback", stopped);
            }
            let unset = Highs_setCallback(self.highs, None, null_mut());
            self.note("Highs_setCallback", unset);
            ran
        };
        if let Some(failure) = context.failure {
            self.failure.get_or_insert(failure);
        }
        // SAFETY: a live program.
        let model = unsafe { Highs_getModelStatus(self.highs) };
        #[cfg(test)]
        let model = crate::faults::status_at(self.seed, "Highs_getModelStatus", model);
        // A limit is a warning; of an error the model status says whether the numbers are to blame.
        let is_explained = ran == kHighsStatusWarning
            || (ran == kHighsStatusError && Status::of_model(model) == Status::Numerical);
        if !is_explained {
            self.note("Highs_run", ran);
        }
        if ran != kHighsStatusError {
            self.report = self.read_report();
        }
        match &self.failure {
            Some(failure) => Err(failure.clone()),
            None => Ok(model),
        }
    }

    /// Gives the next solve its limits, counted from now.
    fn set_limits(&mut self, limits: &Limits) {
        // HiGHS adds up the time of all solves.
        // SAFETY: a live program.
        let zeroed = unsafe { Highs_zeroAllClocks(self.highs) };
        self.note("Highs_zeroAllClocks", zeroed);
        self.set_double(
            c"time_limit",
            limits.time.map_or(f64::INFINITY, |left| left.as_secs_f64()),
        );
        let most = |iterations: u64| HighsInt::try_from(iterations).unwrap_or(HighsInt::MAX);
        self.set_int(c"simplex_iteration_limit", most(limits.iterations));
        let within = limits.iterations.div_ceil(self.iterations_within().max(1));
        self.set_int(c"ipm_iteration_limit", most(within));
    }

    /// Whether the last solve left a solution that keeps all rows.
    pub fn has_solution(&self) -> bool {
        self.report.has_solution
    }

    /// The proven bound of an integer program.
    pub fn mip_bound(&self) -> f64 {
        self.report.mip_bound
    }

    /// Simplex iterations of the last solve. An interior-point iteration counts for as many as take its time.
    pub fn iterations(&self) -> u64 {
        self.report.iterations
    }

    /// Simplex iterations that take the time of an interior-point iteration.
    fn iterations_within(&self) -> u64 {
        self.rows() as u64 / ROWS_AN_ITERATION
    }

    fn read_report(&mut self) -> Report {
        // HiGHS counts with -1 what it has not counted.
        let mut count = |name| u64::try_from(self.int_info(name)).unwrap_or(0);
        let simplex = count(c"simplex_iteration_count") + count(c"crossover_iteration_count");
        let within = count(c"ipm_iteration_count") * self.iterations_within();
        let feasible = i64::from(kHighsSolutionStatusFeasible);
        Report {
            iterations: simplex + within,
            mip_bound: self.double_info(c"mip_dual_bound"),
            has_solution: self.int_info(c"primal_solution_status") == feasible,
        }
    }
}
