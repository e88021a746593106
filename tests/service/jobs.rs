//! Jobs: accepted, watched, cancelled, and gone on with by another server.

use std::path::Path;
use std::time::Duration;

use leerteam::service::{JobLimits, Limits, Solver, Timing, WorkerOptions};
use leerteam::wire::LARGEST_MESSAGE;
use leerteam::wire::v1::job_service_client::JobServiceClient;
use leerteam::wire::v1::{self, job_event::What};
use tempfile::TempDir;
use tonic::transport::Channel;
use tonic::{Code, Streaming};
use tonic_types::StatusExt;

use super::server::{PATIENCE, Server, pool, zwolle};
use super::{LONG, OTHER, fields, named, short};

/// A server with a store in a folder.
struct Jobs {
    server: Server,
    client: JobServiceClient<Channel>,
}

fn limits(folder: &Path) -> Limits {
    let solver = Solver {
        program: env!("CARGO_BIN_EXE_leerteam").into(),
        arguments: vec!["solve-process".to_owned()],
        memory: 0,
    };
    let timing = Timing { beat: Duration::from_millis(50), lease: PATIENCE };
    let worker =
        WorkerOptions { solver, timing, longest: Duration::from_secs(3600), most_tries: 3 };
    let store = format!("sqlite:{}", folder.join("jobs.db").display());
    let jobs = JobLimits { store, most_waiting: 100, worker };
    Limits { solver_threads: 1, jobs: Some(jobs), ..Limits::default() }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

impl Jobs {
    async fn start(limits: Limits) -> Jobs {
        let server = Server::start_within(limits).await;
        let client = JobServiceClient::new(server.channel.clone());
        Jobs { server, client: client.max_decoding_message_size(LARGEST_MESSAGE) }
    }

    async fn create(&mut self, request: v1::CreateJobRequest) -> v1::Job {
        let created = self.client.create_job(request).await.expect("an answer");
        created.into_inner().job.expect("a job")
    }

    async fn get(&mut self, name: &str) -> v1::Job {
        let request = v1::GetJobRequest { name: name.to_owned() };
        self.client.get_job(request).await.expect("an answer").into_inner().job.expect("a job")
    }

    async fn watch(&mut self, name: &str, after_event: i64) -> Streaming<v1::WatchJobResponse> {
        let request = v1::WatchJobRequest { name: name.to_owned(), after_event };
        self.client.watch_job(request).await.expect("a stream").into_inner()
    }

    async fn plan(&mut self, name: &str) -> v1::Plan {
        let request = v1::GetJobPlanRequest { name: name.to_owned(), ..Default::default() };
        let answer = self.client.get_job_plan(request).await.expect("an answer");
        answer.into_inner().plan.expect("a plan")
    }

    async fn cancel(&mut self, name: &str) {
        let request = v1::CancelJobRequest { name: name.to_owned() };
        self.client.cancel_job(request).await.expect("an answer");
    }

    async fn stop(self) {
        drop(self.client);
        self.server.stop().await;
    }
}

fn quick() -> v1::CreateJobRequest {
    v1::CreateJobRequest { roster: Some(zwolle()), options: short(), ..Default::default() }
}

fn long() -> v1::CreateJobRequest {
    v1::CreateJobRequest { roster: Some(pool(200)), ..Default::default() }
}

async fn next(events: &mut Streaming<v1::WatchJobResponse>) -> Option<v1::JobEvent> {
    let answer = tokio::time::timeout(PATIENCE, events.message()).await.expect("it goes on");
    answer.expect("an event").map(|answer| answer.event.expect("an event"))
}

/// The events of a watch, until it ends.
async fn all(mut events: Streaming<v1::WatchJobResponse>) -> Vec<v1::JobEvent> {
    let mut seen = Vec::new();
    while let Some(event) = next(&mut events).await {
        seen.push(event);
    }
    seen
}

/// Waits until a plan has been found.
async fn first_plan(events: &mut Streaming<v1::WatchJobResponse>) {
    loop {
        let event = next(events).await.expect("it goes on");
        if matches!(event.what, Some(What::Progress(progress)) if progress.best.is_some()) {
            return;
        }
    }
}

fn end(events: &[v1::JobEvent]) -> v1::JobState {
    match events.last().and_then(|event| event.what.as_ref()) {
        Some(&What::State(state)) => v1::JobState::try_from(state).expect("a state"),
        other => panic!("the last event is {other:?}"),
    }
}

#[tokio::test]
async fn a_job_is_watched_from_any_event_on_and_ends_with_its_plan() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let job = jobs.create(quick()).await;
    assert_eq!((job.state(), job.last_event), (v1::JobState::Waiting, 1));
    let seen = all(jobs.watch(&job.name, 0).await).await;
    let numbers: Vec<i64> = seen.iter().map(|event| event.number).collect();
    let count = seen.len() as i64;
    assert_eq!(numbers, (1..=count).collect::<Vec<_>>());
    assert_eq!(end(&seen), v1::JobState::Succeeded);
    assert_eq!(all(jobs.watch(&job.name, count - 2).await).await, seen[count as usize - 2..]);
    assert!(all(jobs.watch(&job.name, count).await).await.is_empty(), "all is known");
    let job = jobs.get(&job.name).await;
    assert_eq!((job.state(), job.has_plan, job.attempt), (v1::JobState::Succeeded, true, 1));
    assert!(job.create_time.is_some() && job.start_time.is_some() && job.end_time.is_some());
    let plan = jobs.plan(&job.name).await;
    let request = v1::CheckPlanRequest {
        roster: Some(zwolle()),
        plan: Some(plan.clone()),
        ..Default::default()
    };
    let checked = jobs.server.client.check_plan(request).await.expect("an answer").into_inner();
    assert_eq!(checked.plan.expect("a plan").score, plan.score);
    jobs.stop().await;
}

#[tokio::test]
async fn the_same_request_twice_is_one_job() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let request = v1::CreateJobRequest { request_id: LONG.into(), ..quick() };
    let (first, again) = (jobs.create(request.clone()).await, jobs.create(request.clone()).await);
    assert_eq!(first.name, again.name);
    let other = v1::CreateJobRequest { priority: 1, ..request };
    let status = jobs.client.create_job(other.clone()).await.expect_err("refused");
    assert_eq!(status.code(), Code::AlreadyExists);
    let other = v1::CreateJobRequest { request_id: OTHER.into(), ..other };
    assert_ne!(jobs.create(other).await.name, first.name);
    jobs.stop().await;
}

#[tokio::test]
async fn what_is_wrong_with_a_job_is_said_before_it_is_accepted() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let refused = async |jobs: &mut Jobs, request: v1::CreateJobRequest| {
        fields(&jobs.client.create_job(request).await.expect_err("refused"))
    };
    let request = v1::CreateJobRequest { request_id: "1".into(), ..quick() };
    assert_eq!(refused(&mut jobs, request).await, named(&[("requestId", "E1116")]));
    let deadline = Some(leerteam::work::timestamp(1_000));
    let request = v1::CreateJobRequest { priority: 11, deadline, ..quick() };
    let expected = named(&[("priority", "E1107"), ("deadline.seconds", "E1107")]);
    assert_eq!(refused(&mut jobs, request).await, expected);
    let options = Some(v1::SolveOptions { gap: 2.0, ..Default::default() });
    let request = v1::CreateJobRequest { options, ..quick() };
    assert_eq!(refused(&mut jobs, request).await, named(&[("options.gap", "E1107")]));
    let mut roster = zwolle();
    roster.participants[0].programme_id = "nowhere".into();
    let request = v1::CreateJobRequest { roster: Some(roster), ..quick() };
    let expected = ("roster.participants[0].programmeId".to_owned(), "E1103".to_owned());
    assert!(refused(&mut jobs, request).await.contains(&expected));
    let request = v1::ListJobsRequest { page_size: -1, ..Default::default() };
    let status = jobs.client.list_jobs(request).await.expect_err("refused");
    assert_eq!(fields(&status), named(&[("pageSize", "E1107")]));
    let listed = jobs.client.list_jobs(v1::ListJobsRequest::default()).await.expect("an answer");
    assert!(listed.into_inner().jobs.is_empty(), "none was accepted");
    jobs.stop().await;
}

#[tokio::test]
async fn a_job_that_is_cancelled_keeps_its_best_plan() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let job = jobs.create(long()).await;
    let mut events = jobs.watch(&job.name, 0).await;
    first_plan(&mut events).await;
    // It has the only thread, so that another waits, and can be cancelled too.
    let waiting = jobs.create(quick()).await;
    let behind = jobs.create(quick()).await;
    assert_eq!((waiting.jobs_ahead, behind.jobs_ahead), (0, 1));
    jobs.cancel(&waiting.name).await;
    assert_eq!(jobs.get(&waiting.name).await.state(), v1::JobState::Cancelled);
    jobs.cancel(&job.name).await;
    assert_eq!(end(&all(events).await), v1::JobState::Cancelled);
    let job = jobs.get(&job.name).await;
    assert!(job.cancel_requested && job.has_plan);
    assert!(!jobs.plan(&job.name).await.teams.is_empty());
    let rest = jobs.watch(&behind.name, 0).await;
    assert_eq!(end(&all(rest).await), v1::JobState::Succeeded, "the thread is free");
    jobs.stop().await;
}

#[tokio::test]
async fn jobs_are_listed_and_deleted_once_they_have_ended() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let long = jobs.create(long()).await;
    let other = jobs.create(quick()).await;
    let names = async |jobs: &mut Jobs, page_token: &str| {
        let request = v1::ListJobsRequest { page_size: 1, page_token: page_token.to_owned() };
        let page = jobs.client.list_jobs(request).await.expect("an answer").into_inner();
        let names: Vec<String> = page.jobs.into_iter().map(|job| job.name).collect();
        (names, page.next_page_token)
    };
    let (first, token) = names(&mut jobs, "").await;
    let (second, last) = names(&mut jobs, &token).await;
    assert_eq!((first, second), (vec![other.name.clone()], vec![long.name.clone()]));
    assert_eq!(last, "");
    let delete = |name: &str| v1::DeleteJobRequest { name: name.to_owned() };
    let status = jobs.client.delete_job(delete(&long.name)).await.expect_err("it runs");
    assert_eq!(status.code(), Code::FailedPrecondition);
    let request = v1::GetJobPlanRequest { name: other.name.clone(), ..Default::default() };
    let status = jobs.client.get_job_plan(request).await.expect_err("it waits");
    assert_eq!(status.code(), Code::FailedPrecondition);
    jobs.cancel(&other.name).await;
    jobs.client.delete_job(delete(&other.name)).await.expect("deleted");
    for name in [other.name.as_str(), "jobs/nothing", ""] {
        let status = jobs.client.delete_job(delete(name)).await.expect_err("it is gone");
        assert_eq!(status.code(), Code::NotFound, "{name}");
    }
    let request = v1::WatchJobRequest { name: other.name, after_event: 0 };
    let status = jobs.client.watch_job(request).await.expect_err("it is gone");
    assert_eq!(status.code(), Code::NotFound);
    jobs.stop().await;
}

#[tokio::test]
async fn a_job_that_needs_too_much_memory_fails_alone() {
    let folder = folder();
    let mut limits = limits(folder.path());
    limits.jobs.as_mut().expect("jobs").worker.solver.memory = 24 << 20;
    let mut jobs = Jobs::start(limits).await;
    let request = v1::CreateJobRequest { roster: Some(pool(2_000)), ..Default::default() };
    let large = jobs.create(request).await;
    let events = jobs.watch(&large.name, 0).await;
    assert_eq!(end(&all(events).await), v1::JobState::Failed);
    let large = jobs.get(&large.name).await;
    assert_eq!((large.failure(), large.attempt), (v1::JobFailure::OutOfMemory, 1));
    let request = v1::ValidateRosterRequest { roster: Some(zwolle()), ..Default::default() };
    jobs.server.client.validate_roster(request).await.expect("the server is well");
    jobs.stop().await;
}

#[tokio::test]
async fn a_job_whose_process_ends_each_time_fails_after_some_attempts() {
    let folder = folder();
    let mut limits = limits(folder.path());
    let worker = &mut limits.jobs.as_mut().expect("jobs").worker;
    worker.solver.program = "/bin/false".into();
    let mut jobs = Jobs::start(limits).await;
    let job = jobs.create(quick()).await;
    let events = jobs.watch(&job.name, 0).await;
    assert_eq!(end(&all(events).await), v1::JobState::Failed);
    let job = jobs.get(&job.name).await;
    assert_eq!((job.failure(), job.attempt), (v1::JobFailure::Crashed, 3));
    jobs.stop().await;
}

#[tokio::test]
async fn a_server_that_stops_gives_its_jobs_back_and_another_goes_on_with_the_plan() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let job = jobs.create(long()).await;
    let mut events = jobs.watch(&job.name, 0).await;
    first_plan(&mut events).await;
    let stopped = tokio::spawn(jobs.server.stop_with_open_calls());
    let status = loop {
        match events.message().await {
            Ok(event) => assert!(event.is_some(), "it has not ended"),
            Err(status) => break status,
        }
    };
    assert_eq!(status.code(), Code::Unavailable);
    assert!(status.get_details_retry_info().is_some());
    stopped.await.expect("a clean end");

    let mut jobs = Jobs::start(limits(folder.path())).await;
    let again = jobs.get(&job.name).await;
    assert!(again.has_plan && !again.state().as_str_name().contains("FAILED"));
    let mut events = jobs.watch(&job.name, again.last_event).await;
    first_plan(&mut events).await;
    let again = jobs.get(&job.name).await;
    assert_eq!((again.state(), again.attempt), (v1::JobState::Running, 2));
    jobs.cancel(&job.name).await;
    assert_eq!(end(&all(events).await), v1::JobState::Cancelled);
    jobs.stop().await;
}

#[tokio::test]
async fn a_search_ends_before_the_deadline_of_its_job() {
    let folder = folder();
    let mut jobs = Jobs::start(limits(folder.path())).await;
    let milliseconds = leerteam::work::now_ms() + 5_000;
    let deadline = Some(leerteam::work::timestamp(milliseconds));
    let job = jobs.create(v1::CreateJobRequest { deadline, ..long() }).await;
    let events = jobs.watch(&job.name, 0).await;
    assert_eq!(end(&all(events).await), v1::JobState::Succeeded);
    assert_eq!(jobs.plan(&job.name).await.outcome(), v1::Outcome::Limit);
    jobs.stop().await;
}
