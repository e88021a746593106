//! The gRPC service from Rust: every call, right and wrong, on a server of its own.

mod bombs;
mod ending;
mod jobs;
mod pressure;
mod refused;
mod server;

use leerteam::check::assess;
use leerteam::wire::v1::solve_roster_response::Step;
use leerteam::wire::{read_plan, read_roster, v1};
use tonic::Code;
use tonic_types::StatusExt;

use server::{Server, zwolle};

/// The names of two solves.
const LONG: &str = "5f3f0ac0-6c3f-4b1e-9a52-0d6a8a1f2b34";
const OTHER: &str = "9b1d2c6e-2c57-4a0e-8f6d-3e1b7a9c4d50";

/// A search that ends soon, the same on every machine.
fn short() -> Option<v1::SolveOptions> {
    Some(v1::SolveOptions { work_limit: 2_000, ..Default::default() })
}

/// The fields that a status names, with the beginning of what it says of each.
fn fields(status: &tonic::Status) -> Vec<(String, String)> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_details_bad_request().expect("the fields at fault");
    let field = |of: tonic_types::FieldViolation| {
        let code = of.description.split(':').next().expect("a code").to_owned();
        (of.field, code)
    };
    details.field_violations.into_iter().map(field).collect()
}

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(field, code)| (field.to_owned(), code.to_owned())).collect()
}

#[tokio::test]
async fn a_roster_is_validated_with_every_finding() {
    let mut server = Server::start().await;
    let request = v1::ValidateRosterRequest { roster: Some(zwolle()), ..Default::default() };
    let response = server.client.validate_roster(request).await.expect("an answer").into_inner();
    let errors = response.findings.iter().filter(|f| f.severity() == v1::Severity::Error);
    assert_eq!(errors.count(), 0);
    let mut spoilt = zwolle();
    spoilt.participants[0].programme_id = "nowhere".into();
    let request = v1::ValidateRosterRequest {
        roster: Some(spoilt),
        language: v1::Language::Nl.into(),
        ..Default::default()
    };
    let response = server.client.validate_roster(request).await.expect("an answer").into_inner();
    let found = response.findings.iter().find(|f| f.field == "participants[0].programmeId");
    let found = found.expect("the finding");
    assert_eq!((found.code.as_str(), found.value.as_str()), ("E1103", "nowhere"));
    assert!(found.cause.contains("staat niet bij de opleidingen"), "{}", found.cause);
    server.stop().await;
}

#[tokio::test]
async fn a_solve_streams_progress_and_ends_with_a_plan_that_the_library_scores_the_same() {
    let mut server = Server::start().await;
    let options = short().map(|options| v1::SolveOptions { include_plans: true, ..options });
    let roster = Some(zwolle());
    let request = v1::SolveRosterRequest { roster, options, ..Default::default() };
    let mut steps = server.client.solve_roster(request).await.expect("a stream").into_inner();
    let (mut phases, mut plan) = (Vec::new(), None);
    while let Some(step) = steps.message().await.expect("a step") {
        assert!(plan.is_none(), "the plan is the last step");
        match step.step.expect("a step") {
            Step::Progress(progress) => phases.push(progress.phase()),
            Step::Plan(found) => plan = Some(found),
        }
    }
    assert_eq!(phases.first(), Some(&v1::Phase::Prepare));
    let plan = plan.expect("a plan");
    let roster = read_roster(&zwolle()).0.expect("a roster");
    let total = assess(&roster, &read_plan(&roster, &plan).expect("a plan of the roster")).total();
    let score = plan.score.expect("a score");
    let found = (i64::from(score.broken_requirements()), i64::from(score.points()));
    assert_eq!(found, (total.broken, total.points));
    server.stop().await;
}

#[tokio::test]
async fn options_outside_their_range_are_named_all_at_once() {
    let mut server = Server::start().await;
    let options = v1::SolveOptions {
        time_limit_seconds: -1.0,
        gap: 2.0,
        threads: -1,
        seed: -1,
        work_limit: -1,
        ..Default::default()
    };
    let roster = Some(zwolle());
    let request = v1::SolveRosterRequest { roster, options: Some(options), ..Default::default() };
    let status = server.client.solve_roster(request).await.expect_err("refused");
    let expected = ["timeLimitSeconds", "workLimit", "gap", "threads", "seed"];
    let expected: Vec<_> =
        expected.iter().map(|f| (format!("options.{f}"), "E1107".into())).collect();
    assert_eq!(fields(&status), expected);
    server.stop().await;
}

#[tokio::test]
async fn a_roster_that_cannot_be_planned_is_refused_before_the_stream_starts() {
    let mut server = Server::start().await;
    let mut roster = zwolle();
    roster.participants[1].id = roster.participants[0].id.clone();
    let request =
        v1::SolveRosterRequest { roster: Some(roster), options: short(), ..Default::default() };
    let status = server.client.solve_roster(request).await.expect_err("refused");
    let found = fields(&status);
    assert!(found.contains(&("roster.participants[1].id".into(), "E1102".into())), "{found:?}");
    server.stop().await;
}

#[tokio::test]
async fn a_solve_is_cancelled_by_its_name_and_ends_with_the_best_plan_so_far() {
    let mut server = Server::start().await;
    let request = v1::SolveRosterRequest {
        roster: Some(server::pool(200)),
        solve_id: LONG.into(),
        ..Default::default()
    };
    let mut steps =
        server.client.solve_roster(request.clone()).await.expect("a stream").into_inner();
    steps.message().await.expect("a step").expect("progress");
    let status = server.client.solve_roster(request).await.expect_err("the name is taken");
    assert_eq!(status.code(), Code::AlreadyExists);
    let cancel = |name: &str| v1::CancelSolveRequest { solve_id: name.into() };
    server.client.cancel_solve(cancel(LONG)).await.expect("cancelled");
    let mut last = None;
    while let Some(step) = steps.message().await.expect("a step") {
        last = step.step;
    }
    let Some(Step::Plan(plan)) = last else { panic!("no plan: {last:?}") };
    assert_eq!(plan.outcome(), v1::Outcome::Cancelled);
    for name in [LONG, OTHER, ""] {
        let status = server.client.cancel_solve(cancel(name)).await.expect_err("nothing runs");
        assert_eq!(status.code(), Code::NotFound, "{name}");
    }
    server.stop().await;
}

#[tokio::test]
async fn a_plan_is_checked_and_one_that_cannot_be_read_is_refused() {
    let mut server = Server::start().await;
    let request = v1::CheckPlanRequest { roster: Some(zwolle()), ..Default::default() };
    let checked = server.client.check_plan(request).await.expect("an answer").into_inner();
    let plan = checked.plan.expect("a plan");
    assert_eq!(plan.left_over.len(), zwolle().participants.len(), "nobody is in a team");
    assert!(plan.bound.is_none() && plan.gap.is_none(), "nothing is proven");
    let team = v1::Team { id: "t".into(), environment_id: "nowhere".into(), ..Default::default() };
    let request = v1::CheckPlanRequest {
        roster: Some(zwolle()),
        plan: Some(v1::Plan { teams: vec![team], ..Default::default() }),
        ..Default::default()
    };
    let status = server.client.check_plan(request).await.expect_err("refused");
    let expected = [("plan.teams[0].environmentId", "E1103"), ("plan.teams[0].slot", "E1101")];
    assert_eq!(fields(&status), named(&expected));
    server.stop().await;
}

#[tokio::test]
async fn files_are_imported_and_none_is_refused() {
    let mut server = Server::start().await;
    let status = server.client.import_roster(v1::ImportRosterRequest::default()).await;
    assert_eq!(fields(&status.expect_err("refused")), named(&[("files", "E1101")]));
    let content = "Studentnummer;Naam;Opleiding;Klas\n1001;A;Pabo;P1\n1002;B;Pabo;P1\n";
    let file = v1::SourceFile { name: "studenten.csv".into(), content: content.into() };
    let request = v1::ImportRosterRequest { files: vec![file], ..Default::default() };
    let imported = server.client.import_roster(request).await.expect("an answer").into_inner();
    let roster = imported.roster.expect("a roster");
    let ids: Vec<&str> = roster.participants.iter().map(|of| of.id.as_str()).collect();
    assert_eq!(ids, ["1001", "1002"]);
    assert!(!imported.questions.is_empty(), "the period is not in the file");
    server.stop().await;
}
