//! A linear or integer program that stays alive: columns and rows are added, bounds and costs
//! change, and each solve starts from the last basis.
//!
//! A program lives and dies on one thread, since HiGHS keeps its scheduler per thread. One in which a
//! call failed is not what it was meant to be: it keeps the failure, and answers every solve with it.

use std::ffi::{CStr, c_void};
use std::ptr::{null, null_mut};

use highs_sys::{
    Highs_addCols, Highs_addRows, Highs_changeColBounds, Highs_changeColsCostByRange,
    Highs_changeColsIntegralityBySet, Highs_changeRowBounds, Highs_create, Highs_deleteColsByMask,
    Highs_destroy, Highs_getBasis, Highs_getDoubleInfoValue, Highs_getIntInfoValue,
    Highs_getSolution, Highs_setBasis, Highs_setBoolOptionValue, Highs_setDoubleOptionValue,
    Highs_setIntOptionValue, Highs_setSolution, Highs_setStringOptionValue, HighsInt,
    kHighsBasisStatusBasic, kHighsBasisStatusLower, kHighsBasisValidityValid, kHighsStatusWarning,
    kHighsVarTypeInteger,
};

use super::checked;
use super::line::{Line, Packed};
use super::run::Report;
use crate::Failure;

/// Where a solve has come to: for each column and row whether it is in the basis, or at which bound.
#[derive(Clone)]
pub(crate) struct Basis {
    columns: Vec<HighsInt>,
    rows: Vec<HighsInt>,
    /// How many times columns had been dropped.
    drops: usize,
}

pub(crate) struct Live {
    pub(super) highs: *mut c_void,
    columns: usize,
    rows: usize,
    /// How many times columns were dropped.
    drops: usize,
    /// The first call that failed.
    pub(super) failure: Option<Failure>,
    /// Of the last solve.
    pub(super) report: Report,
    #[cfg(test)]
    pub(super) seed: u32,
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
        let mut live = Live {
            highs,
            columns: 0,
            rows: 0,
            drops: 0,
            failure: None,
            report: Report::default(),
            #[cfg(test)]
            seed,
        };
        live.set_bool(c"output_flag", false);
        live.set_int(c"threads", 1);
        live.set_int(c"random_seed", (seed & 0x7fff_ffff) as HighsInt);
        live
    }

    /// Keeps the failure of a call, if it is one.
    pub(super) fn note(&mut self, name: &'static str, status: HighsInt) {
        #[cfg(test)]
        let status = crate::faults::status_at(self.seed, name, status);
        if let Err(failure) = checked(name, status) {
            self.failure.get_or_insert(failure);
        }
    }

    pub(super) fn set_bool(&mut self, option: &CStr, value: bool) {
        let value = HighsInt::from(value);
        // SAFETY: a live program and a string that ends in zero.
        let status = unsafe { Highs_setBoolOptionValue(self.highs, option.as_ptr(), value) };
        self.note("Highs_setBoolOptionValue", status);
    }

    pub(super) fn set_int(&mut self, option: &CStr, value: HighsInt) {
        // SAFETY: as above.
        let status = unsafe { Highs_setIntOptionValue(self.highs, option.as_ptr(), value) };
        self.note("Highs_setIntOptionValue", status);
    }

    pub(super) fn set_double(&mut self, option: &CStr, value: f64) {
        // SAFETY: as above.
        let status = unsafe { Highs_setDoubleOptionValue(self.highs, option.as_ptr(), value) };
        self.note("Highs_setDoubleOptionValue", status);
    }

    pub(super) fn set_string(&mut self, option: &CStr, value: &CStr) {
        // SAFETY: as above.
        let status =
            unsafe { Highs_setStringOptionValue(self.highs, option.as_ptr(), value.as_ptr()) };
        self.note("Highs_setStringOptionValue", status);
    }

    /// The first call that failed, if one has.
    pub fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Adds columns; their entries name rows that exist.
    pub fn add_columns(&mut self, lines: &[Line]) {
        let Packed { costs, lower, upper, starts, index, value } = Packed::new(lines);
        // SAFETY: all arrays have the lengths that are passed along.
        let status = unsafe {
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
            )
        };
        self.note("Highs_addCols", status);
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
        let status = unsafe { Highs_deleteColsByMask(self.highs, dropped.as_mut_ptr()) };
        self.note("Highs_deleteColsByMask", status);
        let is_left = || dropped.iter().map(|&place| place >= 0);
        self.columns = is_left().filter(|&left| left).count();
        self.drops += 1;
        if let Some(mut basis) = basis {
            let mut left = is_left();
            basis.columns.retain(|_| left.next().unwrap_or(true));
            basis.drops = self.drops;
            self.set_basis(&basis);
        }
    }

    /// The basis of the last solve; none if it had none, or the program has changed since.
    pub fn basis(&mut self) -> Option<Basis> {
        if self.int_info(c"basis_validity") != i64::from(kHighsBasisValidityValid) {
            return None;
        }
        let (columns, rows) = (vec![0; self.columns], vec![0; self.rows]);
        let mut basis = Basis { columns, rows, drops: self.drops };
        // SAFETY: a place for each column and each row.
        let status = unsafe {
            Highs_getBasis(self.highs, basis.columns.as_mut_ptr(), basis.rows.as_mut_ptr())
        };
        self.note("Highs_getBasis", status);
        Some(basis)
    }

    /// Starts the next solve from a basis. Columns that were added since are none; rows were loose. Where
    /// columns were dropped since, it is that of another program, and the last one stays.
    pub fn set_basis(&mut self, basis: &Basis) {
        if basis.drops != self.drops {
            return;
        }
        let Basis { mut columns, mut rows, .. } = basis.clone();
        columns.resize(self.columns, kHighsBasisStatusLower);
        rows.resize(self.rows, kHighsBasisStatusBasic);
        // SAFETY: a status for each column and each row.
        let status = unsafe { Highs_setBasis(self.highs, columns.as_ptr(), rows.as_ptr()) };
        self.note("Highs_setBasis", status);
    }

    /// Adds rows; their entries name columns that exist.
    pub fn add_rows(&mut self, lines: &[Line]) {
        let Packed { lower, upper, starts, index, value, .. } = Packed::new(lines);
        // SAFETY: all arrays have the lengths that are passed along.
        let status = unsafe {
            Highs_addRows(
                self.highs,
                lines.len() as HighsInt,
                lower.as_ptr(),
                upper.as_ptr(),
                index.len() as HighsInt,
                starts.as_ptr(),
                index.as_ptr(),
                value.as_ptr(),
            )
        };
        self.note("Highs_addRows", status);
        self.rows += lines.len();
    }

    pub fn set_costs(&mut self, costs: &[f64]) {
        let last = self.columns as HighsInt - 1;
        // SAFETY: one cost a column.
        let status = unsafe { Highs_changeColsCostByRange(self.highs, 0, last, costs.as_ptr()) };
        self.note("Highs_changeColsCostByRange", status);
    }

    pub fn set_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        let column = column as HighsInt;
        // SAFETY: HiGHS checks the index.
        let status = unsafe { Highs_changeColBounds(self.highs, column, lower, upper) };
        self.note("Highs_changeColBounds", status);
    }

    pub fn set_row_bounds(&mut self, row: usize, lower: f64, upper: f64) {
        // SAFETY: HiGHS checks the index.
        let status = unsafe { Highs_changeRowBounds(self.highs, row as HighsInt, lower, upper) };
        self.note("Highs_changeRowBounds", status);
    }

    /// Makes columns integer.
    pub fn set_integer(&mut self, columns: &[usize]) {
        let set: Vec<HighsInt> = columns.iter().map(|&column| column as HighsInt).collect();
        let kinds = vec![kHighsVarTypeInteger; set.len()];
        let entries = set.len() as HighsInt;
        // SAFETY: both arrays have the length that is passed along.
        let status = unsafe {
            Highs_changeColsIntegralityBySet(self.highs, entries, set.as_ptr(), kinds.as_ptr())
        };
        self.note("Highs_changeColsIntegralityBySet", status);
    }

    /// Lets an integer program look only for solutions that cost less; if there is none, it is infeasible.
    /// That is a matter of proof: it spends no time on heuristics.
    pub fn set_cutoff(&mut self, most: f64) {
        self.set_double(c"objective_bound", most);
        self.set_double(c"mip_heuristic_effort", 0.0);
        for heuristic in [
            c"mip_heuristic_run_feasibility_jump",
            c"mip_heuristic_run_root_reduced_cost",
            c"mip_heuristic_run_rins",
            c"mip_heuristic_run_rens",
            c"mip_detect_symmetry",
        ] {
            self.set_bool(heuristic, false);
        }
    }

    /// Gives an integer program a solution to start from.
    pub fn set_start(&mut self, values: &[f64]) {
        // SAFETY: one value a column; the other arrays may be null.
        let status =
            unsafe { Highs_setSolution(self.highs, values.as_ptr(), null(), null(), null()) };
        self.note("Highs_setSolution", status);
    }

    /// Values of the columns, and duals of the rows.
    pub fn solution(&mut self) -> Result<(Vec<f64>, Vec<f64>), Failure> {
        let (mut values, mut duals) = (vec![0.0; self.columns], vec![0.0; self.rows]);
        // SAFETY: arrays of the sizes that HiGHS fills; the others may be null.
        let status = unsafe {
            Highs_getSolution(
                self.highs,
                values.as_mut_ptr(),
                null_mut(),
                null_mut(),
                duals.as_mut_ptr(),
            )
        };
        self.note("Highs_getSolution", status);
        match &self.failure {
            Some(failure) => Err(failure.clone()),
            None => Ok((values, duals)),
        }
    }

    /// 0 where there is none.
    pub(super) fn int_info(&mut self, name: &CStr) -> i64 {
        let mut value: HighsInt = 0;
        // SAFETY: a live program, a string that ends in zero, a place for the value.
        let status = unsafe { Highs_getIntInfoValue(self.highs, name.as_ptr(), &raw mut value) };
        self.note_info("Highs_getIntInfoValue", status);
        i64::from(value)
    }

    /// 0 where there is none.
    pub(super) fn double_info(&mut self, name: &CStr) -> f64 {
        let mut value = 0.0;
        // SAFETY: as above.
        let status = unsafe { Highs_getDoubleInfoValue(self.highs, name.as_ptr(), &raw mut value) };
        self.note_info("Highs_getDoubleInfoValue", status);
        value
    }

    /// Of info there may be none, before a solve or after a change; HiGHS warns of that.
    fn note_info(&mut self, name: &'static str, status: HighsInt) {
        if status != kHighsStatusWarning {
            self.note(name, status);
        }
    }
}
