//! Jobs as workers see them: which is next, and whose it still is.

use std::collections::BTreeMap;

use sqlx::{Any, Row, Transaction};

use super::events::add_event;
use super::{Store, StoreError};

/// A job that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The job.
    pub id: String,
    /// Whose it is.
    pub owner: String,
    /// What each write has to name.
    pub attempt: i64,
    /// Threads that it takes.
    pub threads: i64,
    /// When it is no longer wanted.
    pub deadline_ms: Option<i64>,
    /// When it was accepted.
    pub created_ms: i64,
    /// What is asked.
    pub request: Vec<u8>,
    /// The best plan of earlier attempts.
    pub plan: Option<Vec<u8>>,
}

/// What a worker is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// This job.
    Job(Claimed),
    /// To have so many threads free.
    Needs(i64),
    /// Nothing: no job waits that it has threads for.
    Nothing,
}

/// The job is no longer that of this attempt: it was handed out again, or has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

/// What a worker learns when it says that it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The owner wants the job to end.
    pub cancel_wanted: bool,
}

/// What a plan costs, which decides whether it is better than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanCost {
    /// Broken requirements.
    pub broken: i64,
    /// Points.
    pub points: i64,
}

/// A job that a worker has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Running {
    /// The job.
    pub id: String,
    /// Its attempt.
    pub attempt: i64,
    /// How often its worker said that it is there.
    pub beats: i64,
}

/// How much waits and runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// By owner, jobs that wait.
    pub waiting: BTreeMap<String, i64>,
    /// By owner, jobs that run.
    pub running: BTreeMap<String, i64>,
}

impl Store {
    /// Hands out the job that is next: of the owner of whom the fewest run, the one of the highest priority, and of
    /// these the oldest. Jobs that take more than `most_threads` are for other workers; for one that takes more than
    /// the worker has free, it has to wait, so that smaller ones do not overtake it for ever.
    ///
    /// # Errors
    /// The database failed.
    pub async fn claim(
        &self,
        worker: &str,
        most_threads: i64,
        free_threads: i64,
        now_ms: i64,
    ) -> Result<Next, StoreError> {
        loop {
            let next = sqlx::query(
                "SELECT id, attempt, threads FROM jobs WHERE state = 'waiting' AND threads <= $1 AND owner = \
                 (SELECT owner FROM (SELECT owner, MIN(id) AS oldest FROM jobs \
                 WHERE state = 'waiting' AND threads <= $1 GROUP BY owner) AS owners \
                 ORDER BY (SELECT COUNT(*) FROM jobs WHERE state = 'running' AND owner = owners.owner), oldest \
                 LIMIT 1) ORDER BY priority DESC, id LIMIT 1",
            );
            let Some(next) = next.bind(most_threads).fetch_optional(&self.pool).await? else {
                return Ok(Next::Nothing);
            };
            let threads: i64 = next.try_get("threads")?;
            if threads > free_threads {
                return Ok(Next::Needs(threads));
            }
            let (id, attempt): (String, i64) = (next.try_get("id")?, next.try_get("attempt")?);
            if let Some(claimed) = self.take(&id, attempt, worker, now_ms).await? {
                return Ok(Next::Job(claimed));
            }
            // Another worker was first.
        }
    }

    async fn take(
        &self,
        id: &str,
        attempt: i64,
        worker: &str,
        now_ms: i64,
    ) -> Result<Option<Claimed>, StoreError> {
        let mut transaction = self.begin().await?;
        let taken = sqlx::query(
            "UPDATE jobs SET state = 'running', attempt = attempt + 1, tries = tries + 1, worker = $3, \
             started_ms = COALESCE(started_ms, $4) \
             WHERE id = $1 AND state = 'waiting' AND attempt = $2 \
             RETURNING owner, attempt, threads, deadline_ms, created_ms",
        );
        let taken = taken.bind(id).bind(attempt).bind(worker).bind(now_ms);
        let Some(taken) = taken.fetch_optional(&mut *transaction).await? else {
            return Ok(None);
        };
        let contents = sqlx::query("SELECT kind, body FROM contents WHERE job_id = $1").bind(id);
        let (mut request, mut plan) = (None, None);
        for row in contents.fetch_all(&mut *transaction).await? {
            let (kind, body): (String, Vec<u8>) = (row.try_get("kind")?, row.try_get("body")?);
            match kind.as_str() {
                "request" => request = Some(body),
                "plan" => plan = Some(body),
                _ => return Err(StoreError::Unexpected(kind)),
            }
        }
        transaction.commit().await?;
        Ok(Some(Claimed {
            id: id.to_owned(),
            owner: taken.try_get("owner")?,
            attempt: taken.try_get("attempt")?,
            threads: taken.try_get("threads")?,
            deadline_ms: taken.try_get("deadline_ms")?,
            created_ms: taken.try_get("created_ms")?,
            request: request
                .ok_or_else(|| StoreError::Unexpected("a job without a request".to_owned()))?,
            plan,
        }))
    }

    /// Says that the worker of an attempt is there.
    ///
    /// # Errors
    /// The database failed.
    pub async fn beat(&self, id: &str, attempt: i64) -> Result<Result<Beat, Lost>, StoreError> {
        let mut transaction = self.begin().await?;
        let beat = holds(&mut transaction, id, attempt).await?;
        transaction.commit().await?;
        Ok(beat.ok_or(Lost))
    }

    /// Stores what happened within an attempt, and a plan, unless one that is kept is better.
    ///
    /// # Errors
    /// The database failed.
    pub async fn progress(
        &self,
        id: &str,
        attempt: i64,
        event: &[u8],
        plan: Option<(PlanCost, &[u8])>,
    ) -> Result<Result<Beat, Lost>, StoreError> {
        let mut transaction = self.begin().await?;
        let Some(beat) = holds(&mut transaction, id, attempt).await? else {
            return Ok(Err(Lost));
        };
        keep_better(&mut transaction, id, plan).await?;
        add_event(&mut transaction, id, event).await?;
        transaction.commit().await?;
        Ok(Ok(beat))
    }

    /// All jobs that workers have. A worker of which the beats stay the same for some time is silent.
    ///
    /// # Errors
    /// The database failed.
    pub async fn running(&self) -> Result<Vec<Running>, StoreError> {
        let rows = sqlx::query("SELECT id, attempt, beats FROM jobs WHERE state = 'running'");
        let running = |row: &sqlx::any::AnyRow| {
            Ok(Running {
                id: row.try_get("id")?,
                attempt: row.try_get("attempt")?,
                beats: row.try_get("beats")?,
            })
        };
        rows.fetch_all(&self.pool).await?.iter().map(running).collect()
    }

    /// How much waits and runs, by owner.
    ///
    /// # Errors
    /// The database failed.
    pub async fn queue(&self) -> Result<Queue, StoreError> {
        let rows = sqlx::query(
            "SELECT state, owner, COUNT(*) AS jobs FROM jobs WHERE state IN ('waiting', 'running') \
             GROUP BY state, owner",
        );
        let mut queue = Queue::default();
        for row in rows.fetch_all(&self.pool).await? {
            let (state, owner): (String, String) = (row.try_get("state")?, row.try_get("owner")?);
            let of = match state.as_str() {
                "waiting" => &mut queue.waiting,
                _ => &mut queue.running,
            };
            of.insert(owner, row.try_get("jobs")?);
        }
        Ok(queue)
    }

    /// How many jobs that wait go before one, as far as can be said now: those of its owner that are of a higher
    /// priority or older, and of each other owner as many as even out what runs.
    ///
    /// # Errors
    /// The database failed.
    pub async fn ahead(&self, owner: &str, priority: i64, id: &str) -> Result<i64, StoreError> {
        let own = sqlx::query(
            "SELECT COUNT(*) FROM jobs WHERE state = 'waiting' AND owner = $1 \
             AND (priority > $2 OR (priority = $2 AND id < $3))",
        );
        let own = own.bind(owner).bind(priority).bind(id).fetch_one(&self.pool).await?;
        let own: i64 = own.try_get(0)?;
        let queue = self.queue().await?;
        let runs = |of: &str| queue.running.get(of).copied().unwrap_or_default();
        let level = runs(owner) + own;
        let others = queue.waiting.iter().filter(|(of, _)| of.as_str() != owner);
        let others = others.map(|(of, &waiting)| (level - runs(of)).clamp(0, waiting));
        Ok(own + others.sum::<i64>())
    }
}

/// Says that the worker of an attempt is there, if the job is still its; the row is locked then.
pub(super) async fn holds(
    transaction: &mut Transaction<'static, Any>,
    id: &str,
    attempt: i64,
) -> Result<Option<Beat>, StoreError> {
    let held = sqlx::query(
        "UPDATE jobs SET beats = beats + 1 WHERE id = $1 AND attempt = $2 AND state = 'running' \
         RETURNING cancel_wanted",
    );
    let row = held.bind(id).bind(attempt).fetch_optional(&mut **transaction).await?;
    let beat = |row: sqlx::any::AnyRow| {
        Ok(Beat { cancel_wanted: row.try_get::<i64, _>("cancel_wanted")? != 0 })
    };
    row.map(beat).transpose()
}

/// Keeps a plan, unless the one that is kept is better.
pub(super) async fn keep_better(
    transaction: &mut Transaction<'static, Any>,
    id: &str,
    plan: Option<(PlanCost, &[u8])>,
) -> Result<(), StoreError> {
    let Some((cost, body)) = plan else { return Ok(()) };
    let better = sqlx::query(
        "UPDATE jobs SET plan_broken = $2, plan_points = $3 WHERE id = $1 AND (plan_broken IS NULL \
         OR plan_broken > $2 OR (plan_broken = $2 AND plan_points >= $3))",
    );
    let better = better.bind(id).bind(cost.broken).bind(cost.points);
    if better.execute(&mut **transaction).await?.rows_affected() == 1 {
        let keep = sqlx::query(
            "INSERT INTO contents (job_id, kind, body) VALUES ($1, 'plan', $2) \
             ON CONFLICT (job_id, kind) DO UPDATE SET body = excluded.body",
        );
        keep.bind(id).bind(body).execute(&mut **transaction).await?;
    }
    Ok(())
}
