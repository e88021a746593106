//! The planning service's calls.

use std::pin::Pin;
use std::time::Duration;

use tokio::sync::mpsc::{self, error::TrySendError};
use tokio_stream::{Stream, StreamExt, wrappers::ReceiverStream};
use tonic::{Request, Response, Status};

use super::answers::{invalid, language};
use super::jobs::{Job, Jobs};
use leerteam_import::{Mapping, Source, import};
use leerteam_messages::Messages;
use leerteam_model::check::Report;
use leerteam_model::plan::Plan;
use leerteam_model::roster::{Code, Finding, Roster};
use leerteam_planner::{Cancel, Options, Progress, cores, plan, plan_from};
use leerteam_wire::v1::planning_service_server::PlanningService;
use leerteam_wire::v1::solve_roster_response::Step;
use leerteam_wire::{
    read_plan, read_roster, read_start, v1, write_finding, write_progress, write_report,
};

/// Steps that may wait for a slow client; beyond that, progress is dropped, never the plan.
const WAITING_STEPS: usize = 64;
/// Longest solve, whatever the client asks for.
const LONGEST_SOLVE: Duration = Duration::from_secs(3600);

/// The planning service.
#[derive(Debug)]
pub struct Planning {
    jobs: Jobs,
}

/// Lives as long as the stream of a solve: the client's cancel or deadline drops it.
struct CancelOnDrop(Cancel);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

type Steps = Pin<Box<dyn Stream<Item = Result<v1::SolveRosterResponse, Status>> + Send>>;

impl Planning {
    /// A service that lists its solves in `jobs`.
    pub fn new(jobs: Jobs) -> Planning {
        Planning { jobs }
    }
}

/// Runs work that takes long on a thread that may block.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Status> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Status::internal("internal error"))
}

/// A roster that can be planned, with warnings about it; else the status that says what is wrong.
fn usable(
    roster: Option<v1::Roster>,
    messages: &Messages,
) -> Result<(Roster, Vec<Finding>), Status> {
    let (read, findings) = read_roster(&roster.unwrap_or_default());
    match read {
        Some(read) => Ok((read, findings)),
        None => Err(invalid("roster", &findings, messages)),
    }
}

/// A plan that a solve can start from; else the status that says what is wrong.
fn startable(roster: &Roster, start: &v1::Plan, messages: &Messages) -> Result<Plan, Status> {
    let (plan, findings) = read_start(roster, start);
    plan.ok_or_else(|| invalid("", &findings, messages))
}

/// The options of a solve within the server's limits.
fn options(wire: Option<v1::SolveOptions>, messages: &Messages) -> Result<Options, Status> {
    let wire = wire.unwrap_or_default();
    let mut findings = Vec::new();
    let mut range = |field: &str, value: String, least: &str, most: &str| {
        let details = vec![("least", least.to_owned()), ("most", most.to_owned())];
        findings.push(Finding::new(Code::OutOfRange, field, value, details));
    };
    let time = Duration::try_from_secs_f64(wire.time_limit_seconds);
    if time.is_err() {
        range("timeLimitSeconds", wire.time_limit_seconds.to_string(), "0", "3600");
    }
    if wire.work_limit < 0 {
        range("workLimit", wire.work_limit.to_string(), "0", "2^63 - 1");
    }
    if !(0.0..=1.0).contains(&wire.gap) {
        range("gap", wire.gap.to_string(), "0", "1");
    }
    if wire.threads < 0 {
        range("threads", wire.threads.to_string(), "0", "256");
    }
    if u32::try_from(wire.seed).is_err() {
        range("seed", wire.seed.to_string(), "0", &u32::MAX.to_string());
    }
    if !findings.is_empty() {
        return Err(invalid("options", &findings, messages));
    }
    let time = time.expect("in range");
    Ok(Options {
        time_limit: Some(if time.is_zero() { LONGEST_SOLVE } else { time.min(LONGEST_SOLVE) }),
        work_limit: u64::try_from(wire.work_limit).ok().filter(|&limit| limit > 0),
        gap: wire.gap,
        threads: u32::try_from(wire.threads).expect("in range").clamp(1, cores()),
        seed: u32::try_from(wire.seed).expect("in range"),
        ..Options::default()
    })
}

/// Runs one solve and sends its steps. When nobody listens any more, it ends.
fn solve(
    roster: &Roster,
    start: Option<&Plan>,
    options: &Options,
    job: &Job,
    with_plans: bool,
    messages: &Messages,
    steps: &mpsc::Sender<Result<v1::SolveRosterResponse, Status>>,
) {
    let mut tell = |progress: Progress| {
        let step = Some(Step::Progress(write_progress(roster, &progress, with_plans)));
        if let Err(TrySendError::Closed(_)) = steps.try_send(Ok(v1::SolveRosterResponse { step })) {
            job.cancel.cancel();
        }
    };
    let planned = match start {
        Some(start) => plan_from(roster, start, options, &job.cancel, &mut tell),
        None => plan(roster, options, &job.cancel, &mut tell),
    };
    let last = match planned {
        Ok(planned) => {
            if let Some(failure) = &planned.failure {
                tracing::error!(%failure, "the search ended with an internal error");
            }
            let plan = write_report(roster, &planned.into_report(), messages);
            Ok(v1::SolveRosterResponse { step: Some(Step::Plan(plan)) })
        }
        Err(error) => {
            tracing::error!(%error, "the checker refused a plan");
            Err(Status::internal(error.to_string()))
        }
    };
    let _ = steps.blocking_send(last);
}

/// The files and the answers of an import; else the status that says what is wrong with them.
fn sources(
    files: Vec<v1::SourceFile>,
    answers: impl IntoIterator<Item = (String, String)>,
    messages: &Messages,
) -> Result<(Vec<Source>, Mapping), Status> {
    let mut findings = Vec::new();
    if files.is_empty() {
        findings.push(Finding::new(Code::Missing, "files", "", Vec::new()));
    }
    let mut mapping = Mapping::default();
    for (key, answer) in answers {
        if let Err(error) = mapping.put(&key, &answer) {
            let field = format!("answers[{key}]");
            findings.push(Finding::new(Code::MappingUnread, field, error, Vec::new()));
        }
    }
    if !findings.is_empty() {
        return Err(invalid("", &findings, messages));
    }
    let source = |v1::SourceFile { name, content }| Source { name, content };
    Ok((files.into_iter().map(source).collect(), mapping))
}

#[tonic::async_trait]
impl PlanningService for Planning {
    type SolveRosterStream = Steps;

    async fn validate_roster(
        &self,
        request: Request<v1::ValidateRosterRequest>,
    ) -> Result<Response<v1::ValidateRosterResponse>, Status> {
        let request = request.into_inner();
        let findings = blocking(move || {
            let messages = Messages::of(language(request.language));
            let (_, findings) = read_roster(&request.roster.unwrap_or_default());
            findings.iter().map(|finding| write_finding(finding, &messages)).collect()
        });
        Ok(Response::new(v1::ValidateRosterResponse { findings: findings.await? }))
    }

    async fn import_roster(
        &self,
        request: Request<v1::ImportRosterRequest>,
    ) -> Result<Response<v1::ImportRosterResponse>, Status> {
        let request = request.into_inner();
        let imported = blocking(move || {
            let messages = Messages::of(language(request.language));
            let (sources, mapping) = sources(request.files, request.answers, &messages)?;
            let imported = import(&sources, &mapping, request.base_roster.as_ref(), &messages);
            Ok(imported.response(&messages))
        });
        imported.await?.map(Response::new)
    }

    async fn solve_roster(
        &self,
        request: Request<v1::SolveRosterRequest>,
    ) -> Result<Response<Steps>, Status> {
        let request = request.into_inner();
        let messages = Messages::of(language(request.language));
        let wanted = request.options.as_ref().is_some_and(|options| options.include_plans);
        let options = options(request.options, &messages)?;
        let job = self.jobs.start(&request.solve_id).map_err(|_| {
            let name = [("name", request.solve_id.as_str())];
            Status::already_exists(messages.text("service-solve-exists", &name))
        })?;
        let (steps, receiver) = mpsc::channel(WAITING_STEPS);
        let (roster, start) = (request.roster, request.start_plan);
        // Roster and plan are read before the stream starts, so that a bad one is a plain error.
        let read = blocking(move || {
            let (roster, _) = usable(roster, &messages)?;
            let start = start.map(|start| startable(&roster, &start, &messages)).transpose()?;
            Ok::<_, Status>((roster, start, messages))
        });
        let (roster, start, messages) = read.await??;
        tracing::info!(
            participants = roster.participants.len(),
            environments = roster.environments.len(),
            "solve"
        );
        let listening = CancelOnDrop(job.cancel.clone());
        tokio::task::spawn_blocking(move || {
            solve(&roster, start.as_ref(), &options, &job, wanted, &messages, &steps);
        });
        let stream = ReceiverStream::new(receiver).map(move |step| {
            let _ = &listening;
            step
        });
        Ok(Response::new(Box::pin(stream)))
    }

    async fn cancel_solve(
        &self,
        request: Request<v1::CancelSolveRequest>,
    ) -> Result<Response<v1::CancelSolveResponse>, Status> {
        let name = request.into_inner().solve_id;
        if name.is_empty() || !self.jobs.cancel(&name) {
            let text = Messages::of(language(0)).text("service-no-solve", &[("name", &name)]);
            return Err(Status::not_found(text));
        }
        Ok(Response::new(v1::CancelSolveResponse {}))
    }

    async fn check_plan(
        &self,
        request: Request<v1::CheckPlanRequest>,
    ) -> Result<Response<v1::CheckPlanResponse>, Status> {
        let request = request.into_inner();
        let checked = blocking(move || {
            let messages = Messages::of(language(request.language));
            let (roster, findings) = usable(request.roster, &messages)?;
            let plan = read_plan(&roster, &request.plan.unwrap_or_default())
                .map_err(|findings| invalid("plan", &findings, &messages))?;
            let report = Report::new(&roster, plan, None)
                .map_err(|finding| invalid("plan", &[*finding], &messages))?;
            let plan = Some(write_report(&roster, &report, &messages));
            let findings = findings.iter().map(|finding| write_finding(finding, &messages));
            Ok(v1::CheckPlanResponse { plan, findings: findings.collect() })
        });
        checked.await?.map(Response::new)
    }
}
