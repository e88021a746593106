//! A team meets inside the meeting hours, at a location of its environment that is open.

use super::Lowering;
use leerteam_model::rules::slot::SlotInHours;

impl Lowering for SlotInHours {}
