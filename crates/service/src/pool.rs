//! Where the calls that do not solve are worked out, so that they never wait for those that do.

use tonic::Status;

use super::answers::{busy, internal};
use leerteam_messages::Messages;
use leerteam_planner::{Cancel, cores};
use leerteam_work::Budget;

/// Least threads: a large roster that is read does not keep the small ones waiting.
const LEAST_THREADS: u32 = 2;
/// Calls that may wait for a thread.
const WAITING_CALLS: usize = 256;

/// Threads that may be busy for some time.
#[derive(Clone, Debug)]
pub struct Pool(Budget);

/// Whether the client of a call has left, so that nobody needs what is left of the work.
#[derive(Clone, Debug)]
pub struct Client(Cancel);

impl Client {
    /// Ends the work if the client has left.
    pub fn is_there(&self) -> Result<(), Status> {
        if self.0.is_cancelled() { Err(Status::cancelled("the client has left")) } else { Ok(()) }
    }
}

/// Says so when the call is dropped, which is when its client leaves or its deadline passes.
struct LeavesOnDrop(Cancel);

impl Drop for LeavesOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl Pool {
    /// As many threads as the machine has cores.
    pub fn new() -> Pool {
        Pool(Budget::new(cores().max(LEAST_THREADS), WAITING_CALLS))
    }

    /// Does some work on a thread that may be busy for some time; between its steps it asks whether the client is
    /// there.
    pub async fn run<T: Send + 'static>(
        &self,
        messages: &'static Messages,
        work: impl FnOnce(&Client, &'static Messages) -> Result<T, Status> + Send + 'static,
    ) -> Result<T, Status> {
        let share = self.0.take(1).await.map_err(|full| busy(full, messages))?;
        let client = Client(Cancel::default());
        let _leaves = LeavesOnDrop(client.0.clone());
        let span = tracing::Span::current();
        let done = tokio::task::spawn_blocking(move || {
            let _share = share;
            span.in_scope(|| client.is_there().and_then(|()| work(&client, messages)))
        });
        done.await.map_err(|_| internal())?
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::super::answers::texts;
    use super::*;

    #[tokio::test]
    async fn work_stops_when_its_client_has_left() {
        let pool = Pool::new();
        let (begun, has_begun) = mpsc::channel();
        let (go_on, may_go_on) = mpsc::channel::<()>();
        let (ended, end) = mpsc::channel();
        let call = tokio::spawn(async move {
            let work = move |client: &Client, _: &'static Messages| {
                begun.send(()).expect("the test waits");
                may_go_on.recv().expect("the test says when");
                ended.send(client.is_there().map_err(|status| status.code())).expect("and listens");
                Ok(())
            };
            pool.run(texts(0), work).await
        });
        let patience = Duration::from_secs(60);
        tokio::task::spawn_blocking(move || has_begun.recv_timeout(patience))
            .await
            .expect("no panic")
            .expect("it begins");
        call.abort();
        assert!(call.await.is_err());
        go_on.send(()).expect("it waits");
        let end = tokio::task::spawn_blocking(move || end.recv_timeout(patience)).await;
        assert_eq!(end.expect("no panic"), Ok(Err(tonic::Code::Cancelled)));
    }
}
