//! Has a server plan a roster.

use std::pin::pin;

use super::Exit;
use super::arguments::Plan;
use super::progress::Bar;
use super::serve::{end_at_once, stop_signal};
use uuid::Uuid;

use leerteam::messages::Language;
use leerteam::wire::LARGEST_MESSAGE;
use leerteam::wire::v1::planning_service_client::PlanningServiceClient;
use leerteam::wire::v1::{self, solve_roster_response::Step};

/// Sends the job, shows its progress and waits for the plan.
pub fn plan(
    url: &str,
    roster: v1::Roster,
    start_plan: Option<v1::Plan>,
    arguments: &Plan,
    bar: &Bar,
) -> Result<v1::Plan, (Exit, String)> {
    let options = v1::SolveOptions {
        time_limit_seconds: arguments.time_limit.map_or(0.0, |limit| limit.as_secs_f64()),
        // A limit beyond what the message holds is none.
        work_limit: arguments
            .work_limit
            .map_or(0, |limit| i64::try_from(limit).unwrap_or(i64::MAX)),
        gap: arguments.gap,
        threads: arguments.threads.map_or(0, |threads| i32::try_from(threads).unwrap_or(i32::MAX)),
        seed: i64::from(arguments.seed),
        include_plans: false,
        view: v1::PlanView::Full.into(),
    };
    let language = match arguments.output.lang {
        Language::En => v1::Language::En,
        Language::Nl => v1::Language::Nl,
    };
    let request = v1::SolveRosterRequest {
        roster: Some(roster),
        options: Some(options),
        language: language.into(),
        solve_id: Uuid::new_v4().to_string(),
        start_plan,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| (Exit::Internal, error.to_string()))?;
    runtime.block_on(solve(url, request, bar))
}

async fn solve(
    url: &str,
    request: v1::SolveRosterRequest,
    bar: &Bar<'_>,
) -> Result<v1::Plan, (Exit, String)> {
    let client = PlanningServiceClient::connect(url.to_owned()).await;
    let client = client.map_err(|error| (Exit::Usage, format!("{url}: {error}")))?;
    let mut client = client
        .max_decoding_message_size(LARGEST_MESSAGE)
        .max_encoding_message_size(LARGEST_MESSAGE);
    let failed = |status: tonic::Status| (Exit::NoPlan, format!("{url}: {}", status.message()));
    let (mut other, solve_id) = (client.clone(), request.solve_id.clone());
    // On an interrupt the server ends the solve, and sends its best plan so far.
    let interrupted = async move {
        stop_signal().await;
        tokio::spawn(end_at_once());
        let cancelled = other.cancel_solve(v1::CancelSolveRequest { solve_id }).await;
        cancelled.err()
    };
    let planned = async {
        let mut steps = client.solve_roster(request).await.map_err(failed)?.into_inner();
        while let Some(step) = steps.message().await.map_err(failed)? {
            match step.step {
                Some(Step::Progress(progress)) => bar.show(&progress),
                Some(Step::Plan(plan)) => return Ok(plan),
                None => {}
            }
        }
        Err((Exit::NoPlan, format!("{url}: the server ended without a plan")))
    };
    let mut planned = pin!(planned);
    tokio::select! {
        planned = &mut planned => planned,
        failure = interrupted => match failure {
            None => planned.await,
            Some(status) => Err(failed(status)),
        },
    }
}
