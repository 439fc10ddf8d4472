//! The database under the verbs: where a write goes, where a read comes from, and how both end.
//!
//! Deliberately without a word of what is kept: a verb is written once, above this line.

use board::id::ConferenceId;
use futures_util::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::{Postgres, Sqlite, Transaction};

use crate::fault::fault;
use crate::postgres::{self, Server};
use crate::sql::{Connection, On};
use crate::sqlite::{self, File};
use crate::{Growth, Seq, StoreError};

/// The database that is used.
pub(crate) type Base = On<File, Server>;

/// A connection that is lent for one read.
pub(crate) type Reader = On<PoolConnection<Sqlite>, PoolConnection<Postgres>>;

/// A transaction in which everything is of the same moment.
pub(crate) type Snapshot = On<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>;

impl Base {
    /// Does one piece of work in a transaction; its result arrives when it is on disk. Done whole or not at all.
    pub(crate) async fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(Connection<'c>) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        match self {
            Self::Sqlite(file) => file.writer.write(move |tx| work(On::Sqlite(tx))).await,
            Self::Postgres(server) => server.write(move |tx| work(On::Postgres(tx))).await,
        }
    }

    /// The same for work that may take as long as it needs, because nobody waits behind it.
    pub(crate) async fn fill<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(Connection<'c>) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        match self {
            Self::Sqlite(file) => file.writer.write(move |tx| work(On::Sqlite(tx))).await,
            Self::Postgres(server) => server.fill(move |tx| work(On::Postgres(tx))).await,
        }
    }

    /// Lends a connection for one read.
    pub(crate) async fn reader(&self) -> Result<Reader, StoreError> {
        match self {
            Self::Sqlite(file) => file.readers.acquire().await.map(On::Sqlite).map_err(fault),
            Self::Postgres(server) => server.reader().await.map(On::Postgres),
        }
    }

    /// Begins a transaction that reads.
    pub(crate) async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        match self {
            Self::Sqlite(file) => file.readers.begin().await.map(On::Sqlite).map_err(fault),
            Self::Postgres(server) => server.snapshot().await.map(On::Postgres),
        }
    }

    /// Clears what a removed key may have left behind on the disk.
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        match self {
            // The write-ahead log still holds the page as it was.
            Self::Sqlite(file) => file.writer.checkpoint().await,
            Self::Postgres(server) => server.scrub().await,
        }
    }

    /// Looks for damage in the file itself.
    pub(crate) async fn is_sound(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(file) => file.is_sound().await,
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Finishes what was begun and lets go of the database.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(file) => file.close().await,
            Self::Postgres(server) => {
                server.close().await;
                Ok(())
            }
        }
    }

    /// Reads, but not for ever: a file answers or fails, a server may fall silent.
    pub(crate) async fn within<T>(&self, read: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
        match self {
            Self::Sqlite(_) => read.await,
            Self::Postgres(_) => postgres::within(read).await,
        }
    }

    /// Word of a log's growth by others, from now on.
    pub(crate) fn growth(&self, conference: &ConferenceId) -> Growth {
        match self {
            // The one writer is ours.
            Self::Sqlite(_) => Growth::never(),
            Self::Postgres(server) => server.growth(conference),
        }
    }

    /// Tells others that a log now reaches this far.
    pub(crate) fn tell(&self, conference: &ConferenceId, seq: Seq) {
        match self {
            Self::Sqlite(_) => {}
            Self::Postgres(server) => server.tell(conference, seq),
        }
    }
}

impl Connection<'_> {
    /// Writes something that changes nothing, so that a commit has to reach the disk.
    pub(crate) async fn touch(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => sqlite::touch(connection).await.map_err(fault),
            Self::Postgres(connection) => postgres::touch(connection).await.map_err(fault),
        }
    }

    /// Keeps other writers away from one conference until this transaction has ended.
    pub(crate) async fn hold(&mut self, conference: &ConferenceId) -> Result<(), StoreError> {
        match self {
            // The one writer is alone already.
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => postgres::hold(connection, conference).await.map_err(fault),
        }
    }

    /// Keeps the master key from being changed until this transaction has ended.
    pub(crate) async fn hold_the_key(&mut self) -> Result<(), StoreError> {
        match self {
            // The one writer is alone already.
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => postgres::hold_the_key(connection).await.map_err(fault),
        }
    }

    /// The same for whoever changes it: nobody else has it in hand until this transaction has ended.
    pub(crate) async fn claim_the_key(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => postgres::claim_the_key(connection).await.map_err(fault),
        }
    }

    /// Leaves nothing behind that tells which feedback came together, or in which order.
    pub(crate) async fn forget_the_order(&mut self, form: &str, quarter: &str) -> Result<(), StoreError> {
        match self {
            // Its tables of feedback are sorted by what stands in them, and a row does not know who wrote it.
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(connection) => postgres::forget_the_order(connection, form, quarter).await.map_err(fault),
        }
    }
}
