//! A linear or integer program that stays alive: columns and rows are added, bounds and costs
//! change, and each solve starts from the last basis.
//!
//! A program lives and dies on one thread, since HiGHS keeps its scheduler per thread.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::{null, null_mut};

use highs_sys::{
    Highs_addCols, Highs_addRows, Highs_changeColBounds, Highs_changeColsCostByRange,
    Highs_changeColsIntegralityBySet, Highs_changeRowBounds, Highs_create, Highs_deleteColsByMask,
    Highs_destroy, Highs_getBasis, Highs_getDoubleInfoValue, Highs_getIntInfoValue,
    Highs_getModelStatus, Highs_getSolution, Highs_run, Highs_setBasis, Highs_setBoolOptionValue,
    Highs_setCallback, Highs_setDoubleOptionValue, Highs_setIntOptionValue, Highs_setSolution,
    Highs_setStringOptionValue, Highs_startCallback, Highs_stopCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, HighsInt, kHighsBasisStatusBasic, kHighsBasisStatusLower,
    kHighsBasisValidityValid, kHighsCallbackIpmInterrupt, kHighsCallbackMipImprovingSolution,
    kHighsCallbackMipInterrupt, kHighsCallbackMipLogging, kHighsCallbackSimplexInterrupt,
    kHighsModelStatusInfeasible, kHighsModelStatusOptimal, kHighsModelStatusUnboundedOrInfeasible,
    kHighsModelStatusUnknown, kHighsSolutionStatusFeasible, kHighsStatusError,
    kHighsVarTypeInteger,
};

/// An iteration from within takes as long as one of the simplex method for each so many rows.
const ROWS_AN_ITERATION: u64 = 16;

/// A column or row with its coefficients.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Cost of a unit; rows have none.
    pub cost: f64,
    pub lower: f64,
    pub upper: f64,
    /// Rows of a column, columns of a row, with the coefficient; each once.
    pub entries: Vec<(usize, f64)>,
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Optimal,
    Infeasible,
    /// By a limit, the switch or trouble with the numbers.
    Stopped,
}

/// What an integer program may take, and to what end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    pub iterations: u64,
    pub relative_gap: f64,
    pub absolute_gap: f64,
}

/// Where a solve has come to: for each column and row whether it is in the basis, or at which bound.
#[derive(Clone)]
pub(crate) struct Basis {
    columns: Vec<HighsInt>,
    rows: Vec<HighsInt>,
}

/// Whoever follows a solve.
pub(crate) trait Watch {
    /// Whether to stop; asked often.
    fn is_stopped(&mut self) -> bool;
    /// An integer program has a better solution, by column.
    fn improved(&mut self, _values: &[f64]) {}
    /// An integer program has this lower bound.
    fn bounded(&mut self, _bound: f64) {}
}

/// Nobody, in tests.
#[cfg(test)]
pub(crate) struct Unwatched;

#[cfg(test)]
impl Watch for Unwatched {
    fn is_stopped(&mut self) -> bool {
        false
    }
}

pub(crate) struct Live {
    highs: *mut c_void,
    columns: usize,
    rows: usize,
}

impl Drop for Live {
    fn drop(&mut self) {
        // SAFETY: the pointer came from `Highs_create` and is destroyed once.
        unsafe { Highs_destroy(self.highs) }
    }
}

impl Live {
    pub fn new(seed: u32) -> Live {
        // SAFETY: takes nothing.
        let highs = unsafe { Highs_create() };
        let live = Live { highs, columns: 0, rows: 0 };
        live.set_bool(c"output_flag", false);
        live.set_int(c"threads", 1);
        live.set_int(c"random_seed", (seed & 0x7fff_ffff) as HighsInt);
        live
    }

    pub fn set_bool(&self, option: &CStr, value: bool) {
        // SAFETY: a live program and a string that ends in zero.
        unsafe { Highs_setBoolOptionValue(self.highs, option.as_ptr(), HighsInt::from(value)) };
    }

    pub fn set_int(&self, option: &CStr, value: HighsInt) {
        // SAFETY: as above.
        unsafe { Highs_setIntOptionValue(self.highs, option.as_ptr(), value) };
    }

    pub fn set_double(&self, option: &CStr, value: f64) {
        // SAFETY: as above.
        unsafe { Highs_setDoubleOptionValue(self.highs, option.as_ptr(), value) };
    }

    pub fn set_string(&self, option: &CStr, value: &CStr) {
        // SAFETY: as above.
        unsafe { Highs_setStringOptionValue(self.highs, option.as_ptr(), value.as_ptr()) };
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Adds columns; their entries name rows that exist.
    pub fn add_columns(&mut self, lines: &[Line]) {
        let Packed { costs, lower, upper, starts, index, value } = Packed::new(lines);
        // SAFETY: all arrays have the lengths that are passed along.
        unsafe {
            Highs_addCols(
                self.highs,
                lines.len() as HighsInt,
                costs.as_ptr(),
                lower.as_ptr(),
                upper.as_ptr(),
                index.len() as HighsInt,
                starts.as_ptr(),
                index.as_ptr(),
                value.as_ptr(),
            );
        }
        self.columns += lines.len();
    }

    /// Drops columns, none of which is in the basis; the basis stays.
    pub fn drop_columns(&mut self, is_kept: &[bool]) {
        let basis = self.basis();
        let mut dropped: Vec<HighsInt> =
            is_kept.iter().map(|&kept| HighsInt::from(!kept)).collect();
        dropped.resize(self.columns, 0);
        // SAFETY: the mask has a place for each column. HiGHS writes into it where each column goes and
        // forgets the basis, which is given back without what was dropped.
        unsafe { Highs_deleteColsByMask(self.highs, dropped.as_mut_ptr()) };
        let is_left = || dropped.iter().map(|&place| place >= 0);
        self.columns = is_left().filter(|&left| left).count();
        if let Some(mut basis) = basis {
            let mut left = is_left();
            basis.columns.retain(|_| left.next().unwrap_or(true));
            self.set_basis(&basis);
        }
    }

    /// The basis of the last solve; none if it had none.
    pub fn basis(&self) -> Option<Basis> {
        if self.int_info(c"basis_validity") != i64::from(kHighsBasisValidityValid) {
            return None;
        }
        let mut basis = Basis { columns: vec![0; self.columns], rows: vec![0; self.rows] };
        // SAFETY: a place for each column and each row.
        unsafe {
            Highs_getBasis(self.highs, basis.columns.as_mut_ptr(), basis.rows.as_mut_ptr());
        }
        Some(basis)
    }

    /// Starts the next solve from a basis. Columns that were added since are none; rows were loose.
    pub fn set_basis(&mut self, basis: &Basis) {
        let Basis { mut columns, mut rows } = basis.clone();
        columns.resize(self.columns, kHighsBasisStatusLower);
        rows.resize(self.rows, kHighsBasisStatusBasic);
        // SAFETY: a status for each column and each row.
        unsafe { Highs_setBasis(self.highs, columns.as_ptr(), rows.as_ptr()) };
    }

    /// Adds rows; their entries name columns that exist.
    pub fn add_rows(&mut self, lines: &[Line]) {
        let Packed { lower, upper, starts, index, value, .. } = Packed::new(lines);
        // SAFETY: all arrays have the lengths that are passed along.
        unsafe {
            Highs_addRows(
                self.highs,
                lines.len() as HighsInt,
                lower.as_ptr(),
                upper.as_ptr(),
                index.len() as HighsInt,
                starts.as_ptr(),
                index.as_ptr(),
                value.as_ptr(),
            );
        }
        self.rows += lines.len();
    }

    pub fn set_costs(&mut self, costs: &[f64]) {
        let last = self.columns as HighsInt - 1;
        // SAFETY: one cost a column.
        unsafe { Highs_changeColsCostByRange(self.highs, 0, last, costs.as_ptr()) };
    }

    pub fn set_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        // SAFETY: HiGHS checks the index.
        unsafe { Highs_changeColBounds(self.highs, column as HighsInt, lower, upper) };
    }

    pub fn set_row_bounds(&mut self, row: usize, lower: f64, upper: f64) {
        // SAFETY: HiGHS checks the index.
        unsafe { Highs_changeRowBounds(self.highs, row as HighsInt, lower, upper) };
    }

    /// Makes columns integer.
    pub fn set_integer(&mut self, columns: &[usize]) {
        let set: Vec<HighsInt> = columns.iter().map(|&column| column as HighsInt).collect();
        let kinds = vec![kHighsVarTypeInteger; set.len()];
        // SAFETY: both arrays have the length that is passed along.
        unsafe {
            let entries = set.len() as HighsInt;
            Highs_changeColsIntegralityBySet(self.highs, entries, set.as_ptr(), kinds.as_ptr());
        }
    }

    /// Gives an integer program a solution to start from.
    pub fn set_start(&mut self, values: &[f64]) {
        // SAFETY: one value a column; the other arrays may be null.
        unsafe { Highs_setSolution(self.highs, values.as_ptr(), null(), null(), null()) };
    }

    /// Solves a linear program from within. If it does not `cross_over` to a vertex, the values and
    /// duals are in the middle of those that are best, or not quite there, and the next solve cannot
    /// start from them.
    pub fn solve_within(&mut self, watch: &mut dyn Watch, cross_over: bool) -> Status {
        self.set_string(c"solver", c"ipx");
        self.set_string(c"run_crossover", if cross_over { c"on" } else { c"off" });
        let status = self.run(watch, None, !cross_over);
        self.set_string(c"solver", c"choose");
        status
    }

    /// Solves what stands there now, from the last basis if there is one.
    pub fn solve(&mut self, watch: &mut dyn Watch, effort: Option<&Effort>) -> Status {
        self.run(watch, effort, false)
    }

    fn run(&mut self, watch: &mut dyn Watch, effort: Option<&Effort>, is_within: bool) -> Status {
        // The first of many linear programs is not worth a presolve: the others start from its basis.
        let presolve = if effort.is_some() { c"choose" } else { c"off" };
        self.set_string(c"presolve", presolve);
        if let Some(effort) = effort {
            self.set_double(c"mip_rel_gap", effort.relative_gap);
            self.set_double(c"mip_abs_gap", effort.absolute_gap);
        }
        let mut context = Context { watch, iterations: effort.map(|effort| effort.iterations) };
        // SAFETY: the context outlives the run, during which alone HiGHS calls back.
        let status = unsafe {
            let context = (&raw mut context).cast::<c_void>();
            Highs_setCallback(self.highs, Some(callback), context);
            for kind in CALLBACKS {
                Highs_startCallback(self.highs, kind as c_int);
            }
            let status = Highs_run(self.highs);
            for kind in CALLBACKS {
                Highs_stopCallback(self.highs, kind as c_int);
            }
            Highs_setCallback(self.highs, None, null_mut());
            if status == kHighsStatusError {
                return Status::Stopped;
            }
            Highs_getModelStatus(self.highs)
        };
        match status {
            kHighsModelStatusOptimal => Status::Optimal,
            // From within, precise enough for HiGHS or not.
            kHighsModelStatusUnknown if is_within => Status::Optimal,
            kHighsModelStatusInfeasible | kHighsModelStatusUnboundedOrInfeasible => {
                Status::Infeasible
            }
            _ => Status::Stopped,
        }
    }

    /// Values of the columns, and duals of the rows.
    pub fn solution(&self) -> (Vec<f64>, Vec<f64>) {
        let (mut values, mut duals) = (vec![0.0; self.columns], vec![0.0; self.rows]);
        // SAFETY: arrays of the sizes that HiGHS fills; the others may be null.
        unsafe {
            Highs_getSolution(
                self.highs,
                values.as_mut_ptr(),
                null_mut(),
                null_mut(),
                duals.as_mut_ptr(),
            );
        }
        (values, duals)
    }

    /// Whether the last solve left a solution that keeps all rows.
    pub fn has_solution(&self) -> bool {
        self.int_info(c"primal_solution_status") == i64::from(kHighsSolutionStatusFeasible)
    }

    /// The proven bound of an integer program.
    pub fn mip_bound(&self) -> f64 {
        self.double_info(c"mip_dual_bound")
    }

    /// Simplex iterations of the last solve. One from within counts for as many as take its time.
    pub fn iterations(&self) -> u64 {
        let count = |name| u64::try_from(self.int_info(name)).unwrap_or_default();
        let within = count(c"ipm_iteration_count") * (self.rows as u64 / ROWS_AN_ITERATION);
        count(c"simplex_iteration_count") + count(c"crossover_iteration_count") + within
    }

    fn int_info(&self, name: &CStr) -> i64 {
        let mut value: HighsInt = 0;
        // SAFETY: a live program, a string that ends in zero, a place for the value.
        unsafe { Highs_getIntInfoValue(self.highs, name.as_ptr(), &raw mut value) };
        i64::from(value)
    }

    fn double_info(&self, name: &CStr) -> f64 {
        let mut value = 0.0;
        // SAFETY: as above.
        unsafe { Highs_getDoubleInfoValue(self.highs, name.as_ptr(), &raw mut value) };
        value
    }
}

/// Lines as HiGHS takes them: the entries of all lines one after another.
struct Packed {
    costs: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    starts: Vec<HighsInt>,
    index: Vec<HighsInt>,
    value: Vec<f64>,
}

impl Packed {
    fn new(lines: &[Line]) -> Packed {
        let mut starts = Vec::with_capacity(lines.len());
        let mut next = 0;
        for line in lines {
            starts.push(next);
            next += line.entries.len() as HighsInt;
        }
        let entries = || lines.iter().flat_map(|line| &line.entries);
        Packed {
            costs: lines.iter().map(|line| line.cost).collect(),
            lower: lines.iter().map(|line| line.lower).collect(),
            upper: lines.iter().map(|line| line.upper).collect(),
            starts,
            index: entries().map(|&(at, _)| at as HighsInt).collect(),
            value: entries().map(|&(_, value)| value).collect(),
        }
    }
}

const CALLBACKS: [HighsInt; 5] = [
    kHighsCallbackSimplexInterrupt,
    kHighsCallbackIpmInterrupt,
    kHighsCallbackMipInterrupt,
    kHighsCallbackMipImprovingSolution,
    kHighsCallbackMipLogging,
];

/// What the callback works with.
struct Context<'a> {
    watch: &'a mut dyn Watch,
    iterations: Option<u64>,
}

/// Called by HiGHS while it runs, with the `Context` of that run.
unsafe extern "C" fn callback(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    input: *mut HighsCallbackDataIn,
    context: *mut c_void,
) {
    // A panic must not cross into C++; what is lost then is one message.
    let _ = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: HiGHS passes back the context it was given, alive during the run and used by
        // nobody else meanwhile, and an output that is valid during the call. `input` is written to
        // only in interrupt callbacks, where alone HiGHS allows it. The solution has
        // `mip_solution_size` values.
        unsafe {
            let context = &mut *context.cast::<Context>();
            let out = &*out;
            match HighsInt::from(kind) {
                kHighsCallbackMipImprovingSolution if !out.mip_solution.is_null() => {
                    let length = usize::try_from(out.mip_solution_size).unwrap_or_default();
                    context.watch.improved(std::slice::from_raw_parts(out.mip_solution, length));
                }
                kHighsCallbackMipLogging => context.watch.bounded(out.mip_dual_bound),
                kHighsCallbackMipInterrupt if !input.is_null() => {
                    let done = u64::try_from(out.mip_total_lp_iterations).unwrap_or_default();
                    let spent = context.iterations.is_some_and(|limit| done >= limit);
                    let stop = spent || context.watch.is_stopped();
                    (*input).user_interrupt = c_int::from(stop);
                }
                kHighsCallbackSimplexInterrupt | kHighsCallbackIpmInterrupt if !input.is_null() => {
                    (*input).user_interrupt = c_int::from(context.watch.is_stopped());
                }
                _ => {}
            }
        }
    }));
}
