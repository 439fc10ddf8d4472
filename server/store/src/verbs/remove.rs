//! Removing rows by one key, which half of the plain tables' verbs are.
//!
//! Deliberately not for logs: nothing ever leaves a log.

use sqlx::{Encode, Postgres, Sqlite};

use crate::StoreError;
use crate::fault::fault;
use crate::sql::Kept;
use crate::verbs::SqlStore;

impl SqlStore {
    /// Runs a `delete` whose only bind is `key`, and says how many rows it removed.
    pub(super) async fn remove<K>(&self, sql: &'static str, key: K) -> Result<u64, StoreError>
    where
        K: Kept + for<'q> Encode<'q, Sqlite> + for<'q> Encode<'q, Postgres> + Send + 'static,
    {
        self.base
            .write(move |mut tx| Box::pin(async move { tx.query(sql).bind(key).execute().await.map_err(fault) }))
            .await
    }
}
