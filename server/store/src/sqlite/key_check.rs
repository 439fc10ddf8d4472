//! A sealed word in the database that only the right master key can open.
//!
//! Deliberately checked before anything else is read: a wrong key must look like a wrong key, not like a damaged log.

use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;

use crate::seal::Sealed;
use crate::sqlite::column;
use crate::sqlite::fault::fault;
use crate::{MasterKey, StoreError};

const FIND: &str = "select nonce, sealed from key_check where id = 1";
const KEEP: &str = "insert into key_check (id, nonce, sealed) values (1, $1, $2)";
const BEGIN: &str = "begin immediate";

/// What is sealed, and what the seal is bound to; neither is secret.
const WORD: &[u8] = b"hearth";
const BOUND: &[u8] = b"hearth key check 1";

/// `WrongKey` unless the database was made with this key. A new database is marked with it.
pub(super) async fn check(connection: &mut SqliteConnection, master: &MasterKey) -> Result<(), StoreError> {
    // Two programs that make the database at the same moment must not both believe that their key is the one.
    let mut transaction = connection.begin_with(BEGIN).await.map_err(fault)?;
    let Some(row) = sqlx::query(FIND).fetch_optional(&mut *transaction).await.map_err(fault)? else {
        let Sealed { nonce, sealed } = master.key().seal(WORD, BOUND)?;
        let keep = sqlx::query(KEEP).bind(nonce.as_slice()).bind(sealed);
        keep.execute(&mut *transaction).await.map_err(fault)?;
        return transaction.commit().await.map_err(fault);
    };
    let found = column::sealed(&row).map_err(fault)?;
    master.key().open(&found, BOUND).map(drop).ok_or(StoreError::WrongKey)
}
