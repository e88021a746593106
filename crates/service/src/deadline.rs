//! When a caller gives up, and when a search has to end so that its plan is there before that.

use std::time::{Duration, Instant};

use tonic::metadata::MetadataMap;

/// Of the time that a caller gives, so much is kept for checking and sending the plan ...
const SHARE_KEPT: u32 = 10;
/// ... but no less than this ...
const LEAST_KEPT: Duration = Duration::from_millis(250);
/// ... and no more.
const MOST_KEPT: Duration = Duration::from_secs(5);

/// The moment at which a caller gives up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// That moment.
    pub at: Instant,
    kept: Duration,
}

impl Deadline {
    /// From the header `grpc-timeout` of a call that came at `now`. One that is not of the protocol's form is none, as
    /// for the transport.
    pub fn of(metadata: &MetadataMap, now: Instant) -> Option<Deadline> {
        let text = metadata.get("grpc-timeout")?.to_str().ok()?;
        let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
        if number.is_empty() || number.len() > 8 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number: u64 = number.parse().ok()?;
        let given = match unit {
            "H" => Duration::from_secs(number * 3600),
            "M" => Duration::from_secs(number * 60),
            "S" => Duration::from_secs(number),
            "m" => Duration::from_millis(number),
            "u" => Duration::from_micros(number),
            "n" => Duration::from_nanos(number),
            _ => return None,
        };
        let kept = (given / SHARE_KEPT).clamp(LEAST_KEPT, MOST_KEPT);
        Some(Deadline { at: now.checked_add(given)?, kept })
    }

    /// How long a search may still take.
    pub fn left(&self, now: Instant) -> Duration {
        self.at.saturating_duration_since(now).saturating_sub(self.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ends_before_its_caller_gives_up() {
        let now = Instant::now();
        let deadline = |text: &str| {
            let mut metadata = MetadataMap::new();
            metadata.insert("grpc-timeout", text.parse().expect("a header"));
            Deadline::of(&metadata, now)
        };
        let left = |text: &str| deadline(text).map(|deadline| deadline.left(now));
        assert_eq!(left("20S"), Some(Duration::from_secs(18)));
        assert_eq!(left("2000m"), Some(Duration::from_millis(1750)));
        assert_eq!(left("1H"), Some(Duration::from_secs(3595)));
        assert_eq!(left("10u"), Some(Duration::ZERO));
        for unread in ["", "S", "1", "-1S", "123456789S", "1 S", "1x", "éS"] {
            let mut metadata = MetadataMap::new();
            if let Ok(value) = unread.parse() {
                metadata.insert("grpc-timeout", value);
            }
            assert_eq!(Deadline::of(&metadata, now), None, "{unread}");
        }
        assert_eq!(Deadline::of(&MetadataMap::new(), now), None);
    }
}
