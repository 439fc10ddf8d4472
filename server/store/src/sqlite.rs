//! One SQLite file: the default, for one machine. One connection writes and a few read.
//!
//! Deliberately only what is SQLite's own: the verbs are written once for every database, in `verbs`.

mod connect;
mod writer;

use std::path::Path;

use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnection;

use crate::StoreError;
use writer::Writer;

/// Writing the number of the file's layout, which nobody uses, writes a page however it stood before.
const TOUCH: &str = "pragma user_version = 0";

/// An open file.
pub(crate) struct File {
    /// Where every write goes, whatever it writes: two writers would only wait for each other.
    pub(crate) writer: Writer,
    /// Connections that cannot write, for everything that is only read.
    pub(crate) readers: SqlitePool,
}

impl File {
    /// Opens the file, making it if it is not there, and brings its tables up to date.
    pub(crate) async fn open(path: &Path) -> Result<Self, StoreError> {
        connect::make_file(path)?;
        let options = connect::for_writing(path);
        let mut first = connect::to_write(&options).await?;
        connect::migrate(&mut first).await?;
        Ok(Self { writer: Writer::start(first, options), readers: connect::to_read(path) })
    }

    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        // The readers first: the last connection to leave writes the write-ahead log back, and a reader cannot.
        self.readers.close().await;
        self.writer.close().await
    }
}

/// Writes something that changes nothing.
pub(crate) async fn touch(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query(TOUCH).execute(connection).await.map(drop)
}
