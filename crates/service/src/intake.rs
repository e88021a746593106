//! The way of a request to a service: what is too large is refused before it is read, and what is
//! packed may only become so much.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::{Buf, Bytes};
use http::{Request, Response};
use http_body_util::{BodyExt, BodyStream, StreamBody};
use tokio_stream::StreamExt;
use tonic::body::Body;
use tonic::codec::CompressionEncoding;
use tonic::codegen::Service;
use tonic::server::NamedService;
use tonic::{Code, Status};
use tower_http::timeout::TimeoutBody;

use super::answers::texts;
use super::job_calls::JobCalls;
use super::planning::Planning;
use leerteam_wire::LARGEST_MESSAGE;
use leerteam_wire::v1::job_service_server::{self, JobServiceServer};
use leerteam_wire::v1::planning_service_server::{self, PlanningServiceServer};

/// What comes before each message: whether it is packed, and its length.
const HEADER: usize = 5;
/// A packed message may become so large in any case ...
const FREE_BYTES: usize = 1 << 20;
/// ... and beyond that, so many times as large as it is.
const MOST_TIMES: usize = 100;
/// How long a request may stand still.
const STANDSTILL: Duration = Duration::from_secs(30);

/// A service behind its intake.
#[derive(Debug)]
pub struct Intake<S>(Arc<S>);

impl<S> Intake<S> {
    /// Before a service.
    pub fn new(calls: S) -> Intake<S> {
        Intake(Arc::new(calls))
    }
}

impl<S> Clone for Intake<S> {
    fn clone(&self) -> Intake<S> {
        Intake(Arc::clone(&self.0))
    }
}

/// What can be behind an intake.
pub trait Calls: Sized + Send + Sync + 'static {
    /// Its name.
    const NAME: &'static str;
    /// What the transport calls.
    type Server: Service<Request<Body>, Response = Response<Body>, Error = Infallible, Future: Send>
        + Send;

    /// Reads messages of up to so many bytes.
    fn server(calls: Arc<Self>, largest: usize) -> Self::Server;
}

/// The same settings for every server that is made from the protos.
macro_rules! calls {
    ($calls:ty, $server:ident, $name:path) => {
        impl Calls for $calls {
            const NAME: &'static str = $name;
            type Server = $server<$calls>;

            fn server(calls: Arc<Self>, largest: usize) -> Self::Server {
                $server::from_arc(calls)
                    .max_decoding_message_size(largest)
                    .max_encoding_message_size(LARGEST_MESSAGE)
                    .accept_compressed(CompressionEncoding::Gzip)
                    .accept_compressed(CompressionEncoding::Zstd)
                    .send_compressed(CompressionEncoding::Gzip)
                    .send_compressed(CompressionEncoding::Zstd)
            }
        }
    };
}

calls!(Planning, PlanningServiceServer, planning_service_server::SERVICE_NAME);
calls!(JobCalls, JobServiceServer, job_service_server::SERVICE_NAME);

impl<S: Calls> NamedService for Intake<S> {
    const NAME: &'static str = S::NAME;
}

type Answer = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

impl<S: Calls> Service<Request<Body>> for Intake<S> {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Answer;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Answer {
        let calls = Arc::clone(&self.0);
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let is_packed = parts.headers.get("grpc-encoding").is_some_and(|of| of != "identity");
            match begun(body, is_packed, STANDSTILL).await {
                Ok((body, largest)) => {
                    let mut server = S::server(calls, largest);
                    server.call(Request::from_parts(parts, Body::new(body))).await.map(blamed)
                }
                Err(status) => Ok(status.into_http()),
            }
        })
    }
}

/// The request, and how large its message may become.
async fn begun(
    body: Body,
    is_packed: bool,
    standstill: Duration,
) -> Result<(impl http_body::Body<Data = Bytes, Error = Status> + Send + 'static, usize), Status> {
    let stood_still = |_| Status::deadline_exceeded(texts(0).text("service-standstill", &[]));
    let mut rest = Box::pin(TimeoutBody::new(standstill, body).map_err(stood_still));
    let (mut first, mut read) = (Vec::new(), Vec::new());
    while first.len() < HEADER {
        let Some(part) = rest.frame().await else { break };
        let part = part?;
        // Anything else than data ends a request.
        let is_data = part.data_ref().map(|data| first.extend_from_slice(data)).is_some();
        read.push(Ok(part));
        if !is_data {
            break;
        }
    }
    let mut header = first.as_slice();
    let largest = if header.len() < HEADER {
        LARGEST_MESSAGE
    } else {
        let (flag, length) = (header.get_u8(), header.get_u32() as usize);
        if length > LARGEST_MESSAGE {
            return Err(too_large(length));
        }
        match flag {
            0 => LARGEST_MESSAGE,
            1 if is_packed => (FREE_BYTES + MOST_TIMES * length).min(LARGEST_MESSAGE),
            _ => return Err(malformed()),
        }
    };
    let whole = tokio_stream::iter(read).chain(BodyStream::new(rest));
    Ok((StreamBody::new(whole), largest))
}

fn malformed() -> Status {
    Status::invalid_argument(texts(0).text("service-malformed", &[]))
}

fn too_large(length: usize) -> Status {
    let (length, most) = (length.to_string(), LARGEST_MESSAGE.to_string());
    let arguments = [("length", length.as_str()), ("most", most.as_str())];
    Status::resource_exhausted(texts(0).text("service-too-large", &arguments))
}

/// An answer in which the transport takes the blame for a request that it could not unpack: it is the client's.
fn blamed(answer: Response<Body>) -> Response<Body> {
    let status = Status::from_header_map(answer.headers());
    let is_ours = status.is_none_or(|status| {
        let unread = ["Error decompressing", "Unexpected EOF", "protocol error"];
        let message = status.message();
        status.code() != Code::Internal || !unread.iter().any(|of| message.starts_with(of))
    });
    if is_ours { answer } else { malformed().into_http() }
}

#[cfg(test)]
mod tests {
    use http_body_util::Full;

    use super::super::answers::internal;
    use super::*;

    fn header(flag: u8, length: u32) -> Vec<u8> {
        [&[flag][..], &length.to_be_bytes(), &[1, 2, 3]].concat()
    }

    async fn largest(bytes: Vec<u8>, is_packed: bool) -> Result<usize, Code> {
        let begun = begun(Body::new(Full::new(Bytes::from(bytes))), is_packed, STANDSTILL).await;
        begun.map(|(_, largest)| largest).map_err(|status| status.code())
    }

    #[tokio::test]
    async fn a_request_that_is_too_large_is_resource_exhausted() {
        let most = LARGEST_MESSAGE as u32;
        assert_eq!(largest(header(0, most), false).await, Ok(LARGEST_MESSAGE));
        assert_eq!(largest(header(0, most + 1), false).await, Err(Code::ResourceExhausted));
        assert_eq!(largest(header(1, most + 1), true).await, Err(Code::ResourceExhausted));
    }

    #[tokio::test]
    async fn what_is_packed_may_only_become_so_many_times_as_large() {
        assert_eq!(largest(header(1, 1_400), true).await, Ok(FREE_BYTES + MOST_TIMES * 1_400));
        assert_eq!(largest(header(1, 100 << 20), true).await, Ok(LARGEST_MESSAGE));
        assert_eq!(largest(header(1, 10), false).await, Err(Code::InvalidArgument));
        assert_eq!(largest(header(2, 10), true).await, Err(Code::InvalidArgument));
        assert_eq!(largest(Vec::new(), false).await, Ok(LARGEST_MESSAGE));
    }

    #[tokio::test]
    async fn a_request_that_comes_byte_by_byte_is_whole() {
        let bytes = header(1, 3);
        let mut parts = Vec::new();
        for &byte in &bytes {
            let part = Full::new(Bytes::from(vec![byte])).frame().await.expect("a byte");
            parts.push(Ok::<_, Status>(part.expect("what is there")));
        }
        let body = Body::new(StreamBody::new(tokio_stream::iter(parts)));
        let (body, _) = begun(body, true, STANDSTILL).await.expect("a request");
        assert_eq!(body.collect().await.expect("its bytes").to_bytes(), bytes);
    }

    #[tokio::test]
    async fn a_request_that_stands_still_is_ended() {
        let never = Full::new(Bytes::new()).frame().await.map(|part| part.map_err(|_| internal()));
        let body = tokio_stream::iter(never).chain(tokio_stream::pending());
        let status = begun(Body::new(StreamBody::new(body)), false, Duration::from_millis(10))
            .await
            .map(|_| ())
            .expect_err("it ends");
        assert_eq!(status.code(), Code::DeadlineExceeded);
    }
}
