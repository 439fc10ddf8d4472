//! A closed database file that tests copy, change behind the store's back, and open again.
//!
//! Deliberately with the strictest settings of SQLite turned off: whoever holds the file can do the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use board::id::ConferenceId;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use store::{MasterKey, Store, StoreError};
use tempfile::TempDir;

use crate::sample::{batch, conference};

/// How many events the log of each conference in the file has.
pub(crate) const EVENTS: u32 = 7;

/// A folder with one good file in it.
pub(crate) struct File {
    folder: TempDir,
}

impl File {
    /// Two conferences with the same events, closed well, so that there is one file and nothing beside it.
    pub(crate) async fn good() -> Self {
        let file = Self { folder: tempfile::tempdir().unwrap() };
        let store = file.open(&file.path()).await.unwrap();
        for id in [conference(1), conference(2)] {
            store.create_conference(&id, batch(&id, 0, "open", 2)).await.unwrap();
            store.append(batch(&id, 2, "add", 3)).await.unwrap();
            store.append(batch(&id, 5, "more", EVENTS - 5)).await.unwrap();
        }
        store.close().await.unwrap();
        file
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("good.db")
    }

    /// A copy that may be spoilt; the one before is gone.
    pub(crate) fn copy(&self) -> PathBuf {
        let copy = self.folder.path().join("copy.db");
        for leftover in ["copy.db-wal", "copy.db-shm"] {
            let _ = std::fs::remove_file(self.folder.path().join(leftover));
        }
        std::fs::copy(self.path(), &copy).unwrap();
        copy
    }

    pub(crate) fn master(&self) -> MasterKey {
        MasterKey::load_or_create(&self.folder.path().join("master.key")).unwrap()
    }

    pub(crate) async fn open(&self, path: &Path) -> Result<Arc<dyn Store>, StoreError> {
        store::open(path, self.master()).await
    }
}

/// A connection that checks nothing.
pub(crate) async fn raw(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(false);
    options.pragma("ignore_check_constraints", "on").connect().await.unwrap()
}

/// Runs statements behind the store's back.
pub(crate) async fn spoil(path: &Path, statements: &'static str) {
    let mut connection = raw(path).await;
    sqlx::raw_sql(statements).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// What `verify` says about the first conference, as the place of the damage; none if it finds nothing.
pub(crate) async fn damage(store: &dyn Store, id: &ConferenceId) -> Option<u32> {
    match store.verify(id).await {
        Ok(_) => None,
        Err(StoreError::Corrupt { conference, seq, .. }) if conference == *id => Some(seq.into()),
        Err(other) => panic!("{other:?}"),
    }
}
