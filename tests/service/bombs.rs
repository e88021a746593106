//! Requests of a few bytes that would take the server's memory.

use leerteam::wire::{read_roster, v1};
use tonic::client::Grpc;
use tonic::codec::CompressionEncoding;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::{Code, Request, Status};

use super::server::{Server, pool};

/// Asks for the findings in a roster of any bytes: a message of one field of bytes is just that on the wire.
async fn validate(
    server: &Server,
    roster: Vec<u8>,
    packed: Option<CompressionEncoding>,
) -> Result<v1::ValidateRosterResponse, Status> {
    let mut grpc = Grpc::new(server.channel.clone());
    if let Some(packed) = packed {
        grpc = grpc.send_compressed(packed);
    }
    grpc.ready().await.expect("a connection");
    let path = PathAndQuery::from_static("/leerteam.v1.PlanningService/ValidateRoster");
    let answer = grpc.unary(Request::new(roster), path, tonic_prost::ProstCodec::default()).await;
    answer.map(tonic::Response::into_inner)
}

/// A participant without anything in it.
const EMPTY: [u8; 2] = [PARTICIPANTS << 3 | 2, 0];
const PARTICIPANTS: u8 = 11;
const COMMITMENTS: u8 = 7;

#[tokio::test]
async fn a_kilobyte_that_unpacks_to_16_mib_is_refused() {
    let server = Server::start().await;
    for packed in [CompressionEncoding::Zstd, CompressionEncoding::Gzip] {
        let roster = EMPTY.repeat(8 << 20);
        let status = validate(&server, roster, Some(packed)).await.expect_err("refused");
        assert_eq!(status.code(), Code::ResourceExhausted, "{packed:?}: {status:?}");
        assert!(status.message().contains("limit"), "{status:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn millions_of_empty_participants_are_counted_before_they_are_decoded() {
    let server = Server::start().await;
    let status = validate(&server, EMPTY.repeat(8 << 20), None).await.expect_err("refused");
    assert_eq!(status.code(), Code::ResourceExhausted);
    let message = status.message();
    assert!(message.contains("roster.participants") && message.contains("200000"), "{message}");
    // As many in lists of which none is too long.
    let mut roster = Vec::new();
    for _ in 0..100_000 {
        roster.extend([PARTICIPANTS << 3 | 2, 120]);
        roster.extend([COMMITMENTS << 3 | 2, 0].repeat(60));
    }
    let status = validate(&server, roster, None).await.expect_err("refused");
    assert_eq!(status.code(), Code::ResourceExhausted, "{status:?}");
    assert!(status.message().contains("times"), "{status:?}");
    server.stop().await;
}

#[tokio::test]
async fn input_that_is_no_message_is_invalid() {
    let server = Server::start().await;
    let ends_early = vec![PARTICIPANTS << 3 | 2, 100, 0];
    let has_no_type = vec![7];
    for roster in [ends_early, has_no_type, vec![0xff; 20]] {
        let status = validate(&server, roster, None).await.expect_err("refused");
        assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_large_roster_is_read_packed_and_plain() {
    let server = Server::start().await;
    let roster = pool(3_000);
    assert!(read_roster(&roster).0.is_some());
    let bytes = prost::Message::encode_to_vec(&roster);
    for packed in [None, Some(CompressionEncoding::Zstd), Some(CompressionEncoding::Gzip)] {
        let response = validate(&server, bytes.clone(), packed).await.expect("an answer");
        let errors = response.findings.iter().filter(|f| f.severity() == v1::Severity::Error);
        assert_eq!(errors.count(), 0, "{packed:?}");
    }
    server.stop().await;
}
