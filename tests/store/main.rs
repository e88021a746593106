//! The store: the same cases over SQLite and PostgreSQL.

#[path = "../support/postgres.rs"]
mod postgres;

mod jobs;
mod queue;

use std::path::Path;

use leerteam_store::{Claimed, NewJob, Next, State, Store, StoreError, Submitted};
use postgres::Postgres;

/// The address of a new database of SQLite.
fn sqlite(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("store.db").display())
}

/// A test of each case over SQLite, and one of all over PostgreSQL.
macro_rules! cases {
    ($($part:ident::$case:ident,)*) => {
        mod on_sqlite {
            $(
                #[tokio::test]
                async fn $case() {
                    let folder = tempfile::tempdir().expect("a folder");
                    super::$part::$case(&super::sqlite(folder.path())).await;
                }
            )*
        }

        #[tokio::test]
        async fn on_postgres() {
            let mut postgres = Postgres::start();
            $(
                println!("{}", stringify!($case));
                $part::$case(&postgres.database(stringify!($case))).await;
            )*
            a_server_that_comes_back_is_used_again(&mut postgres).await;
        }
    };
}

cases! {
    jobs::what_is_acknowledged_is_there_after_opening_it_again,
    jobs::the_same_wish_twice_is_one_job,
    jobs::jobs_beyond_the_limit_of_their_owner_are_refused,
    jobs::an_owner_sees_nothing_of_another,
    jobs::jobs_are_listed_in_pages_newest_first,
    jobs::events_are_read_after_any_number,
    jobs::a_job_is_cancelled_whether_it_waits_or_runs,
    jobs::only_what_has_ended_is_deleted,
    queue::owners_take_turns_and_then_priority_and_age_decide,
    queue::each_job_is_handed_out_once_however_many_ask,
    queue::a_worker_that_lost_its_job_changes_nothing,
    queue::a_silent_worker_loses_its_job_and_after_some_tries_it_fails,
    queue::a_job_that_is_given_back_does_not_count_as_tried,
    queue::a_plan_is_never_replaced_by_a_worse_one,
    queue::jobs_that_are_no_longer_wanted_end,
    queue::the_place_in_the_queue_counts_turns,
    queue::jobs_that_need_more_threads_are_not_handed_out,
}

async fn a_server_that_comes_back_is_used_again(postgres: &mut Postgres) {
    let store = Store::open(&postgres.database("comes_back")).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    postgres.restart();
    let job = store.job("school", "00000001").await.expect("a store");
    assert_eq!(job.map(|job| job.state), Some(State::Waiting));
    submit(&store, &new("school", 2)).await;
}

/// A job of an owner.
fn new(owner: &str, number: u32) -> NewJob {
    NewJob {
        id: format!("{number:08}"),
        owner: owner.to_owned(),
        request_id: format!("wish-{number}"),
        request_hash: "hash".to_owned(),
        request: vec![0, 1, 255],
        threads: 1,
        created_ms: i64::from(number),
        event: b"accepted".to_vec(),
        ..NewJob::default()
    }
}

fn claimed(next: Next) -> Option<Claimed> {
    match next {
        Next::Job(claimed) => Some(claimed),
        Next::Needs(_) | Next::Nothing => None,
    }
}

async fn submit(store: &Store, new: &NewJob) {
    let submitted = store.submit(new, 1_000).await.expect("a store");
    assert!(matches!(&submitted, Submitted::New(job) if job.state == State::Waiting));
}

#[tokio::test]
async fn an_address_that_is_none_is_refused() {
    for url in ["", "store.db", "mysql://localhost/x"] {
        assert!(matches!(Store::open(url).await, Err(StoreError::Address)), "{url}");
    }
    assert!(matches!(Store::open("sqlite:/nowhere/at/all.db").await, Err(StoreError::Database(_))));
}
