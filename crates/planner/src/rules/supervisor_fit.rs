//! A supervisor serves on a side of their own, at a location they go to, once in a team.

use super::Lowering;
use leerteam_model::rules::supervisor_fit::SupervisorFit;

impl Lowering for SupervisorFit {}
