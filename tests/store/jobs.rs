//! Jobs as their owners see them.

use leerteam_store::{Deleted, End, Event, NewJob, Next, State, Store, Submitted};

use super::{claimed, new, submit};

pub async fn what_is_acknowledged_is_there_after_opening_it_again(url: &str) {
    let store = Store::open(url).await.expect("a store");
    let wish = NewJob { deadline_ms: Some(9), priority: -3, threads: 2, ..new("school", 1) };
    submit(&store, &wish).await;
    // Nothing is closed: a program that is killed has no time for that.
    let again = Store::open(url).await.expect("a store");
    let job = again.job("school", "00000001").await.expect("a store").expect("the job");
    assert_eq!((job.priority, job.threads, job.deadline_ms), (-3, 2, Some(9)));
    assert_eq!(
        (job.state, job.attempt, job.last_event, job.has_plan),
        (State::Waiting, 0, 1, false)
    );
    let next = again.claim("worker", 2, 2, 5).await.expect("a store");
    let claimed = claimed(next).expect("the job");
    assert_eq!((claimed.request.as_slice(), claimed.plan), (&[0, 1, 255][..], None));
    again.ping().await.expect("it answers");
    again.close().await;
}

pub async fn the_same_wish_twice_is_one_job(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    let again = NewJob { id: "00000002".to_owned(), ..new("school", 1) };
    let known = store.submit(&again, 1_000).await.expect("a store");
    assert!(matches!(known, Submitted::Known(job) if job.id == "00000001"));
    let other = NewJob { request_hash: "other".to_owned(), ..again.clone() };
    assert_eq!(store.submit(&other, 1_000).await.expect("a store"), Submitted::Conflict);
    let others = NewJob { owner: "college".to_owned(), ..again };
    submit(&store, &others).await;
    // Also where both come at once.
    let many = (10..20).map(|number| {
        let store = store.clone();
        let wish = NewJob { request_id: "both".to_owned(), ..new("school", number) };
        tokio::spawn(async move { store.submit(&wish, 1_000).await.expect("a store") })
    });
    let many: Vec<_> = many.collect();
    let mut accepted = 0;
    for one in many {
        match one.await.expect("no panic") {
            Submitted::New(_) => accepted += 1,
            Submitted::Known(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(accepted, 1);
}

pub async fn jobs_beyond_the_limit_of_their_owner_are_refused(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    assert_eq!(store.submit(&new("school", 2), 1).await.expect("a store"), Submitted::Full(1));
    assert_eq!(store.job("school", "00000002").await.expect("a store"), None);
    let other = store.submit(&new("college", 3), 1).await.expect("a store");
    assert!(matches!(other, Submitted::New(_)));
    claimed(store.claim("worker", 1, 1, 5).await.expect("a store")).expect("the first");
    let next = store.submit(&new("school", 2), 1).await.expect("a store");
    assert!(matches!(next, Submitted::New(_)), "what runs does not wait");
}

pub async fn an_owner_sees_nothing_of_another(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    let id = "00000001";
    assert_eq!(store.job("college", id).await.expect("a store"), None);
    assert_eq!(store.plan("college", id).await.expect("a store"), None);
    assert_eq!(store.cancel("college", id, 5, b"cancelled").await.expect("a store"), None);
    assert_eq!(store.delete("college", id).await.expect("a store"), Deleted::Missing);
    assert!(store.jobs("college", None, 10).await.expect("a store").jobs.is_empty());
    let job = store.job("school", id).await.expect("a store").expect("the job");
    assert_eq!((job.state, job.cancel_wanted), (State::Waiting, false));
}

pub async fn jobs_are_listed_in_pages_newest_first(url: &str) {
    let store = Store::open(url).await.expect("a store");
    for number in 1..=5 {
        submit(&store, &new("school", number)).await;
    }
    let (mut listed, mut last) = (Vec::new(), None::<String>);
    loop {
        let page = store.jobs("school", last.as_deref(), 2).await.expect("a store");
        listed.extend(page.jobs.iter().map(|job| job.created_ms));
        last = page.jobs.last().map(|job| job.id.clone());
        // A newer job does not move the pages.
        submit(&store, &new("school", 90 + listed.len() as u32)).await;
        if !page.has_more {
            break;
        }
    }
    assert_eq!(listed, [5, 4, 3, 2, 1]);
}

pub async fn events_are_read_after_any_number(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    let id = "00000001";
    let claimed = claimed(store.claim("worker", 1, 1, 5).await.expect("a store")).expect("the job");
    for body in ["a", "b"] {
        let kept = store.progress(id, claimed.attempt, body.as_bytes(), None).await;
        assert!(kept.expect("a store").is_ok());
    }
    let event = |number, body: &str| Event { number, body: body.into() };
    let all = store.events(id, 0, 10).await.expect("a store");
    assert_eq!(all, [event(1, "accepted"), event(2, "a"), event(3, "b")]);
    assert_eq!(store.events(id, 1, 1).await.expect("a store"), [event(2, "a")]);
    assert_eq!(store.events(id, 3, 9).await.expect("a store"), []);
    let ids = [id.to_owned(), "nothing".to_owned()];
    assert_eq!(store.last_events(&ids).await.expect("a store"), [(id.to_owned(), 3)]);
}

pub async fn a_job_is_cancelled_whether_it_waits_or_runs(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    submit(&store, &new("school", 2)).await;
    let running =
        claimed(store.claim("worker", 1, 1, 5).await.expect("a store")).expect("the first");
    let first = store.cancel("school", "00000001", 6, b"end").await.expect("a store");
    let first = first.expect("the job");
    assert_eq!((first.state, first.cancel_wanted), (State::Running, true));
    let beat = store.beat("00000001", running.attempt).await.expect("a store");
    assert!(beat.expect("it is ours").cancel_wanted);
    for _ in 0..2 {
        let second = store.cancel("school", "00000002", 7, b"end").await.expect("a store");
        let second = second.expect("the job");
        assert_eq!((second.state, second.ended_ms), (State::Cancelled, Some(7)));
        assert_eq!(second.last_event, 2, "it ends once");
    }
    assert_eq!(store.claim("worker", 1, 1, 8).await.expect("a store"), Next::Nothing);
}

pub async fn only_what_has_ended_is_deleted(url: &str) {
    let store = Store::open(url).await.expect("a store");
    submit(&store, &new("school", 1)).await;
    let id = "00000001";
    assert_eq!(store.delete("school", id).await.expect("a store"), Deleted::Open);
    let claimed = claimed(store.claim("worker", 1, 1, 5).await.expect("a store")).expect("the job");
    assert_eq!(store.delete("school", id).await.expect("a store"), Deleted::Open);
    let end = End { state: State::Succeeded, failure: "", now_ms: 6, event: b"end" };
    let ended = store.end(id, claimed.attempt, &end, None).await.expect("a store");
    assert_eq!(ended, Ok(()));
    assert_eq!(store.delete("school", id).await.expect("a store"), Deleted::Done);
    assert_eq!(store.delete("school", id).await.expect("a store"), Deleted::Missing);
    assert_eq!(store.events(id, 0, 10).await.expect("a store"), []);
}
