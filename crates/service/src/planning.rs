//! The planning service's calls.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use tokio_stream::Stream;
use tokio_util::task::TaskTracker;
use tonic::{Request, Response, Status};

use super::Limits;
use super::answers::{busy, invalid, texts, unavailable};
use super::deadline::Deadline;
use super::jobs::{Jobs, NotListed};
use super::pages::Page;
use super::pool::Pool;
use super::solving::{Task, name};
use super::views::View;
use leerteam_import::{Mapping, Source, import};
use leerteam_messages::Messages;
use leerteam_model::check::Report;
use leerteam_model::plan::Plan;
use leerteam_model::roster::{Code, Finding, Roster};
use leerteam_wire::v1::planning_service_server::PlanningService;
use leerteam_wire::{read_plan, read_roster, read_start, v1, write_finding, write_report};
use leerteam_work::{Budget, read_options};

/// The planning service.
#[derive(Debug)]
pub struct Planning {
    limits: Arc<Limits>,
    jobs: Jobs,
    solvers: Budget,
    pool: Pool,
    open: TaskTracker,
}

type Steps = Pin<Box<dyn Stream<Item = Result<v1::SolveRosterResponse, Status>> + Send>>;

impl Planning {
    /// A service that lists its solves in `jobs` and its open calls in `open`.
    pub fn new(
        limits: Limits,
        jobs: Jobs,
        solvers: Budget,
        pool: Pool,
        open: TaskTracker,
    ) -> Planning {
        Planning { limits: Arc::new(limits), jobs, solvers, pool, open }
    }

    /// Why a solve cannot begin.
    fn not_listed(why: NotListed, messages: &Messages) -> Status {
        match why {
            NotListed::NameTaken => {
                Status::already_exists(messages.text("service-solve-exists", &[]))
            }
            NotListed::Stopping => unavailable(messages.text("service-stopping", &[])),
        }
    }
}

/// A roster that can be planned, with warnings about it; else the status that says what is wrong.
pub fn usable(
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
pub fn startable(roster: &Roster, start: &v1::Plan, messages: &Messages) -> Result<Plan, Status> {
    let (plan, findings) = read_start(roster, start);
    plan.ok_or_else(|| invalid("", &findings, messages))
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
        let _open = self.open.token();
        let request = request.into_inner();
        let validated = self.pool.run(texts(request.language), move |client, messages| {
            let (_, findings) = read_roster(&request.roster.unwrap_or_default());
            client.is_there()?;
            let page = Page::of(request.page_size, &request.page_token, findings.len(), messages)?;
            let listed = findings[page.places.clone()].iter();
            Ok(v1::ValidateRosterResponse {
                findings: listed.map(|finding| write_finding(finding, messages)).collect(),
                next_page_token: page.next(),
                total_size: i32::try_from(findings.len()).unwrap_or(i32::MAX),
            })
        });
        validated.await.map(Response::new)
    }

    async fn import_roster(
        &self,
        request: Request<v1::ImportRosterRequest>,
    ) -> Result<Response<v1::ImportRosterResponse>, Status> {
        let _open = self.open.token();
        let request = request.into_inner();
        let imported = self.pool.run(texts(request.language), move |client, messages| {
            let (sources, mapping) = sources(request.files, request.answers, messages)?;
            let imported = import(&sources, &mapping, request.base_roster.as_ref(), messages);
            client.is_there()?;
            Ok(imported.response(messages))
        });
        imported.await.map(Response::new)
    }

    async fn solve_roster(
        &self,
        request: Request<v1::SolveRosterRequest>,
    ) -> Result<Response<Steps>, Status> {
        let open = self.open.token();
        let deadline = Deadline::of(request.metadata(), Instant::now());
        let request = request.into_inner();
        let messages = texts(request.language);
        let with_plans = request.options.as_ref().is_some_and(|options| options.include_plans);
        let view = View::of(request.options.as_ref().map_or(0, |options| options.view));
        let options = request.options.unwrap_or_default();
        let options = read_options(&options, self.limits.longest_solve, self.limits.solver_threads)
            .map_err(|findings| invalid("options", &findings, messages))?;
        let name = name(&request.solve_id, "solveId", messages)?;
        let listed = self.jobs.start(name);
        let job = listed.map_err(|why| Planning::not_listed(why, messages))?;
        let (roster, start) = (request.roster, request.start_plan);
        // Roster and plan are read before the stream starts, so that a bad one is a plain error.
        let read = self.pool.run(texts(request.language), move |client, messages| {
            let (roster, _) = usable(roster, messages)?;
            client.is_there()?;
            let start = start.map(|start| startable(&roster, &start, messages)).transpose()?;
            Ok((roster, start))
        });
        let (roster, start) = read.await?;
        let share = tokio::select! {
            biased;
            () = job.switch.cancelled() => return Err(match self.jobs.is_stopping() {
                true => Planning::not_listed(NotListed::Stopping, messages),
                false => Status::cancelled(messages.text("service-cancelled", &[])),
            }),
            share = self.solvers.take(options.threads) => share.map_err(|full| busy(full, messages))?,
        };
        let task = Task { roster, start, options, with_plans, view, deadline, messages };
        Ok(Response::new(Box::pin(task.begin(job, share, open)?)))
    }

    async fn cancel_solve(
        &self,
        request: Request<v1::CancelSolveRequest>,
    ) -> Result<Response<v1::CancelSolveResponse>, Status> {
        let messages = texts(0);
        let name = name(&request.into_inner().solve_id, "solveId", messages)?;
        match name.is_some_and(|name| self.jobs.cancel(name)) {
            true => Ok(Response::new(v1::CancelSolveResponse {})),
            false => Err(Status::not_found(messages.text("service-no-solve", &[]))),
        }
    }

    async fn check_plan(
        &self,
        request: Request<v1::CheckPlanRequest>,
    ) -> Result<Response<v1::CheckPlanResponse>, Status> {
        let _open = self.open.token();
        let request = request.into_inner();
        let checked = self.pool.run(texts(request.language), move |client, messages| {
            let (roster, findings) = usable(request.roster, messages)?;
            client.is_there()?;
            let plan = read_plan(&roster, &request.plan.unwrap_or_default())
                .map_err(|findings| invalid("plan", &findings, messages))?;
            let report = Report::new(&roster, plan, None)
                .map_err(|finding| invalid("plan", &[*finding], messages))?;
            client.is_there()?;
            let plan =
                Some(View::of(request.view).of_plan(write_report(&roster, &report, messages)));
            let findings = findings.iter().map(|finding| write_finding(finding, messages));
            Ok(v1::CheckPlanResponse { plan, findings: findings.collect() })
        });
        checked.await.map(Response::new)
    }
}
