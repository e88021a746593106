//! The job service's calls.

use std::sync::Arc;
use std::time::Duration;

use prost::Message;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::task::TaskTracker;
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::answers::{busy, internal, invalid, texts, unavailable};
use super::planning::{startable, usable};
use super::pool::Pool;
use super::solving::name;
use super::views::View;
use super::watches::Watches;
use leerteam_messages::Messages;
use leerteam_model::roster::{Code, Finding};
use leerteam_store::{Deleted, Job, NewJob, State, Store, StoreError, Submitted};
use leerteam_wire::v1;
use leerteam_wire::v1::job_service_server::JobService;
use leerteam_work::{
    Ending, Full, Pokes, now_ms, read_options, state_event, state_message, timestamp,
};

/// Whose all jobs are as long as nobody is asked who they are.
const OWNER: &str = "local";
/// Priorities are from the negative of this to this.
const MOST_PRIORITY: i32 = 10;
/// The largest page.
const LARGEST_PAGE: i32 = 1_000;
/// What every name begins with.
const COLLECTION: &str = "jobs/";

/// The job service.
#[derive(Debug)]
pub struct JobCalls {
    /// Where jobs are.
    pub store: Store,
    /// Hints for the worker here.
    pub pokes: Pokes,
    /// Who watches them.
    pub watches: Arc<Watches>,
    /// Jobs of one owner that may wait.
    pub most_waiting: i64,
    /// Threads of all solves together.
    pub threads: u32,
    /// The longest solve.
    pub longest: Duration,
    /// Where what takes long is worked out.
    pub pool: Pool,
    /// The calls that are open.
    pub open: TaskTracker,
}

/// UNAVAILABLE: the store does not answer.
pub fn not_stored(error: &StoreError) -> Status {
    tracing::error!(%error, "the store does not answer");
    unavailable(texts(0).text("service-store", &[]))
}

/// NOT_FOUND: there is no job of that name.
pub fn no_job() -> Status {
    Status::not_found(texts(0).text("service-no-job", &[]))
}

/// The id in a name.
fn id(name: &str) -> Result<String, Status> {
    let id = name.strip_prefix(COLLECTION).and_then(|id| Uuid::try_parse(id).ok());
    id.map(|id| id.to_string()).ok_or_else(no_job)
}

/// A job as it is sent.
fn message(job: &Job, ahead: i64) -> v1::Job {
    let failure = v1::JobFailure::from_str_name(&job.failure);
    v1::Job {
        name: format!("{COLLECTION}{}", job.id),
        state: state_message(job.state).into(),
        failure: failure.unwrap_or(v1::JobFailure::Unspecified).into(),
        priority: i32::try_from(job.priority).unwrap_or_default(),
        jobs_ahead: i32::try_from(ahead).unwrap_or(i32::MAX),
        cancel_requested: job.cancel_wanted,
        has_plan: job.has_plan,
        attempt: i32::try_from(job.attempt).unwrap_or(i32::MAX),
        last_event: job.last_event,
        create_time: Some(timestamp(job.created_ms)),
        start_time: job.started_ms.map(timestamp),
        end_time: job.ended_ms.map(timestamp),
        deadline: job.deadline_ms.map(timestamp),
    }
}

/// What is wrong with a request beside its roster and plan.
fn checked(
    request: &v1::CreateJobRequest,
    calls: &JobCalls,
    messages: &Messages,
) -> Result<NewJob, Status> {
    let request_id = name(&request.request_id, "requestId", messages)?;
    let options = request.options.unwrap_or_default();
    let options = read_options(&options, calls.longest, calls.threads)
        .map_err(|findings| invalid("options", &findings, messages))?;
    let mut findings = Vec::new();
    let mut range = |field: &str, value: String, least: String, most: String| {
        let details = vec![("least", least), ("most", most)];
        findings.push(Finding::new(Code::OutOfRange, field, value, details));
    };
    if request.priority.unsigned_abs() > MOST_PRIORITY.unsigned_abs() {
        let most = MOST_PRIORITY.to_string();
        range("priority", request.priority.to_string(), format!("-{most}"), most);
    }
    let now = now_ms();
    let deadline = request.deadline.as_ref().map(|deadline| {
        deadline.seconds.saturating_mul(1000).saturating_add(i64::from(deadline.nanos / 1_000_000))
    });
    if let Some(deadline) = deadline.filter(|&deadline| deadline <= now) {
        let seconds = |milliseconds: i64| milliseconds.div_euclid(1000).to_string();
        range("deadline.seconds", seconds(deadline), seconds(now), i64::MAX.to_string());
    }
    if !findings.is_empty() {
        return Err(invalid("", &findings, messages));
    }
    let id = Uuid::now_v7().to_string();
    Ok(NewJob {
        request_id: request_id.map_or_else(|| id.clone(), |id| id.to_string()),
        id,
        owner: OWNER.to_owned(),
        priority: i64::from(request.priority),
        threads: i64::from(options.threads),
        deadline_ms: deadline,
        created_ms: now,
        event: state_event(State::Waiting),
        ..NewJob::default()
    })
}

impl JobCalls {
    /// A job as it is sent, with its place in the queue.
    async fn placed(&self, job: &Job) -> Result<Option<v1::Job>, Status> {
        let ahead = match job.state {
            State::Waiting => self.store.ahead(OWNER, job.priority, &job.id).await,
            _ => Ok(0),
        };
        Ok(Some(message(job, ahead.map_err(|error| not_stored(&error))?)))
    }

    async fn find(&self, id: &str) -> Result<Job, Status> {
        let found = self.store.job(OWNER, id).await;
        found.map_err(|error| not_stored(&error))?.ok_or_else(no_job)
    }
}

#[tonic::async_trait]
impl JobService for JobCalls {
    type WatchJobStream = ReceiverStream<Result<v1::WatchJobResponse, Status>>;

    async fn create_job(
        &self,
        request: Request<v1::CreateJobRequest>,
    ) -> Result<Response<v1::CreateJobResponse>, Status> {
        let _open = self.open.token();
        let request = request.into_inner();
        let messages = texts(request.language);
        let new = checked(&request, self, messages)?;
        let read = self.pool.run(messages, move |client, messages| {
            let (roster, _) = usable(request.roster.clone(), messages)?;
            client.is_there()?;
            if let Some(start) = &request.start_plan {
                startable(&roster, start, messages)?;
            }
            client.is_there()?;
            // The same wish has the same bytes: lists and maps are in order.
            let body = request.encode_to_vec();
            let hash = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(NewJob { request: body, request_hash: hash, ..new })
        });
        let new = read.await?;
        let submitted = self.store.submit(&new, self.most_waiting).await;
        let job = match submitted.map_err(|error| not_stored(&error))? {
            Submitted::New(job) => {
                tracing::info!(job = job.id, "job accepted");
                self.pokes.queue();
                job
            }
            Submitted::Known(job) => job,
            Submitted::Conflict => {
                return Err(Status::already_exists(messages.text("service-job-exists", &[])));
            }
            Submitted::Full(waiting) => {
                let waiting = usize::try_from(waiting).unwrap_or_default();
                return Err(busy(Full { waiting }, messages));
            }
        };
        Ok(Response::new(v1::CreateJobResponse { job: self.placed(&job).await? }))
    }

    async fn get_job(
        &self,
        request: Request<v1::GetJobRequest>,
    ) -> Result<Response<v1::GetJobResponse>, Status> {
        let _open = self.open.token();
        let job = self.find(&id(&request.into_inner().name)?).await?;
        Ok(Response::new(v1::GetJobResponse { job: self.placed(&job).await? }))
    }

    async fn get_job_plan(
        &self,
        request: Request<v1::GetJobPlanRequest>,
    ) -> Result<Response<v1::GetJobPlanResponse>, Status> {
        let _open = self.open.token();
        let request = request.into_inner();
        let (id, view) = (id(&request.name)?, View::of(request.view));
        let found = self.store.plan(OWNER, &id).await.map_err(|error| not_stored(&error))?;
        let Some(body) = found else {
            self.find(&id).await?;
            return Err(Status::failed_precondition(texts(0).text("service-no-plan", &[])));
        };
        let plan = self.pool.run(texts(0), move |_, _| {
            let plan = v1::Plan::decode(body.as_slice());
            plan.map(|plan| view.of_plan(plan)).map_err(|error| {
                tracing::error!(%error, "a stored plan cannot be read");
                internal()
            })
        });
        Ok(Response::new(v1::GetJobPlanResponse { plan: Some(plan.await?) }))
    }

    async fn list_jobs(
        &self,
        request: Request<v1::ListJobsRequest>,
    ) -> Result<Response<v1::ListJobsResponse>, Status> {
        let _open = self.open.token();
        let v1::ListJobsRequest { page_size, page_token } = request.into_inner();
        let refused = |field: &str, value: String, most: String| {
            let details = vec![("least", "0".to_owned()), ("most", most)];
            invalid("", &[Finding::new(Code::OutOfRange, field, value, details)], texts(0))
        };
        let most = match page_size {
            0 => LARGEST_PAGE,
            1.. => page_size.min(LARGEST_PAGE),
            _ => {
                return Err(refused("pageSize", page_size.to_string(), LARGEST_PAGE.to_string()));
            }
        };
        let older =
            match page_token.as_str() {
                "" => None,
                token => Some(Uuid::try_parse(token).map_err(|_| {
                    refused("pageToken", token.to_owned(), "nextPageToken".to_owned())
                })?),
            };
        let older = older.map(|id| id.to_string());
        let most = usize::try_from(most).unwrap_or_default();
        let page = self.store.jobs(OWNER, older.as_deref(), most).await;
        let page = page.map_err(|error| not_stored(&error))?;
        let last = page.jobs.last().filter(|_| page.has_more);
        Ok(Response::new(v1::ListJobsResponse {
            next_page_token: last.map(|job| job.id.clone()).unwrap_or_default(),
            jobs: page.jobs.iter().map(|job| message(job, 0)).collect(),
        }))
    }

    async fn watch_job(
        &self,
        request: Request<v1::WatchJobRequest>,
    ) -> Result<Response<Self::WatchJobStream>, Status> {
        let request = request.into_inner();
        let job = self.find(&id(&request.name)?).await?;
        let after = request.after_event.min(job.last_event);
        if job.state.is_end() && after == job.last_event {
            // All is known.
            return Ok(Response::new(ReceiverStream::new(mpsc::channel(1).1)));
        }
        Ok(Response::new(Arc::clone(&self.watches).watch(job.id, after)))
    }

    async fn cancel_job(
        &self,
        request: Request<v1::CancelJobRequest>,
    ) -> Result<Response<v1::CancelJobResponse>, Status> {
        let _open = self.open.token();
        let id = id(&request.into_inner().name)?;
        let ending = Ending::new(State::Cancelled, v1::JobFailure::Unspecified);
        let cancelled = self.store.cancel(OWNER, &id, now_ms(), ending.as_end().event).await;
        let job = cancelled.map_err(|error| not_stored(&error))?.ok_or_else(no_job)?;
        self.pokes.job(&id);
        Ok(Response::new(v1::CancelJobResponse { job: self.placed(&job).await? }))
    }

    async fn delete_job(
        &self,
        request: Request<v1::DeleteJobRequest>,
    ) -> Result<Response<v1::DeleteJobResponse>, Status> {
        let _open = self.open.token();
        let id = id(&request.into_inner().name)?;
        match self.store.delete(OWNER, &id).await.map_err(|error| not_stored(&error))? {
            Deleted::Done => Ok(Response::new(v1::DeleteJobResponse {})),
            Deleted::Missing => Err(no_job()),
            Deleted::Open => {
                Err(Status::failed_precondition(texts(0).text("service-job-open", &[])))
            }
        }
    }
}
