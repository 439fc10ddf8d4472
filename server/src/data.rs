//! The data folder: where the database and the key lie, and how they are opened.
//!
//! Deliberately not here: what is in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use store::{MasterKey, Store};

/// Where the key is read from when it shall not lie beside the database.
const KEY_FILE: &str = "HEARTH_KEY_FILE";

/// The data folder of one Hearth.
#[derive(Debug, Clone)]
pub(crate) struct Data {
    folder: PathBuf,
}

impl Data {
    pub(crate) fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Opens the store, making folder, key and database where there are none.
    pub(crate) async fn open(&self) -> anyhow::Result<Arc<dyn Store>> {
        let key_file = std::env::var_os(KEY_FILE).map_or_else(|| self.folder.join("hearth.key"), PathBuf::from);
        let key = MasterKey::load_or_create(&key_file)
            .with_context(|| format!("the key file {} cannot be used", key_file.display()))?;
        let database = self.folder.join("hearth.db");
        store::open(&database, key).await.with_context(|| format!("{} cannot be opened", database.display()))
    }

    /// Opens the store of a folder that is there already; a mistyped folder is an error and not a new, empty one.
    pub(crate) async fn open_existing(&self) -> anyhow::Result<Arc<dyn Store>> {
        let database = self.folder.join("hearth.db");
        anyhow::ensure!(
            database.exists(),
            "there is no Hearth in {}. Nothing was changed. Check --data, or make one with 'hearth serve', 'hearth demo' or 'hearth import'",
            self.folder.display()
        );
        self.open().await
    }

    /// Holds the folder for one server; a second one is told so.
    pub(crate) fn hold(&self) -> anyhow::Result<std::fs::File> {
        std::fs::create_dir_all(&self.folder)?;
        let file = std::fs::File::create(self.folder.join("hearth.lock"))?;
        file.try_lock().map_err(|_| {
            anyhow::anyhow!(
                "another hearth is serving {}. Nothing was changed. Stop it first, or choose another --data",
                self.folder.display()
            )
        })?;
        Ok(file)
    }
}
