//! What happened to a job, numbered, so that a watcher goes on after the last number it saw.

use sqlx::{Any, Row, Transaction};

use super::{Store, StoreError};

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number, from 1.
    pub number: i64,
    /// What happened.
    pub body: Vec<u8>,
}

/// Adds an event. The job's row is locked until the transaction ends, so that numbers are in order.
pub(super) async fn add_event(
    transaction: &mut Transaction<'static, Any>,
    id: &str,
    body: &[u8],
) -> Result<i64, StoreError> {
    let number = sqlx::query(
        "UPDATE jobs SET last_event = last_event + 1 WHERE id = $1 RETURNING last_event",
    );
    let number: i64 = number.bind(id).fetch_one(&mut **transaction).await?.try_get(0)?;
    let event = sqlx::query("INSERT INTO events (job_id, number, body) VALUES ($1, $2, $3)");
    event.bind(id).bind(number).bind(body).execute(&mut **transaction).await?;
    Ok(number)
}

impl Store {
    /// Events of a job after a number, oldest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn events(&self, id: &str, after: i64, most: i64) -> Result<Vec<Event>, StoreError> {
        let rows = sqlx::query(
            "SELECT number, body FROM events WHERE job_id = $1 AND number > $2 \
             ORDER BY number LIMIT $3",
        );
        let rows = rows.bind(id).bind(after).bind(most).fetch_all(&self.pool).await?;
        let event = |row: &sqlx::any::AnyRow| {
            Ok(Event { number: row.try_get("number")?, body: row.try_get("body")? })
        };
        rows.iter().map(event).collect()
    }

    /// The number of the last event of each of some jobs; those that are gone are left out.
    ///
    /// # Errors
    /// The database failed.
    pub async fn last_events(&self, ids: &[String]) -> Result<Vec<(String, i64)>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
        let select = format!("SELECT id, last_event FROM jobs WHERE id IN ({})", places.join(", "));
        let select = sqlx::query(sqlx::AssertSqlSafe(select));
        let select = ids.iter().fold(select, |select, id| select.bind(id));
        let rows = select.fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((row.try_get("id")?, row.try_get("last_event")?))).collect()
    }
}
