//! Members are there in the same period.

use leerteam_solver::Cost;

use super::{Lowering, Seat};
use leerteam_model::rules::same_period::{SPEC, SamePeriod, missed};

impl Lowering for SamePeriod {
    fn member(&self, seat: &Seat) -> Cost {
        let unit = seat.space.settings.setting(seat.group.environment, SPEC.id).unit();
        let (_, counted) = seat.attendance.times();
        unit * missed(counted, seat.slot.series.count())
    }
}
