//! The store itself: every verb of the traits, written once for every database.
//!
//! Deliberately not here: how a database is reached, and how it commits. That is `base` and what lies under it.

mod access;
mod accounts;
mod append;
mod backups;
mod codes;
mod disposal;
mod feedback;
mod head;
mod key_check;
mod logs;
mod picture_rows;
mod pictures;
mod remove;
mod rotation;
mod second_factor;
mod sessions;
mod sign_ins;
mod walk;

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;

use crate::base::Base;
use crate::postgres::{self, Address, Server};
use crate::sql::On;
use crate::sqlite::File;
use crate::{MasterKey, Store, StoreError};

/// A store on one of the databases.
struct SqlStore {
    /// The database.
    base: Base,
    /// What the keys of the conferences are wrapped with; shared with the writes on their way.
    master: Arc<MasterKey>,
}

/// Opens the store in this file; folder and file are made if they are not there, readable by their owner alone.
///
/// Call it inside a tokio runtime: the writer is a task.
///
/// # Errors
/// [`StoreError::WrongKey`] if the file was made with another master key; [`StoreError::Unavailable`] if it cannot be
/// used, is not a database, was made by a newer Hearth, or if the SQLite that is linked in could lose data.
pub async fn open(path: &Path, master: MasterKey) -> Result<Arc<dyn Store>, StoreError> {
    started(On::Sqlite(File::open(path).await?), master).await
}

/// Opens the store in this PostgreSQL database, which other nodes may have open too; the tables are made if they are not
/// there, the database itself is not.
///
/// Call it inside a tokio runtime: what listens to the other nodes is a task.
///
/// # Errors
/// [`StoreError::WrongKey`] if the database was made with another master key; [`StoreError::Unavailable`] if it cannot
/// be reached, was made by a newer Hearth, or if the server could lose data.
pub async fn connect(address: &Address, master: MasterKey) -> Result<Arc<dyn Store>, StoreError> {
    started(On::Postgres(Server::open(address).await?), master).await
}

/// Whether a Hearth has ever kept anything at this address.
///
/// # Errors
/// [`StoreError::Unavailable`] if the database cannot be reached.
pub async fn is_set_up(address: &Address) -> Result<bool, StoreError> {
    postgres::is_set_up(address).await
}

/// Whether anything is kept at this address. Tables alone are nothing.
///
/// # Errors
/// [`StoreError::Unavailable`] if the database cannot be reached.
pub async fn is_used(address: &Address) -> Result<bool, StoreError> {
    postgres::is_used(address).await
}

/// The store on an open database, once it is certain that the key belongs to it.
async fn started(base: Base, master: MasterKey) -> Result<Arc<dyn Store>, StoreError> {
    let master = Arc::new(master);
    key_check::check(&base, &master).await?;
    Ok(Arc::new(SqlStore { base, master }))
}

#[async_trait]
impl Store for SqlStore {
    fn secret_of(&self, name: &str) -> [u8; 32] {
        self.master.secret_of(name)
    }

    async fn is_writable(&self) -> Result<(), StoreError> {
        self.base.write(|mut connection| Box::pin(async move { connection.touch().await })).await
    }

    async fn is_sound(&self) -> Result<(), StoreError> {
        self.base.is_sound().await
    }

    async fn close(&self) -> Result<(), StoreError> {
        self.base.close().await
    }
}
