//! The writer alone: who shares a group shares its fate, and nothing else.
//!
//! Deliberately without conferences: a table of notes shows best what was written and what was undone.

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use super::{BEGIN, Writer};
use crate::StoreError;
use crate::fault::fault;
use crate::sqlite::connect;

const NOTES: &str = "create table note (word text not null, likes text references note (word), constraint note_pk primary key (word)) strict";
const KEEP: &str = "insert into note (word, likes) values ($1, $2)";
const WORDS: &str = "select word from note order by word";
const DEFER: &str = "pragma defer_foreign_keys = on";
const GIVE_UP: &str = "rollback";

struct Desk {
    folder: TempDir,
    writer: Writer,
}

fn options(folder: &TempDir) -> SqliteConnectOptions {
    connect::for_writing(&folder.path().join("notes.db"))
        .create_if_missing(true)
        .busy_timeout(std::time::Duration::ZERO)
}

async fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let mut first = connect::to_write(&options(&folder)).await.unwrap();
    sqlx::query(NOTES).execute(&mut first).await.unwrap();
    let writer = Writer::start(first, options(&folder));
    Desk { folder, writer }
}

impl Desk {
    async fn keep(&self, word: &'static str) -> Result<(), StoreError> {
        self.writer.write(move |tx| Box::pin(insert(tx, word, None))).await
    }

    async fn words(&self) -> Vec<String> {
        let mut reader = options(&self.folder).connect().await.unwrap();
        let words = sqlx::query_scalar(WORDS).fetch_all(&mut reader).await.unwrap();
        reader.close().await.unwrap();
        words
    }
}

async fn insert(tx: &mut SqliteConnection, word: &str, likes: Option<&str>) -> Result<(), StoreError> {
    sqlx::query(KEEP).bind(word).bind(likes).execute(tx).await.map(drop).map_err(fault)
}

#[tokio::test]
async fn a_refusal_undoes_its_own_work_and_nobody_elses() {
    let desk = desk().await;
    let refused = desk.writer.write(|tx| {
        Box::pin(async move {
            insert(tx, "half", None).await?;
            Err::<(), _>(StoreError::Conflict)
        })
    });
    // All three are queued before the writer wakes, so they are one group.
    let (before, refused, after) = tokio::join!(desk.keep("before"), refused, desk.keep("later"));
    assert!(before.is_ok() && after.is_ok());
    assert!(matches!(refused, Err(StoreError::Conflict)));
    assert_eq!(desk.words().await, ["before", "later"]);
}

#[tokio::test]
async fn a_failed_commit_fails_the_whole_group_and_keeps_nothing_of_it() {
    let desk = desk().await;
    desk.keep("earlier").await.unwrap();
    // A reference that is only checked at the commit: the work itself succeeds, the commit cannot.
    let poison = desk.writer.write(|tx| {
        Box::pin(async move {
            sqlx::query(DEFER).execute(&mut *tx).await.map_err(fault)?;
            insert(tx, "poison", Some("nobody")).await
        })
    });
    let (innocent, poison) = tokio::join!(desk.keep("innocent"), poison);
    assert!(matches!(innocent, Err(StoreError::Unavailable(_))), "{innocent:?}");
    assert!(matches!(poison, Err(StoreError::Unavailable(_))), "{poison:?}");
    assert_eq!(desk.words().await, ["earlier"]);
    desk.keep("innocent").await.unwrap();
    assert_eq!(desk.words().await, ["earlier", "innocent"]);
}

/// SQLite gives a whole transaction up by itself when a disk is full or fails; what follows must not run outside of one.
#[tokio::test]
async fn a_transaction_that_was_given_up_underneath_fails_the_group_and_the_next_one_works() {
    let desk = desk().await;
    let giving_up = desk
        .writer
        .write(|tx| Box::pin(async move { sqlx::query(GIVE_UP).execute(tx).await.map(drop).map_err(fault) }));
    let (before, giving_up, after) = tokio::join!(desk.keep("before"), giving_up, desk.keep("later"));
    for answer in [before, giving_up, after] {
        assert!(matches!(answer, Err(StoreError::Unavailable(_))), "{answer:?}");
    }
    assert_eq!(desk.words().await, [""; 0]);
    desk.keep("next").await.unwrap();
    assert_eq!(desk.words().await, ["next"]);
}

#[tokio::test]
async fn a_database_that_somebody_else_holds_is_busy_and_then_works_again() {
    let desk = desk().await;
    let mut other = options(&desk.folder).connect().await.unwrap();
    let held = other.begin_with(BEGIN).await.unwrap();
    assert!(matches!(desk.keep("word").await, Err(StoreError::Busy)));
    held.rollback().await.unwrap();
    desk.keep("word").await.unwrap();
    assert_eq!(desk.words().await, ["word"]);
}

#[tokio::test]
async fn what_was_queued_before_the_close_is_written_and_what_comes_after_is_not() {
    let desk = desk().await;
    let (kept, closed) = tokio::join!(desk.keep("kept"), desk.writer.close());
    assert!(kept.is_ok() && closed.is_ok());
    assert!(matches!(desk.keep("late").await, Err(StoreError::Unavailable(_))));
    assert!(matches!(desk.writer.close().await, Err(StoreError::Unavailable(_))));
    assert_eq!(desk.words().await, ["kept"]);
}
