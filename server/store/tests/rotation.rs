//! The master key is changed: everything opens with the new one, nothing with the old one, and nobody writes with it.
//!
//! Deliberately not here: the keys' files. The server's own test has those.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/line.rs"]
mod line;
#[path = "support/sample.rs"]
mod sample;

use std::path::PathBuf;
use std::sync::Arc;

use cluster::Database;
use line::line;
use sample::{batch, conference};
use store::{Account, Given, MasterKey, NewPicture, PicturePart, Sensitive, Seq, Store, StoreError};

/// A place on either database.
enum Place {
    File(PathBuf),
    Server(Database),
}

impl Place {
    async fn open(&self, key: MasterKey) -> Result<Arc<dyn Store>, StoreError> {
        match self {
            Self::File(file) => store::open(file, key).await,
            Self::Server(database) => store::connect(&database.address().parse().unwrap(), key).await,
        }
    }
}

fn old() -> MasterKey {
    MasterKey::from_hex(&"07".repeat(32)).unwrap()
}

fn next() -> MasterKey {
    MasterKey::from_hex(&"08".repeat(32)).unwrap()
}

fn words(code: u8) -> Given {
    Given {
        form: "child".to_owned(),
        quarter: "2026-Q4".to_owned(),
        answers: Vec::new(),
        words: Some((format!("words {code}").as_str().into(), None)),
    }
}

fn account() -> Account {
    Account {
        id: "00000000-0000-4000-8000-000000000001".parse().unwrap(),
        name: "siân".to_owned(),
        display_name: "Siân".to_owned(),
        role: "chair".to_owned(),
        password_hash: String::new(),
        created_ms: 0,
        disabled: false,
    }
}

async fn fill(store: &dyn Store) {
    store.create_account(account()).await.unwrap();
    store.begin_second_factor(&account().id, Sensitive::new(vec![7; 20])).await.unwrap();
    for number in 1..=3 {
        let id = conference(number);
        store.create_conference(&id, batch(&id, 0, "open", 2)).await.unwrap();
        let picture = NewPicture {
            id: "00112233445566778899aabbccddeeff".parse().unwrap(),
            at_ms: 5,
            about: "about".into(),
            screen: vec![7; 100].into(),
            small: None,
        };
        store.keep_picture(&id, picture).await.unwrap();
    }
    store.erase(&conference(3), 7, "request", "a test", line("erased", &conference(3))).await.unwrap();
    store.put_feedback_codes((0..9).map(|n| [n; 32]).collect(), "child", "2026-Q4").await.unwrap();
    for code in 0..5 {
        assert!(store.give_feedback(&[code; 32], words(code)).await.unwrap());
    }
}

#[tokio::test]
async fn everything_opens_with_the_new_key_and_nothing_with_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    for place in [Place::File(folder.path().join("hearth.db")), Place::Server(Database::empty())] {
        let store = place.open(old()).await.unwrap();
        fill(&*store).await;
        let (first, third) = (conference(1), conference(3));
        let events = store.events_since(&first, Seq::ZERO).await.unwrap();
        let heads = [store.verify(&first).await.unwrap(), store.verify(&third).await.unwrap()];
        let said = store.feedback_words("2026-Q4").await.unwrap();
        assert_eq!(said.len(), 5);

        assert_eq!(store.change_key(next()).await.unwrap(), 2, "an erased conference has no key");

        // Somebody who has the old key in hand still.
        let read = store.events_since(&first, Seq::ZERO).await;
        assert!(matches!(read, Err(StoreError::WrongKey)), "{read:?}");
        let append = store.append(batch(&first, 2, "late", 1)).await;
        assert!(matches!(append, Err(StoreError::WrongKey)), "{append:?}");
        let made = store.create_conference(&conference(4), batch(&conference(4), 0, "open", 1)).await;
        assert!(matches!(made, Err(StoreError::WrongKey)), "{made:?}");
        let given = store.give_feedback(&[8; 32], words(8)).await;
        assert!(matches!(given, Err(StoreError::WrongKey)), "{given:?}");
        let begun = store.begin_second_factor(&account().id, Sensitive::new(vec![8; 20])).await;
        assert!(matches!(begun, Err(StoreError::WrongKey)), "{begun:?}");
        let again = store.change_key(old()).await;
        assert!(matches!(again, Err(StoreError::WrongKey)), "{again:?}");
        store.close().await.unwrap();

        let refused = place.open(old()).await.map(drop);
        assert!(matches!(refused, Err(StoreError::WrongKey)), "{refused:?}");
        let store = place.open(next()).await.unwrap();
        assert_eq!(store.events_since(&first, Seq::ZERO).await.unwrap(), events);
        assert_eq!([store.verify(&first).await.unwrap(), store.verify(&third).await.unwrap()], heads);
        assert_eq!(store.feedback_words("2026-Q4").await.unwrap(), said);
        let factor = store.second_factor(&account().id).await.unwrap().unwrap();
        assert_eq!(factor.key.expose(), &[7; 20]);
        let picture = "00112233445566778899aabbccddeeff".parse().unwrap();
        let part = store.picture(&first, &picture, PicturePart::Screen).await.unwrap().unwrap();
        assert_eq!(part.expose(), &[7; 100]);
        store.append(batch(&first, 2, "after", 1)).await.unwrap();
        assert!(store.give_feedback(&[8; 32], words(8)).await.unwrap(), "what was refused took no code");
        assert_eq!(store.conferences().await.unwrap().len(), 3, "what was refused made nothing");
    }
}
