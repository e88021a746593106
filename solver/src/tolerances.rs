//! How exactly numbers are taken that linear programs make of whole ones.

/// Costs are whole numbers: a bound this far above one proves the next.
pub(crate) const ROUNDING: f64 = 1e-3;

/// Closer than this to a whole number is whole.
pub(crate) const WHOLE: f64 = 1e-6;

/// A column helps if its reduced cost is below minus this.
pub(crate) const HELPS: f64 = 1e-6;
