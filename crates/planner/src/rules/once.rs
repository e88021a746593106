//! Nobody is in two teams. The solver's problem has this built in.

use super::Lowering;
use leerteam_model::rules::once::Once;

impl Lowering for Once {}
