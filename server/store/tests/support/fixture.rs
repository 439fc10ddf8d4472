//! Where the story takes place: a fresh store that can be opened again, on each database.
//!
//! Deliberately a trait: every chapter is told once and knows nothing of the place.

use std::sync::Arc;

use store::{MasterKey, Store};
use tempfile::TempDir;

use crate::cluster::Database;

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

/// A database of its own on the server that goes away with the test program.
pub(crate) struct Postgres {
    database: Database,
}

impl Fixture for Postgres {
    fn fresh() -> Self {
        Self { database: Database::empty() }
    }

    async fn open(&self) -> Arc<dyn Store> {
        let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
        store::connect(&self.database.address().parse().unwrap(), master).await.unwrap()
    }
}
