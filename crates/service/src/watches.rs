//! Who watches which job: one question to the store for all of them, however many there are.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::sync::CancellationToken;
use tonic::Status;

use super::answers::{internal, texts, unavailable};
use super::job_calls::{no_job, not_stored};
use leerteam_store::Store;
use leerteam_wire::v1::{self, job_event::What};
use leerteam_work::event;

/// How often the store is asked.
const PAUSE: Duration = Duration::from_millis(200);
/// Events that are read at once.
const MOST_EVENTS: i64 = 100;
/// Events that wait for a client that reads slowly; the rest waits in the store.
const WAITING_EVENTS: usize = 4;

/// Watched jobs, each with the number of its last event.
#[derive(Debug)]
pub struct Watches {
    store: Store,
    stop: CancellationToken,
    watched: Mutex<HashMap<String, watch::Sender<i64>>>,
}

/// What a client gets.
type Events = mpsc::Sender<Result<v1::WatchJobResponse, Status>>;

impl Watches {
    /// Watches of jobs in a store, which end when the server stops.
    pub fn new(store: Store, stop: CancellationToken) -> Watches {
        Watches { store, stop, watched: Mutex::default() }
    }

    fn watched(&self) -> MutexGuard<'_, HashMap<String, watch::Sender<i64>>> {
        // Each change to it is one call.
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for the last events of all watched jobs, until the server stops.
    pub async fn run(&self) {
        while self.stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await.is_some() {
            let ids: Vec<String> = {
                let mut watched = self.watched();
                watched.retain(|_, last| last.receiver_count() > 0);
                watched.keys().cloned().collect()
            };
            // A store that does not answer now has its answer later.
            let Ok(last) = self.store.last_events(&ids).await else { continue };
            let last: HashMap<String, i64> = last.into_iter().collect();
            let mut watched = self.watched();
            for id in ids {
                match last.get(&id) {
                    Some(&number) => {
                        if let Some(sender) = watched.get(&id) {
                            sender.send_if_modified(|known| {
                                std::mem::replace(known, number) != number
                            });
                        }
                    }
                    // It was deleted.
                    None => drop(watched.remove(&id)),
                }
            }
        }
        self.watched().clear();
    }

    /// Sends the events of a job after a number, until it has ended.
    pub fn watch(
        self: Arc<Self>,
        id: String,
        after: i64,
    ) -> ReceiverStream<Result<v1::WatchJobResponse, Status>> {
        let (events, stream) = mpsc::channel(WAITING_EVENTS);
        let last = {
            let mut watched = self.watched();
            watched.entry(id.clone()).or_insert_with(|| watch::Sender::new(0)).subscribe()
        };
        tokio::spawn(async move {
            if let Err(status) = self.send(&id, after, last, &events).await {
                // Nobody listens any more when the client has left.
                let _ = events.send(Err(status)).await;
            }
        });
        ReceiverStream::new(stream)
    }

    async fn send(
        &self,
        id: &str,
        mut after: i64,
        mut last: watch::Receiver<i64>,
        events: &Events,
    ) -> Result<(), Status> {
        loop {
            let stored = self.store.events(id, after, MOST_EVENTS).await;
            let stored = stored.map_err(|error| not_stored(&error))?;
            for stored in &stored {
                let event = event(stored).map_err(|error| {
                    tracing::error!(%error, "a stored event cannot be read");
                    internal()
                })?;
                after = stored.number;
                let is_last = matches!(event.what, Some(What::State(state)) if is_end(state));
                let answer = v1::WatchJobResponse { event: Some(event) };
                if events.send(Ok(answer)).await.is_err() || is_last {
                    return Ok(());
                }
            }
            if !stored.is_empty() {
                continue;
            }
            tokio::select! {
                biased;
                () = events.closed() => return Ok(()),
                () = self.stop.cancelled() => {
                    return Err(unavailable(texts(0).text("service-stopping", &[])));
                }
                next = last.wait_for(|&number| number > after) => {
                    if next.is_err() {
                        return Err(no_job());
                    }
                }
            }
        }
    }
}

fn is_end(state: i32) -> bool {
    use v1::JobState::{Cancelled, Failed, Succeeded};
    matches!(v1::JobState::try_from(state), Ok(Succeeded | Failed | Cancelled))
}
