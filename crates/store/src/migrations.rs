//! The steps from an empty database to this version, which only go forward. A step that was released is never
//! changed: the database keeps a checksum of each and refuses another.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::Kind;

/// All steps, oldest first; `{bytes}` stands for the type of bytes.
const STEPS: &[(&str, &str)] = &[("jobs", include_str!("../migrations/0001_jobs.sql"))];

/// The steps for a database.
pub fn migrator(kind: Kind) -> Migrator {
    let step = |(number, &(name, sql)): (i64, &(&'static str, &str))| {
        let sql = AssertSqlSafe(sql.replace("{bytes}", kind.bytes())).into_sql_str();
        Migration::new(number, name.into(), MigrationType::Simple, sql, false)
    };
    Migrator::with_migrations((1..).zip(STEPS).map(step).collect())
}
