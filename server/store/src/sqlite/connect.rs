//! Connections: how the file is made, which settings each connection has, and that SQLite really took them.
//!
//! Deliberately strict at the door: with the wrong engine or settings a saved change could be lost, so nothing opens.

use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};

use crate::StoreError;
use crate::fault::fault;

/// Older ones can lose committed data in WAL mode when there is more than one connection.
const OLDEST_ENGINE: [u32; 3] = [3, 51, 3];

/// How long a connection waits for a lock that another program holds.
const PATIENCE: Duration = Duration::from_secs(5);

/// Conferences are read into memory when they open, so few read at once.
const READERS: u32 = 4;

const ENGINE: &str = "select sqlite_version()";
const JOURNAL_MODE: &str = "pragma journal_mode";
const SYNCHRONOUS: &str = "pragma synchronous";
const CHECKPOINT: &str = "pragma wal_checkpoint(passive)";

/// SQLite's number for `synchronous = full`: every commit is on disk before it returns.
const FULL: i64 = 2;

/// Makes the folder and an empty file before SQLite would: SQLite would let others read them.
pub(super) fn make_file(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(StoreError::unavailable)?;
    }
    let file = OpenOptions::new().append(true).create(true).mode(0o600).open(path);
    file.map(drop).map_err(StoreError::unavailable)
}

/// The settings of the connection that writes.
pub(super) fn for_writing(path: &Path) -> SqliteConnectOptions {
    shared(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // A destroyed key must leave the file, not only the table.
        .pragma("secure_delete", "on")
}

fn shared(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // A damaged page is noticed when it is read, not when it has done harm.
        .pragma("cell_size_check", "on")
        .disable_statement_logging()
}

/// A connection that writes, once it is certain that a commit will be durable.
pub(super) async fn to_write(options: &SqliteConnectOptions) -> Result<SqliteConnection, StoreError> {
    let mut connection = options.connect().await.map_err(fault)?;
    let engine: String = sqlx::query_scalar(ENGINE).fetch_one(&mut connection).await.map_err(fault)?;
    if !new_enough(&engine) {
        return Err(StoreError::unavailable(format!("SQLite {engine} is too old: 3.51.3 or later is needed")));
    }
    let mode: String = sqlx::query_scalar(JOURNAL_MODE).fetch_one(&mut connection).await.map_err(fault)?;
    let synchronous: i64 = sqlx::query_scalar(SYNCHRONOUS).fetch_one(&mut connection).await.map_err(fault)?;
    if mode != "wal" || synchronous != FULL {
        return Err(StoreError::unavailable("SQLite did not take the settings that make a commit durable"));
    }
    // A wait for the disk may have failed before this connection, or this process. The system then takes what is in the
    // write-ahead log for written, and no later wait makes it safe; writing it into the file does. A reader may hold a part of
    // it back: then the log was not read anew, and nothing that failed is taken for good.
    sqlx::query(CHECKPOINT).execute(&mut connection).await.map_err(fault)?;
    Ok(connection)
}

/// The connections that read. They are made when they are first needed.
pub(super) fn to_read(path: &Path) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .connect_lazy_with(shared(path).read_only(true))
}

/// Brings the tables up to date. A database that a newer Hearth has changed is refused.
pub(super) async fn migrate(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::migrate!("migrations/sqlite").run(connection).await.map_err(StoreError::unavailable)
}

fn new_enough(engine: &str) -> bool {
    let numbers: Result<Vec<u32>, _> = engine.split('.').map(str::parse).collect();
    numbers.is_ok_and(|numbers| numbers.as_slice() >= OLDEST_ENGINE.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_can_lose_data_is_refused() {
        for good in ["3.51.3", "3.52.0", "3.60", "4.0.0"] {
            assert!(new_enough(good), "{good}");
        }
        for bad in ["3.51.2", "3.50.4", "3.46.0", "3.9.9", "", "x.y.z"] {
            assert!(!new_enough(bad), "{bad}");
        }
    }

    #[tokio::test]
    async fn settings_that_do_not_wait_for_the_disk_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hearth.db");
        make_file(&path).unwrap();
        for weak in [
            for_writing(&path).synchronous(SqliteSynchronous::Normal),
            for_writing(&path).journal_mode(SqliteJournalMode::Delete),
        ] {
            assert!(matches!(to_write(&weak).await, Err(StoreError::Unavailable(_))));
        }
        to_write(&for_writing(&path)).await.unwrap();
    }
}
