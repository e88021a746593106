//! Servers and workers that are killed, and stores that fail: each job that was accepted ends once, with a plan no worse
//! than any that was seen.

#[path = "../support/postgres.rs"]
mod postgres;

mod programs;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use leerteam::wire::v1::{self, job_event::What};
use leerteam_example::{Options, generate};
use postgres::Postgres;
use programs::{Kind, Program};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tonic::Code;
use uuid::Uuid;

/// Jobs that end soon.
const SMALL: usize = 12;
/// Programs that are killed.
const KILLS: usize = 6;

fn small() -> v1::CreateJobRequest {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/zwolle/roster.json");
    let text = std::fs::read_to_string(path).expect("the fixture");
    v1::CreateJobRequest {
        request_id: Uuid::new_v4().to_string(),
        roster: Some(serde_json::from_str(&text).expect("a roster")),
        options: Some(v1::SolveOptions { work_limit: 2_000, ..Default::default() }),
        ..Default::default()
    }
}

/// One that is searched for longer than the test takes.
fn large() -> v1::CreateJobRequest {
    let roster = generate("pool", &Options { students: Some(200), ..Options::default() });
    v1::CreateJobRequest {
        request_id: Uuid::new_v4().to_string(),
        roster: Some(roster.expect("an example")),
        priority: 1,
        ..Default::default()
    }
}

fn total(score: Option<&v1::ScoreTotal>) -> Option<(i64, i64)> {
    let score = score?;
    Some((i64::from(score.broken_requirements()), i64::from(score.points())))
}

/// What is wrong with the events of a job that has ended; else the best that was found.
fn best(events: &[v1::JobEvent], end: v1::JobState) -> Option<(i64, i64)> {
    let numbers: Vec<i64> = events.iter().map(|event| event.number).collect();
    assert_eq!(numbers, (1..=events.len() as i64).collect::<Vec<_>>(), "none is lost or twice");
    let states = events.iter().filter_map(|event| match event.what {
        Some(What::State(state)) => v1::JobState::try_from(state).ok(),
        _ => None,
    });
    let ends: Vec<v1::JobState> = states
        .filter(|state| !matches!(state, v1::JobState::Waiting | v1::JobState::Running))
        .collect();
    assert_eq!(ends, [end], "it ends once");
    let totals = events.iter().filter_map(|event| match &event.what {
        Some(What::Progress(progress)) => total(progress.best.as_ref()),
        _ => None,
    });
    totals.min()
}

/// Jobs come while servers and workers are killed.
async fn kills(store: &str, folder: &Path) {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut server = Program::start(Kind::Serve, store, folder).await;
    let mut worker = Program::start(Kind::Worker, store, folder).await;
    let (big, smalls) = (large(), (0..SMALL).map(|_| small()).collect::<Vec<_>>());
    let name = server.jobs().await.create(&big).await.expect("accepted").name;
    let mut names = BTreeSet::new();
    for (number, request) in smalls.iter().enumerate() {
        let accepted = server.jobs().await.create(request).await.expect("accepted");
        names.insert(accepted.name.clone());
        if number >= KILLS {
            continue;
        }
        tokio::time::sleep(Duration::from_millis(random.random_range(0..1_500))).await;
        if number % 2 == 0 {
            server.kill();
            server = Program::start(Kind::Serve, store, folder).await;
            // The answer could have been lost with the server: the same request is the same job.
            let again = server.jobs().await.create(request).await.expect("accepted");
            assert_eq!(again.name, accepted.name);
        } else {
            worker.kill();
            worker = Program::start(Kind::Worker, store, folder).await;
        }
    }
    let mut jobs = server.jobs().await;
    assert_eq!(names.len(), SMALL);
    for name in &names {
        let events = jobs.watch(name).await;
        best(&events, v1::JobState::Succeeded);
        assert!(!jobs.plan(name).await.teams.is_empty());
    }
    jobs.cancel(&name).await;
    let seen = best(&jobs.watch(&name).await, v1::JobState::Cancelled).expect("a plan");
    let plan = jobs.plan(&name).await.score.expect("a score");
    let kept = (i64::from(plan.broken_requirements()), i64::from(plan.points()));
    assert!(kept <= seen, "{kept:?} was {seen:?}");
    server.stop();
    worker.stop();
}

#[tokio::test]
async fn every_job_ends_once_while_programs_are_killed_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = format!("sqlite:{}", folder.path().join("jobs.db").display());
    kills(&store, folder.path()).await;
}

#[tokio::test]
async fn every_job_ends_once_while_programs_are_killed_on_postgres() {
    let folder = tempfile::tempdir().expect("a folder");
    let postgres = Postgres::start();
    kills(&postgres.database("kills"), folder.path()).await;
}

#[tokio::test]
async fn a_job_ends_although_its_database_went_away_for_some_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut postgres = Postgres::start();
    let store = postgres.database("away");
    let server = Program::start(Kind::Serve, &store, folder.path()).await;
    let mut jobs = server.jobs().await;
    let name = jobs.create(&large()).await.expect("accepted").name;
    jobs.until_it_runs(&name).await;
    postgres.restart();
    jobs.cancel(&name).await;
    best(&jobs.watch(&name).await, v1::JobState::Cancelled);
    let other = jobs.create(&small()).await.expect("accepted").name;
    best(&jobs.watch(&other).await, v1::JobState::Succeeded);
    server.stop();
}

#[tokio::test]
async fn a_full_disk_refuses_jobs_and_loses_none_that_was_accepted() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = format!("sqlite:{}", folder.path().join("jobs.db").display());
    let server = Program::start(Kind::ServeOnFullDisk, &store, folder.path()).await;
    let (mut jobs, mut accepted) = (server.jobs().await, Vec::new());
    let refused = loop {
        match jobs.create(&small()).await {
            Ok(job) => accepted.push(job.name),
            Err(status) => break status,
        }
    };
    assert_eq!(refused.code(), Code::Unavailable, "{refused:?}");
    assert!(!accepted.is_empty());
    server.kill();
    let server = Program::start(Kind::Serve, &store, folder.path()).await;
    let mut jobs = server.jobs().await;
    for name in &accepted {
        best(&jobs.watch(name).await, v1::JobState::Succeeded);
    }
    server.stop();
}
