//! The process of a job, as its worker sees it.

use std::io::Result;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};

use leerteam_wire::v1;
use prost::Message;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command};
use tokio::sync::Notify;

use super::frames::{Order, Report, What, framed, length};

/// What a process that gets no more memory says last, of Rust and of C++.
const OUT_OF_MEMORY: [&str; 2] = ["memory allocation of", "bad_alloc"];
/// How much is kept of what it says last.
const KEPT: usize = 4_096;

/// How the processes of jobs are started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solver {
    /// The program.
    pub program: PathBuf,
    /// What makes it call [`solve_process`](super::solve_process).
    pub arguments: Vec<String>,
    /// Bytes of memory that each may take; 0 for as many as there are.
    pub memory: u64,
}

/// How a process ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// With a plan.
    Plan(Box<v1::Plan>),
    /// With an error in the program.
    Failure(String),
    /// Without a word, as it got no more memory.
    OutOfMemory,
    /// Without a word.
    Crashed,
}

/// What has come that nobody has taken yet.
#[derive(Debug, Default)]
struct Inbox {
    progress: Option<v1::Progress>,
    ended: Option<Ended>,
}

/// A running process; it is killed when this is dropped.
#[derive(Debug)]
pub struct Process {
    child: Child,
    input: ChildStdin,
    inbox: Arc<Mutex<Inbox>>,
    ends: Arc<Notify>,
}

impl Solver {
    /// Starts the process of a job.
    ///
    /// # Errors
    /// The system gives no process or pipe.
    pub async fn start(&self, order: &Order) -> Result<Process> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).kill_on_drop(true);
        // Ctrl-C is for the worker, which gives its jobs back.
        #[cfg(unix)]
        command.process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(mut input), Some(output), Some(errors)) = pipes else {
            return Err(std::io::Error::other("a process without pipes"));
        };
        let (inbox, ends) = (Arc::new(Mutex::new(Inbox::default())), Arc::new(Notify::new()));
        tokio::spawn(read(output, errors, Arc::clone(&inbox), Arc::clone(&ends)));
        let order = Order { memory: self.memory, ..order.clone() };
        // One that ends before it has read all says so by its end.
        let _ = input.write_all(&framed(&order)).await;
        Ok(Process { child, input, inbox, ends })
    }
}

impl Process {
    fn inbox(&self) -> std::sync::MutexGuard<'_, Inbox> {
        // Each change to it is one assignment.
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newest progress that was not taken yet, with the newest plan.
    pub fn progress(&self) -> Option<v1::Progress> {
        self.inbox().progress.take()
    }

    /// Puts back progress that could not be used, unless there is newer.
    pub fn put_back(&self, progress: v1::Progress) {
        let mut inbox = self.inbox();
        match &mut inbox.progress {
            Some(newer) => newer.plan = newer.plan.take().or(progress.plan),
            None => inbox.progress = Some(progress),
        }
    }

    /// Waits until it has ended.
    pub async fn ended(&self) -> Ended {
        loop {
            let ends = self.ends.notified();
            if let Some(ended) = self.inbox().ended.take() {
                return ended;
            }
            ends.await;
        }
    }

    /// Asks it to end with its best plan.
    pub async fn cancel(&mut self) {
        // One that has ended needs no asking.
        let _ = self.input.write_all(&[1]).await;
    }

    /// Ends it at once, and waits until its threads and its memory are free.
    pub async fn kill(&mut self) {
        if let Err(error) = self.child.kill().await {
            tracing::error!(%error, "a process cannot be ended");
        }
    }
}

/// Puts what comes into the inbox, until the process ends.
async fn read(
    output: ChildStdout,
    errors: ChildStderr,
    inbox: Arc<Mutex<Inbox>>,
    ends: Arc<Notify>,
) {
    let last_words = tokio::spawn(last_words(errors));
    let said = reports(output, &inbox).await;
    let ended = match said {
        Some(ended) => ended,
        None => {
            let words = last_words.await.unwrap_or_default();
            let is_memory = OUT_OF_MEMORY.iter().any(|of| words.contains(of));
            if is_memory { Ended::OutOfMemory } else { Ended::Crashed }
        }
    };
    inbox.lock().unwrap_or_else(PoisonError::into_inner).ended = Some(ended);
    ends.notify_one();
}

/// The last report, if there was one.
async fn reports(mut output: ChildStdout, inbox: &Mutex<Inbox>) -> Option<Ended> {
    loop {
        let mut prefix = [0; 4];
        output.read_exact(&mut prefix).await.ok()?;
        let mut bytes = vec![0; length(prefix).ok()?];
        output.read_exact(&mut bytes).await.ok()?;
        match Report::decode(bytes.as_slice()).ok()?.what? {
            What::Progress(new) => {
                let mut inbox = inbox.lock().unwrap_or_else(PoisonError::into_inner);
                let plan = inbox.progress.take().and_then(|old| old.plan);
                inbox.progress = Some(v1::Progress { plan: new.plan.or(plan), ..new });
            }
            What::Plan(plan) => return Some(Ended::Plan(Box::new(plan))),
            What::Failure(why) => return Some(Ended::Failure(why)),
        }
    }
}

/// The end of what a process says beside its reports. It may be about people, and is only looked at here.
async fn last_words(mut errors: ChildStderr) -> String {
    let (mut kept, mut part) = (Vec::new(), [0; 1024]);
    while let Ok(count @ 1..) = errors.read(&mut part).await {
        kept.extend_from_slice(&part[..count]);
        let more = kept.len().saturating_sub(KEPT);
        kept.drain(..more);
    }
    String::from_utf8_lossy(&kept).into_owned()
}
