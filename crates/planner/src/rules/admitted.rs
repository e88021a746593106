//! Members are admitted to the environment of their team. The planner considers nobody else.

use super::Lowering;
use leerteam_model::rules::admitted::Admitted;

impl Lowering for Admitted {}
