//! A team's theme is open to it.

use super::Lowering;
use crate::rules::theme_open::ThemeOpen;

impl Lowering for ThemeOpen {}
