//! The store in one SQLite file: the default, for one machine.
//!
//! Deliberately the only module that knows this database; a second one would be its sibling and share only the traits.

mod accounts;
mod append;
mod codes;
mod column;
mod connect;
mod fault;
mod feedback;
mod head;
mod key_check;
mod logs;
mod picture_rows;
mod pictures;
mod remove;
mod sessions;
mod walk;
mod writer;

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use sqlx::SqlitePool;

use crate::{MasterKey, Store, StoreError};
use writer::Writer;

/// A store in one file, with one connection that writes and a few that read.
struct SqliteStore {
    /// Where every write goes, whatever it writes: two writers would only wait for each other.
    writer: Writer,
    /// Connections that cannot write, for everything that is only read.
    readers: SqlitePool,
    /// What the keys of the conferences are wrapped with; shared with the writes on their way to the writer.
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
    connect::make_file(path)?;
    let options = connect::for_writing(path);
    let mut first = connect::to_write(&options).await?;
    connect::migrate(&mut first).await?;
    key_check::check(&mut first, &master).await?;
    let readers = connect::to_read(path);
    Ok(Arc::new(SqliteStore { writer: Writer::start(first, options), readers, master: Arc::new(master) }))
}

#[async_trait]
impl Store for SqliteStore {
    async fn close(&self) -> Result<(), StoreError> {
        // The readers first: the last connection to leave writes the write-ahead log back, and a reader cannot.
        self.readers.close().await;
        self.writer.close().await
    }
}
