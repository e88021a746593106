//! What is well formed and still cannot be, or is probably not meant.

use super::{Findings, Roster};

/// Reports what is wrong with a roster that could be read.
pub fn validate(_roster: &Roster, _findings: &mut Findings) {}
