//! The verbs of the second factor.
//!
//! Deliberately one statement wherever something may happen once: whoever comes second changes no row.

use std::sync::Arc;

use async_trait::async_trait;
use zeroize::Zeroizing;

use crate::canon::Canon;
use crate::fault::fault;
use crate::seal::{Key, Sealed};
use crate::second_factor::{SecondFactor, SecondFactors};
use crate::sql::{Connection, Row};
use crate::verbs::{SqlStore, key_check};
use crate::{AccountId, Digest, Sensitive, StoreError};

const FORGET_BEGUN: &str = "delete from second_factor where account = $1 and confirmed = $2";

const BEGIN: &str =
    "insert into second_factor (account, nonce, sealed, confirmed, last_step) values ($1, $2, $3, $4, 0)";

const FIND: &str = "select account, nonce, sealed, confirmed from second_factor where account = $1";

const CONFIRM: &str = "update second_factor set confirmed = $2, last_step = $3 where account = $1 and confirmed = $4";

const TAKE_STEP: &str =
    "update second_factor set last_step = $2 where account = $1 and last_step < $2 and confirmed = $3";

const KEEP_CODE: &str = "insert into recovery_code (account, code_hash) values ($1, $2)";
const TAKE_CODE: &str = "delete from recovery_code where account = $1 and code_hash = $2";
const FORGET_CODES: &str = "delete from recovery_code where account = $1";
const CODES_LEFT: &str = "select count(*) as number from recovery_code where account = $1";
const REMOVE: &str = "delete from second_factor where account = $1";

const ALL: &str = "select account, nonce, sealed from second_factor order by account";
const SEAL_ANEW: &str = "update second_factor set nonce = $2, sealed = $3 where account = $1";

#[async_trait]
impl SecondFactors for SqlStore {
    async fn begin_second_factor(&self, account: &AccountId, key: Sensitive<Vec<u8>>) -> Result<(), StoreError> {
        let account = account.clone();
        let master = Arc::clone(&self.master);
        let Sealed { nonce, sealed } = master.key().seal(key.expose(), &bound(&account))?;
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    key_check::keep_still(&mut tx, &master).await?;
                    tx.query(FORGET_BEGUN).bind(account.as_str()).bind(false).execute().await.map_err(fault)?;
                    let begin = tx.query(BEGIN).bind(account.as_str()).bind(nonce.as_slice()).bind(sealed).bind(false);
                    begin.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn second_factor(&self, account: &AccountId) -> Result<Option<SecondFactor>, StoreError> {
        let mut reader = self.base.reader().await?;
        let Some(row) = reader.query(FIND).bind(account.as_str()).fetch_optional().await.map_err(fault)? else {
            return Ok(None);
        };
        let key = opened(self.master.key(), &row, account)?;
        let confirmed = row.get("confirmed").map_err(fault)?;
        Ok(Some(SecondFactor { key: Sensitive::new(key.to_vec()), confirmed }))
    }

    async fn confirm_second_factor(
        &self,
        account: &AccountId,
        step: i64,
        recovery: Vec<Digest>,
    ) -> Result<bool, StoreError> {
        let account = account.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let confirm = tx.query(CONFIRM).bind(account.as_str()).bind(true).bind(step).bind(false);
                    if confirm.execute().await.map_err(fault)? == 0 {
                        return Ok(false);
                    }
                    replace_codes(&mut tx, &account, &recovery).await?;
                    Ok(true)
                })
            })
            .await
    }

    async fn take_step(&self, account: &AccountId, step: i64) -> Result<bool, StoreError> {
        let account = account.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let take = tx.query(TAKE_STEP).bind(account.as_str()).bind(step).bind(true);
                    Ok(take.execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }

    async fn take_recovery_code(&self, account: &AccountId, code_hash: &Digest) -> Result<bool, StoreError> {
        let (account, code_hash) = (account.clone(), *code_hash);
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let take = tx.query(TAKE_CODE).bind(account.as_str()).bind(code_hash.as_slice());
                    Ok(take.execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }

    async fn set_recovery_codes(&self, account: &AccountId, codes: Vec<Digest>) -> Result<(), StoreError> {
        let account = account.clone();
        self.base.write(move |mut tx| Box::pin(async move { replace_codes(&mut tx, &account, &codes).await })).await
    }

    async fn recovery_codes_left(&self, account: &AccountId) -> Result<u64, StoreError> {
        let mut reader = self.base.reader().await?;
        let row = reader.query(CODES_LEFT).bind(account.as_str()).fetch_one().await.map_err(fault)?;
        row.number("number").map_err(fault)
    }

    async fn remove_second_factor(&self, account: &AccountId) -> Result<bool, StoreError> {
        let account = account.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    tx.query(FORGET_CODES).bind(account.as_str()).execute().await.map_err(fault)?;
                    Ok(tx.query(REMOVE).bind(account.as_str()).execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }
}

async fn replace_codes(tx: &mut Connection<'_>, account: &AccountId, codes: &[Digest]) -> Result<(), StoreError> {
    tx.query(FORGET_CODES).bind(account.as_str()).execute().await.map_err(fault)?;
    for code in codes {
        let keep = tx.query(KEEP_CODE).bind(account.as_str()).bind(code.as_slice());
        keep.execute().await.map_err(fault)?;
    }
    Ok(())
}

/// What a seal is bound to: one person's key cannot be moved to another's account.
fn bound(account: &AccountId) -> Vec<u8> {
    Canon::new("hearth second factor 1").text(account.as_str()).finish()
}

fn opened(key: &Key, row: &Row, account: &AccountId) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    let sealed = row.sealed().map_err(fault)?;
    key.open(&sealed, &bound(account)).ok_or_else(|| StoreError::unavailable("the key of a second factor is damaged"))
}

/// Seals every key under another master key.
pub(super) async fn seal_anew(tx: &mut Connection<'_>, old: &Key, next: &Key) -> Result<(), StoreError> {
    for row in tx.query(ALL).fetch_all().await.map_err(fault)? {
        let account: AccountId = row.id("account").map_err(fault)?;
        let key = opened(old, &row, &account)?;
        let Sealed { nonce, sealed } = next.seal(&key, &bound(&account))?;
        let seal = tx.query(SEAL_ANEW).bind(account.as_str()).bind(nonce.as_slice()).bind(sealed);
        seal.execute().await.map_err(fault)?;
    }
    Ok(())
}
