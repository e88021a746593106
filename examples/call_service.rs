//! Has a server plan a roster, follows the search, and takes the plan.
//!
//! `cargo run --example call_service -- http://127.0.0.1:50051`; without an address it starts a server of its own.

use std::error::Error;

use leerteam::formats::from_json_file;
use leerteam::service::{Limits, serve_on};
use leerteam::wire::v1::planning_service_client::PlanningServiceClient;
use leerteam::wire::v1::solve_roster_response::Step;
use leerteam::wire::{LARGEST_MESSAGE, v1};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (stop, stopped) = oneshot::channel::<()>();
    let (address, server) = match std::env::args().nth(1) {
        Some(address) => (address, None),
        None => {
            let listener = TcpListener::bind("127.0.0.1:0").await?;
            let address = format!("http://{}", listener.local_addr()?);
            let until = async move { stopped.await.unwrap_or(()) };
            (address, Some(tokio::spawn(serve_on(listener, Limits::default(), until))))
        }
    };

    let roster: v1::Roster = from_json_file(&std::fs::read("fixtures/zwolle/roster.json")?)?;
    let client = PlanningServiceClient::connect(address).await?;
    let mut client = client.max_decoding_message_size(LARGEST_MESSAGE);
    let options = v1::SolveOptions { gap: 0.01, work_limit: 20_000, ..Default::default() };
    let request = v1::SolveRosterRequest {
        roster: Some(roster),
        options: Some(options),
        ..Default::default()
    };
    let mut steps = client.solve_roster(request).await?.into_inner();
    while let Some(step) = steps.message().await? {
        match step.step {
            Some(Step::Progress(progress)) => {
                println!("{:?}, gap {:.2} %", progress.phase(), 100.0 * progress.gap);
            }
            Some(Step::Plan(plan)) => {
                let score = plan.score.unwrap_or_default();
                println!(
                    "{} teams, {} broken requirements, {} points",
                    plan.teams.len(),
                    score.broken_requirements(),
                    score.points()
                );
            }
            None => {}
        }
    }

    // The server ends once all answers are out.
    let _ = stop.send(());
    if let Some(server) = server {
        server.await??;
    }
    Ok(())
}
