//! A closed database that tests copy, spoil behind the store's back, and open again.
//!
//! Deliberately with every rule of the tables taken away: whoever holds the files can do the same.

use std::sync::Arc;

use board::id::ConferenceId;
use sqlx::{AssertSqlSafe, Connection, Database, Executor, FromRow, IntoArguments};
use store::{MasterKey, Store, StoreError};

use crate::sample::{batch, conference};

/// How many events the log of each conference has.
pub(crate) const EVENTS: u32 = 7;

/// Where a store was, on either database.
pub(crate) trait Place: Sized {
    /// Nothing was ever stored there.
    fn empty() -> Self;

    /// Takes the rules away that stand in the tables.
    async fn lay_open(&self);

    /// A copy that may be spoilt.
    fn copy(&self) -> Self;

    /// Opens the store with this key.
    async fn open_with(&self, master: MasterKey) -> Result<Arc<dyn Store>, StoreError>;

    /// Runs statements behind the store's back. Both databases have `zeroblob` and `unhex`.
    async fn spoil(&self, statements: &str);

    /// Reads behind the store's back.
    async fn read<T: FromBoth>(&self, sql: &'static str) -> Vec<T>;

    /// Every column of an event, with its value as it is but for one byte.
    async fn changed_columns(&self) -> Vec<(String, String)>;

    /// Two conferences with the same events, closed well.
    async fn good() -> Self {
        let place = Self::empty();
        let store = place.open().await;
        for id in [conference(1), conference(2)] {
            store.create_conference(&id, batch(&id, 0, "open", 2)).await.unwrap();
            store.append(batch(&id, 2, "add", 3)).await.unwrap();
            store.append(batch(&id, 5, "more", EVENTS - 5)).await.unwrap();
        }
        store.close().await.unwrap();
        place.lay_open().await;
        place
    }

    /// Opens the store with the right key.
    async fn open(&self) -> Arc<dyn Store> {
        self.open_with(MasterKey::from_hex(&"07".repeat(32)).unwrap()).await.unwrap()
    }
}

/// A row as both databases give it.
pub(crate) trait FromBoth:
    for<'r> FromRow<'r, sqlx::sqlite::SqliteRow> + for<'r> FromRow<'r, sqlx::postgres::PgRow> + Send + Unpin
{
}

impl<T> FromBoth for T where
    T: for<'r> FromRow<'r, sqlx::sqlite::SqliteRow> + for<'r> FromRow<'r, sqlx::postgres::PgRow> + Send + Unpin
{
}

/// Runs statements on a connection, and closes it.
pub(crate) async fn run<C>(mut connection: C, statements: &str)
where
    C: Connection,
    for<'c> &'c mut C: Executor<'c, Database = C::Database>,
{
    sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Reads rows on a connection, and closes it.
pub(crate) async fn read<C, T>(mut connection: C, sql: &'static str) -> Vec<T>
where
    C: Connection,
    for<'c> &'c mut C: Executor<'c, Database = C::Database>,
    T: for<'r> FromRow<'r, <C::Database as Database>::Row> + Send + Unpin,
    <C::Database as Database>::Arguments: IntoArguments<C::Database>,
{
    let rows = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    rows
}

/// What `verify` says about a conference, as the place of the damage; none if it finds nothing.
pub(crate) async fn damage(store: &dyn Store, id: &ConferenceId) -> Option<u32> {
    match store.verify(id).await {
        Ok(_) => None,
        Err(StoreError::Corrupt { conference, seq, .. }) if conference == *id => Some(seq.into()),
        Err(other) => panic!("{other:?}"),
    }
}
