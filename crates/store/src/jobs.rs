//! Jobs as their owners see them.

use sqlx::any::AnyRow;
use sqlx::{Any, Row, Transaction};

use super::events::add_event;
use super::{Store, StoreError};

/// How far a job is. The last three are ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody works on it yet, or again.
    Waiting,
    /// A worker has it.
    Running,
    /// It ended by itself, with a plan.
    Succeeded,
    /// It could not be done; [`Job::failure`] says why. There may be a plan from before.
    Failed,
    /// Its owner ended it; there may be a plan from before.
    Cancelled,
}

impl State {
    /// All states.
    pub const ALL: [State; 5] =
        [State::Waiting, State::Running, State::Succeeded, State::Failed, State::Cancelled];

    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Running => "running",
            State::Succeeded => "succeeded",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
        }
    }

    /// Whether nothing can happen any more.
    pub fn is_end(self) -> bool {
        !matches!(self, State::Waiting | State::Running)
    }
}

/// A job to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewJob {
    /// Its id; later ones sort after earlier ones.
    pub id: String,
    /// Whose it is.
    pub owner: String,
    /// The owner's name for the wish to have it, so that the same wish twice is one job.
    pub request_id: String,
    /// What tells one wish from another under the same name.
    pub request_hash: String,
    /// What is asked.
    pub request: Vec<u8>,
    /// Higher ones of an owner go first.
    pub priority: i64,
    /// Threads that it takes.
    pub threads: i64,
    /// When it is no longer wanted.
    pub deadline_ms: Option<i64>,
    /// Now.
    pub created_ms: i64,
    /// The first event.
    pub event: Vec<u8>,
}

/// A job as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub owner: String,
    /// Higher ones of an owner go first.
    pub priority: i64,
    /// Threads that it takes.
    pub threads: i64,
    /// How far it is.
    pub state: State,
    /// Why it failed; else empty.
    pub failure: String,
    /// Whether its owner wants it to end.
    pub cancel_wanted: bool,
    /// How often it was handed out.
    pub attempt: i64,
    /// The number of its last event.
    pub last_event: i64,
    /// Whether there is a plan.
    pub has_plan: bool,
    /// When it is no longer wanted.
    pub deadline_ms: Option<i64>,
    /// When it was accepted.
    pub created_ms: i64,
    /// When it was first handed out.
    pub started_ms: Option<i64>,
    /// When it ended.
    pub ended_ms: Option<i64>,
}

/// What became of a wish to have a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Submitted {
    /// It is stored.
    New(Job),
    /// It was already there.
    Known(Job),
    /// Another wish of the owner has the name.
    Conflict,
    /// So many jobs of the owner wait already.
    Full(i64),
}

/// Jobs of one owner, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The jobs.
    pub jobs: Vec<Job>,
    /// Whether there are older ones.
    pub has_more: bool,
}

/// What became of a wish to delete a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// It is gone.
    Done,
    /// There is none.
    Missing,
    /// It has not ended.
    Open,
}

/// What [`Job`] is read from.
macro_rules! select_jobs {
    ($rest:literal) => {
        concat!(
            "SELECT id, owner, priority, threads, state, failure, cancel_wanted, attempt, last_event, plan_broken, ",
            "deadline_ms, created_ms, started_ms, ended_ms FROM jobs ",
            $rest
        )
    };
}

fn job(row: &AnyRow) -> Result<Job, StoreError> {
    let state: String = row.try_get("state")?;
    let known = State::ALL.into_iter().find(|known| known.as_str() == state);
    Ok(Job {
        id: row.try_get("id")?,
        owner: row.try_get("owner")?,
        priority: row.try_get("priority")?,
        threads: row.try_get("threads")?,
        state: known.ok_or(StoreError::Unexpected(state))?,
        failure: row.try_get("failure")?,
        cancel_wanted: row.try_get::<i64, _>("cancel_wanted")? != 0,
        attempt: row.try_get("attempt")?,
        last_event: row.try_get("last_event")?,
        has_plan: row.try_get::<Option<i64>, _>("plan_broken")?.is_some(),
        deadline_ms: row.try_get("deadline_ms")?,
        created_ms: row.try_get("created_ms")?,
        started_ms: row.try_get("started_ms")?,
        ended_ms: row.try_get("ended_ms")?,
    })
}

async fn find(
    transaction: &mut Transaction<'static, Any>,
    owner: &str,
    id: &str,
) -> Result<Option<Job>, StoreError> {
    let found = sqlx::query(select_jobs!("WHERE owner = $1 AND id = $2")).bind(owner).bind(id);
    found.fetch_optional(&mut **transaction).await?.map(|row| job(&row)).transpose()
}

impl Store {
    /// Stores a job, unless its owner already has `most_waiting` that wait. What it returns is on the disk.
    ///
    /// # Errors
    /// The database failed; whether the job is stored is then not known, and the same wish again says so.
    pub async fn submit(&self, new: &NewJob, most_waiting: i64) -> Result<Submitted, StoreError> {
        let mut transaction = self.begin().await?;
        let insert = sqlx::query(
            "INSERT INTO jobs (id, owner, request_id, request_hash, priority, threads, state, failure, \
             cancel_wanted, attempt, tries, beats, worker, last_event, deadline_ms, created_ms) \
             VALUES ($1, $2, $3, $4, $5, $6, 'waiting', '', 0, 0, 0, 0, '', 0, $7, $8) \
             ON CONFLICT (owner, request_id) DO NOTHING",
        );
        let insert = insert.bind(&new.id).bind(&new.owner).bind(&new.request_id);
        let insert = insert.bind(&new.request_hash).bind(new.priority).bind(new.threads);
        let insert = insert.bind(new.deadline_ms).bind(new.created_ms);
        let is_new = insert.execute(&mut *transaction).await?.rows_affected() == 1;
        if !is_new {
            let known = sqlx::query(
                "SELECT id, request_hash FROM jobs WHERE owner = $1 AND request_id = $2",
            );
            let known = known.bind(&new.owner).bind(&new.request_id);
            let known = known.fetch_one(&mut *transaction).await?;
            if known.try_get::<String, _>("request_hash")? != new.request_hash {
                return Ok(Submitted::Conflict);
            }
            let id: String = known.try_get("id")?;
            let job = find(&mut transaction, &new.owner, &id).await?;
            return job.map(Submitted::Known).ok_or_else(|| StoreError::Unexpected(id));
        }
        let waiting =
            sqlx::query("SELECT COUNT(*) FROM jobs WHERE state = 'waiting' AND owner = $1");
        let waiting = waiting.bind(&new.owner).fetch_one(&mut *transaction).await?;
        let waiting = waiting.try_get::<i64, _>(0)? - 1;
        if waiting >= most_waiting {
            return Ok(Submitted::Full(waiting));
        }
        let content =
            sqlx::query("INSERT INTO contents (job_id, kind, body) VALUES ($1, 'request', $2)");
        content.bind(&new.id).bind(&new.request).execute(&mut *transaction).await?;
        add_event(&mut transaction, &new.id, &new.event).await?;
        let stored = find(&mut transaction, &new.owner, &new.id).await?;
        let stored = stored.ok_or_else(|| StoreError::Unexpected(new.id.clone()))?;
        transaction.commit().await?;
        Ok(Submitted::New(stored))
    }

    /// A job of an owner.
    ///
    /// # Errors
    /// The database failed.
    pub async fn job(&self, owner: &str, id: &str) -> Result<Option<Job>, StoreError> {
        let found = sqlx::query(select_jobs!("WHERE owner = $1 AND id = $2")).bind(owner).bind(id);
        found.fetch_optional(&self.pool).await?.map(|row| job(&row)).transpose()
    }

    /// The best plan of a job of an owner.
    ///
    /// # Errors
    /// The database failed.
    pub async fn plan(&self, owner: &str, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = sqlx::query(
            "SELECT body FROM contents JOIN jobs ON jobs.id = contents.job_id \
             WHERE jobs.owner = $1 AND jobs.id = $2 AND contents.kind = 'plan'",
        );
        let found = found.bind(owner).bind(id).fetch_optional(&self.pool).await?;
        Ok(found.map(|row| row.try_get(0)).transpose()?)
    }

    /// Jobs of an owner, newest first: the first page, or those older than a job.
    ///
    /// # Errors
    /// The database failed.
    pub async fn jobs(
        &self,
        owner: &str,
        older_than: Option<&str>,
        most: usize,
    ) -> Result<Page, StoreError> {
        let found = sqlx::query(select_jobs!(
            "WHERE owner = $1 AND ($2 = '' OR id < $2) ORDER BY id DESC LIMIT $3"
        ));
        let found = found.bind(owner).bind(older_than.unwrap_or_default());
        let found = found.bind(i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1));
        let rows = found.fetch_all(&self.pool).await?;
        let has_more = rows.len() > most;
        let jobs = rows.iter().take(most).map(job).collect::<Result<_, _>>()?;
        Ok(Page { jobs, has_more })
    }

    /// Ends a job that waits, and has one that runs end with its best plan. One that has ended stays as it is.
    /// `ended` is the event of an end.
    ///
    /// # Errors
    /// The database failed.
    pub async fn cancel(
        &self,
        owner: &str,
        id: &str,
        now_ms: i64,
        ended: &[u8],
    ) -> Result<Option<Job>, StoreError> {
        let mut transaction = self.begin().await?;
        let end = sqlx::query(
            "UPDATE jobs SET state = 'cancelled', cancel_wanted = 1, ended_ms = $3 \
             WHERE owner = $1 AND id = $2 AND state = 'waiting'",
        );
        let end = end.bind(owner).bind(id).bind(now_ms).execute(&mut *transaction).await?;
        if end.rows_affected() == 1 {
            add_event(&mut transaction, id, ended).await?;
        } else {
            let wish = sqlx::query(
                "UPDATE jobs SET cancel_wanted = 1 \
                 WHERE owner = $1 AND id = $2 AND state = 'running'",
            );
            wish.bind(owner).bind(id).execute(&mut *transaction).await?;
        }
        let found = find(&mut transaction, owner, id).await?;
        transaction.commit().await?;
        Ok(found)
    }

    /// Deletes a job that has ended, with all that is kept of it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn delete(&self, owner: &str, id: &str) -> Result<Deleted, StoreError> {
        let mut transaction = self.begin().await?;
        let Some(found) = find(&mut transaction, owner, id).await? else {
            return Ok(Deleted::Missing);
        };
        if !found.state.is_end() {
            return Ok(Deleted::Open);
        }
        let gone = sqlx::query("DELETE FROM jobs WHERE id = $1").bind(id);
        gone.execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(Deleted::Done)
    }
}
