//! Local times as instants.

use chrono::{DateTime, Duration, LocalResult, NaiveDate, Offset, TimeZone};
use chrono_tz::{GapInfo, Tz};

use crate::roster::Clock;

/// The instant of a local time. A time that the clock skips is moved forward by the length of the
/// jump; one that comes twice is the first (docs/model.md section 1).
pub fn local_instant(zone: Tz, date: NaiveDate, clock: Clock) -> DateTime<Tz> {
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    let local = midnight + Duration::minutes(i64::from(clock.minutes()));
    match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) => instant,
        LocalResult::Ambiguous(first, _) => first,
        // With the offset from before the jump, as much time has passed as without one.
        LocalResult::None => {
            let before = GapInfo::new(&local, &zone).and_then(|gap| gap.begin);
            let offset = before.map_or(0, |(_, offset)| offset.fix().local_minus_utc());
            zone.from_utc_datetime(&(local - Duration::seconds(offset.into())))
        }
    }
}
