//! More than the machine can do at once, and clients that do not do their part.

use std::time::Duration;

use leerteam::service::Limits;
use leerteam::wire::v1;
use leerteam::wire::v1::solve_roster_response::Step;
use tokio::task::JoinSet;
use tonic::{Code, Request, Streaming};
use tonic_types::StatusExt;

use super::server::{Server, pool, zwolle};
use super::short;

/// Solves that need one thread each.
fn one_thread(waiting_solves: usize) -> Limits {
    Limits { solver_threads: 1, waiting_solves, ..Limits::default() }
}

fn long() -> v1::SolveRosterRequest {
    v1::SolveRosterRequest { roster: Some(pool(200)), ..Default::default() }
}

fn quick() -> v1::SolveRosterRequest {
    let options = short().map(|options| v1::SolveOptions { include_plans: true, ..options });
    v1::SolveRosterRequest { roster: Some(zwolle()), options, ..Default::default() }
}

/// Reads a stream to its plan.
pub async fn plan(mut steps: Streaming<v1::SolveRosterResponse>) -> v1::Plan {
    let mut last = None;
    while let Some(step) = steps.message().await.expect("a step") {
        last = step.step;
    }
    let Some(Step::Plan(plan)) = last else { panic!("no plan: {last:?}") };
    plan
}

#[tokio::test]
async fn solves_of_clients_that_do_not_read_keep_no_thread() {
    let mut server = Server::start_within(one_thread(4)).await;
    let mut unread = Vec::new();
    for _ in 0..4 {
        unread.push(server.client.solve_roster(quick()).await.expect("a stream"));
    }
    // Each of them had the only thread, and this one has it after them.
    let read = server.client.solve_roster(quick()).await.expect("a stream").into_inner();
    assert!(!plan(read).await.teams.is_empty());
    for steps in unread {
        assert!(!plan(steps.into_inner()).await.teams.is_empty(), "the end is not lost");
    }
    server.stop().await;
}

#[tokio::test]
async fn solves_beyond_the_threads_wait_and_those_beyond_the_queue_learn_when_to_try_again() {
    let mut server = Server::start_within(one_thread(1)).await;
    let running = server.client.solve_roster(long()).await.expect("a stream");
    let mut both = JoinSet::new();
    for _ in 0..2 {
        let mut client = server.client.clone();
        both.spawn(async move { client.solve_roster(quick()).await });
    }
    // One of the two waits, so that the other is answered first.
    let refused = both.join_next().await.expect("two").expect("no panic").expect_err("refused");
    assert_eq!(refused.code(), Code::ResourceExhausted);
    let retry = refused.get_details_retry_info().expect("when to try again");
    assert!(retry.retry_delay.is_some_and(|delay| !delay.is_zero()));
    // What does not solve does not wait.
    let request = v1::ValidateRosterRequest { roster: Some(zwolle()), ..Default::default() };
    server.client.validate_roster(request).await.expect("an answer");
    let request = v1::CheckPlanRequest { roster: Some(zwolle()), ..Default::default() };
    server.client.check_plan(request).await.expect("an answer");
    assert!(both.try_join_next().is_none(), "it still waits");
    // The client of the first leaves; its thread goes to the one that waits.
    drop(running);
    let steps = both.join_next().await.expect("one").expect("no panic").expect("a stream");
    assert!(!plan(steps.into_inner()).await.teams.is_empty());
    server.stop().await;
}

#[tokio::test]
async fn a_solve_that_waits_can_be_cancelled() {
    let mut server = Server::start_within(one_thread(1)).await;
    let running = server.client.solve_roster(long()).await.expect("a stream");
    let request = v1::SolveRosterRequest { solve_id: super::LONG.into(), ..quick() };
    let mut client = server.client.clone();
    let waiting = tokio::spawn(async move { client.solve_roster(request).await });
    let cancel = || v1::CancelSolveRequest { solve_id: super::LONG.into() };
    while server.client.cancel_solve(cancel()).await.is_err() {
        tokio::task::yield_now().await;
    }
    let status = waiting.await.expect("no panic").expect_err("cancelled");
    assert_eq!(status.code(), Code::Cancelled);
    drop(running);
    server.stop().await;
}

#[tokio::test]
async fn a_grpc_timeout_ends_the_search_and_the_plan_is_there_before_it() {
    let mut server = Server::start().await;
    let mut request =
        Request::new(v1::SolveRosterRequest { roster: Some(pool(100)), ..Default::default() });
    request.set_timeout(Duration::from_secs(20));
    let steps = server.client.solve_roster(request).await.expect("a stream").into_inner();
    assert_eq!(plan(steps).await.outcome(), v1::Outcome::Limit);
    server.stop().await;
}
