//! A member can come to a good share of the meetings.

use leerteam_solver::Cost;

use super::{Lowering, Seat};
use leerteam_model::rules::share_of_meetings::{PERCENT, SPEC, ShareOfMeetings, is_short};

impl Lowering for ShareOfMeetings {
    fn member(&self, seat: &Seat) -> Cost {
        let setting = seat.space.settings.setting(seat.group.environment, SPEC.id);
        let (comes, counted) = seat.attendance.times();
        let short = is_short(comes, counted, setting.parameter(PERCENT.name));
        if short { setting.unit() } else { Cost::ZERO }
    }
}
