//! Jobs as workers see them.

use std::collections::BTreeSet;

use leerteam_store::{Claimed, End, Lost, NewJob, Next, PlanCost, Running, State, Store};

use super::{claimed, new, submit};

const CANCELLED: End<'_> = End { state: State::Cancelled, failure: "", now_ms: 9, event: b"end" };
const SUCCEEDED: End<'_> = End { state: State::Succeeded, failure: "", now_ms: 9, event: b"end" };
const FAILED: End<'_> = End { state: State::Failed, failure: "worker", now_ms: 9, event: b"end" };

async fn claim(store: &Store) -> Option<Claimed> {
    claimed(store.claim("worker", 1, 1, 5).await.expect("a store"))
}

pub async fn owners_take_turns_and_then_priority_and_age_decide(url: &str) {
    let store = Store::open(url).await.expect("a store");
    for number in 1..=4 {
        submit(&store, &NewJob { priority: i64::from(number == 3), ..new("school", number) }).await;
    }
    for number in 5..=6 {
        submit(&store, &new("college", number)).await;
    }
    let mut order = Vec::new();
    while let Some(claimed) = claim(&store).await {
        order.push(claimed.id.trim_start_matches('0').to_owned());
    }
    assert_eq!(order, ["3", "5", "1", "6", "2", "4"]);
    let queue = store.queue().await.expect("a store");
    assert!(queue.waiting.is_empty());
    assert_eq!((queue.running["school"], queue.running["college"]), (4, 2));
}

pub async fn each_job_is_handed_out_once_however_many_ask(url: &str) {
    let store = Store::open(url).await.expect("a store");
    for number in 0..60 {
        submit(&store, &new(["school", "college"][number as usize % 2], number)).await;
    }
    let workers = (0..8).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            let mut had = Vec::new();
            while let Some(claimed) = claim(&store).await {
                had.push(claimed.id);
            }
            had
        })
    });
    let workers: Vec<_> = workers.collect();
    let mut all = Vec::new();
    for worker in workers {
        all.extend(worker.await.expect("no panic"));
    }
    assert_eq!(all.len(), 60);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 60);
}

pub async fn a_worker_that_lost_its_job_changes_nothing(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    let first = claim(&store).await.expect("the job");
    let silent = store.running().await.expect("a store").remove(0);
    let taken = store.take_back(&silent, 3, &CANCELLED, &FAILED).await.expect("a store");
    assert_eq!(taken, Ok(()));
    let second = claim(&store).await.expect("the job again");
    assert_eq!((first.attempt, second.attempt), (1, 2));
    let before = store.job("school", &first.id).await.expect("a store");
    let cost = PlanCost { broken: 0, points: 0 };
    let (id, attempt) = (first.id.as_str(), first.attempt);
    assert_eq!(store.beat(id, attempt).await.expect("a store").err(), Some(Lost));
    let kept = store.progress(id, attempt, b"late", Some((cost, b"late"))).await;
    assert_eq!(kept.expect("a store"), Err(Lost), "and adds no event");
    let ended = store.end(id, attempt, &SUCCEEDED, Some((cost, b"late"))).await;
    assert_eq!(ended.expect("a store"), Err(Lost));
    assert_eq!(store.give_back(id, attempt, &CANCELLED).await.expect("a store"), Err(Lost));
    let taken = store.take_back(&silent, 3, &CANCELLED, &FAILED).await.expect("a store");
    assert_eq!(taken, Err(Lost));
    assert_eq!(store.job("school", id).await.expect("a store"), before);
    let ended = store.end(id, second.attempt, &SUCCEEDED, None).await.expect("a store");
    assert_eq!(ended, Ok(()));
    let again = store.end(id, second.attempt, &FAILED, None).await.expect("a store");
    assert_eq!(again, Err(Lost), "it ends once");
}

pub async fn a_silent_worker_loses_its_job_and_after_some_tries_it_fails(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    for attempt in 1..=2 {
        let claimed = claim(&store).await.expect("the job");
        assert_eq!(claimed.attempt, attempt);
        let seen = store.running().await.expect("a store").remove(0);
        store.beat(&claimed.id, attempt).await.expect("a store").expect("it is ours");
        // It has been there since, so that it is not silent.
        let taken = store.take_back(&seen, 2, &CANCELLED, &FAILED).await.expect("a store");
        assert_eq!(taken, Err(Lost));
        let silent = Running { beats: seen.beats + 1, ..seen };
        let taken = store.take_back(&silent, 2, &CANCELLED, &FAILED).await.expect("a store");
        assert_eq!(taken, Ok(()));
    }
    let job = store.job("school", "00000001").await.expect("a store").expect("the job");
    assert_eq!((job.state, job.failure.as_str(), job.ended_ms), (State::Failed, "worker", Some(9)));
    assert_eq!(claim(&store).await, None);
}

pub async fn a_job_that_is_given_back_does_not_count_as_tried(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    for _ in 0..5 {
        let claimed = claim(&store).await.expect("the job");
        let given = store.give_back(&claimed.id, claimed.attempt, &CANCELLED).await;
        assert_eq!(given.expect("a store"), Ok(()));
    }
    let claimed = claim(&store).await.expect("the job");
    let silent = store.running().await.expect("a store").remove(0);
    store.take_back(&silent, 2, &CANCELLED, &FAILED).await.expect("a store").expect("it is");
    let job = store.job("school", &claimed.id).await.expect("a store").expect("the job");
    assert_eq!(job.state, State::Waiting, "one try of two");
    // Whose owner wants it to end does not wait again.
    let claimed = claim(&store).await.expect("the job");
    store.cancel("school", &claimed.id, 8, b"end").await.expect("a store").expect("the job");
    let given = store.give_back(&claimed.id, claimed.attempt, &CANCELLED).await;
    assert_eq!(given.expect("a store"), Ok(()));
    let job = store.job("school", &claimed.id).await.expect("a store").expect("the job");
    assert_eq!(job.state, State::Cancelled);
}

pub async fn a_plan_is_never_replaced_by_a_worse_one(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    let claimed = claim(&store).await.expect("the job");
    let (id, attempt) = (claimed.id.as_str(), claimed.attempt);
    for (broken, points, body) in
        [(2, 5, "a"), (2, 9, "b"), (1, 90, "c"), (1, 90, "d"), (2, 0, "e")]
    {
        let plan = Some((PlanCost { broken, points }, body.as_bytes()));
        store.progress(id, attempt, b"better", plan).await.expect("a store").expect("ours");
    }
    let plan = store.plan("school", id).await.expect("a store");
    assert_eq!(plan.as_deref(), Some(&b"d"[..]));
    // The next attempt begins with it.
    store.give_back(id, attempt, &CANCELLED).await.expect("a store").expect("ours");
    let next = claim(&store).await.expect("the job");
    assert_eq!(next.plan, plan);
    let worse = Some((PlanCost { broken: 1, points: 91 }, &b"f"[..]));
    store.end(id, next.attempt, &SUCCEEDED, worse).await.expect("a store").expect("ours");
    assert_eq!(store.plan("school", id).await.expect("a store"), plan);
    let job = store.job("school", id).await.expect("a store").expect("the job");
    assert!(job.has_plan && job.state == State::Succeeded);
}

pub async fn jobs_that_are_no_longer_wanted_end(url: &str) {
    let store = Store::open(url).await.expect("a store");
    for (number, deadline) in [(1, Some(9)), (2, Some(10)), (3, None)] {
        submit(&store, &NewJob { deadline_ms: deadline, ..new("school", number) }).await;
    }
    assert_eq!(store.end_overdue(&FAILED).await.expect("a store"), 1);
    assert_eq!(store.end_overdue(&FAILED).await.expect("a store"), 0);
    let jobs = store.jobs("school", None, 10).await.expect("a store").jobs;
    let states: Vec<State> = jobs.iter().map(|job| job.state).collect();
    assert_eq!(states, [State::Waiting, State::Waiting, State::Failed]);
}

pub async fn the_place_in_the_queue_counts_turns(url: &str) {
    let store = Store::open(url).await.expect("a store");
    for number in 1..=3 {
        submit(&store, &new("school", number)).await;
    }
    submit(&store, &new("college", 4)).await;
    let ahead = async |owner: &str, id: &str| store.ahead(owner, 0, id).await.expect("a store");
    assert_eq!(ahead("school", "00000001").await, 0);
    assert_eq!(ahead("college", "00000004").await, 0);
    assert_eq!(ahead("school", "00000003").await, 3, "two of its own and one of the other");
    // While one of the school's runs, the college is next.
    claim(&store).await.expect("the first");
    assert_eq!(ahead("school", "00000002").await, 1);
}

pub async fn jobs_that_need_more_threads_are_not_handed_out(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &NewJob { threads: 2, ..new("school", 1) }).await;
    submit(&store, &new("school", 2)).await;
    let next =
        async |most: i64, free: i64| store.claim("worker", most, free, 5).await.expect("a store");
    assert_eq!(next(2, 1).await, Next::Needs(2), "the first is not overtaken");
    let other = claimed(next(1, 1).await).expect("the first is for another worker");
    assert_eq!(other.threads, 1);
    assert_eq!(next(1, 1).await, Next::Nothing);
    assert_eq!(claimed(next(2, 2).await).map(|claimed| claimed.threads), Some(2));
}
