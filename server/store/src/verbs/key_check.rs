//! A sealed word in the database that only the right master key can open.
//!
//! Deliberately checked before anything else is read: a wrong key must look like a wrong key, not like a damaged log.

use std::sync::Arc;

use crate::base::Base;
use crate::fault::fault;
use crate::seal::Sealed;
use crate::sql::Connection;
use crate::{MasterKey, StoreError};

const FIND: &str = "select nonce, sealed from key_check where id = 1";

/// Programs that make a database at the same moment must not each believe that their key is the one: the first row stays.
const KEEP: &str = "insert into key_check (id, nonce, sealed) values (1, $1, $2) on conflict (id) do nothing";

const MARK: &str = "update key_check set nonce = $1, sealed = $2 where id = 1";

/// What is sealed, and what the seal is bound to; neither is secret.
const WORD: &[u8] = b"hearth";
const BOUND: &[u8] = b"hearth key check 1";

/// `WrongKey` unless the database was made with this key. A new database is marked with it.
pub(super) async fn check(base: &Base, master: &Arc<MasterKey>) -> Result<(), StoreError> {
    let master = Arc::clone(master);
    base.write(move |mut tx| {
        Box::pin(async move {
            if find(&mut tx).await?.is_none() {
                let Sealed { nonce, sealed } = master.key().seal(WORD, BOUND)?;
                let keep = tx.query(KEEP).bind(nonce.as_slice()).bind(sealed);
                keep.execute().await.map_err(fault)?;
            }
            confirm(&mut tx, &master).await
        })
    })
    .await
}

/// `WrongKey` if the master key was changed since the store was opened.
pub(super) async fn confirm(connection: &mut Connection<'_>, master: &MasterKey) -> Result<(), StoreError> {
    let found = find(connection).await?.ok_or(StoreError::NotFound)?;
    master.key().open(&found, BOUND).map(drop).ok_or(StoreError::WrongKey)
}

/// The same before something new is sealed with the master key: it is not changed until this transaction has ended.
pub(super) async fn keep_still(connection: &mut Connection<'_>, master: &MasterKey) -> Result<(), StoreError> {
    connection.hold_the_key().await?;
    confirm(connection, master).await
}

/// Marks the database with another key.
pub(super) async fn mark(connection: &mut Connection<'_>, master: &MasterKey) -> Result<(), StoreError> {
    let Sealed { nonce, sealed } = master.key().seal(WORD, BOUND)?;
    let mark = connection.query(MARK).bind(nonce.as_slice()).bind(sealed);
    mark.execute().await.map(drop).map_err(fault)
}

async fn find(connection: &mut Connection<'_>) -> Result<Option<Sealed>, StoreError> {
    let row = connection.query(FIND).fetch_optional().await.map_err(fault)?;
    row.map(|row| row.sealed()).transpose().map_err(fault)
}
