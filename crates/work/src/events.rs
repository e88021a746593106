//! What is stored of what happens to a job.

use std::time::{SystemTime, UNIX_EPOCH};

use leerteam_store::{End, Event, State};
use leerteam_wire::v1::{self, job_event::What};
use pbjson_types::Timestamp;
use prost::{DecodeError, Message};

/// Milliseconds since 1970.
pub fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// The same as a message.
pub fn timestamp(milliseconds: i64) -> Timestamp {
    let nanos = i32::try_from(milliseconds.rem_euclid(1000)).unwrap_or_default() * 1_000_000;
    Timestamp { seconds: milliseconds.div_euclid(1000), nanos }
}

fn stored(what: What) -> Vec<u8> {
    let event = v1::JobEvent { number: 0, time: Some(timestamp(now_ms())), what: Some(what) };
    event.encode_to_vec()
}

/// A job is in another state.
pub fn state_event(state: State) -> Vec<u8> {
    stored(What::State(state_message(state).into()))
}

/// A state as it is sent.
pub fn state_message(state: State) -> v1::JobState {
    match state {
        State::Waiting => v1::JobState::Waiting,
        State::Running => v1::JobState::Running,
        State::Succeeded => v1::JobState::Succeeded,
        State::Failed => v1::JobState::Failed,
        State::Cancelled => v1::JobState::Cancelled,
    }
}

/// How a job ends now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    state: State,
    failure: &'static str,
    now_ms: i64,
    event: Vec<u8>,
}

impl Ending {
    /// With a state, and why it failed if it did.
    pub fn new(state: State, failure: v1::JobFailure) -> Ending {
        let failure = match failure {
            v1::JobFailure::Unspecified => "",
            failure => failure.as_str_name(),
        };
        Ending { state, failure, now_ms: now_ms(), event: state_event(state) }
    }

    /// As the store takes it.
    pub fn as_end(&self) -> End<'_> {
        let Ending { state, failure, now_ms, event } = self;
        End { state: *state, failure, now_ms: *now_ms, event }
    }
}

/// A search goes on.
pub(crate) fn progress_event(progress: v1::Progress) -> Vec<u8> {
    stored(What::Progress(progress))
}

/// An event as it is sent.
///
/// # Errors
/// What is stored is no event.
pub fn event(stored: &Event) -> Result<v1::JobEvent, DecodeError> {
    let event = v1::JobEvent::decode(stored.body.as_slice())?;
    Ok(v1::JobEvent { number: stored.number, ..event })
}
