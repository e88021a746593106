//! A team's theme is open to it.

use super::Lowering;
use leerteam_model::rules::theme_open::ThemeOpen;

impl Lowering for ThemeOpen {}
