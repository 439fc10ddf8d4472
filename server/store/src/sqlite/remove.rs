//! Removing rows by one key, which half of the plain tables' verbs are.
//!
//! Deliberately not for logs: nothing ever leaves a log.

use sqlx::{Encode, Sqlite, Type};

use crate::StoreError;
use crate::sqlite::SqliteStore;
use crate::sqlite::fault::fault;

impl SqliteStore {
    /// Runs a `delete` whose only bind is `key`, and says how many rows it removed.
    pub(super) async fn remove<K>(&self, sql: &'static str, key: K) -> Result<u64, StoreError>
    where
        K: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + Send + 'static,
    {
        self.writer
            .write(move |tx| {
                Box::pin(async move {
                    let result = sqlx::query(sql).bind(key).execute(tx).await.map_err(fault)?;
                    Ok(result.rows_affected())
                })
            })
            .await
    }
}
