//! How jobs end, or wait again.

use sqlx::{Any, Row, Transaction};

use super::events::add_event;
use super::queue::{Lost, PlanCost, Running, holds, keep_better};
use super::{State, Store, StoreError};

/// How a job ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End<'a> {
    /// One of the ends.
    pub state: State,
    /// Why it failed; else empty.
    pub failure: &'a str,
    /// Now.
    pub now_ms: i64,
    /// The last event.
    pub event: &'a [u8],
}

impl Store {
    /// Ends a job, with a plan unless one that is kept is better.
    ///
    /// # Errors
    /// The database failed.
    pub async fn end(
        &self,
        id: &str,
        attempt: i64,
        end: &End<'_>,
        plan: Option<(PlanCost, &[u8])>,
    ) -> Result<Result<(), Lost>, StoreError> {
        let mut transaction = self.begin().await?;
        if holds(&mut transaction, id, attempt).await?.is_none() {
            return Ok(Err(Lost));
        }
        keep_better(&mut transaction, id, plan).await?;
        finish(&mut transaction, id, end).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Gives back a job that was begun, which does not count as a try: its worker stops. One whose owner wants it to
    /// end is ended.
    ///
    /// # Errors
    /// The database failed.
    pub async fn give_back(
        &self,
        id: &str,
        attempt: i64,
        cancelled: &End<'_>,
    ) -> Result<Result<(), Lost>, StoreError> {
        let mut transaction = self.begin().await?;
        if holds(&mut transaction, id, attempt).await?.is_none() {
            return Ok(Err(Lost));
        }
        release(&mut transaction, id, 1, i64::MAX, cancelled, cancelled).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Gives back a job that ended the process it ran in; after so many tries it fails.
    ///
    /// # Errors
    /// The database failed.
    pub async fn give_up(
        &self,
        id: &str,
        attempt: i64,
        most_tries: i64,
        cancelled: &End<'_>,
        failed: &End<'_>,
    ) -> Result<Result<(), Lost>, StoreError> {
        let mut transaction = self.begin().await?;
        if holds(&mut transaction, id, attempt).await?.is_none() {
            return Ok(Err(Lost));
        }
        release(&mut transaction, id, 0, most_tries, cancelled, failed).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Takes a job from a worker that is silent since a beat; after so many tries it fails.
    ///
    /// # Errors
    /// The database failed.
    pub async fn take_back(
        &self,
        silent: &Running,
        most_tries: i64,
        cancelled: &End<'_>,
        failed: &End<'_>,
    ) -> Result<Result<(), Lost>, StoreError> {
        let mut transaction = self.begin().await?;
        let still = sqlx::query(
            "UPDATE jobs SET beats = beats WHERE id = $1 AND attempt = $2 AND beats = $3 \
             AND state = 'running'",
        );
        let still = still.bind(&silent.id).bind(silent.attempt).bind(silent.beats);
        if still.execute(&mut *transaction).await?.rows_affected() == 0 {
            return Ok(Err(Lost));
        }
        release(&mut transaction, &silent.id, 0, most_tries, cancelled, failed).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Ends all jobs that still wait when they are no longer wanted; how many.
    ///
    /// # Errors
    /// The database failed.
    pub async fn end_overdue(&self, end: &End<'_>) -> Result<usize, StoreError> {
        let overdue = sqlx::query(
            "SELECT id FROM jobs WHERE state = 'waiting' AND deadline_ms IS NOT NULL AND deadline_ms <= $1",
        );
        let overdue = overdue.bind(end.now_ms).fetch_all(&self.pool).await?;
        let mut ended = 0;
        for row in overdue {
            let id: String = row.try_get("id")?;
            let mut transaction = self.begin().await?;
            let still =
                sqlx::query("UPDATE jobs SET beats = beats WHERE id = $1 AND state = 'waiting'");
            let still = still.bind(&id).execute(&mut *transaction).await?;
            if still.rows_affected() == 1 {
                finish(&mut transaction, &id, end).await?;
                transaction.commit().await?;
                ended += 1;
            }
        }
        Ok(ended)
    }
}

/// Has a job wait again, or end if its owner wants that or it was tried too often.
async fn release(
    transaction: &mut Transaction<'static, Any>,
    id: &str,
    uncounted: i64,
    most_tries: i64,
    cancelled: &End<'_>,
    failed: &End<'_>,
) -> Result<(), StoreError> {
    let released = sqlx::query(
        "UPDATE jobs SET state = 'waiting', worker = '', tries = tries - $2 WHERE id = $1 \
         RETURNING cancel_wanted, tries",
    );
    let released = released.bind(id).bind(uncounted).fetch_one(&mut **transaction).await?;
    let (wanted, tries): (i64, i64) =
        (released.try_get("cancel_wanted")?, released.try_get("tries")?);
    match () {
        () if wanted != 0 => finish(transaction, id, cancelled).await,
        () if tries >= most_tries => finish(transaction, id, failed).await,
        () => Ok(()),
    }
}

async fn finish(
    transaction: &mut Transaction<'static, Any>,
    id: &str,
    end: &End<'_>,
) -> Result<(), StoreError> {
    let ended = sqlx::query(
        "UPDATE jobs SET state = $2, failure = $3, ended_ms = $4, worker = '' WHERE id = $1",
    );
    let ended = ended.bind(id).bind(end.state.as_str()).bind(end.failure).bind(end.now_ms);
    ended.execute(&mut **transaction).await?;
    add_event(transaction, id, end.event).await?;
    Ok(())
}
