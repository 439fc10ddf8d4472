//! What somebody finds who reads the files on the disk byte by byte: no words, and after an erasure no key.
//!
//! Deliberately looks at the raw bytes and not through SQL: SQL hides what was only marked as free.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/line.rs"]
mod line;
#[path = "support/sample.rs"]
mod sample;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cluster::{Cluster, Database};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use store::{Account, Given, MasterKey, NewPicture, Sensitive, Seq, Store, StoreError};

use line::line;
use sample::{batch, conference};

const KEY: &str = "select sealed from conference_key where conference = 'conference-7'";

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Whether any file below a folder holds these bytes. A file may go away while it is looked for.
fn holds(folder: &Path, needle: &[u8]) -> bool {
    let bytes = files(folder).into_iter().filter_map(|path| std::fs::read(path).ok());
    bytes.into_iter().any(|bytes| bytes.windows(needle.len()).any(|window| window == needle))
}

fn master() -> MasterKey {
    MasterKey::from_hex(&"07".repeat(32)).unwrap()
}

/// Keeps words of every sort.
async fn fill(store: &dyn Store) {
    for number in 1..=20 {
        let id = conference(number);
        store.create_conference(&id, batch(&id, 0, "open", 3)).await.unwrap();
        let picture = NewPicture {
            id: "00112233445566778899aabbccddeeff".parse().unwrap(),
            at_ms: 0,
            about: "ZQX-CANARY-about".into(),
            screen: b"ZQX-CANARY-screen".to_vec().into(),
            small: Some(b"ZQX-CANARY-small".to_vec().into()),
        };
        store.keep_picture(&id, picture).await.unwrap();
    }
    let account = Account {
        id: "00000000-0000-4000-8000-000000000001".parse().unwrap(),
        name: "siân".to_owned(),
        display_name: "Siân".to_owned(),
        role: "chair".to_owned(),
        password_hash: String::new(),
        created_ms: 0,
        disabled: false,
    };
    let id = account.id.clone();
    store.create_account(account).await.unwrap();
    store.begin_second_factor(&id, Sensitive::new(b"ZQX-CANARY-telephone".to_vec())).await.unwrap();
    store.put_feedback_codes(vec![[5; 32]], "child", "2026-Q4").await.unwrap();
    let given = Given {
        form: "child".to_owned(),
        quarter: "2026-Q4".to_owned(),
        answers: vec![("listened".to_owned(), "5".to_owned())],
        words: Some(("ZQX-CANARY-feedback".into(), None)),
    };
    assert!(store.give_feedback(&[5; 32], given).await.unwrap());
}

fn find_no_words(folder: &Path) {
    assert!(holds(folder, b"conference-7") && holds(folder, b"kind_2"), "the test reads the right files");
    assert!(!holds(folder, b"CANARY"), "words lie readable on the disk");
    assert!(!holds(folder, &[7; 32]), "the master key lies on the disk");
}

#[tokio::test]
async fn words_are_never_readable_and_a_destroyed_key_is_gone_from_the_disk() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    let path = folder.join("hearth.db");
    let store = store::open(&path, master()).await.unwrap();
    fill(&*store).await;
    find_no_words(&folder);

    let mut reader = SqliteConnectOptions::new().filename(&path).read_only(true).connect().await.unwrap();
    let key: Vec<u8> = sqlx::query_scalar(KEY).fetch_one(&mut reader).await.unwrap();
    reader.close().await.unwrap();
    assert!(holds(&folder, &key), "the key is there before it is destroyed");
    store.erase(&conference(7), 7, "request", "a test", line("erased", &conference(7))).await.unwrap();
    store.scrub().await.unwrap();
    assert!(!holds(&folder, &key), "the destroyed key is still on the disk");
    assert_eq!(store.events_since(&conference(8), Seq::ZERO).await.unwrap().len(), 3);
}

#[tokio::test]
async fn words_are_never_readable_and_a_destroyed_key_is_gone_from_the_servers_tables() {
    let database = Database::empty();
    let store = store::connect(&database.address().parse().unwrap(), master()).await.unwrap();
    fill(&*store).await;
    let options: PgConnectOptions = database.address().parse().unwrap();
    let mut admin = options.connect().await.unwrap();
    sqlx::raw_sql("checkpoint").execute(&mut admin).await.unwrap();
    find_no_words(&Cluster::get().folder);

    // The write-ahead log is the operator's: the README says so.
    let tables = Cluster::get().folder.join("data/base");
    let key: Vec<u8> = sqlx::query_scalar(KEY).fetch_one(&mut admin).await.unwrap();
    assert!(holds(&tables, &key), "the key is there before it is destroyed");
    store.erase(&conference(7), 7, "request", "a test", line("erased", &conference(7))).await.unwrap();
    store.scrub().await.unwrap();
    sqlx::raw_sql("checkpoint").execute(&mut admin).await.unwrap();
    assert!(!holds(&tables, &key), "the destroyed key is still on the disk");
    assert_eq!(store.events_since(&conference(8), Seq::ZERO).await.unwrap().len(), 3);
}

/// Somebody reads, as a backup does: what is erased meanwhile is erased, and only the trace of it waits until they have ended.
#[tokio::test]
async fn whoever_reads_keeps_a_trace_of_a_destroyed_key_and_nobody_from_destroying_it() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("data/hearth.db");
    let store = store::open(&path, master()).await.unwrap();
    fill(&*store).await;
    let mut reader = SqliteConnectOptions::new().filename(&path).read_only(true).connect().await.unwrap();
    let mut reading = reader.begin().await.unwrap();
    let _: Vec<u8> = sqlx::query_scalar(KEY).fetch_one(&mut *reading).await.unwrap();
    erased_but_for_a_trace(&*store).await;
    reading.rollback().await.unwrap();
    store.scrub().await.unwrap();

    let database = Database::empty();
    let store = store::connect(&database.address().parse().unwrap(), master()).await.unwrap();
    fill(&*store).await;
    let options: PgConnectOptions = database.address().parse().unwrap();
    let mut reader = options.connect().await.unwrap();
    let mut reading = reader.begin().await.unwrap();
    let _: Vec<u8> = sqlx::query_scalar(KEY).fetch_one(&mut *reading).await.unwrap();
    erased_but_for_a_trace(&*store).await;
    reading.rollback().await.unwrap();
    store.scrub().await.unwrap();
}

async fn erased_but_for_a_trace(store: &dyn Store) {
    let id = conference(7);
    let noted = store.erase(&id, 7, "request", "a test", line("erased", &id)).await.unwrap();
    assert!(matches!(store.events_since(&id, Seq::ZERO).await, Err(StoreError::Erased)));
    let busy = store.scrub().await;
    assert!(matches!(busy, Err(StoreError::Busy)), "{busy:?}");
    assert_eq!(store.erase(&id, 8, "another", "another", line("erased", &id)).await.unwrap(), noted);
}

/// Which transaction wrote a row, and where it lies among the others.
const TRACES: &str = "\
select count(distinct xmin::text) = 1 from feedback_tally
union all select count(distinct xmin::text) = 1 from feedback_words
union all select array_agg(id order by ctid) = array_agg(id order by id) from feedback_words";

#[tokio::test]
async fn the_server_does_not_note_which_answers_came_together_or_in_which_order() {
    let database = Database::empty();
    let store = store::connect(&database.address().parse().unwrap(), master()).await.unwrap();
    store.put_feedback_codes((11..19).map(|code| [code; 32]).collect(), "child", "2026-Q4").await.unwrap();
    for code in 11..19_u8 {
        let given = Given {
            form: "child".to_owned(),
            quarter: "2026-Q4".to_owned(),
            answers: vec![("listened".to_owned(), code.to_string())],
            words: Some(("ZQX-CANARY-feedback".into(), None)),
        };
        assert!(store.give_feedback(&[code; 32], given).await.unwrap());
        let traces = Cluster::get().run("psql", &["-qAtX", "-d", &database.name, "-c", TRACES]).unwrap();
        assert_eq!(traces, "t\nt\nt", "after answer {code}");
    }
}

#[tokio::test]
async fn others_on_the_machine_cannot_read_the_files() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    let store = store::open(&folder.join("hearth.db"), master()).await.unwrap();
    let id = conference(1);
    store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(paths.len(), 3, "the file, its write-ahead log and its index");
    for path in paths.iter().chain([&folder]) {
        let mode = std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is open to others: {mode:o}", path.display());
    }
}
