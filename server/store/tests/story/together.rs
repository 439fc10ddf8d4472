//! The logs, many callers at once.
//!
//! Deliberately with no order among the callers: whatever the order turns out to be, the promises hold.

use std::collections::BTreeSet;

use futures_util::FutureExt;
use futures_util::future::join_all;
use store::{Seq, StoreError};

use crate::fixture::Fixture;
use crate::sample::{batch, body, command, conference};

/// How often two want the same place, unless the environment asks for another number.
const FENCED: (&str, u32) = ("HEARTH_FENCED", 10);

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

pub(crate) async fn two_programs_on_one_log(fixture: &impl Fixture) {
    const COMMANDS: u32 = 25;
    let stores = [fixture.open().await, fixture.open().await];
    let id = conference(1);
    stores[0].create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let programs = stores.iter().zip(["one", "two"]).map(|(store, program)| {
        let (store, id) = (store.clone(), id.clone());
        tokio::spawn(async move {
            let mut end = Seq::from(1);
            for turn in 0..COMMANDS {
                let name = format!("{program}-{turn}");
                // Whoever was second reads on from where they were, and tries again from there.
                while let Err(StoreError::Conflict) = store.append(batch(&id, end.into(), &name, 2)).await {
                    let missed = store.events_since(&id, end).await.unwrap();
                    end = missed.last().unwrap().seq;
                }
                end = store.end(&id).await.unwrap();
            }
        })
    });
    for program in join_all(programs).await {
        program.unwrap();
    }
    assert_eq!(stores[0].verify(&id).await.unwrap(), stores[1].verify(&id).await.unwrap());
    let events = stores[1].events_since(&id, Seq::from(1)).await.unwrap();
    for pair in events.chunks(2) {
        assert!(pair.len() == 2 && pair[0].command == pair[1].command, "a command is whole");
    }
    for program in ["one", "two"] {
        let turns = events.iter().filter(|event| event.ordinal == 0 && event.command.as_str().starts_with(program));
        let names: Vec<String> = turns.map(|event| event.command.to_string()).collect();
        let sent: Vec<String> = (0..COMMANDS).map(|turn| format!("{program}-{turn}")).collect();
        assert_eq!(names, sent, "each once, and in the order in which they were sent");
    }
}

pub(crate) async fn two_who_believe_they_are_at_the_end_of_one_log(fixture: &impl Fixture) {
    let turns = std::env::var(FENCED.0).map_or(FENCED.1, |number| number.parse().unwrap());
    let stores = [fixture.open().await, fixture.open().await];
    let id = conference(1);
    stores[0].create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let (mut end, mut first_was_first) = (1, 0);
    for turn in 0..turns {
        let mut sent: Vec<_> = stores.iter().zip(["one", "two"]).collect();
        sent.rotate_left(usize::from(turn % 2 == 1));
        let names = sent.iter().map(|(_, who)| format!("{who}-{turn}")).collect::<Vec<_>>();
        let tries = sent.iter().zip(&names).map(|((store, _), name)| {
            let (store, batch) = ((*store).clone(), batch(&id, end, name, 2));
            tokio::spawn(async move { store.append(batch).await })
        });
        let answers: Vec<_> = join_all(tries).await.into_iter().map(Result::unwrap).collect();
        let (winner, loser) = match answers.as_slice() {
            [Ok(_), Err(StoreError::Conflict)] => (0, 1),
            [Err(StoreError::Conflict), Ok(_)] => (1, 0),
            both => panic!("one is first, and the other is told: {both:?}"),
        };
        first_was_first += u32::from(winner == 0);
        // Whoever was second finds what the first wrote, whole and where they thought the end was.
        let second = sent[loser].0;
        let missed = second.events_since(&id, Seq::from(end)).await.unwrap();
        let found: Vec<_> = missed.iter().map(|event| (u32::from(event.seq), event.command.as_str())).collect();
        assert_eq!(found, [(end + 1, names[winner].as_str()), (end + 2, names[winner].as_str())]);
        // What they still hold is refused until they say that they have read it.
        let stale = second.append(batch(&id, end, &names[loser], 2)).await;
        assert!(matches!(stale, Err(StoreError::Conflict)), "{stale:?}");
        second.append(batch(&id, end + 2, &names[loser], 2)).await.unwrap();
        end += 4;
    }
    println!("{turns} times two wanted one place; whoever began was first {first_was_first} times");
    let verified = stores[0].verify(&id).await.unwrap();
    assert_eq!((verified.events, verified), (end, stores[1].verify(&id).await.unwrap()));
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
    // What was handed over is finished before the store lets go.
    store.close().await.unwrap();
    let store = fixture.open().await;
    let lengths: BTreeSet<u32> =
        join_all(ids.iter().map(|id| async { store.verify(id).await.unwrap().events })).await.into_iter().collect();
    assert_eq!(lengths, BTreeSet::from([4]));
}
