//! Where the story takes place: a fresh store that can be opened again.
//!
//! Deliberately a trait: another database runs the same story with a fixture of its own.

use std::sync::Arc;

use store::{MasterKey, Store};
use tempfile::TempDir;

/// One fresh place for one chapter.
pub(crate) trait Fixture {
    /// A place where nothing was ever stored.
    fn fresh() -> Self;

    /// Opens the store there; also again, after it was closed.
    async fn open(&self) -> Arc<dyn Store>;
}

/// A file in a folder that goes away with the test.
pub(crate) struct Sqlite {
    folder: TempDir,
}

impl Fixture for Sqlite {
    fn fresh() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    async fn open(&self) -> Arc<dyn Store> {
        let master = MasterKey::load_or_create(&self.folder.path().join("keys/master.key")).unwrap();
        store::open(&self.folder.path().join("data/hearth.db"), master).await.unwrap()
    }
}
