//! The calendar against docs/model.md: how a participant is at a meeting, when supervisors are
//! there, which meetings a slot has, and what holds for every date and time zone.

mod counting;
mod displaced;
mod exceptions;
mod instants;
mod meetings;
mod random_meetings;
mod random_states;
mod states;
mod supervision;
mod weeks;

#[path = "../support/mod.rs"]
mod support;

use leerteam::calendar::{Attendance, Presence, State};
use leerteam::check::assess;

use support::{Draft, Setting};

/// The first participant at the meetings of the draft's first team.
fn attendance(setting: &Setting, draft: &Draft) -> Attendance {
    let roster = setting.roster();
    let mut assessment = assess(&roster, &draft.plan(&roster));
    assessment.attendance.raw.swap_remove(0).swap_remove(0)
}

/// State, minutes of travel that count, and points of participant `p` on Tuesday from 10:00 to
/// 12:00 at `here`.
fn on_tuesday(setting: Setting) -> (State, u32, i64) {
    let (presence, points) = presence(setting, &Draft::new().team("t", &["p"]));
    (presence.state, presence.travel, points)
}

/// The presence at the one meeting of the first week, and its points.
fn presence(setting: Setting, draft: &Draft) -> (Presence, i64) {
    let attendance = attendance(&setting.form(|form| form.max_meetings = 1), draft);
    let [Some(presence)] = attendance.meetings[..] else {
        panic!("one counted meeting: {attendance:?}");
    };
    (presence, attendance.points)
}

/// A setting with participant `p`, of whom nothing is known.
fn somebody() -> Setting {
    Setting::new().participant("p", "teacher")
}
