//! Local times as instants.

use chrono::{DateTime, Duration, LocalResult, NaiveDate, TimeZone};
use chrono_tz::Tz;

use crate::roster::Clock;

/// The instant of a local time. A time that the clock skips is moved forward by the length of the
/// jump; one that comes twice is the first (docs/model.md section 1).
pub fn local_instant(zone: Tz, date: NaiveDate, clock: Clock) -> DateTime<Tz> {
    let midnight = date.and_time(chrono::NaiveTime::MIN);
    let local = midnight + Duration::minutes(i64::from(clock.minutes()));
    match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) => instant,
        LocalResult::Ambiguous(first, _) => first,
        // Before the jump the zone's offset was that of some hours earlier.
        LocalResult::None => {
            let before = local - Duration::hours(6);
            let earlier = zone.from_local_datetime(&before).earliest();
            earlier.map_or_else(|| zone.from_utc_datetime(&local), |e| e + Duration::hours(6))
        }
    }
}
