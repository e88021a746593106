//! One line for each call: its id, what was called, how it ended and after how long. What a client sends is never
//! in it.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use tonic::Code;
use tracing::{Level, Span};
use uuid::Uuid;

use leerteam_wire::v1::{job_service_server, planning_service_server};

/// The header with which the id of a call is sent to its client.
pub const ID: HeaderName = HeaderName::from_static("x-request-id");

/// A new id for a call, in place of any that the client sent.
pub fn id<B>(_: &Request<B>) -> Option<HeaderValue> {
    HeaderValue::from_str(&Uuid::new_v4().to_string()).ok()
}

/// The method of a path, if it is one of our services'.
fn method(path: &str) -> Option<&str> {
    let (service, method) = path.strip_prefix('/')?.split_once('/')?;
    let own = [planning_service_server::SERVICE_NAME, job_service_server::SERVICE_NAME];
    if !own.contains(&service) {
        return None;
    }
    let is_name = method.len() <= 40 && method.bytes().all(|b| b.is_ascii_alphabetic());
    is_name.then_some(method)
}

/// What everything that is logged of a call stands in. Calls of other services are probes, which are many.
pub fn span<B>(request: &Request<B>) -> Span {
    let id = request.headers().get(ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    match method(request.uri().path()) {
        Some(method) => tracing::span!(Level::INFO, "call", id, method),
        None => tracing::span!(Level::DEBUG, "call", id),
    }
}

/// Logs the end of a call that has no more than headers: mostly one that is refused.
pub fn answered<B>(response: &Response<B>, after: Duration, span: &Span) {
    if response.headers().contains_key("grpc-status") {
        ended(Some(response.headers()), after, span);
    }
}

/// Logs the end of a call.
pub fn ended(trailers: Option<&HeaderMap>, after: Duration, span: &Span) {
    let status = trailers.and_then(|trailers| trailers.get("grpc-status"));
    let code = status.map_or(Code::Unknown, |status| Code::from_bytes(status.as_bytes()));
    let milliseconds = after.as_millis();
    match span.metadata().map(|of| *of.level()) {
        Some(Level::INFO) => tracing::info!(?code, milliseconds, "call ends"),
        _ => tracing::debug!(?code, milliseconds, "call ends"),
    }
}
