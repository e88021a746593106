//! Shares of what the machine has, for work that must not take all of it.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many threads at once; work beyond that waits in turn, and only so much of it.
#[derive(Clone, Debug)]
pub struct Budget {
    threads: Arc<Semaphore>,
    all: u32,
    places: Arc<Semaphore>,
    most_waiting: usize,
}

/// Threads that are taken until this is dropped.
#[derive(Debug)]
pub struct Share {
    _threads: OwnedSemaphorePermit,
}

/// All threads are taken, and so are all places to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full {
    /// How much waits.
    pub waiting: usize,
}

impl Budget {
    /// A budget of threads, at least one, with places to wait for them.
    pub fn new(threads: u32, places: usize) -> Budget {
        let all = threads.max(1);
        Budget {
            threads: Arc::new(Semaphore::new(all as usize)),
            all,
            places: Arc::new(Semaphore::new(places)),
            most_waiting: places,
        }
    }

    /// How many threads there are.
    pub fn threads(&self) -> u32 {
        self.all
    }

    /// How much waits now.
    pub fn waiting(&self) -> usize {
        self.most_waiting - self.places.available_permits()
    }

    /// Takes threads, no more than there are, once it is the caller's turn. Whoever stops waiting leaves the queue.
    ///
    /// # Errors
    /// Too much is waiting already.
    pub async fn take(&self, threads: u32) -> Result<Share, Full> {
        let wanted = threads.clamp(1, self.all);
        // Nobody is overtaken: while somebody waits, what becomes free is theirs.
        if let Ok(threads) = Arc::clone(&self.threads).try_acquire_many_owned(wanted) {
            return Ok(Share { _threads: threads });
        }
        let full = Full { waiting: self.most_waiting };
        let _place = self.places.try_acquire().map_err(|_| full)?;
        let threads = Arc::clone(&self.threads).acquire_many_owned(wanted).await;
        Ok(Share { _threads: threads.map_err(|_| full)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_beyond_the_budget_waits_in_turn_and_work_beyond_that_is_refused() {
        let budget = Budget::new(2, 1);
        let (first, second) = (budget.take(1).await, budget.take(1).await);
        let third = tokio::spawn({
            let budget = budget.clone();
            async move { budget.take(2).await.map(drop) }
        });
        while budget.waiting() == 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(budget.take(1).await.err(), Some(Full { waiting: 1 }));
        drop(first);
        // One thread is free, but it is kept for whoever waits for two.
        assert_eq!(budget.take(1).await.err(), Some(Full { waiting: 1 }));
        drop(second);
        assert_eq!(third.await.expect("no panic"), Ok(()));
        assert!(budget.take(9).await.is_ok(), "more than there are is all that there are");
    }

    #[tokio::test]
    async fn who_stops_waiting_leaves_the_queue() {
        let budget = Budget::new(1, 1);
        let held = budget.take(1).await;
        let waiting = tokio::spawn({
            let budget = budget.clone();
            async move { budget.take(1).await.map(drop) }
        });
        while budget.waiting() == 0 {
            tokio::task::yield_now().await;
        }
        waiting.abort();
        assert!(waiting.await.expect_err("aborted").is_cancelled());
        assert_eq!(budget.waiting(), 0);
        drop(held);
    }
}
