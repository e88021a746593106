//! How well everybody can come.

use leerteam_solver::Cost;

use super::{Lowering, Seat};
use leerteam_model::rules::attendance::{AttendancePoints, SPEC};

impl Lowering for AttendancePoints {
    fn member(&self, seat: &Seat) -> Cost {
        let unit = seat.space.settings.setting(seat.group.environment, SPEC.id).unit();
        unit * seat.attendance.points
    }
}
