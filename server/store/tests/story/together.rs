//! The logs, many callers at once.
//!
//! Deliberately with no order among the callers: whatever the order turns out to be, the promises hold.

use std::collections::BTreeSet;

use futures_util::FutureExt;
use futures_util::future::join_all;
use store::{Seq, StoreError};

use crate::fixture::Fixture;
use crate::sample::{batch, body, command, conference};

pub(crate) async fn fifty_conferences_at_once(fixture: &impl Fixture) {
    const COMMANDS: u32 = 10;
    let store = fixture.open().await;
    let rooms = (0..50).map(|number| {
        let store = store.clone();
        tokio::spawn(async move {
            let id = conference(number);
            store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
            for turn in 0..COMMANDS {
                let appended = store.append(batch(&id, 1 + 2 * turn, &format!("turn-{turn}"), 2)).await.unwrap();
                assert_eq!(appended.last_seq, Seq::from(3 + 2 * turn));
            }
        })
    });
    for room in join_all(rooms).await {
        room.unwrap();
    }
    assert_eq!(store.conferences().await.unwrap().len(), 50);
    for number in 0..50 {
        let id = conference(number);
        assert_eq!(store.verify(&id).await.unwrap().events, 1 + 2 * COMMANDS);
        let events = store.events_since(&id, Seq::from(1)).await.unwrap();
        let expected = (0..COMMANDS).flat_map(|turn| [(turn, 0), (turn, 1)]);
        for (event, (turn, ordinal)) in events.iter().zip(expected) {
            assert_eq!((&event.command, event.ordinal), (&command(&format!("turn-{turn}")), ordinal));
            assert!(event.body == body(&format!("turn-{turn}"), ordinal));
        }
    }
}

pub(crate) async fn one_place_and_many_who_want_it(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let callers = (0..40).map(|caller| store.append(batch(&id, 1, &format!("caller-{caller}"), 2)));
    let answers = join_all(callers).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert_eq!(answers.iter().filter(|answer| matches!(answer, Err(StoreError::Conflict))).count(), 39);
    assert_eq!(store.verify(&id).await.unwrap().events, 3);
}

pub(crate) async fn one_command_and_many_who_send_it(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let answers = join_all((0..40).map(|_| store.append(batch(&id, 1, "add", 2)))).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    let done = |answer: &&Result<_, StoreError>| matches!(answer, Err(StoreError::AlreadyDone { .. }));
    assert_eq!(answers.iter().filter(done).count(), 39);
    assert_eq!(store.verify(&id).await.unwrap().events, 3);
}

pub(crate) async fn a_caller_who_leaves_loses_only_the_answer(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let ids: Vec<_> = (0..20).map(conference).collect();
    for id in &ids {
        store.create_conference(id, batch(id, 0, "open", 1)).await.unwrap();
    }
    for id in &ids {
        // Handed over on the first poll; then the caller is gone.
        drop(store.append(batch(id, 1, "left", 3)).now_or_never());
    }
    // The queue is in order: when this one is answered, those before it are on disk.
    store.append(batch(&ids[0], 4, "stayed", 1)).await.unwrap();
    let lengths: BTreeSet<u32> = join_all(ids[1..].iter().map(|id| async { store.verify(id).await.unwrap().events }))
        .await
        .into_iter()
        .collect();
    assert_eq!(lengths, BTreeSet::from([4]));
}
