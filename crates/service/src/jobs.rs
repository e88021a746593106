//! The solves that run now, so that they can be stopped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leerteam_planner::Cancel;

/// Running solves by a number of their own, with the name their caller gave.
#[derive(Clone, Debug, Default)]
pub struct Jobs(Arc<Mutex<Running>>);

#[derive(Debug, Default)]
struct Running {
    next: u64,
    stopping: bool,
    jobs: HashMap<u64, (String, Cancel)>,
}

/// A running solve; it leaves the list when this is dropped.
#[derive(Debug)]
pub struct Job {
    jobs: Jobs,
    number: u64,
    /// Its switch.
    pub cancel: Cancel,
}

/// Another solve that runs now has the name.
#[derive(Debug)]
pub struct NameTaken;

impl Jobs {
    fn lock(&self) -> MutexGuard<'_, Running> {
        // The map is whole after any panic: each change to it is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lists a solve; without a name it cannot be cancelled by name.
    pub fn start(&self, name: &str) -> Result<Job, NameTaken> {
        let mut running = self.lock();
        if !name.is_empty() && running.jobs.values().any(|(known, _)| known == name) {
            return Err(NameTaken);
        }
        let (number, cancel) = (running.next, Cancel::default());
        running.next += 1;
        if running.stopping {
            cancel.cancel();
        }
        running.jobs.insert(number, (name.to_owned(), cancel.clone()));
        Ok(Job { jobs: self.clone(), number, cancel })
    }

    /// Ends the solve of that name; whether there is one.
    pub fn cancel(&self, name: &str) -> bool {
        let running = self.lock();
        let job = running.jobs.values().find(|(known, _)| known == name);
        job.map(|(_, cancel)| cancel.cancel()).is_some()
    }

    /// Ends all solves, those that still come included.
    pub fn cancel_all(&self) {
        let mut running = self.lock();
        running.stopping = true;
        running.jobs.values().for_each(|(_, cancel)| cancel.cancel());
    }

    /// How many run.
    pub fn running(&self) -> usize {
        self.lock().jobs.len()
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.jobs.lock().jobs.remove(&self.number);
    }
}
