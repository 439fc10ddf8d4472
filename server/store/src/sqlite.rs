//! One SQLite file: the default, for one machine. One connection writes and a few read.
//!
//! Deliberately only what is SQLite's own: the verbs are written once for every database, in `verbs`.

mod connect;
mod writer;

use std::path::Path;

use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnection;

use crate::StoreError;
use crate::fault::{fault, is_damage};
use writer::Writer;

/// Writing the number of the file's layout, which nobody uses, writes a page however it stood before.
const TOUCH: &str = "pragma user_version = 0";

/// Looks through every page, row and index; one finding is enough.
const LOOK: &str = "pragma integrity_check(1)";

/// Names a row that belongs to nothing.
const LOOSE: &str = "pragma foreign_key_check";

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

    /// Nothing in the file contradicts anything else in it.
    pub(crate) async fn is_sound(&self) -> Result<(), StoreError> {
        let mut reader = self.readers.acquire().await.map_err(fault)?;
        let found: Result<String, sqlx::Error> = sqlx::query_scalar(LOOK).fetch_one(&mut *reader).await;
        match found {
            Ok(found) if found == "ok" => {}
            Ok(found) => return Err(StoreError::BadFile(found)),
            Err(error) if is_damage(&error) => return Err(StoreError::BadFile(error.to_string())),
            Err(error) => return Err(fault(error)),
        }
        match sqlx::query(LOOSE).fetch_optional(&mut *reader).await.map_err(fault)? {
            None => Ok(()),
            Some(_) => Err(StoreError::BadFile("a row belongs to nothing".to_owned())),
        }
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
