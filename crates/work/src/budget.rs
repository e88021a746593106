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
    threads: OwnedSemaphorePermit,
}

impl Share {
    /// How many threads it is.
    pub fn threads(&self) -> u32 {
        u32::try_from(self.threads.num_permits()).unwrap_or(u32::MAX)
    }

    /// Takes in another share of the same budget.
    pub fn add(&mut self, more: Share) {
        self.threads.merge(more.threads);
    }

    /// Gives back what is more than so many threads.
    pub fn keep(&mut self, threads: u32) {
        let more = self.threads().saturating_sub(threads);
        drop(self.threads.split(more as usize));
    }
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
            return Ok(Share { threads });
        }
        let full = Full { waiting: self.most_waiting };
        let _place = self.places.try_acquire().map_err(|_| full)?;
        Ok(self.take_in_turn(wanted).await)
    }

    /// The same for whoever takes no place to wait: a worker, of which there is one.
    ///
    /// # Panics
    /// Never: the budget is not closed.
    pub async fn take_in_turn(&self, threads: u32) -> Share {
        let wanted = threads.clamp(1, self.all);
        let threads = Arc::clone(&self.threads).acquire_many_owned(wanted).await;
        Share { threads: threads.expect("nobody closes it") }
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
    async fn a_share_grows_and_gives_back_what_is_not_needed() {
        let budget = Budget::new(3, 0);
        let mut share = budget.take_in_turn(1).await;
        share.add(budget.take_in_turn(2).await);
        assert_eq!(share.threads(), 3);
        assert_eq!(budget.take(1).await.err(), Some(Full { waiting: 0 }));
        share.keep(2);
        assert_eq!(share.threads(), 2);
        assert!(budget.take(1).await.is_ok());
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
