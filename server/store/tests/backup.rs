//! A backup of either database comes back in either, with everything and with nothing else.
//!
//! Deliberately not here: damaged files, and files at all. The server's own test has those.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/full.rs"]
mod full;
#[path = "support/hold.rs"]
mod hold;
#[path = "support/line.rs"]
mod line;
#[path = "support/sample.rs"]
mod sample;

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use board::id::ConferenceId;
use cluster::Database;
use full::{HELD, account, code, fill};
use hold::hold;
use line::line;
use sample::{batch, command, conference};
use store::{
    BackupError, EraseAgain, LegalHold, Looked, Manifest, MasterKey, PicturePart, Seq, Since, Store, StoreError,
    check_backup,
};

fn master() -> MasterKey {
    MasterKey::from_hex(&"07".repeat(32)).unwrap()
}

async fn on_file(folder: &Path, name: &str) -> Arc<dyn Store> {
    store::open(&folder.join(name), master()).await.unwrap()
}

async fn on_server(database: &Database) -> Arc<dyn Store> {
    store::connect(&database.address().parse().unwrap(), master()).await.unwrap()
}

async fn back_up(store: &dyn Store) -> (Vec<u8>, Manifest) {
    let mut file = Vec::new();
    let told = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&told);
    let progress = Arc::new(move |done: usize, of: usize| {
        assert_eq!((done, of), (count.fetch_add(1, Ordering::Relaxed) + 1, 4));
    });
    let manifest = store.back_up(&mut file, None, &[], 77, progress).await.unwrap();
    assert_eq!(told.load(Ordering::Relaxed), 4, "it is told after every conference");
    assert_eq!(check_backup(&mut Cursor::new(&file), &master()).unwrap(), manifest);
    (file, manifest)
}

/// Everything that was kept is in both, and opens in both.
async fn are_alike(one: &dyn Store, two: &dyn Store) {
    assert_eq!(one.conferences().await.unwrap(), two.conferences().await.unwrap());
    let picture = "00112233445566778899aabbccddeeff".parse().unwrap();
    for number in 1..=4 {
        let id = conference(number);
        assert_eq!(one.verify(&id).await.unwrap(), two.verify(&id).await.unwrap());
        assert_eq!(one.verify_pictures(&id).await.unwrap(), two.verify_pictures(&id).await.unwrap());
        if number == 3 {
            assert!(matches!(two.events_since(&id, Seq::ZERO).await, Err(StoreError::Erased)));
            continue;
        }
        assert_eq!(one.events_since(&id, Seq::ZERO).await.unwrap(), two.events_since(&id, Seq::ZERO).await.unwrap());
        let part = two.picture(&id, &picture, PicturePart::Screen).await.unwrap().unwrap();
        assert_eq!(part.expose().len(), 200_000);
    }
    assert_eq!(two.holds().await.unwrap(), [hold(HELD)]);
    let erased = two.erase(&conference(3), 99, "another", "another", line("erased", &conference(3))).await.unwrap();
    assert_eq!((erased.at_ms, erased.rule.as_str()), (7, "request"), "what was erased stays noted");
    assert_eq!(one.account_by_name("siân").await.unwrap(), two.account_by_name("siân").await.unwrap());
    assert_eq!(two.code(&[9; 32], 0).await.unwrap(), Some(code()));
    assert_eq!(one.feedback("child", "2026-Q4").await.unwrap(), two.feedback("child", "2026-Q4").await.unwrap());
    let words = two.feedback_words("2026-Q4").await.unwrap();
    assert_eq!((one.feedback_words("2026-Q4").await.unwrap(), words.len()), (words, 5));
    let factors = (one.second_factor(&account().id).await.unwrap(), two.second_factor(&account().id).await.unwrap());
    assert!(factors.0.is_some() && factors.0 == factors.1, "the telephone goes on making the right codes");
    assert_eq!(two.recovery_codes_left(&account().id).await.unwrap(), 1);
    assert_eq!(two.session(&[4; 32], 0).await.unwrap(), None, "nobody is signed in by a restore");
}

/// A restored store goes on as if nothing had happened.
async fn goes_on(store: &dyn Store) {
    let id = conference(1);
    store.append(batch(&id, 302, "after", 1)).await.unwrap();
    let again = store.append(batch(&id, 303, "add", 1)).await;
    assert!(matches!(again, Err(StoreError::AlreadyDone { .. })), "{again:?}: {:?}", command("add"));
    assert_eq!(store.verify(&id).await.unwrap().events, 303);
}

#[tokio::test]
async fn what_was_backed_up_comes_back_on_every_database() {
    let folder = tempfile::tempdir().unwrap();
    let (file, server) = (on_file(folder.path(), "one.db").await, Database::empty());
    fill(&*file).await;
    let (backup, manifest) = back_up(&*file).await;
    assert!(manifest.conferences[2].erased && manifest.conferences[0].picture_parts == 3);

    let server = on_server(&server).await;
    server.restore(Box::new(Cursor::new(backup)), &manifest, Since::default()).await.unwrap();
    are_alike(&*file, &*server).await;
    let (backup, again) = back_up(&*server).await;
    assert_eq!(again, manifest, "the form is the same on both");

    let other = on_file(folder.path(), "two.db").await;
    other.restore(Box::new(Cursor::new(backup)), &manifest, Since::default()).await.unwrap();
    are_alike(&*server, &*other).await;
    goes_on(&*server).await;
    goes_on(&*other).await;
}

/// The form is for ever: this backup was made when it was new.
#[tokio::test]
async fn a_backup_from_long_ago_is_read_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let long_ago = include_bytes!("data/backup-1.hearth");
    let manifest = check_backup(&mut Cursor::new(long_ago), &master()).unwrap();
    let events: Vec<(u32, bool)> =
        manifest.conferences.iter().map(|counted| (counted.events, counted.erased)).collect();
    assert_eq!(events, [(3, false), (2, true)]);
    let store = on_file(folder.path(), "restored.db").await;
    store.restore(Box::new(Cursor::new(long_ago)), &manifest, Since::default()).await.unwrap();
    assert_eq!(store.events_since(&conference(1), Seq::ZERO).await.unwrap().len(), 3);
    assert_eq!(store.account_by_name("siân").await.unwrap(), Some(account()));
    assert_eq!(store.holds().await.unwrap(), [LegalHold { at_ms: 9, ..hold(1) }]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_of_one_moment_whatever_is_written_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::empty();
    for store in [on_file(folder.path(), "one.db").await, on_server(&database).await] {
        fill(&*store).await;
        let writing = Arc::clone(&store);
        let (handle, mut file) = (tokio::runtime::Handle::current(), Vec::new());
        // After the first conference was read, somebody adds to the last one and makes another.
        let meanwhile = Arc::new(move |done: usize, _: usize| {
            if done == 1 {
                let (store, handle) = (Arc::clone(&writing), handle.clone());
                let write = std::thread::spawn(move || {
                    handle.block_on(async {
                        let (fourth, fifth) = (conference(4), conference(5));
                        store.append(batch(&fourth, 302, "meanwhile", 1)).await.unwrap();
                        store.create_conference(&fifth, batch(&fifth, 0, "open", 1)).await.unwrap();
                    });
                });
                write.join().unwrap();
            }
        });
        let manifest = store.back_up(&mut file, None, &[], 0, meanwhile).await.unwrap();
        assert_eq!(manifest.conferences.iter().map(|counted| counted.events).collect::<Vec<_>>(), [302; 4]);
        assert_eq!(store.end(&conference(4)).await.unwrap(), Seq::from(303), "it was written all the same");
        check_backup(&mut Cursor::new(&file), &master()).unwrap();
    }
}

/// What is left out is left out of every table, or the rest could not be kept: rows that belong to nothing are refused.
#[tokio::test]
async fn what_is_left_out_takes_everything_of_its_own_along_and_the_rest_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let (file, server) = (on_file(folder.path(), "one.db").await, Database::empty());
    fill(&*file).await;
    let (held, coded) = (conference(HELD), code().conference);
    file.restrict(&held, true).await.unwrap();
    file.name(&held, &account().id, true).await.unwrap();
    let opened = Looked {
        id: "a line".to_owned(),
        at_ms: 1,
        account: None,
        seat: None,
        conference: Some(held.clone()),
        what: "opened".to_owned(),
        reason: None,
        about: None,
    };
    file.looked(opened.clone()).await.unwrap();
    let without = [held.clone(), conference(3), coded];
    let mut backup = Vec::new();
    let told = Arc::new(|_: usize, _: usize| ());
    let manifest = file.back_up(&mut backup, None, &without, 77, told.clone()).await.unwrap();
    assert_eq!((manifest.conferences.len(), manifest.without.as_slice()), (1, &without[..]));
    assert_eq!(check_backup(&mut Cursor::new(&backup), &master()).unwrap(), manifest);

    for store in [on_file(folder.path(), "two.db").await, on_server(&server).await] {
        let from = Box::new(Cursor::new(backup.clone()));
        store.restore(from, &manifest, Since::default()).await.unwrap();
        let rest: Vec<ConferenceId> = store.conferences().await.unwrap().into_iter().map(|row| row.id).collect();
        assert_eq!(rest, [conference(1)]);
        assert_eq!((store.holds().await.unwrap(), store.code(&[9; 32], 0).await.unwrap()), (vec![], None));
        assert!(!store.access(&held).await.unwrap().restricted, "nothing says who may come to what is not there");
        assert_eq!(
            store.who_looked(Some(&held), 9).await.unwrap(),
            [line("held", &held), opened.clone()],
            "who looked stays"
        );
        assert_eq!(store.account_by_name("siân").await.unwrap(), Some(account()));
    }
    let unknown = file.back_up(&mut Vec::new(), None, &[conference(9)], 77, told).await;
    assert!(matches!(unknown, Err(BackupError::Unknown(id)) if id == conference(9)));
}

#[tokio::test]
async fn what_was_erased_since_is_erased_again_before_anybody_can_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let (full, server) = (on_file(folder.path(), "full.db").await, Database::empty());
    fill(&*full).await;
    let (backup, manifest) = back_up(&*full).await;
    let again = |conference: ConferenceId| EraseAgain {
        conference,
        at_ms: 50,
        rule: "request".to_owned(),
        because: "decision 12".into(),
    };
    for store in [on_file(folder.path(), "empty.db").await, on_server(&server).await] {
        let erased = vec![again(conference(HELD)), again(conference(3)), again(conference(9))];
        let since = Since { erased, looked: Vec::new() };
        store.restore(Box::new(Cursor::new(backup.clone())), &manifest, since).await.unwrap();
        let gone = conference(HELD);
        assert!(matches!(store.events_since(&gone, Seq::ZERO).await, Err(StoreError::Erased)), "though it was on hold");
        assert_eq!(store.holds().await.unwrap(), [], "a hold of that time was released before");
        let noted = store.erase(&gone, 99, "another", "another", line("erased", &gone)).await.unwrap();
        assert_eq!((noted.at_ms, noted.because.as_str()), (50, "decision 12"), "it was erased when it was erased");
        let earlier =
            store.erase(&conference(3), 99, "another", "another", line("erased", &conference(3))).await.unwrap();
        assert_eq!(earlier.at_ms, 7, "what the backup says of its own erasures stays");
        store.verify(&gone).await.unwrap();
    }
}

#[tokio::test]
async fn a_backup_is_restored_whole_or_not_at_all_and_only_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::empty();
    let full = on_file(folder.path(), "full.db").await;
    fill(&*full).await;
    let (mut backup, manifest) = back_up(&*full).await;
    let again = full.restore(Box::new(Cursor::new(backup.clone())), &manifest, Since::default()).await;
    assert!(matches!(again, Err(BackupError::NotEmpty)), "{again:?}");
    // It is whole, and another one than was checked.
    let another = Manifest { made_ms: 78, ..manifest.clone() };
    for store in [on_file(folder.path(), "empty.db").await, on_server(&database).await] {
        let changed = store.restore(Box::new(Cursor::new(backup.clone())), &another, Since::default()).await;
        assert!(matches!(changed, Err(BackupError::Changed)), "{changed:?}");
        assert_eq!(store.conferences().await.unwrap(), []);
        store.close().await.unwrap();
    }
    // Only its last byte is wrong: everything else was in place by then.
    *backup.last_mut().unwrap() ^= 1;
    for store in [on_file(folder.path(), "empty.db").await, on_server(&database).await] {
        let halfway = store.restore(Box::new(Cursor::new(backup.clone())), &manifest, Since::default()).await;
        assert!(matches!(halfway, Err(BackupError::Damaged(_))), "{halfway:?}");
        assert_eq!(store.conferences().await.unwrap(), []);
        assert_eq!(store.account_count().await.unwrap(), 0);
    }
    // Tables are left; nothing is in them, and the next try finds an empty place.
    let address = database.address().parse().unwrap();
    assert!(store::is_set_up(&address).await.unwrap() && !store::is_used(&address).await.unwrap());
    let store = on_server(&database).await;
    let (whole, manifest) = back_up(&*full).await;
    store.restore(Box::new(Cursor::new(whole)), &manifest, Since::default()).await.unwrap();
    assert!(store::is_used(&address).await.unwrap());
    let untouched = Database::empty();
    assert!(!store::is_used(&untouched.address().parse().unwrap()).await.unwrap());
}
