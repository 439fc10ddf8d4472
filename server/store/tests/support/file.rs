//! The place that is a SQLite file in a folder of its own.
//!
//! Deliberately with the strictest settings of SQLite turned off.

use std::path::PathBuf;
use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::{MasterKey, Store, StoreError};
use tempfile::TempDir;

use crate::place::{FromBoth, Place, read, run};

/// A file, and what SQLite puts beside it.
pub(crate) struct File {
    folder: TempDir,
}

impl File {
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("hearth.db")
    }

    async fn raw(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.path()).foreign_keys(false);
        options.pragma("ignore_check_constraints", "on").connect().await.unwrap()
    }
}

impl Place for File {
    fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Each connection says for itself that it breaks the rules.
    async fn lay_open(&self) {}

    fn copy(&self) -> Self {
        let copy = Self::empty();
        std::fs::copy(self.path(), copy.path()).unwrap();
        copy
    }

    async fn open_with(&self, master: MasterKey) -> Result<Arc<dyn Store>, StoreError> {
        store::open(&self.path(), master).await
    }

    async fn spoil(&self, statements: &str) {
        run(self.raw().await, statements).await;
    }

    async fn read<T: FromBoth>(&self, sql: &'static str) -> Vec<T> {
        read(self.raw().await, sql).await
    }

    async fn changed_columns(&self) -> Vec<(String, String)> {
        let columns = self.read::<(String, String)>("select name, type from pragma_table_info('event')").await;
        let changed = |(column, kind): (String, String)| {
            let value = match kind.as_str() {
                "INTEGER" => format!("{column} + 256"),
                "TEXT" => format!("substr({column}, 1, length({column}) - 1) || '~'"),
                _ => format!(
                    "cast(substr({column}, 1, length({column}) - 1) ||
                     case substr({column}, -1) when x'00' then x'01' else x'00' end as blob)"
                ),
            };
            (column, value)
        };
        columns.into_iter().map(changed).collect()
    }
}
