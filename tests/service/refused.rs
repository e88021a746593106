//! What is refused, and with what status.

use leerteam::service::{Limits, ServeError, serve};
use leerteam::wire::v1;
use tonic_types::StatusExt;

use super::server::{Server, zwolle};
use super::{fields, named};

#[tokio::test]
async fn an_error_with_hundreds_of_fields_is_read_by_every_client() {
    let mut server = Server::start().await;
    let mut roster = zwolle();
    let participant = roster.participants[0].clone();
    let spoilt = |number: usize| {
        let (id, programme_id) = (format!("p{number}"), format!("nowhere {number}"));
        v1::Participant { id, programme_id, ..participant.clone() }
    };
    roster.participants = (0..312).map(spoilt).collect();
    let request = v1::SolveRosterRequest { roster: Some(roster.clone()), ..Default::default() };
    let status = server.client.solve_roster(request).await.expect_err("refused");
    let details = status.get_details_bad_request().expect("the fields at fault");
    let found = &details.field_violations;
    assert!(found.len() <= 20, "{}", found.len());
    assert_eq!(found[0].field, "roster.participants[0].programmeId");
    assert!(status.details().len() <= 4096, "{} bytes", status.details().len());
    let says = format!("the first {} ", found.len());
    let message = status.message();
    assert!(message.contains("312 errors") && message.contains(&says), "{message}");
    // One value alone is not too much either.
    roster.participants.truncate(1);
    roster.participants[0].programme_id = "é".repeat(100_000);
    let request = v1::SolveRosterRequest { roster: Some(roster), ..Default::default() };
    let status = server.client.solve_roster(request).await.expect_err("refused");
    assert!(!fields(&status).is_empty());
    assert!(status.details().len() <= 4096 && status.message().len() <= 2048);
    server.stop().await;
}

#[tokio::test]
async fn a_time_limit_over_the_maximum_is_not_cut_without_a_word() {
    let mut server = Server::start().await;
    let options = v1::SolveOptions { time_limit_seconds: 3600.5, ..Default::default() };
    let (roster, options) = (Some(zwolle()), Some(options));
    let request = v1::SolveRosterRequest { roster, options, ..Default::default() };
    let status = server.client.solve_roster(request).await.expect_err("refused");
    assert_eq!(fields(&status), named(&[("options.timeLimitSeconds", "E1107")]));
    server.stop().await;
}

#[tokio::test]
async fn the_name_of_a_solve_cannot_be_guessed() {
    let mut server = Server::start().await;
    // No UUID, one that counts, one of a time, and the one of nothing.
    let guessable = [
        "long",
        "00000000-0000-0000-0000-000000000001",
        "c232ab00-9414-11ec-b3c8-9f6bdeced846",
        "00000000-0000-0000-0000-000000000000",
    ];
    for solve_id in guessable.map(str::to_owned) {
        let (roster, options) = (Some(zwolle()), super::short());
        let request = v1::SolveRosterRequest {
            roster,
            options,
            solve_id: solve_id.clone(),
            ..Default::default()
        };
        let status = server.client.solve_roster(request).await.expect_err("refused");
        assert_eq!(fields(&status), named(&[("solveId", "E1116")]));
        let request = v1::CancelSolveRequest { solve_id };
        let status = server.client.cancel_solve(request).await.expect_err("refused");
        assert_eq!(fields(&status), named(&[("solveId", "E1116")]));
    }
    server.stop().await;
}

#[tokio::test]
async fn an_address_that_other_machines_reach_is_refused_without_insecure() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let address = address.parse().expect("an address");
        let served = serve(address, Limits::default(), async {}).await;
        assert!(matches!(served, Err(ServeError::Insecure)), "{served:?}");
    }
    let limits = Limits { is_insecure: true, ..Limits::default() };
    let address = "0.0.0.0:0".parse().expect("an address");
    serve(address, limits, async {}).await.expect("it listens, and stops");
}

#[tokio::test]
async fn the_findings_of_a_roster_come_in_pages() {
    let mut server = Server::start().await;
    let mut roster = zwolle();
    let participant = roster.participants[0].clone();
    let spoilt = |number: usize| {
        let (id, programme_id) = (format!("p{number}"), "nowhere".to_owned());
        v1::Participant { id, programme_id, ..participant.clone() }
    };
    roster.participants = (0..50).map(spoilt).collect();
    let request = |page_size, page_token| v1::ValidateRosterRequest {
        roster: Some(roster.clone()),
        page_size,
        page_token,
        ..Default::default()
    };
    let answer = server.client.validate_roster(request(0, String::new())).await;
    let whole = answer.expect("an answer").into_inner();
    assert!(whole.findings.len() >= 50 && whole.next_page_token.is_empty());
    let (mut pages, mut token) = (Vec::new(), String::new());
    loop {
        let answer = server.client.validate_roster(request(20, token)).await;
        let page = answer.expect("an answer").into_inner();
        assert_eq!(page.total_size as usize, whole.findings.len());
        assert!(page.findings.len() <= 20);
        pages.extend(page.findings);
        if page.next_page_token.is_empty() {
            break;
        }
        token = page.next_page_token;
    }
    assert_eq!(pages, whole.findings);
    for (size, token, field) in
        [(-1, "", "pageSize"), (0, "x", "pageToken"), (0, "9999", "pageToken")]
    {
        let answer = server.client.validate_roster(request(size, token.to_owned())).await;
        assert_eq!(fields(&answer.expect_err("refused")), named(&[(field, "E1107")]));
    }
    server.stop().await;
}

#[tokio::test]
async fn a_plan_is_sent_without_what_makes_it_large() {
    let mut server = Server::start().await;
    let options = super::short()
        .map(|options| v1::SolveOptions { view: v1::PlanView::Basic.into(), ..options });
    let request = v1::SolveRosterRequest { roster: Some(zwolle()), options, ..Default::default() };
    let steps = server.client.solve_roster(request).await.expect("a stream").into_inner();
    let basic = super::pressure::plan(steps).await;
    let check = |view: v1::PlanView| v1::CheckPlanRequest {
        roster: Some(zwolle()),
        plan: Some(basic.clone()),
        view: view.into(),
        ..Default::default()
    };
    let full = server.client.check_plan(check(v1::PlanView::Full)).await.expect("an answer");
    let full = full.into_inner().plan.expect("a plan");
    assert!(full.teams.iter().all(|team| !team.meetings.is_empty()));
    assert!(basic.teams.iter().all(|team| team.meetings.is_empty()));
    assert_eq!(basic.score, full.score);
    let size = |plan: &v1::Plan| prost::Message::encoded_len(plan);
    assert!(2 * size(&basic) < size(&full), "{} of {}", size(&basic), size(&full));
    let again = server.client.check_plan(check(v1::PlanView::Basic)).await.expect("an answer");
    assert_eq!(again.into_inner().plan.expect("a plan").teams, basic.teams);
    server.stop().await;
}
