//! The steps of a solve on their way to a client that may read slowly or not at all: progress may get lost, the
//! end never does, and the solver waits for nobody.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, Sleep};
use tokio_stream::Stream;
use tonic::Status;

use leerteam_wire::v1::{self, solve_roster_response::Step};

/// Steps of progress that are kept for a client that does not read.
const WAITING_STEPS: usize = 64;
/// The same where each has a plan.
const WAITING_PLANS: usize = 4;

/// The solver's end.
#[derive(Debug)]
pub struct Teller {
    progress: mpsc::Sender<v1::Progress>,
    last: oneshot::Sender<Result<v1::Plan, Status>>,
}

/// The client's end, which keeps `K` until the stream is over.
#[derive(Debug)]
pub struct Steps<K> {
    progress: mpsc::Receiver<v1::Progress>,
    last: Option<oneshot::Receiver<Result<v1::Plan, Status>>>,
    deadline: Option<Pin<Box<Sleep>>>,
    _kept: K,
}

/// Both ends. The stream ends at the deadline, if any.
pub fn steps<K>(with_plans: bool, deadline: Option<Instant>, kept: K) -> (Teller, Steps<K>) {
    let (progress, received) =
        mpsc::channel(if with_plans { WAITING_PLANS } else { WAITING_STEPS });
    let (last, end) = oneshot::channel();
    let deadline = deadline.map(|at| Box::pin(tokio::time::sleep_until(at)));
    (
        Teller { progress, last },
        Steps { progress: received, last: Some(end), deadline, _kept: kept },
    )
}

impl Teller {
    /// Tells of progress, if there is room for it; whether anybody still listens.
    pub fn tell(&self, progress: impl FnOnce() -> v1::Progress) -> bool {
        match self.progress.try_reserve() {
            Ok(room) => {
                room.send(progress());
                true
            }
            Err(mpsc::error::TrySendError::Full(())) => true,
            Err(mpsc::error::TrySendError::Closed(())) => false,
        }
    }

    /// Ends the stream.
    pub fn end(self, last: Result<v1::Plan, Status>) {
        // Nobody listens any more when the client has left.
        let _ = self.last.send(last);
    }
}

impl<K: Unpin> Stream for Steps<K> {
    type Item = Result<v1::SolveRosterResponse, Status>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let steps = &mut *self;
        let Some(last) = &mut steps.last else { return Poll::Ready(None) };
        let step = match steps.progress.poll_recv(context) {
            Poll::Ready(Some(progress)) => Poll::Ready(Ok(Step::Progress(progress))),
            Poll::Pending => Poll::Pending,
            // Whoever solves has ended, and without a last word has failed.
            Poll::Ready(None) => Pin::new(last).poll(context).map(|last| match last {
                Ok(last) => last.map(Step::Plan),
                Err(_) => Err(Status::internal("internal error: the solve ended without a plan")),
            }),
        };
        if let Poll::Ready(step) = step {
            if !matches!(step, Ok(Step::Progress(_))) {
                steps.last = None;
            }
            let response = |step| v1::SolveRosterResponse { step: Some(step) };
            return Poll::Ready(Some(step.map(response)));
        }
        let Some(deadline) = &mut steps.deadline else { return Poll::Pending };
        deadline.as_mut().poll(context).map(|()| {
            steps.last = None;
            Some(Err(Status::deadline_exceeded("the deadline of the call has passed")))
        })
    }
}

#[cfg(test)]
mod tests {
    use tokio_stream::StreamExt;
    use tonic::Code;

    use super::*;

    fn seen_in(step: v1::SolveRosterResponse) -> Result<i64, String> {
        match step.step.expect("a step") {
            Step::Progress(progress) => Ok(progress.columns),
            Step::Plan(plan) => Err(plan.roster_id),
        }
    }

    #[tokio::test]
    async fn a_client_that_does_not_read_loses_progress_and_never_the_end() {
        let (teller, mut steps) = steps(true, None, ());
        // All of this happens before anything is read: telling waits for nobody.
        for columns in 0..1_000 {
            assert!(teller.tell(|| v1::Progress { columns, ..Default::default() }));
        }
        teller.end(Ok(v1::Plan { roster_id: "the plan".into(), ..Default::default() }));
        let mut seen = Vec::new();
        while let Some(step) = steps.next().await {
            seen.push(seen_in(step.expect("a step")));
        }
        let kept = (0..WAITING_PLANS as i64).map(Ok);
        assert_eq!(seen, kept.chain([Err("the plan".to_owned())]).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn a_panic_within_a_solve_ends_the_stream_with_internal() {
        let (teller, mut steps) = steps(false, None, ());
        let solver = std::thread::spawn(move || {
            teller.tell(v1::Progress::default);
            std::panic::resume_unwind(Box::new("a panic"));
        });
        assert!(steps.next().await.expect("a step").is_ok());
        let status = steps.next().await.expect("the end").expect_err("no plan");
        assert_eq!(status.code(), Code::Internal);
        assert!(steps.next().await.is_none());
        assert!(solver.join().is_err());
    }

    #[tokio::test]
    async fn a_stream_ends_at_the_deadline_of_its_call() {
        let (teller, mut steps) = steps(false, Some(Instant::now()), ());
        let status = steps.next().await.expect("the end").expect_err("no plan");
        assert_eq!(status.code(), Code::DeadlineExceeded);
        drop(steps);
        assert!(!teller.tell(v1::Progress::default), "nobody listens");
    }
}
