//! What somebody finds who reads the files on the disk byte by byte: no words, and after an erasure no key.
//!
//! Deliberately looks at the raw bytes and not through SQL: SQL hides what was only marked as free.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/sample.rs"]
mod sample;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use store::{Given, MasterKey, NewPicture, Seq};

use sample::{batch, conference};

/// Every byte of every file of the database: the file itself and what lies beside it.
fn bytes(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.flat_map(|path| std::fs::read(path).unwrap()).collect()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[tokio::test]
async fn words_are_never_readable_and_a_destroyed_key_is_gone_from_the_disk() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    let path = folder.join("hearth.db");
    let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
    let store = store::open(&path, master).await.unwrap();
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

    store.put_feedback_codes(vec![[5; 32]], "child", "2026-Q4").await.unwrap();
    let given = Given {
        form: "child".to_owned(),
        quarter: "2026-Q4".to_owned(),
        answers: vec![("listened".to_owned(), "5".to_owned())],
        words: Some(("ZQX-CANARY-feedback".into(), None)),
    };
    assert!(store.give_feedback(&[5; 32], given).await.unwrap());

    let on_disk = bytes(&folder);
    assert!(holds(&on_disk, b"conference-7") && holds(&on_disk, b"kind_2"), "the test reads the right files");
    assert!(!holds(&on_disk, b"CANARY"), "words lie readable on the disk");
    assert!(!holds(&on_disk, &[7; 32]), "the master key lies on the disk");

    let mut reader = SqliteConnectOptions::new().filename(&path).read_only(true).connect().await.unwrap();
    let key: Vec<u8> = sqlx::query_scalar("select sealed from conference_key where conference = 'conference-7'")
        .fetch_one(&mut reader)
        .await
        .unwrap();
    reader.close().await.unwrap();
    assert!(holds(&bytes(&folder), &key), "the key is there before it is destroyed");
    store.destroy_key(&conference(7)).await.unwrap();
    assert!(!holds(&bytes(&folder), &key), "the destroyed key is still on the disk");
    assert_eq!(store.events_since(&conference(8), Seq::ZERO).await.unwrap().len(), 3);
}

#[tokio::test]
async fn others_on_the_machine_cannot_read_the_files() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("data");
    let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
    let store = store::open(&folder.join("hearth.db"), master).await.unwrap();
    let id = conference(1);
    store.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(paths.len(), 3, "the file, its write-ahead log and its index");
    for path in paths.iter().chain([&folder]) {
        let mode = std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is open to others: {mode:o}", path.display());
    }
}
