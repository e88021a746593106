//! A supervisor is there at the meetings.

use super::{DutyAt, Lowering};
use leerteam_model::rules::supervisor_available::{SupervisorAvailable, is_there, percent};

impl Lowering for SupervisorAvailable {
    fn duty(&self, duty: &DutyAt) -> bool {
        let percent = percent(duty.space.settings, duty.group.environment);
        is_there(duty.space.calendar, duty.supervisor, &duty.slot.series, percent)
    }
}
