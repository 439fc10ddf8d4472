//! The database under the verbs: where a write goes, where a read comes from, and how both end.
//!
//! Deliberately without a word of what is kept: a verb is written once, above this line.

use futures_util::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, Transaction};

use crate::StoreError;
use crate::fault::fault;
use crate::sql::{Connection, On};
use crate::sqlite::File;

/// The database that is used.
pub(crate) type Base = On<File>;

/// A connection that is lent for one read.
pub(crate) type Reader = On<PoolConnection<Sqlite>>;

/// A transaction in which everything is of the same moment.
pub(crate) type Snapshot = On<Transaction<'static, Sqlite>>;

impl Base {
    /// Does one piece of work in a transaction; its result arrives when it is on disk. Done whole or not at all.
    pub(crate) async fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(Connection<'c>) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        match self {
            Self::Sqlite(file) => file.writer.write(move |tx| work(On::Sqlite(tx))).await,
        }
    }

    /// Lends a connection for one read.
    pub(crate) async fn reader(&self) -> Result<Reader, StoreError> {
        match self {
            Self::Sqlite(file) => file.readers.acquire().await.map(On::Sqlite).map_err(fault),
        }
    }

    /// Begins a transaction that reads.
    pub(crate) async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        match self {
            Self::Sqlite(file) => file.readers.begin().await.map(On::Sqlite).map_err(fault),
        }
    }

    /// Clears what a removed key may have left behind on the disk.
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        match self {
            // The write-ahead log still holds the page as it was.
            Self::Sqlite(file) => file.writer.checkpoint().await,
        }
    }

    /// Finishes what was begun and lets go of the database.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(file) => file.close().await,
        }
    }
}
