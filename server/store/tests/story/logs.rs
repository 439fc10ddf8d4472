//! The logs, one caller at a time.
//!
//! Deliberately asks again after every refusal: a refusal must leave no trace.

use board::id::ConferenceId;
use store::{Appended, Batch, Seq, Store, StoreError, StoredEvent};

use crate::fixture::Fixture;
use crate::line::line;
use crate::sample::{batch, body, command, conference};

/// Makes a conference whose log has `events` events, all of one command.
async fn begin(store: &dyn Store, conference: &ConferenceId, events: u32) -> Appended {
    store.create_conference(conference, batch(conference, 0, "open", events)).await.unwrap()
}

async fn all(store: &dyn Store, conference: &ConferenceId) -> Vec<StoredEvent> {
    store.events_since(conference, Seq::ZERO).await.unwrap()
}

pub(crate) async fn what_is_appended_is_read_back(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    let first = begin(&*store, &id, 2).await;
    assert_eq!((first.first_seq, first.last_seq), (Seq::from(1), Seq::from(2)));
    let sent = Batch { actor: "seat-9".to_owned(), at_ms: -5, ..batch(&id, 2, "add", 3) };
    let second = store.append(sent.clone()).await.unwrap();
    assert_eq!((second.first_seq, second.last_seq), (Seq::from(3), Seq::from(5)));

    let events = all(&*store, &id).await;
    assert_eq!(events.iter().map(|event| u32::from(event.seq)).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let fifth = StoredEvent {
        seq: Seq::from(5),
        ordinal: 2,
        command: command("add"),
        actor: "seat-9".to_owned(),
        at_ms: -5,
        intent: sent.intent,
        kind: "kind_2".to_owned(),
        version: 1,
        body: body("add", 2),
    };
    assert_eq!(events.last(), Some(&fifth));
    assert_eq!(store.events_since(&id, Seq::from(2)).await.unwrap(), events[2..]);
    assert_eq!(store.events_since(&id, Seq::from(5)).await.unwrap(), []);

    let verified = store.verify(&id).await.unwrap();
    assert_eq!((verified.events, verified.head, verified.erased), (5, second.head, false));
    let rows = store.conferences().await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((&rows[0].id, rows[0].created_ms, rows[0].last_seq), (&id, 1_700_000_000_000, Seq::from(5)));
}

pub(crate) async fn any_text_comes_back_as_it_was(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    let long = "ż".repeat(1 << 20);
    let texts = ["", "{}", "\0", "'; drop table event; --", "\u{202e}👩‍👧 مرحبا", "\r\n\u{feff}", long.as_str()];
    let mut first = batch(&id, 0, "open", 7);
    for (event, text) in first.events.iter_mut().zip(texts) {
        event.body = text.into();
        event.version = u16::MAX;
    }
    store.create_conference(&id, first).await.unwrap();
    for (event, text) in all(&*store, &id).await.iter().zip(texts) {
        assert!(event.body.expose() == text, "event {}", event.seq);
        assert_eq!(event.version, u16::MAX);
    }
}

pub(crate) async fn somebody_else_was_first(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    begin(&*store, &id, 2).await;
    for expected in [0, 1, 3, u32::MAX] {
        let answer = store.append(batch(&id, expected, "late", 1)).await;
        assert!(matches!(answer, Err(StoreError::Conflict)), "{expected}: {answer:?}");
    }
    assert_eq!(all(&*store, &id).await.len(), 2);
    store.append(batch(&id, 2, "late", 1)).await.unwrap();
    assert_eq!(store.verify(&id).await.unwrap().events, 3);
}

pub(crate) async fn the_same_command_twice_is_harmless(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (id, other) = (conference(1), conference(2));
    begin(&*store, &id, 1).await;
    begin(&*store, &other, 1).await;
    store.append(batch(&id, 1, "add", 2)).await.unwrap();
    store.append(batch(&id, 3, "later", 1)).await.unwrap();
    // As it was first sent, and as somebody who has read on would send it.
    for expected in [1, 4, 9] {
        match store.append(batch(&id, expected, "add", 2)).await {
            Err(StoreError::AlreadyDone { first_seq, last_seq }) => {
                assert_eq!((first_seq, last_seq), (Seq::from(2), Seq::from(3)));
            }
            answer => panic!("expected {expected}: {answer:?}"),
        }
    }
    assert_eq!(all(&*store, &id).await.len(), 4);
    for (conference, name, is_there) in
        [(&id, "add", true), (&id, "later", true), (&id, "never", false), (&other, "add", false)]
    {
        assert_eq!(store.is_done(conference, &command(name)).await.unwrap(), is_there, "{name}");
    }
    // A command belongs to one conference; the same id in another is another command.
    store.append(batch(&other, 1, "add", 1)).await.unwrap();
}

pub(crate) async fn what_makes_no_sense_is_refused(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (id, nobody) = (conference(1), conference(9));
    begin(&*store, &id, 1).await;
    let again = store.create_conference(&id, batch(&id, 0, "again", 1)).await;
    assert!(matches!(again, Err(StoreError::AlreadyExists)), "{again:?}");
    for first in [batch(&id, 0, "x", 1), batch(&nobody, 1, "x", 1), batch(&nobody, 0, "x", 0)] {
        let answer = store.create_conference(&nobody, first).await;
        assert!(matches!(answer, Err(StoreError::Refused(_))), "{answer:?}");
    }
    let empty = store.append(batch(&id, 1, "x", 0)).await;
    assert!(matches!(empty, Err(StoreError::Refused(_))), "{empty:?}");
    assert!(matches!(store.append(batch(&nobody, 0, "x", 1)).await, Err(StoreError::NotFound)));
    assert!(matches!(store.events_since(&nobody, Seq::ZERO).await, Err(StoreError::NotFound)));
    assert!(matches!(store.verify(&nobody).await, Err(StoreError::NotFound)));
    assert!(matches!(
        store.erase(&nobody, 7, "request", "a test", line("erased", &nobody)).await,
        Err(StoreError::NotFound)
    ));
    assert_eq!(store.conferences().await.unwrap().len(), 1);
    assert_eq!(store.verify(&id).await.unwrap().events, 1);
}

pub(crate) async fn a_log_never_gets_shorter(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    begin(&*store, &id, 2).await;
    for since in [3, 9] {
        match store.events_since(&id, Seq::from(since)).await {
            Err(StoreError::Corrupt { seq, .. }) => assert_eq!(seq, Seq::from(3)),
            answer => panic!("{answer:?}"),
        }
    }
}

pub(crate) async fn where_a_log_ends(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    assert!(matches!(store.end(&id).await, Err(StoreError::NotFound)));
    begin(&*store, &id, 2).await;
    store.append(batch(&id, 2, "add", 3)).await.unwrap();
    assert_eq!(store.end(&id).await.unwrap(), Seq::from(5));
    store.erase(&id, 7, "request", "a test", line("erased", &id)).await.unwrap();
    assert!(matches!(store.end(&id).await, Err(StoreError::Erased)), "nobody goes on with what was erased");
}

pub(crate) async fn a_hash_on_a_paper_is_found_again(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (id, other) = (conference(1), conference(2));
    begin(&*store, &id, 2).await;
    begin(&*store, &other, 2).await;
    let signed = store.append(batch(&id, 2, "sign", 1)).await.unwrap();
    store.append(batch(&id, 3, "more", 2)).await.unwrap();

    let last = store.last_of(&id, "kind_0").await.unwrap().unwrap();
    assert_eq!(last.seq, Seq::from(4), "of several events of a kind the last");
    assert_eq!(store.last_of(&id, "never_was").await.unwrap(), None);
    let found = store.witness(&signed.head).await.unwrap().unwrap();
    assert_eq!((found.conference, found.seq, found.hash), (id.clone(), Seq::from(3), signed.head));
    assert_eq!(store.witness(&[7; 32]).await.unwrap(), None);
    store.erase(&id, 7, "request", "a test", line("erased", &id)).await.unwrap();
    assert!(store.witness(&signed.head).await.unwrap().is_some(), "the chain still witnesses");
}

pub(crate) async fn erasure_takes_the_words_and_leaves_the_chain(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (id, other) = (conference(1), conference(2));
    let made = begin(&*store, &id, 3).await;
    begin(&*store, &other, 1).await;
    for _ in 0..2 {
        store.erase(&id, 7, "request", "a test", line("erased", &id)).await.unwrap();
        assert!(matches!(store.events_since(&id, Seq::ZERO).await, Err(StoreError::Erased)));
        assert!(matches!(store.append(batch(&id, 3, "more", 1)).await, Err(StoreError::Erased)));
        let verified = store.verify(&id).await.unwrap();
        assert_eq!((verified.events, verified.head, verified.erased), (3, made.head, true));
    }
    let erased: Vec<bool> = store.conferences().await.unwrap().iter().map(|row| row.erased).collect();
    assert_eq!(erased, [true, false]);
    assert_eq!(all(&*store, &other).await.len(), 1);
    store.append(batch(&other, 1, "more", 1)).await.unwrap();
}

pub(crate) async fn closing_keeps_everything(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    begin(&*store, &id, 2).await;
    let before = all(&*store, &id).await;
    store.close().await.unwrap();
    assert!(matches!(store.append(batch(&id, 2, "late", 1)).await, Err(StoreError::Unavailable(_))));
    assert!(matches!(store.events_since(&id, Seq::ZERO).await, Err(StoreError::Unavailable(_))));

    let store = fixture.open().await;
    assert_eq!(all(&*store, &id).await, before);
    store.append(batch(&id, 2, "late", 1)).await.unwrap();
    assert_eq!(store.verify(&id).await.unwrap().events, 3);
}

pub(crate) async fn whether_a_write_would_be_kept_can_be_asked(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    begin(&*store, &id, 2).await;
    let before = all(&*store, &id).await;
    store.is_writable().await.unwrap();
    assert_eq!(all(&*store, &id).await, before, "asking changes nothing");
    store.close().await.unwrap();
    assert!(matches!(store.is_writable().await, Err(StoreError::Unavailable(_))));
}

pub(crate) async fn nothing_that_was_said_is_ever_printed(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    let sent = batch(&id, 0, "open", 2);
    let mut printed = vec![format!("{sent:#?}")];
    store.create_conference(&id, sent).await.unwrap();
    printed.push(format!("{:#?}", all(&*store, &id).await));
    for error in [
        store.append(batch(&id, 0, "late", 1)).await.unwrap_err(),
        store.append(batch(&id, 0, "open", 1)).await.unwrap_err(),
        store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap_err(),
        store.events_since(&id, Seq::from(7)).await.unwrap_err(),
    ] {
        printed.push(format!("{error} {error:?}"));
    }
    let printed = printed.concat();
    assert!(printed.contains("[redacted]"));
    assert!(!printed.contains("CANARY"), "{printed}");
}
