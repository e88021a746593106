//! `leerteam serve` and `leerteam worker` as processes, which can be killed.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use leerteam::wire::LARGEST_MESSAGE;
use leerteam::wire::v1;
use leerteam::wire::v1::job_service_client::JobServiceClient;
use tonic::Status;
use tonic::transport::{Channel, Endpoint};
use uuid::Uuid;

const PROGRAM: &str = env!("CARGO_BIN_EXE_leerteam");
/// How long what must come may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// Blocks of 512 bytes of the largest file of a program whose disk is full.
const FULL_BLOCKS: u32 = 3_000;

/// What is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Serve,
    ServeOnFullDisk,
    Worker,
}

/// A program that runs; it is killed when this is dropped.
pub struct Program {
    process: Child,
    address: String,
}

impl Program {
    /// Starts a program, and waits until it is ready.
    pub async fn start(kind: Kind, store: &str, folder: &Path) -> Program {
        let log = folder.join(format!("{}.log", Uuid::new_v4()));
        let written = std::fs::File::create(&log).expect("a log");
        let mut command = match kind {
            Kind::Serve | Kind::Worker => Command::new(PROGRAM),
            Kind::ServeOnFullDisk => {
                let mut shell = Command::new("sh");
                let limited = format!("trap '' XFSZ; ulimit -f {FULL_BLOCKS}; exec \"$0\" \"$@\"");
                shell.arg("-c").arg(limited).arg(PROGRAM);
                shell
            }
        };
        match kind {
            Kind::Worker => command.arg("worker"),
            Kind::Serve | Kind::ServeOnFullDisk => {
                command.args(["serve", "--listen", "127.0.0.1:0"])
            }
        };
        command.args(["--store", store, "--solver-threads", "1", "--lease", "3s"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(written);
        let process = command.spawn().expect("it starts");
        let ready = async {
            loop {
                let said = std::fs::read_to_string(&log).expect("a log");
                let line = said.lines().find_map(|line| match kind {
                    Kind::Worker => line.starts_with("working with").then(String::new),
                    _ => line.strip_prefix("listening on ").map(|of| format!("http://{of}")),
                });
                match line {
                    Some(address) => break address,
                    None => tokio::time::sleep(Duration::from_millis(20)).await,
                }
            }
        };
        let address = tokio::time::timeout(PATIENCE, ready).await.expect("it gets ready");
        Program { process, address }
    }

    /// kill -9.
    pub fn kill(mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it is ours");
    }

    /// Asks it to stop.
    pub fn stop(mut self) {
        let asked = Command::new("kill").arg(self.process.id().to_string()).status();
        assert!(asked.expect("kill runs").success());
        assert!(self.process.wait().expect("it is ours").success(), "a clean end");
    }

    /// A client of it.
    pub async fn jobs(&self) -> Jobs {
        let address = Endpoint::from_shared(self.address.clone()).expect("an address");
        let client = JobServiceClient::new(address.connect().await.expect("a connection"));
        Jobs(client.max_decoding_message_size(LARGEST_MESSAGE))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // One that has ended needs no killing.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A client of the jobs of a server.
pub struct Jobs(JobServiceClient<Channel>);

impl Jobs {
    pub async fn create(&mut self, request: &v1::CreateJobRequest) -> Result<v1::Job, Status> {
        let created = self.0.create_job(request.clone()).await?;
        Ok(created.into_inner().job.expect("a job"))
    }

    /// All events of a job, once it has ended.
    pub async fn watch(&mut self, name: &str) -> Vec<v1::JobEvent> {
        let request = v1::WatchJobRequest { name: name.to_owned(), after_event: 0 };
        let mut events = self.0.watch_job(request).await.expect("a stream").into_inner();
        let mut seen = Vec::new();
        let all = async {
            while let Some(answer) = events.message().await.expect("an event") {
                seen.push(answer.event.expect("an event"));
            }
        };
        tokio::time::timeout(PATIENCE, all).await.expect("it ends");
        seen
    }

    /// Waits until a worker has a job.
    pub async fn until_it_runs(&mut self, name: &str) {
        let request = v1::WatchJobRequest { name: name.to_owned(), after_event: 1 };
        let mut events = self.0.watch_job(request).await.expect("a stream").into_inner();
        let next = tokio::time::timeout(PATIENCE, events.message()).await.expect("it runs");
        assert!(next.expect("an event").is_some());
    }

    pub async fn plan(&mut self, name: &str) -> v1::Plan {
        let request = v1::GetJobPlanRequest { name: name.to_owned(), ..Default::default() };
        let answer = self.0.get_job_plan(request).await.expect("an answer");
        answer.into_inner().plan.expect("a plan")
    }

    pub async fn cancel(&mut self, name: &str) {
        let request = v1::CancelJobRequest { name: name.to_owned() };
        self.0.cancel_job(request).await.expect("an answer");
    }
}
