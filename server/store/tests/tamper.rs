//! Somebody changes the database behind the store's back: `verify` says so and names the first bad event.
//!
//! Deliberately also shows the limit: whoever can rewrite a whole log without its key is only found out by the head
//! that was printed earlier.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/file.rs"]
mod file;
#[path = "tamper/forge.rs"]
mod forge;
#[path = "support/line.rs"]
mod line;
#[path = "tamper/pictures.rs"]
mod pictures;
#[path = "support/place.rs"]
mod place;
#[path = "support/sample.rs"]
mod sample;
#[path = "support/server.rs"]
mod server;

use store::{MasterKey, Seq, StoreError, StoredEvent};

use file::File;
use line::line;
use pictures::a_changed_or_moved_picture_does_not_open_and_no_other_is_touched;
use place::{EVENTS, Place, damage};
use sample::conference;

/// Tries all that somebody could do on one database.
macro_rules! try_all {
    ($name:ident, $place:ty, $($deed:ident,)*) => {
        mod $name {
            $(#[tokio::test]
            async fn $deed() {
                super::$deed(&<$place as super::Place>::good().await).await;
            })*
        }
    };
    ($name:ident, $place:ty) => {
        try_all!($name, $place,
            one_changed_byte_in_any_column_is_found,
            missing_moved_and_added_events_are_found,
            the_error_says_in_words_what_was_found,
            a_changed_conference_row_or_key_is_found,
            a_tail_that_was_cut_with_its_recorded_end_is_found_by_whoever_read_it_and_by_the_printed_head,
            a_forger_without_the_key_is_found_by_the_seals_and_after_an_erasure_by_the_printed_head,
            after_an_erasure_a_changed_event_is_still_found,
            an_event_after_the_recorded_end_keeps_its_place_and_is_found,
            the_wrong_master_key_opens_nothing_and_harms_nothing,
            a_changed_or_moved_picture_does_not_open_and_no_other_is_touched,
        );
    };
}

try_all!(on_sqlite, crate::file::File);
try_all!(on_postgres, crate::cluster::Database);

/// Spoils a copy with statements and asks where the damage is.
async fn after(good: &impl Place, statements: &str) -> Option<u32> {
    let copy = good.copy();
    copy.spoil(statements).await;
    let store = copy.open().await;
    let found = damage(&*store, &conference(1)).await;
    assert_eq!(damage(&*store, &conference(2)).await, None, "another conference is not touched: {statements}");
    store.close().await.unwrap();
    found
}

async fn one_changed_byte_in_any_column_is_found(good: &impl Place) {
    let columns = good.changed_columns().await;
    assert_eq!(columns.len(), 11, "every column of an event is tried");
    for (column, value) in &columns {
        for seq in [1, 2, 4, EVENTS] {
            let copy = good.copy();
            copy.spoil(&format!(
                "update event set {column} = {value} where conference = 'conference-1' and seq = {seq}"
            ))
            .await;
            let store = copy.open().await;
            assert_eq!(damage(&*store, &conference(1)).await, Some(seq), "{column} of event {seq}");
            let read = store.events_since(&conference(1), Seq::ZERO).await;
            assert!(matches!(read, Err(StoreError::Corrupt { .. })), "{column} of event {seq} was served");
            store.close().await.unwrap();
        }
    }
}

async fn missing_moved_and_added_events_are_found(good: &impl Place) {
    assert_eq!(after(good, "select 1").await, None, "nothing was changed");
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
        assert_eq!(after(good, statements).await, Some(seq), "{statements}");
    }
}

async fn the_error_says_in_words_what_was_found(good: &impl Place) {
    for (statement, words) in [
        ("delete from event where seq = 4", "damaged at event 4: it is missing. Nothing from there on was read"),
        ("delete from event where seq > 4", "damaged at event 5: it and everything after it is missing"),
        ("update event set actor = 'seat-2' where seq = 4", "damaged at event 4: it was changed"),
        ("update event set nonce = zeroblob(3) where seq = 4", "damaged at event 4: it cannot be read"),
    ] {
        let copy = good.copy();
        copy.spoil(statement).await;
        let store = copy.open().await;
        let error = store.verify(&conference(1)).await.unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}

async fn a_changed_conference_row_or_key_is_found(good: &impl Place) {
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
        assert_eq!(after(good, statements).await, Some(seq), "{statements}");
    }
}

async fn a_tail_that_was_cut_with_its_recorded_end_is_found_by_whoever_read_it_and_by_the_printed_head(
    good: &impl Place,
) {
    let printed = good.copy().open().await.verify(&conference(1)).await.unwrap().head;
    let copy = good.copy();
    copy.spoil(
        "delete from event where conference = 'conference-1' and seq > 5;
         update conference set (head_seq, head_hash) =
         (select seq, hash from event where conference = 'conference-1' and seq = 5) where conference = 'conference-1'",
    )
    .await;
    let store = copy.open().await;
    let verified = store.verify(&conference(1)).await.unwrap();
    assert_ne!(verified.head, printed);
    let resumed = store.events_since(&conference(1), Seq::from(EVENTS)).await;
    assert!(matches!(resumed, Err(StoreError::Corrupt { .. })), "{resumed:?}");
}

async fn a_forger_without_the_key_is_found_by_the_seals_and_after_an_erasure_by_the_printed_head(good: &impl Place) {
    let copy = good.copy();
    forge::rewrite_actor(&copy, 3).await;
    let store = copy.open().await;
    assert_eq!(damage(&*store, &conference(1)).await, Some(3));
    store.close().await.unwrap();

    let copy = good.copy();
    let store = copy.open().await;
    store.erase(&conference(1), 7, "request", "a test", line("erased", &conference(1))).await.unwrap();
    let printed = store.verify(&conference(1)).await.unwrap().head;
    store.close().await.unwrap();
    forge::rewrite_actor(&copy, 3).await;
    let store = copy.open().await;
    assert_ne!(store.verify(&conference(1)).await.unwrap().head, printed);
}

async fn after_an_erasure_a_changed_event_is_still_found(good: &impl Place) {
    let copy = good.copy();
    let store = copy.open().await;
    store.erase(&conference(1), 7, "request", "a test", line("erased", &conference(1))).await.unwrap();
    store.close().await.unwrap();
    copy.spoil("update event set sealed = zeroblob(40) where conference = 'conference-1' and seq = 4").await;
    let store = copy.open().await;
    assert_eq!(damage(&*store, &conference(1)).await, Some(4));
}

/// Whoever writes next finds the place taken, and whoever reads finds out why.
async fn an_event_after_the_recorded_end_keeps_its_place_and_is_found(good: &impl Place) {
    let copy = good.copy();
    copy.spoil(
        "insert into event select conference, 8, 'again', ordinal, actor, at_ms, kind, version, nonce, sealed, hash
         from event where conference = 'conference-1' and seq = 7",
    )
    .await;
    let store = copy.open().await;
    let late = store.append(sample::batch(&conference(1), EVENTS, "late", 1)).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    match store.events_since(&conference(1), Seq::from(EVENTS)).await {
        Err(StoreError::Corrupt { seq, .. }) => assert_eq!(seq, Seq::from(EVENTS + 1)),
        answer => panic!("{answer:?}"),
    }
    store.close().await.unwrap();
}

async fn the_wrong_master_key_opens_nothing_and_harms_nothing(good: &impl Place) {
    let wrong = MasterKey::from_hex(&"5a".repeat(32)).unwrap();
    let answer = good.open_with(wrong).await.map(drop);
    assert!(matches!(answer, Err(StoreError::WrongKey)), "{answer:?}");
    let store = good.open().await;
    assert_eq!(damage(&*store, &conference(1)).await, None);
}

/// How many bits flip, and how often the file is cut short, in `make test`. The README says how to ask for more.
const FLIPS: (&str, usize) = ("HEARTH_FLIPS", 200);
const CUTS: (&str, usize) = ("HEARTH_CUTS", 40);

fn times((variable, usual): (&str, usize)) -> usize {
    std::env::var(variable).map_or(usual, |number| number.parse().unwrap())
}

/// How damage shows.
#[derive(Debug, PartialEq)]
enum Shown {
    /// What is read is what was kept, and nothing in the file contradicts it: the damage touched nothing.
    Nowhere,
    /// The words are as they were kept; whoever looks the file through finds the damage.
    WhenLookedThrough,
    /// The words are not given out.
    AtOnce,
}

/// How this damage shows. Words that were never kept must not be given out.
async fn shown(file: &File, spoilt: &[u8], words: &[StoredEvent]) -> Shown {
    let copy = File::empty();
    std::fs::write(copy.path(), spoilt).unwrap();
    let Ok(store) = copy.open_with(MasterKey::from_hex(&"07".repeat(32)).unwrap()).await else {
        return Shown::AtOnce;
    };
    let served = store.events_since(&conference(1), Seq::ZERO).await;
    let sound = store.is_sound().await;
    // Where there is damage, not even the end of a connection has to go well.
    store.close().await.ok();
    match (served, sound) {
        (Err(_), _) => Shown::AtOnce,
        (Ok(served), sound) => {
            assert_eq!(served, words, "{}: changed words were given out", file.path().display());
            if sound.is_err() { Shown::WhenLookedThrough } else { Shown::Nowhere }
        }
    }
}

/// A disk that forgets: whatever bit of the file flips, no changed word is served, and nothing panics.
#[tokio::test]
async fn a_flipped_bit_anywhere_is_never_served() {
    let file = File::good().await;
    let good = std::fs::read(file.path()).unwrap();
    let words = file.copy().open().await.events_since(&conference(1), Seq::ZERO).await.unwrap();
    assert_eq!(shown(&file, &good, &words).await, Shown::Nowhere, "nothing has happened");
    let (mut at_once, mut looked_through) = (0, 0);
    for turn in 0..times(FLIPS) {
        let mut spoilt = good.clone();
        // A stride that is prime to the length visits places all over the file.
        spoilt[turn * 7919 % good.len()] ^= 1 << (turn % 8);
        match shown(&file, &spoilt, &words).await {
            Shown::AtOnce => at_once += 1,
            Shown::WhenLookedThrough => looked_through += 1,
            Shown::Nowhere => {}
        }
    }
    println!(
        "{} flips: {at_once} noticed at once, {looked_through} when looked through, the others touch nothing",
        times(FLIPS)
    );
    assert!(at_once > 0 && looked_through > 0, "no flip ever reached anything: the test is blind");
}

/// A file that was cut short, wherever: words are given out as they were kept, or not at all.
#[tokio::test]
async fn a_file_that_was_cut_short_gives_out_nothing_that_was_never_kept() {
    let file = File::good().await;
    let good = std::fs::read(file.path()).unwrap();
    let words = file.copy().open().await.events_since(&conference(1), Seq::ZERO).await.unwrap();
    let mut noticed = 0;
    for turn in 1..=times(CUTS) {
        let spoilt = &good[..turn * 7919 % good.len()];
        noticed += usize::from(shown(&file, spoilt, &words).await != Shown::Nowhere);
    }
    println!("{} cuts: {noticed} noticed", times(CUTS));
    assert_eq!(noticed, times(CUTS), "a cut is always noticed");
}
