//! Where things are kept: the data folder with its file and the key, or a PostgreSQL database and the key.
//!
//! Deliberately not here: what is in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use store::{Address, MasterKey, Sensitive, Store, StoreError};

use crate::draft::on_disk;

mod key;

pub(crate) use key::{KeyPlace, next_to, old_ones};

const UNREACHED: &str = "the PostgreSQL database cannot be opened; nothing was changed";

const CHANGING: &str = "the master key was being changed when the machine stopped; both keys are there and nothing is lost. \
                        Run 'hearth key rotate' again to finish, or 'hearth key rotate --undo'";

/// Where one Hearth keeps things.
#[derive(Debug, Clone)]
pub(crate) struct Data {
    folder: PathBuf,
    /// The address of a database that nodes share, instead of the file in the folder. It may hold a password.
    database: Option<Sensitive<String>>,
    /// Where the key is, when it shall not lie beside the database.
    key_file: Option<PathBuf>,
}

impl Data {
    pub(crate) fn at(folder: &Path, database: Option<Sensitive<String>>, key_file: Option<PathBuf>) -> Self {
        let database = database.filter(|address| !address.expose().is_empty());
        Self { folder: folder.to_owned(), database, key_file }
    }

    /// Opens the store, making folder, key and tables where there are none.
    pub(crate) async fn open(&self) -> anyhow::Result<Arc<dyn Store>> {
        // A further node brings the key of the first; making another one would only hide that it is missing.
        let made = match self.address()? {
            None => false,
            Some(address) => store::is_set_up(&address).await.context(UNREACHED)?,
        };
        let key = if made { self.key_there() } else { self.key_place()?.load_or_create() }?;
        self.open_with(key).await
    }

    /// Opens the store with this key.
    pub(crate) async fn open_with(&self, key: MasterKey) -> anyhow::Result<Arc<dyn Store>> {
        let opened = match self.address()? {
            None => at_file(&self.file(), key).await,
            Some(address) => store::connect(&address, key).await.context(UNREACHED),
        };
        if matches!(&opened, Err(error) if is_wrong_key(error)) && self.key_place()?.is_changing() {
            return opened.context(CHANGING);
        }
        opened
    }

    /// Opens a store that is there already; a mistyped folder or address is an error and not a new, empty one.
    pub(crate) async fn open_existing(&self) -> anyhow::Result<Arc<dyn Store>> {
        self.refuse_unless_made().await?;
        self.open().await
    }

    /// A mistyped folder or address is an error and not a new, empty store.
    pub(crate) async fn refuse_unless_made(&self) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.is_made().await?,
            "there is no Hearth in {}. Nothing was changed. Check --data and --database, or make one with 'hearth serve', \
             'hearth demo' or 'hearth import'",
            self.place()
        );
        Ok(())
    }

    /// What is kept is never written over.
    pub(crate) async fn refuse_unless_empty(&self) -> anyhow::Result<()> {
        let is_used = match self.address()? {
            None => self.file().exists(),
            // What a restore that failed has made there is no Hearth.
            Some(address) => store::is_used(&address).await.context(UNREACHED)?,
        };
        anyhow::ensure!(
            !is_used,
            "there is a Hearth in {} already. Nothing was changed. Choose an empty --data or --database, or move away \
             what is there",
            self.place()
        );
        Ok(())
    }

    async fn is_made(&self) -> anyhow::Result<bool> {
        match self.address()? {
            None => Ok(self.file().exists()),
            Some(address) => store::is_set_up(&address).await.context(UNREACHED),
        }
    }

    fn place(&self) -> String {
        if self.database.is_some() { "this database".to_owned() } else { self.folder.display().to_string() }
    }

    /// Fills an empty place. A file is filled beside its place, and takes it only once the filling has succeeded; a database
    /// is filled in one transaction, and what is looked at after that finds everything kept.
    pub(crate) async fn fill<T>(
        &self,
        filling: impl AsyncFnOnce(Arc<dyn Store>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let key = self.key_there()?;
        if self.address()?.is_some() {
            let store = self.open_with(key).await?;
            let filled = filling(Arc::clone(&store)).await?;
            store.close().await?;
            return Ok(filled);
        }
        let beside = self.folder.join("unfinished");
        if beside.exists() {
            // What an earlier try left when it was stopped.
            std::fs::remove_dir_all(&beside)?;
        }
        let file = beside.join("hearth.db");
        let store = at_file(&file, key).await?;
        let filled = filling(Arc::clone(&store)).await;
        let closed = store.close().await;
        let filled = match (filled, closed) {
            (Ok(filled), Ok(())) => put(&file, &self.file()).map(|()| filled),
            (Ok(_), Err(error)) => Err(error.into()),
            (Err(error), _) => Err(error),
        };
        // Whatever became of it: what lies there is a whole database, and its key may lie beside it.
        match (filled, std::fs::remove_dir_all(&beside)) {
            (filled, Ok(())) => filled,
            (Ok(_), Err(error)) => {
                let left = format!("all is done but one thing: {} could not be removed", beside.display());
                Err(anyhow::Error::new(error).context(left))
            }
            (Err(failed), Err(error)) => {
                Err(failed.context(format!("{} is still there, and could not be removed ({error})", beside.display())))
            }
        }
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

    /// Whether it is a database, where what was once committed stays, whatever fails afterwards.
    pub(crate) fn is_database(&self) -> bool {
        self.database.is_some()
    }

    fn file(&self) -> PathBuf {
        self.folder.join("hearth.db")
    }

    fn address(&self) -> anyhow::Result<Option<Address>> {
        let parse = |text: &Sensitive<String>| text.expose().parse().context("nothing was opened or changed");
        self.database.as_ref().map(parse).transpose()
    }

    /// Where certificates of erasure go when nobody says where.
    pub(crate) fn certificates(&self, chosen: Option<&Path>) -> PathBuf {
        chosen.map_or_else(|| self.folder.join("certificates"), Path::to_owned)
    }

    /// Where the key is.
    pub(crate) fn key_place(&self) -> anyhow::Result<KeyPlace> {
        KeyPlace::of(&self.folder, self.key_file.as_deref())
    }

    /// The key, which must be in its place already.
    pub(crate) fn key_there(&self) -> anyhow::Result<MasterKey> {
        self.key_place()?.load()
    }

    /// Puts a key into its place, or sees that it is there.
    pub(crate) fn keep_key(&self, key: &MasterKey) -> anyhow::Result<()> {
        self.key_place()?.keep(key)
    }
}

/// Whether nothing was opened because another key belongs there.
pub(crate) fn is_wrong_key(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(StoreError::WrongKey))
}

/// Puts a file that is whole in its place. A link never takes the place of another file.
fn put(file: &Path, place: &Path) -> anyhow::Result<()> {
    std::fs::hard_link(file, place)
        .with_context(|| format!("{} could not be put in its place; nothing is kept there", place.display()))?;
    on_disk(place).with_context(|| format!("everything is in {}, but may not be on the disk yet", place.display()))
}

async fn at_file(file: &Path, key: MasterKey) -> anyhow::Result<Arc<dyn Store>> {
    store::open(file, key).await.with_context(|| format!("{} cannot be opened", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_could_not_be_put_in_its_place_does_not_stay_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let data = Data::at(folder.path(), None, None);
        data.keep_key(&MasterKey::from_hex(&"07".repeat(32)).unwrap()).unwrap();
        let place = folder.path().join("hearth.db");
        // Somebody else's is in its place by then: no link can be made, as on a file system that has none.
        let filled = data.fill(async |_| std::fs::write(&place, "another").map_err(anyhow::Error::from)).await;
        let said = filled.unwrap_err().to_string();
        assert!(said.contains("could not be put in its place; nothing is kept there"), "{said}");
        assert!(!folder.path().join("unfinished").exists(), "and so it is");
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "another");
    }
}
