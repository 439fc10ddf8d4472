//! The verbs of getting in.
//!
//! Deliberately without locks: a count is only changed from what was read, so of two at the same moment one changes no row.

use async_trait::async_trait;

use crate::fault::fault;
use crate::sign_in::{Invitation, SignIns};
use crate::sql::{Connection, Row};
use crate::verbs::SqlStore;
use crate::verbs::accounts::{self, name_key};
use crate::{Account, AccountId, Digest, StoreError};

const TRIES: &str = "select count, next_ms from sign_in_try where tried_hash = $1";

const FIRST: &str = "\
insert into sign_in_try (tried_hash, count, next_ms, expires_ms) values ($1, 1, $2, $3)
on conflict (tried_hash) do nothing";

const NEXT: &str = "\
update sign_in_try set count = $2, next_ms = $3, expires_ms = $4
where tried_hash = $1 and count = $5 and next_ms = $6";

const FORGET: &str = "delete from sign_in_try where tried_hash = $1";

const INVITE: &str = "\
insert into invitation (token_hash, name, display_name, role, expires_ms, invited_by) values ($1, $2, $3, $4, $5, $6)";

/// The same columns for every way to find an invitation.
macro_rules! select {
    ($rest:literal) => {
        concat!("select token_hash, name, display_name, role, expires_ms, invited_by from invitation ", $rest)
    };
}

const INVITED: &str = select!("where token_hash = $1 and expires_ms > $2");
const ALL: &str = select!("where expires_ms > $1 order by name, token_hash");
const WITHDRAW: &str = "delete from invitation where token_hash = $1";

const TAKE: &str = "delete from invitation where token_hash = $1 and expires_ms > $2";

#[async_trait]
impl SignIns for SqlStore {
    async fn begin_try(
        &self,
        tried_hash: &Digest,
        now_ms: i64,
        pause: fn(u32) -> i64,
        remembered_ms: i64,
    ) -> Result<bool, StoreError> {
        let hash = *tried_hash;
        let expires_ms = now_ms.saturating_add(remembered_ms);
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let Some((count, next_ms)) = tries(&mut tx, &hash).await? else {
                        let next_ms = now_ms.saturating_add(pause(1));
                        let first = tx.query(FIRST).bind(hash.as_slice()).bind(next_ms).bind(expires_ms);
                        return Ok(first.execute().await.map_err(fault)? > 0);
                    };
                    if must_wait(now_ms, next_ms, pause(u32::MAX)) {
                        return Ok(false);
                    }
                    let counted = count.saturating_add(1);
                    let next = tx
                        .query(NEXT)
                        .bind(hash.as_slice())
                        .bind(i64::from(counted))
                        .bind(now_ms.saturating_add(pause(counted)))
                        .bind(expires_ms)
                        .bind(i64::from(count))
                        .bind(next_ms);
                    Ok(next.execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }

    async fn forget_tries(&self, tried_hash: &Digest) -> Result<(), StoreError> {
        self.remove(FORGET, tried_hash.to_vec()).await.map(drop)
    }

    async fn put_invitation(&self, invitation: Invitation) -> Result<(), StoreError> {
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    // Names are compared here, and not by databases that know of small letters in different ways.
                    let open = tx.query(ALL).bind(i64::MIN).fetch_all().await.map_err(fault)?;
                    for row in &open {
                        let earlier = read(row).map_err(fault)?;
                        if name_key(&earlier.name) == name_key(&invitation.name)
                            && earlier.token_hash != invitation.token_hash
                        {
                            tx.query(WITHDRAW).bind(earlier.token_hash.as_slice()).execute().await.map_err(fault)?;
                        }
                    }
                    let invite = tx
                        .query(INVITE)
                        .bind(invitation.token_hash.as_slice())
                        .bind(invitation.name.as_str())
                        .bind(invitation.display_name.as_str())
                        .bind(invitation.role.as_str())
                        .bind(invitation.expires_ms)
                        .bind(invitation.by.as_ref().map(AccountId::as_str));
                    invite.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn invitation(&self, token_hash: &Digest, now_ms: i64) -> Result<Option<Invitation>, StoreError> {
        let mut reader = self.base.reader().await?;
        let find = reader.query(INVITED).bind(token_hash.as_slice()).bind(now_ms);
        let row = find.fetch_optional().await.map_err(fault)?;
        row.as_ref().map(read).transpose().map_err(fault)
    }

    async fn invitations(&self, now_ms: i64) -> Result<Vec<Invitation>, StoreError> {
        let rows = self.base.reader().await?.query(ALL).bind(now_ms).fetch_all().await.map_err(fault)?;
        rows.iter().map(read).collect::<Result<_, _>>().map_err(fault)
    }

    async fn withdraw_invitation(&self, token_hash: &Digest) -> Result<bool, StoreError> {
        Ok(self.remove(WITHDRAW, token_hash.to_vec()).await? > 0)
    }

    async fn accept_invitation(&self, token_hash: &Digest, now_ms: i64, account: Account) -> Result<bool, StoreError> {
        let hash = *token_hash;
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let take = tx.query(TAKE).bind(hash.as_slice()).bind(now_ms);
                    if take.execute().await.map_err(fault)? == 0 {
                        return Ok(false);
                    }
                    accounts::keep(&mut tx, &account).await?;
                    Ok(true)
                })
            })
            .await
    }
}

/// Whether the time for another try has not come. No pause is longer than the longest: what is further away was said by a clock that
/// was ahead, and counts as past.
fn must_wait(now_ms: i64, next_ms: i64, longest_ms: i64) -> bool {
    now_ms < next_ms && next_ms.saturating_sub(now_ms) <= longest_ms
}

async fn tries(tx: &mut Connection<'_>, hash: &Digest) -> Result<Option<(u32, i64)>, StoreError> {
    let row = tx.query(TRIES).bind(hash.as_slice()).fetch_optional().await.map_err(fault)?;
    row.map(|row| Ok((row.number("count")?, row.get("next_ms")?))).transpose().map_err(fault)
}

fn read(row: &Row) -> Result<Invitation, sqlx::Error> {
    Ok(Invitation {
        token_hash: row.fixed("token_hash")?,
        name: row.get("name")?,
        display_name: row.get("display_name")?,
        role: row.get("role")?,
        expires_ms: row.get("expires_ms")?,
        by: row.optional_id("invited_by")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_waited_for_unless_only_a_clock_that_was_ahead_can_have_said_it() {
        assert!(must_wait(100, 101, 50) && must_wait(100, 150, 50));
        assert!(!must_wait(100, 100, 50) && !must_wait(101, 100, 50), "its time has come");
        assert!(!must_wait(100, 151, 50), "nobody waits for ten years");
    }
}
