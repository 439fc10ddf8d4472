//! The end of a conference: what is on hold stays, and what is erased is noted and gone.
//!
//! Deliberately not here: what an erased log still tells (`logs`), and what the disk still holds (`secrecy`).

use board::id::ConferenceId;
use store::{JoinCode, Seq, Session, Store, StoreError};

use crate::fixture::Fixture;
use crate::hold::hold;
use crate::line::line;
use crate::sample::{batch, conference};

async fn begin(store: &dyn Store, id: &ConferenceId) {
    store.create_conference(id, batch(id, 0, "open", 2)).await.unwrap();
}

/// What was written down of a conference, by the words for it.
async fn written(store: &dyn Store, number: u32) -> Vec<String> {
    let lines = store.who_looked(Some(&conference(number)), 9).await.unwrap();
    let mut words: Vec<String> = lines.into_iter().map(|line| line.what).collect();
    words.sort_unstable();
    words
}

pub(crate) async fn what_is_on_hold_is_not_erased(fixture: &impl Fixture) {
    let store = fixture.open().await;
    for number in 1..=3 {
        begin(&*store, &conference(number)).await;
    }
    store.hold(hold(2), line("held", &conference(2))).await.unwrap();
    store.hold(hold(1), line("held", &conference(1))).await.unwrap();
    assert!(matches!(store.hold(hold(1), line("held", &conference(1))).await, Err(StoreError::AlreadyExists)));
    assert!(matches!(store.hold(hold(9), line("held", &conference(9))).await, Err(StoreError::NotFound)));
    assert_eq!(store.holds().await.unwrap(), [hold(1), hold(2)]);
    assert!(!format!("{:?}", hold(1)).contains("CANARY"));

    let refused = store.erase(&conference(1), 5, "request", "reference 1", line("erased", &conference(1))).await;
    assert!(matches!(refused, Err(StoreError::Held)), "{refused:?}");
    assert_eq!(store.events_since(&conference(1), Seq::ZERO).await.unwrap().len(), 2);

    assert!(store.release(&conference(1), line("released", &conference(1))).await.unwrap());
    assert!(!store.release(&conference(1), line("released", &conference(1))).await.unwrap());
    store.erase(&conference(1), 5, "request", "reference 1", line("erased", &conference(1))).await.unwrap();
    assert_eq!(store.holds().await.unwrap(), [hold(2)]);
    assert!(
        matches!(store.hold(hold(1), line("held", &conference(1))).await, Err(StoreError::Erased)),
        "there is nothing left to keep"
    );
}

pub(crate) async fn what_is_refused_leaves_no_line(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (id, nobody) = (conference(1), conference(9));
    begin(&*store, &id).await;
    let nothing: [&str; 0] = [];
    assert!(!store.release(&id, line("released", &id)).await.unwrap());
    assert_eq!(written(&*store, 1).await, nothing, "it was not held");
    store.hold(hold(1), line("held", &id)).await.unwrap();
    store.hold(hold(1), line("held again", &id)).await.unwrap_err();
    store.erase(&id, 5, "request", "reference 1", line("erased", &id)).await.unwrap_err();
    assert_eq!(written(&*store, 1).await, ["held"]);

    assert!(store.release(&id, line("released", &id)).await.unwrap());
    store.erase(&id, 5, "request", "reference 1", line("erased", &id)).await.unwrap();
    store.erase(&id, 6, "request", "reference 1", line("erased again", &id)).await.unwrap();
    store.hold(hold(1), line("held again", &id)).await.unwrap_err();
    assert_eq!(written(&*store, 1).await, ["erased", "held", "released"], "it was erased once");
    store.hold(hold(9), line("held", &nobody)).await.unwrap_err();
    assert!(!store.release(&nobody, line("released", &nobody)).await.unwrap());
    store.erase(&nobody, 5, "request", "reference 1", line("erased", &nobody)).await.unwrap_err();
    assert_eq!(written(&*store, 9).await, nothing);
}

pub(crate) async fn a_deed_without_its_line_is_not_done(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let (id, taken) = (conference(1), line("taken", &conference(1)));
    begin(&*store, &id).await;
    store.looked(taken.clone()).await.unwrap();
    store.hold(hold(1), taken.clone()).await.unwrap_err();
    assert_eq!(store.holds().await.unwrap(), []);
    store.erase(&id, 5, "request", "reference 1", taken.clone()).await.unwrap_err();
    assert_eq!(store.events_since(&id, Seq::ZERO).await.unwrap().len(), 2, "it can be read");
    store.hold(hold(1), line("held", &id)).await.unwrap();
    store.release(&id, taken).await.unwrap_err();
    assert_eq!(store.holds().await.unwrap(), [hold(1)]);
}

pub(crate) async fn what_was_erased_is_noted_once(fixture: &impl Fixture) {
    let store = fixture.open().await;
    let id = conference(1);
    begin(&*store, &id).await;
    let before = store.verify(&id).await.unwrap();
    let noted = store.erase(&id, 5, "request", "reference 1", line("erased", &id)).await.unwrap();
    assert_eq!((noted.events, noted.head, noted.at_ms), (2, before.head, 5));
    let again = store.erase(&id, 6, "other", "reference 2", line("erased", &id)).await.unwrap();
    assert_eq!(again, noted);
    let nobody = store.erase(&conference(9), 5, "request", "reference 1", line("erased", &conference(9))).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)), "{nobody:?}");
}

pub(crate) async fn nobody_gets_in_after_an_erasure(fixture: &impl Fixture) {
    let store = fixture.open().await;
    for number in 1..=2 {
        let id = conference(number);
        begin(&*store, &id).await;
        let hash = [u8::try_from(number).unwrap(); 32];
        let code = JoinCode {
            code_hash: hash,
            conference: id.clone(),
            purpose: "lobby".to_owned(),
            payload: None,
            expires_ms: 100,
        };
        store.put_code(code).await.unwrap();
        let session = Session {
            token_hash: hash,
            holder: "seat".to_owned(),
            account: None,
            conference: Some(id),
            created_ms: 0,
            expires_ms: 100,
            last_seen_ms: 0,
            device: None,
            proved_ms: 0,
        };
        store.put_session(session).await.unwrap();
    }
    store.erase(&conference(1), 5, "request", "reference 1", line("erased", &conference(1))).await.unwrap();
    assert_eq!(store.code(&[1; 32], 0).await.unwrap(), None);
    assert_eq!(store.session(&[1; 32], 0).await.unwrap(), None);
    assert!(store.code(&[2; 32], 0).await.unwrap().is_some());
    assert!(store.session(&[2; 32], 0).await.unwrap().is_some());
}
