//! A database that is a SQLite file in a folder of its own.
//!
//! Deliberately looked at in a copy wherever a killed process may have left something beside the file: whoever opens that
//! first should be the store.

use std::fmt::Write as _;
use std::path::PathBuf;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode};
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _};
use tempfile::TempDir;

use crate::home::{Columns, Home, by_table, up_to};

const COLUMNS: &str = "\
select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
where t.type = 'table' and t.name not like '\\_%' escape '\\' order by t.name, c.cid";

const SHAPE: &str = "select sql from sqlite_schema where sql is not null order by type, name";

const REACHED: &str = "select max(version) from _sqlx_migrations where success";

/// The folder.
pub(crate) struct Folder(TempDir);

impl Folder {
    fn file(&self) -> PathBuf {
        self.0.path().join("hearth.db")
    }

    async fn raw(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.file()).create_if_missing(true).foreign_keys(false);
        options.journal_mode(SqliteJournalMode::Wal).connect().await.unwrap()
    }
}

impl Home for Folder {
    fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    async fn copy(&self) -> Self {
        let copy = Self::empty();
        for file in ["hearth.db", "hearth.db-wal"] {
            if self.0.path().join(file).exists() {
                std::fs::copy(self.0.path().join(file), copy.0.path().join(file)).unwrap();
            }
        }
        copy
    }

    /// The folder goes with its last owner.
    fn remove(self) {}

    fn place(&self) -> String {
        self.0.path().to_str().unwrap().to_owned()
    }

    async fn migrate(&self, version: i64) {
        let mut connection = self.raw().await;
        up_to(version, &sqlx::migrate!("migrations/sqlite")).run(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    async fn take_rows(&self, from: &Self, columns: &Columns) {
        let mut statements = format!("attach database '{}' as new;", from.file().display());
        for (table, columns) in columns {
            let columns = columns.join(", ");
            write!(statements, "insert into main.{table} ({columns}) select {columns} from new.{table};").unwrap();
        }
        let mut connection = self.raw().await;
        sqlx::raw_sql(AssertSqlSafe(statements)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    async fn columns(&self) -> Columns {
        let mut connection = self.raw().await;
        let list = sqlx::query_as(COLUMNS).fetch_all(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        by_table(list)
    }

    async fn rows(&self, columns: &Columns) -> Vec<String> {
        let mut connection = self.raw().await;
        let mut rows = Vec::new();
        for (table, columns) in columns {
            let values: Vec<String> = columns.iter().map(|column| format!("quote({column})")).collect();
            let values = values.join(" || ' ' || ");
            let all = format!("select '{table} ' || {values} as line from {table} order by line");
            let texts: Vec<String> = sqlx::query_scalar(AssertSqlSafe(all)).fetch_all(&mut connection).await.unwrap();
            rows.extend(texts);
        }
        connection.close().await.unwrap();
        rows
    }

    async fn shape(&self) -> Vec<String> {
        let mut connection = self.raw().await;
        let shape = sqlx::query_scalar(SHAPE).fetch_all(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        shape
    }

    async fn reached(&self) -> i64 {
        let copy = self.copy().await;
        let mut connection = copy.raw().await;
        let reached = sqlx::query_scalar(REACHED).fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        reached
    }
}
