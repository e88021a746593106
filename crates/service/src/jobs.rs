//! The solves that run or wait now, so that they can be stopped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use leerteam_planner::Cancel;

/// Solves by a number of their own, with the name their caller gave.
#[derive(Clone, Debug, Default)]
pub struct Jobs(Arc<Mutex<Running>>);

#[derive(Debug, Default)]
struct Running {
    next: u64,
    is_stopping: bool,
    jobs: HashMap<u64, (Option<Uuid>, Switch)>,
}

/// Ends one solve, whether it runs or waits.
#[derive(Clone, Debug, Default)]
pub struct Switch {
    search: Cancel,
    ends: CancellationToken,
}

impl Switch {
    /// Ends it.
    pub fn cancel(&self) {
        self.search.cancel();
        self.ends.cancel();
    }

    /// That of its search.
    pub fn search(&self) -> &Cancel {
        &self.search
    }

    /// Waits until it is to end.
    pub async fn cancelled(&self) {
        self.ends.cancelled().await;
    }
}

/// A solve; it leaves the list when this is dropped.
#[derive(Debug)]
pub struct Job {
    jobs: Jobs,
    /// What logs call it.
    pub number: u64,
    /// Its switch.
    pub switch: Switch,
}

/// Why a solve cannot be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotListed {
    /// Another solve has the name.
    NameTaken,
    /// The server stops.
    Stopping,
}

impl Jobs {
    fn lock(&self) -> MutexGuard<'_, Running> {
        // The map is whole after any panic: each change to it is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lists a solve; without a name it cannot be cancelled by name.
    pub fn start(&self, name: Option<Uuid>) -> Result<Job, NotListed> {
        let mut running = self.lock();
        if running.is_stopping {
            return Err(NotListed::Stopping);
        }
        if name.is_some() && running.jobs.values().any(|(known, _)| *known == name) {
            return Err(NotListed::NameTaken);
        }
        let (number, switch) = (running.next, Switch::default());
        running.next += 1;
        running.jobs.insert(number, (name, switch.clone()));
        Ok(Job { jobs: self.clone(), number, switch })
    }

    /// Ends the solve of that name; whether there is one.
    pub fn cancel(&self, name: Uuid) -> bool {
        let running = self.lock();
        let job = running.jobs.values().find(|(known, _)| *known == Some(name));
        job.map(|(_, switch)| switch.cancel()).is_some()
    }

    /// Ends all solves; no other begins.
    pub fn stop(&self) {
        let mut running = self.lock();
        running.is_stopping = true;
        running.jobs.values().for_each(|(_, switch)| switch.cancel());
    }

    /// Whether the server stops.
    pub fn is_stopping(&self) -> bool {
        self.lock().is_stopping
    }

    /// How many run or wait.
    pub fn running(&self) -> usize {
        self.lock().jobs.len()
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.jobs.lock().jobs.remove(&self.number);
    }
}
