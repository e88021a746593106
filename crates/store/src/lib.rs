//! What is kept: jobs with what was asked, what happened and the best plan, in SQLite or PostgreSQL. The same
//! statements and the same tests serve both.
//!
//! A job's row is the truth about it. Whoever works on it has its *attempt*, a number that is raised each time the job
//! is handed out; each write of a worker says which attempt it is of, and one of an earlier attempt changes nothing
//! ([`Lost`]). So two workers on one job do no harm, and each job ends once.
//!
//! The store looks at no clock: callers say what time it is, and how long a worker may be silent is measured by those
//! who watch its beats ([`Store::running`]).

mod ends;
mod events;
mod jobs;
mod migrations;
mod queue;

use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyPool, Transaction};

pub use ends::End;
pub use events::Event;
pub use jobs::{Deleted, Job, NewJob, Page, State, Submitted};
pub use queue::{Beat, Claimed, Lost, Next, PlanCost, Queue, Running};

/// Connections of one program to its store.
const CONNECTIONS: u32 = 8;
/// How long SQLite waits for another writer.
const BUSY_MILLISECONDS: u32 = 20_000;

/// The databases that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    fn of(url: &str) -> Option<Kind> {
        match url.split_once(':')?.0 {
            "sqlite" => Some(Kind::Sqlite),
            "postgres" | "postgresql" => Some(Kind::Postgres),
            _ => None,
        }
    }

    /// What a transaction that writes begins with: SQLite has one writer, who waits for the last one here and not
    /// halfway.
    fn begin(self) -> &'static str {
        match self {
            Kind::Sqlite => "BEGIN IMMEDIATE",
            Kind::Postgres => "BEGIN",
        }
    }

    /// The type of bytes.
    fn bytes(self) -> &'static str {
        match self {
            Kind::Sqlite => "BLOB",
            Kind::Postgres => "BYTEA",
        }
    }
}

/// What the store could not do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The address is of no database that is known here.
    #[error("the store is sqlite:FILE or postgres://USER@HOST/DATABASE")]
    Address,
    /// The database was written by a later version, or its migrations are not those of this program.
    #[error("the database is not of this version: {0}")]
    Version(#[from] sqlx::migrate::MigrateError),
    /// The database cannot be reached, or refused what was asked.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// A record holds what this program never writes.
    #[error("a record holds {0}, which nothing here writes")]
    Unexpected(String),
}

/// A database of jobs.
#[derive(Clone, Debug)]
pub struct Store {
    pool: AnyPool,
    kind: Kind,
}

impl Store {
    /// Opens a store, `sqlite:FILE` or `postgres://USER@HOST/DATABASE`, and brings it to this version. The file of
    /// SQLite is made if it is not there.
    ///
    /// # Errors
    /// The address is of no store, the database cannot be reached, or it is of a later version.
    pub async fn open(url: &str) -> Result<Store, StoreError> {
        sqlx::any::install_default_drivers();
        let kind = Kind::of(url).ok_or(StoreError::Address)?;
        let url = match kind {
            Kind::Sqlite if !url.contains('?') => format!("{url}?mode=rwc"),
            _ => url.to_owned(),
        };
        let options = AnyPoolOptions::new().max_connections(CONNECTIONS);
        let options = options.after_connect(move |connection, _| {
            Box::pin(async move {
                if kind == Kind::Sqlite {
                    // What is acknowledged is on the disk.
                    let settings = format!(
                        "PRAGMA busy_timeout = {BUSY_MILLISECONDS}; PRAGMA journal_mode = WAL; \
                         PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"
                    );
                    sqlx::raw_sql(sqlx::AssertSqlSafe(settings)).execute(connection).await?;
                }
                Ok(())
            })
        });
        let store = Store { pool: options.connect(&url).await?, kind };
        migrations::migrator(kind).run(&store.pool).await?;
        Ok(store)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Closes all connections, once what runs on them has ended.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Begins a transaction that writes.
    async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(self.pool.begin_with(self.kind.begin()).await?)
    }
}
