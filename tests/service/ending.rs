//! A server that stops, whatever is open.

use std::time::Duration;

use leerteam::service::Limits;
use leerteam::wire::v1;
use leerteam::wire::v1::solve_roster_response::Step;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::{Code, Request};
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};
use tonic_reflection::pb::v1::ServerReflectionRequest;
use tonic_reflection::pb::v1::server_reflection_client::ServerReflectionClient;
use tonic_reflection::pb::v1::server_reflection_request::MessageRequest;

use super::server::{PATIENCE, Server, pool};

const SERVICE: &str = "leerteam.v1.PlanningService";

fn long() -> v1::SolveRosterRequest {
    v1::SolveRosterRequest { roster: Some(pool(200)), ..Default::default() }
}

fn status(response: Option<HealthCheckResponse>) -> ServingStatus {
    response.expect("a status").status()
}

#[tokio::test]
async fn a_server_that_stops_does_not_wait_for_a_health_watch_or_reflection() {
    let limits = Limits { longest_end: PATIENCE * 10, ..Limits::default() };
    let mut server = Server::start_within(limits).await;
    let mut watches = Vec::new();
    for service in ["", SERVICE] {
        let request = HealthCheckRequest { service: service.to_owned() };
        let mut health = HealthClient::new(server.channel.clone());
        let mut watch = health.watch(request).await.expect("a watch").into_inner();
        let serving = watch.message().await.expect("a status");
        assert_eq!(status(serving), ServingStatus::Serving, "{service:?}");
        watches.push(watch);
    }
    let message_request = Some(MessageRequest::ListServices(String::new()));
    let request = ServerReflectionRequest { host: String::new(), message_request };
    // The client asks once and does not say that it is done.
    let asks = tokio_stream::StreamExt::chain(
        tokio_stream::once(request),
        tokio_stream::pending::<ServerReflectionRequest>(),
    );
    let mut reflection = ServerReflectionClient::new(server.channel.clone());
    let answers = reflection.server_reflection_info(asks).await.expect("a stream");
    let mut answers = answers.into_inner();
    assert!(answers.message().await.expect("an answer").is_some());
    let mut steps = server.client.solve_roster(long()).await.expect("a stream").into_inner();
    steps.message().await.expect("a step").expect("progress");

    let stopped = tokio::spawn(server.stop_with_open_calls());
    for watch in &mut watches {
        let now = watch.message().await.expect("a status");
        assert_eq!(status(now), ServingStatus::NotServing);
    }
    let mut last = None;
    while let Some(step) = steps.message().await.expect("a step") {
        last = step.step;
    }
    let Some(Step::Plan(plan)) = last else { panic!("no plan: {last:?}") };
    assert_eq!(plan.outcome(), v1::Outcome::Cancelled, "the best plan so far");
    stopped.await.expect("the server has ended");
}

#[tokio::test]
async fn a_server_that_stops_cuts_off_an_unfinished_request_and_a_client_that_does_not_read() {
    let limits = Limits { longest_end: Duration::from_secs(1), ..Limits::default() };
    let mut server = Server::start_within(limits).await;
    let unread = server.client.solve_roster(long()).await.expect("a stream");
    let channel = server.channel.clone();
    let unfinished = tokio::spawn(async move {
        let mut grpc = Grpc::new(channel);
        grpc.ready().await.expect("a connection");
        let path = PathAndQuery::from_static("/leerteam.v1.PlanningService/ValidateRoster");
        let codec = tonic_prost::ProstCodec::default();
        let body = Request::new(tokio_stream::pending::<v1::ValidateRosterRequest>());
        let answer = grpc.client_streaming(body, path, codec).await;
        answer.map(tonic::Response::<v1::ValidateRosterResponse>::into_inner)
    });
    tokio::task::yield_now().await;
    server.stop_with_open_calls().await;
    drop(unread);
    unfinished.abort();
}

#[tokio::test]
async fn a_solve_that_waits_when_the_server_stops_is_asked_to_try_again() {
    let limits = Limits { solver_threads: 1, waiting_solves: 1, ..Limits::default() };
    let mut server = Server::start_within(limits).await;
    let mut running = server.client.solve_roster(long()).await.expect("a stream").into_inner();
    let named = |roster| v1::SolveRosterRequest {
        roster,
        solve_id: super::LONG.into(),
        ..Default::default()
    };
    let mut client = server.client.clone();
    let waiting = tokio::spawn(async move {
        loop {
            let answer = client.solve_roster(named(Some(pool(200)))).await;
            // The question below may have had the name for a moment.
            if answer.as_ref().err().is_none_or(|status| status.code() != Code::AlreadyExists) {
                break answer;
            }
        }
    });
    let is_there = |refused: tonic::Status| refused.code() == Code::AlreadyExists;
    while !is_there(server.client.solve_roster(named(None)).await.expect_err("refused")) {
        tokio::task::yield_now().await;
    }
    let stopped = tokio::spawn(server.stop_with_open_calls());
    let refused = waiting.await.expect("no panic").expect_err("it cannot begin");
    assert_eq!(refused.code(), Code::Unavailable);
    while running.message().await.expect("a step").is_some() {}
    stopped.await.expect("the server has ended");
}
