//! The two databases have the same tables with the same columns, made by migrations of the same names.
//!
//! Deliberately not here: what the columns are for. Every migration says so itself.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/cluster.rs"]
mod cluster;

use std::collections::BTreeSet;
use std::path::Path;

use cluster::{Cluster, Database};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use store::MasterKey;

/// Of each column: its table, its name, its type in the words of both databases, and whether it may be empty.
const ON_SQLITE: &str = "\
select t.name || ' ' || c.name || ' ' || lower(c.type) || ' ' || c.\"notnull\"
from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like '\\_%' escape '\\'";

const ON_POSTGRES: &str = "\
select table_name || ' ' || column_name || ' ' || data_type || ' ' || (is_nullable = 'NO')::integer
from information_schema.columns where table_schema = 'public' and table_name not like '\\_%'";

/// What SQLite calls by another name. A yes or no is a number there.
fn in_sqlites_words(column: &str) -> String {
    let column = column.replace(" bigint ", " integer ").replace(" boolean ", " integer ");
    column.replace(" bytea ", " blob ")
}

#[tokio::test]
async fn both_have_the_same_tables_and_columns() {
    let master = || MasterKey::from_hex(&"07".repeat(32)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hearth.db");
    store::open(&file, master()).await.unwrap().close().await.unwrap();
    let mut reader = SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
    let on_sqlite: Vec<String> = sqlx::query_scalar(ON_SQLITE).fetch_all(&mut reader).await.unwrap();
    reader.close().await.unwrap();

    let database = Database::empty();
    let address = database.address().parse().unwrap();
    store::connect(&address, master()).await.unwrap().close().await.unwrap();
    let on_postgres = Cluster::get().run("psql", &["-qAtX", "-d", &database.name, "-c", ON_POSTGRES]).unwrap();

    let on_postgres: BTreeSet<String> = on_postgres.lines().map(in_sqlites_words).collect();
    assert_eq!(on_sqlite.into_iter().collect::<BTreeSet<_>>(), on_postgres);
    assert!(on_postgres.len() > 40, "the test reads the right tables");
}

#[test]
fn both_have_migrations_of_the_same_names() {
    let names = |database: &str| -> BTreeSet<_> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
