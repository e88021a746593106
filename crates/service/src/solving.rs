//! One solve, from its request to the last step of its stream.

use std::time::Instant;

use tokio_util::task::task_tracker::TaskTrackerToken;
use tonic::Status;
use uuid::{Uuid, Variant, Version};

use super::answers::{internal, invalid, unavailable};
use super::deadline::Deadline;
use super::jobs::{Job, Switch};
use super::steps::{Steps, Teller, steps};
use super::views::View;
use leerteam_messages::Messages;
use leerteam_model::plan::Plan;
use leerteam_model::roster::{Code, Finding, Roster};
use leerteam_planner::{Options, Progress, plan, plan_from};
use leerteam_wire::{v1, write_progress, write_report};
use leerteam_work::Share;

/// What is solved, and how.
pub struct Task {
    pub roster: Roster,
    pub start: Option<Plan>,
    pub options: Options,
    pub with_plans: bool,
    pub view: View,
    pub deadline: Option<Deadline>,
    pub messages: &'static Messages,
}

/// Lives as long as the stream of a solve: when the client leaves, or its deadline passes, the search ends.
pub struct Listening {
    switch: Switch,
    _open: TaskTrackerToken,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.switch.cancel();
    }
}

/// A name that the caller made, in a field. Whoever knows that of a solve can end it, so that it has to be one that
/// nobody guesses.
pub fn name(text: &str, field: &str, messages: &Messages) -> Result<Option<Uuid>, Status> {
    if text.is_empty() {
        return Ok(None);
    }
    let is_random = |id: &Uuid| {
        id.get_version() == Some(Version::Random) && id.get_variant() == Variant::RFC4122
    };
    let id = Uuid::try_parse(text).ok().filter(is_random);
    id.map(Some).ok_or_else(|| {
        invalid("", &[Finding::new(Code::Guessable, field, text, Vec::new())], messages)
    })
}

impl Task {
    /// Begins to solve on a thread of its own, which holds its share of the machine to the end.
    pub fn begin(
        mut self,
        job: Job,
        share: Share,
        open: TaskTrackerToken,
    ) -> Result<Steps<Listening>, Status> {
        if let Some(deadline) = self.deadline {
            let left = deadline.left(Instant::now());
            self.options.time_limit = self.options.time_limit.map(|limit| limit.min(left));
        }
        let listening = Listening { switch: job.switch.clone(), _open: open };
        let ends = self.deadline.map(|deadline| deadline.at.into());
        let (teller, steps) = steps(self.with_plans, ends, listening);
        let span = tracing::Span::current();
        let no_thread = self.messages.text("service-no-thread", &[]);
        let solve = move || {
            let last = span.in_scope(|| self.run(&job, &teller));
            // Who has the last step finds the solve gone, and its threads free.
            drop((job, share));
            teller.end(last);
        };
        match std::thread::Builder::new().name("solve".to_owned()).spawn(solve) {
            Ok(_) => Ok(steps),
            Err(error) => {
                tracing::error!(%error, "no thread for a solve");
                Err(unavailable(no_thread))
            }
        }
    }

    /// Solves and tells of its progress; the result is the last step. When nobody listens any more, it ends.
    fn run(&self, job: &Job, teller: &Teller) -> Result<v1::Plan, Status> {
        let begun = Instant::now();
        tracing::info!(
            job = job.number,
            participants = self.roster.participants.len(),
            environments = self.roster.environments.len(),
            threads = self.options.threads,
            "solve begins"
        );
        let mut tell = |progress: Progress| {
            let message = || {
                let message = write_progress(&self.roster, &progress, self.with_plans);
                let plan = message.plan.map(|plan| self.view.of_plan(plan));
                v1::Progress { plan, ..message }
            };
            if !teller.tell(message) {
                job.switch.cancel();
            }
        };
        let search = job.switch.search();
        let planned = match &self.start {
            Some(start) => plan_from(&self.roster, start, &self.options, search, &mut tell),
            None => plan(&self.roster, &self.options, search, &mut tell),
        };
        let milliseconds = begun.elapsed().as_millis();
        match planned {
            Ok(planned) => {
                if let Some(failure) = &planned.failure {
                    tracing::error!(%failure, "the search ended with an internal error");
                }
                let (ended, gap) = (planned.ended, planned.gap());
                tracing::info!(job = job.number, ?ended, gap, milliseconds, "solve ends");
                let plan = write_report(&self.roster, &planned.into_report(), self.messages);
                Ok(self.view.of_plan(plan))
            }
            Err(error) => {
                tracing::error!(job = job.number, %error, milliseconds, "the checker refused a plan");
                Err(internal())
            }
        }
    }
}
