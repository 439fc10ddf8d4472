//! Where things are kept: the data folder with its file and the key, or a PostgreSQL database and the key.
//!
//! Deliberately not here: what is in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use store::{Address, MasterKey, Sensitive, Store};

/// Where the key is read from when it shall not lie beside the database.
const KEY_FILE: &str = "HEARTH_KEY_FILE";

const UNREACHED: &str = "the PostgreSQL database cannot be opened; nothing was changed";

/// Where one Hearth keeps things.
#[derive(Debug, Clone)]
pub(crate) struct Data {
    folder: PathBuf,
    /// The address of a database that nodes share, instead of the file in the folder. It may hold a password.
    database: Option<Sensitive<String>>,
}

impl Data {
    pub(crate) fn at(folder: &Path, database: Option<Sensitive<String>>) -> Self {
        Self { folder: folder.to_owned(), database: database.filter(|address| !address.expose().is_empty()) }
    }

    /// Opens the store, making folder, key and tables where there are none.
    pub(crate) async fn open(&self) -> anyhow::Result<Arc<dyn Store>> {
        match self.address()? {
            None => {
                let file = self.file();
                store::open(&file, self.key()?).await.with_context(|| format!("{} cannot be opened", file.display()))
            }
            Some(address) => {
                // A further node brings the key of the first; making another one would only hide that it is missing.
                let made = store::is_set_up(&address).await.context(UNREACHED)?;
                let key = if made { self.kept_key() } else { self.key() }?;
                store::connect(&address, key).await.context(UNREACHED)
            }
        }
    }

    /// Opens a store that is there already; a mistyped folder or address is an error and not a new, empty one.
    pub(crate) async fn open_existing(&self) -> anyhow::Result<Arc<dyn Store>> {
        let (made, place) = match self.address()? {
            None => (self.file().exists(), self.folder.display().to_string()),
            Some(address) => (store::is_set_up(&address).await.context(UNREACHED)?, "this database".to_owned()),
        };
        anyhow::ensure!(
            made,
            "there is no Hearth in {place}. Nothing was changed. Check --data and --database, or make one with 'hearth \
             serve', 'hearth demo' or 'hearth import'"
        );
        self.open().await
    }

    /// Holds the folder for one server; a second one is told so. Nodes that share a database need not be kept apart.
    pub(crate) fn hold(&self) -> anyhow::Result<Option<std::fs::File>> {
        if self.database.is_some() {
            return Ok(None);
        }
        std::fs::create_dir_all(&self.folder)?;
        let file = std::fs::File::create(self.folder.join("hearth.lock"))?;
        file.try_lock().map_err(|_| {
            anyhow::anyhow!(
                "another hearth is serving {}. Nothing was changed. Stop it first, or choose another --data",
                self.folder.display()
            )
        })?;
        Ok(Some(file))
    }

    fn file(&self) -> PathBuf {
        self.folder.join("hearth.db")
    }

    fn address(&self) -> anyhow::Result<Option<Address>> {
        let parse = |text: &Sensitive<String>| text.expose().parse().context("nothing was opened or changed");
        self.database.as_ref().map(parse).transpose()
    }

    fn key_file(&self) -> PathBuf {
        std::env::var_os(KEY_FILE).map_or_else(|| self.folder.join("hearth.key"), PathBuf::from)
    }

    fn key(&self) -> anyhow::Result<MasterKey> {
        let file = self.key_file();
        MasterKey::load_or_create(&file).with_context(|| format!("the key file {} cannot be used", file.display()))
    }

    fn kept_key(&self) -> anyhow::Result<MasterKey> {
        let file = self.key_file();
        MasterKey::load(&file).with_context(|| {
            format!(
                "the key of this database is not at {}; nothing was changed. Copy it there from another node, or give \
                 its place in {KEY_FILE}",
                file.display()
            )
        })
    }
}
