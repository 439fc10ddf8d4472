//! The verbs of the accounts.
//!
//! Deliberately plain: no hash is made or compared here.

use async_trait::async_trait;

use crate::fault::fault;
use crate::sql::{Connection, Row};
use crate::verbs::SqlStore;
use crate::{Account, AccountId, Accounts, StoreError};

const KEEP: &str = "\
insert into account (account, name, name_key, display_name, role, password_hash, created_ms, disabled)
values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// The same columns for every way to find an account.
macro_rules! select {
    ($rest:literal) => {
        concat!("select account, name, display_name, role, password_hash, created_ms, disabled from account ", $rest)
    };
}

const BY_NAME: &str = select!("where name_key = $1");
const BY_ID: &str = select!("where account = $1");
const ALL: &str = select!("order by name_key");
const COUNT: &str = "select count(*) as number from account";
const SET_PASSWORD: &str = "update account set password_hash = $2 where account = $1";
const SET_DISABLED: &str = "update account set disabled = $2 where account = $1";

/// What ends with an account: where it is signed in, and the links it handed out.
const CLOSE: [&str; 2] = ["delete from session where account = $1", "delete from invitation where invited_by = $1"];

#[async_trait]
impl Accounts for SqlStore {
    async fn create_account(&self, account: Account) -> Result<(), StoreError> {
        self.base.write(move |mut tx| Box::pin(async move { keep(&mut tx, &account).await })).await
    }

    async fn account_by_name(&self, name: &str) -> Result<Option<Account>, StoreError> {
        let row =
            self.base.reader().await?.query(BY_NAME).bind(name_key(name)).fetch_optional().await.map_err(fault)?;
        row.as_ref().map(read).transpose().map_err(fault)
    }

    async fn account_by_id(&self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        let row = self.base.reader().await?.query(BY_ID).bind(id.as_str()).fetch_optional().await.map_err(fault)?;
        row.as_ref().map(read).transpose().map_err(fault)
    }

    async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let rows = self.base.reader().await?.query(ALL).fetch_all().await.map_err(fault)?;
        rows.iter().map(read).collect::<Result<_, _>>().map_err(fault)
    }

    async fn account_count(&self) -> Result<u64, StoreError> {
        let row = self.base.reader().await?.query(COUNT).fetch_one().await.map_err(fault)?;
        row.number("number").map_err(fault)
    }

    async fn set_password(&self, id: &AccountId, password_hash: String) -> Result<(), StoreError> {
        let id = id.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let set = tx.query(SET_PASSWORD).bind(id.as_str()).bind(password_hash.as_str());
                    found(set.execute().await.map_err(fault)?)
                })
            })
            .await
    }

    async fn set_disabled(&self, id: &AccountId, disabled: bool) -> Result<(), StoreError> {
        let id = id.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let set = tx.query(SET_DISABLED).bind(id.as_str()).bind(disabled);
                    found(set.execute().await.map_err(fault)?)?;
                    if disabled {
                        for sql in CLOSE {
                            tx.query(sql).bind(id.as_str()).execute().await.map_err(fault)?;
                        }
                    }
                    Ok(())
                })
            })
            .await
    }
}

/// Keeps a new account within a transaction.
pub(super) async fn keep(tx: &mut Connection<'_>, account: &Account) -> Result<(), StoreError> {
    let keep = tx
        .query(KEEP)
        .bind(account.id.as_str())
        .bind(account.name.as_str())
        .bind(name_key(&account.name))
        .bind(account.display_name.as_str())
        .bind(account.role.as_str())
        .bind(account.password_hash.as_str())
        .bind(account.created_ms)
        .bind(account.disabled);
    keep.execute().await.map(drop).map_err(fault)
}

/// The sign-in name as it is compared. A zero byte, which PostgreSQL cannot even be asked for, is in nobody's name.
pub(super) fn name_key(name: &str) -> String {
    name.trim().to_lowercase().replace('\0', "\u{fffd}")
}

fn found(rows: u64) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

fn read(row: &Row) -> Result<Account, sqlx::Error> {
    Ok(Account {
        id: row.id("account")?,
        name: row.get("name")?,
        display_name: row.get("display_name")?,
        role: row.get("role")?,
        password_hash: row.get("password_hash")?,
        created_ms: row.get("created_ms")?,
        disabled: row.get("disabled")?,
    })
}
