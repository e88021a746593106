//! The optimisation core.
