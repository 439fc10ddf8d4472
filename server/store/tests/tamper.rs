//! Somebody changes the file behind the store's back: `verify` says so and names the first bad event.
//!
//! Deliberately also shows the limit: whoever can rewrite a whole log without its key is only found out by the head
//! that was printed earlier.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/file.rs"]
mod file;
#[path = "tamper/forge.rs"]
mod forge;
#[path = "support/sample.rs"]
mod sample;

use sqlx::{AssertSqlSafe, Connection};
use store::{MasterKey, Seq, StoreError};

use file::{EVENTS, File, damage, raw, spoil};
use sample::conference;

/// Spoils a copy with statements and asks where the damage is.
async fn after(file: &File, statements: &'static str) -> Option<u32> {
    let copy = file.copy();
    spoil(&copy, statements).await;
    let store = file.open(&copy).await.unwrap();
    let found = damage(&*store, &conference(1)).await;
    assert_eq!(damage(&*store, &conference(2)).await, None, "another conference is not touched: {statements}");
    store.close().await.unwrap();
    found
}

#[tokio::test]
async fn one_changed_byte_in_any_column_is_found() {
    let file = File::good().await;
    let mut connection = raw(&file.path()).await;
    let columns: Vec<(String, String)> =
        sqlx::query_as("select name, type from pragma_table_info('event')").fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    assert_eq!(columns.len(), 11, "every column of an event is tried");
    for (column, kind) in &columns {
        // A text or a blob gets another last byte, a number another second byte.
        let value = match kind.as_str() {
            "INTEGER" => format!("{column} + 256"),
            "TEXT" => format!("substr({column}, 1, length({column}) - 1) || '~'"),
            _ => format!(
                "cast(substr({column}, 1, length({column}) - 1) ||
                 case substr({column}, -1) when x'00' then x'01' else x'00' end as blob)"
            ),
        };
        for seq in [1, 2, 4, EVENTS] {
            let copy = file.copy();
            let statement =
                format!("update event set {column} = {value} where conference = 'conference-1' and seq = {seq}");
            let mut connection = raw(&copy).await;
            let changed = sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
            assert_eq!(changed.rows_affected(), 1);
            connection.close().await.unwrap();
            let store = file.open(&copy).await.unwrap();
            assert_eq!(damage(&*store, &conference(1)).await, Some(seq), "{column} of event {seq}");
            let read = store.events_since(&conference(1), Seq::ZERO).await;
            assert!(matches!(read, Err(StoreError::Corrupt { .. })), "{column} of event {seq} was served");
            store.close().await.unwrap();
        }
    }
}

#[tokio::test]
async fn missing_moved_and_added_events_are_found() {
    let file = File::good().await;
    assert_eq!(after(&file, "select 1").await, None, "nothing was changed");
    for (statements, seq) in [
        ("delete from event where conference = 'conference-1' and seq = 1", 1),
        ("delete from event where conference = 'conference-1' and seq = 4", 4),
        ("delete from event where conference = 'conference-1' and seq > 5", 6),
        ("delete from event where conference = 'conference-1'", 1),
        (
            "update event set seq = 100 where conference = 'conference-1' and seq = 3;
             update event set seq = 3 where conference = 'conference-1' and seq = 4;
             update event set seq = 4 where conference = 'conference-1' and seq = 100",
            3,
        ),
        (
            "insert into event select conference, 8, 'again', ordinal, actor, at_ms, kind, version, nonce, sealed, hash
             from event where conference = 'conference-1' and seq = 7",
            8,
        ),
        (
            "delete from event where conference = 'conference-1' and seq = 2;
             insert into event select 'conference-1', seq, command, ordinal, actor, at_ms, kind, version, nonce, sealed, hash
             from event where conference = 'conference-2' and seq = 2",
            2,
        ),
    ] {
        assert_eq!(after(&file, statements).await, Some(seq), "{statements}");
    }
}

#[tokio::test]
async fn the_error_says_in_words_what_was_found() {
    let file = File::good().await;
    for (statement, words) in [
        ("delete from event where seq = 4", "damaged at event 4: it is missing. Nothing from there on was read"),
        ("delete from event where seq > 4", "damaged at event 5: it and everything after it is missing"),
        ("update event set actor = 'seat-2' where seq = 4", "damaged at event 4: it was changed"),
        ("update event set actor = cast(x'ff' as text) where seq = 4", "damaged at event 4: it cannot be read"),
    ] {
        let copy = file.copy();
        spoil(&copy, statement).await;
        let store = file.open(&copy).await.unwrap();
        let error = store.verify(&conference(1)).await.unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}

#[tokio::test]
async fn a_changed_conference_row_or_key_is_found() {
    let file = File::good().await;
    for (statements, seq) in [
        ("update conference set head_seq = 6 where conference = 'conference-1'", EVENTS),
        ("update conference set head_seq = 8 where conference = 'conference-1'", EVENTS + 1),
        ("update conference set head_hash = zeroblob(32) where conference = 'conference-1'", EVENTS),
        ("update conference set head_hash = zeroblob(31) where conference = 'conference-1'", 0),
        ("update conference set created_ms = created_ms + 1 where conference = 'conference-1'", 0),
        ("update conference_key set sealed = zeroblob(48) where conference = 'conference-1'", 0),
        ("update conference_key set nonce = zeroblob(24) where conference = 'conference-1'", 0),
        (
            "update conference_key set (nonce, sealed) =
             (select nonce, sealed from conference_key where conference = 'conference-2') where conference = 'conference-1'",
            0,
        ),
    ] {
        assert_eq!(after(&file, statements).await, Some(seq), "{statements}");
    }
}

#[tokio::test]
async fn a_tail_that_was_cut_with_its_recorded_end_is_found_by_whoever_read_it_and_by_the_printed_head() {
    let file = File::good().await;
    let printed = file.open(&file.copy()).await.unwrap().verify(&conference(1)).await.unwrap().head;
    let copy = file.copy();
    spoil(
        &copy,
        "delete from event where conference = 'conference-1' and seq > 5;
         update conference set (head_seq, head_hash) =
         (select seq, hash from event where conference = 'conference-1' and seq = 5) where conference = 'conference-1'",
    )
    .await;
    let store = file.open(&copy).await.unwrap();
    let verified = store.verify(&conference(1)).await.unwrap();
    assert_ne!(verified.head, printed);
    let resumed = store.events_since(&conference(1), Seq::from(EVENTS)).await;
    assert!(matches!(resumed, Err(StoreError::Corrupt { .. })), "{resumed:?}");
}

#[tokio::test]
async fn a_forger_without_the_key_is_found_by_the_seals_and_after_an_erasure_by_the_printed_head() {
    let file = File::good().await;
    let copy = file.copy();
    forge::rewrite_actor(&copy, 3).await;
    let store = file.open(&copy).await.unwrap();
    assert_eq!(damage(&*store, &conference(1)).await, Some(3));
    store.close().await.unwrap();

    let copy = file.copy();
    let store = file.open(&copy).await.unwrap();
    store.destroy_key(&conference(1)).await.unwrap();
    let printed = store.verify(&conference(1)).await.unwrap().head;
    store.close().await.unwrap();
    forge::rewrite_actor(&copy, 3).await;
    let store = file.open(&copy).await.unwrap();
    assert_ne!(store.verify(&conference(1)).await.unwrap().head, printed);
}

#[tokio::test]
async fn after_an_erasure_a_changed_event_is_still_found() {
    let file = File::good().await;
    let copy = file.copy();
    let store = file.open(&copy).await.unwrap();
    store.destroy_key(&conference(1)).await.unwrap();
    store.close().await.unwrap();
    spoil(&copy, "update event set sealed = zeroblob(40) where conference = 'conference-1' and seq = 4").await;
    let store = file.open(&copy).await.unwrap();
    assert_eq!(damage(&*store, &conference(1)).await, Some(4));
}

#[tokio::test]
async fn the_wrong_master_key_opens_nothing_and_harms_nothing() {
    let file = File::good().await;
    let wrong = MasterKey::from_hex(&"5a".repeat(32)).unwrap();
    let answer = store::open(&file.path(), wrong).await.map(drop);
    assert!(matches!(answer, Err(StoreError::WrongKey)), "{answer:?}");
    let store = file.open(&file.path()).await.unwrap();
    assert_eq!(damage(&*store, &conference(1)).await, None);
}

/// A disk that forgets: whatever bit of the file flips, no changed word is served, and nothing panics.
#[tokio::test]
async fn a_flipped_bit_anywhere_is_never_served() {
    let file = File::good().await;
    let good = std::fs::read(file.path()).unwrap();
    let store = file.open(&file.copy()).await.unwrap();
    let words = store.events_since(&conference(1), Seq::ZERO).await.unwrap();
    store.close().await.unwrap();
    let mut noticed = 0;
    for turn in 0..200 {
        let copy = file.copy();
        let mut spoilt = good.clone();
        // A stride that is prime to the length visits places all over the file.
        let at = turn * 7919 % good.len();
        spoilt[at] ^= 1 << (turn % 8);
        std::fs::write(&copy, &spoilt).unwrap();
        let Ok(store) = file.open(&copy).await else {
            noticed += 1;
            continue;
        };
        match store.events_since(&conference(1), Seq::ZERO).await {
            Ok(served) => assert!(served == words, "byte {at} changed what was served"),
            Err(_) => noticed += 1,
        }
        store.close().await.ok();
    }
    assert!(noticed > 0, "no flip ever reached anything: the test is blind");
}
