//! The verbs of the sessions and of the set-up links.
//!
//! Deliberately without a clock: whether something has expired is always asked with the caller's time.

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::fault::fault;
use crate::sql::{Connection, Row};
use crate::verbs::SqlStore;
use crate::{AccountId, Digest, Session, Sessions, Span, StoreError};

const KEEP: &str = "\
insert into session (token_hash, holder, account, conference, created_ms, expires_ms, last_seen_ms, device,
    proved_ms)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

const CHANGE: &str = "\
update session set holder = $2, account = $3, conference = $4, created_ms = $5, expires_ms = $6, last_seen_ms = $7,
    device = $8, proved_ms = $9
where token_hash = $1 and expires_ms > $7";

/// The same columns for every way to find a session.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select token_hash, holder, account, conference, created_ms, expires_ms, last_seen_ms, device, proved_ms ",
            "from session ",
            $rest
        )
    };
}

const BY_TOKEN: &str = select!("where token_hash = $1 and expires_ms > $2");
const BY_HOLDER: &str = select!("where holder = $1 order by created_ms, token_hash");
const TOUCH: &str = "update session set last_seen_ms = $2, expires_ms = $3 where token_hash = $1 and expires_ms > $2";
const PROVE: &str = "update session set proved_ms = $2 where token_hash = $1";
const OF_ACCOUNTS: &str = "\
select token_hash, created_ms, last_seen_ms, expires_ms from session where account is not null and expires_ms > $1";
const OF_SEATS: &str = "\
select token_hash, created_ms, last_seen_ms, expires_ms from session where account is null and expires_ms > $1";
const END: &str = "delete from session where token_hash = $1";
const END_OF_ACCOUNT: &str = "delete from session where account = $1";
const END_OTHERS: &str = "delete from session where account = $1 and token_hash <> $2";
const END_OF_CONFERENCE: &str = "delete from session where conference = $1";

const EXPIRED: [&str; 5] = [
    "delete from session where expires_ms <= $1",
    "delete from setup_token where expires_ms <= $1",
    "delete from join_code where expires_ms <= $1",
    "delete from sign_in_try where expires_ms <= $1",
    "delete from invitation where expires_ms <= $1",
];

const KEEP_SETUP_TOKEN: &str = "insert into setup_token (token_hash, expires_ms) values ($1, $2)";
const TAKE_SETUP_TOKEN: &str = "delete from setup_token where token_hash = $1 and expires_ms > $2";

impl SqlStore {
    /// The sessions that a statement finds, and when each began, was last used, and ends.
    async fn spans(&self, found: &'static str, now_ms: i64) -> Result<Vec<(Digest, Span)>, StoreError> {
        let rows = self.base.reader().await?.query(found).bind(now_ms).fetch_all().await.map_err(fault)?;
        let read = |row: &Row| Ok((row.fixed("token_hash")?, span(row)?));
        rows.iter().map(read).collect::<Result<_, _>>().map_err(fault)
    }
}

#[async_trait]
impl Sessions for SqlStore {
    async fn put_session(&self, session: Session) -> Result<(), StoreError> {
        self.base.write(move |mut tx| Box::pin(async move { put(&mut tx, KEEP, &session).await.map(drop) })).await
    }

    async fn change_session(&self, session: Session) -> Result<bool, StoreError> {
        self.base.write(move |mut tx| Box::pin(async move { Ok(put(&mut tx, CHANGE, &session).await? > 0) })).await
    }

    async fn session(&self, token_hash: &Digest, now_ms: i64) -> Result<Option<Session>, StoreError> {
        let mut reader = self.base.reader().await?;
        let find = reader.query(BY_TOKEN).bind(token_hash.as_slice()).bind(now_ms);
        let row = find.fetch_optional().await.map_err(fault)?;
        row.as_ref().map(read).transpose().map_err(fault)
    }

    async fn touch_session(&self, token_hash: &Digest, now_ms: i64, expires_ms: i64) -> Result<bool, StoreError> {
        let token_hash = *token_hash;
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let touch = tx.query(TOUCH).bind(token_hash.as_slice()).bind(now_ms).bind(expires_ms);
                    Ok(touch.execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }

    async fn prove_session(&self, token_hash: &Digest, now_ms: i64) -> Result<bool, StoreError> {
        let token_hash = *token_hash;
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let prove = tx.query(PROVE).bind(token_hash.as_slice()).bind(now_ms);
                    Ok(prove.execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }

    async fn account_sessions(&self, now_ms: i64) -> Result<Vec<(Digest, Span)>, StoreError> {
        self.spans(OF_ACCOUNTS, now_ms).await
    }

    async fn seat_sessions(&self, now_ms: i64) -> Result<Vec<(Digest, Span)>, StoreError> {
        self.spans(OF_SEATS, now_ms).await
    }

    async fn delete_session(&self, token_hash: &Digest) -> Result<bool, StoreError> {
        Ok(self.remove(END, token_hash.to_vec()).await? > 0)
    }

    async fn delete_sessions_for_account(&self, account: &AccountId) -> Result<u64, StoreError> {
        self.remove(END_OF_ACCOUNT, account.to_string()).await
    }

    async fn delete_other_sessions(&self, account: &AccountId, kept: &Digest) -> Result<u64, StoreError> {
        let (account, kept) = (account.clone(), *kept);
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let end = tx.query(END_OTHERS).bind(account.as_str()).bind(kept.as_slice());
                    end.execute().await.map_err(fault)
                })
            })
            .await
    }

    async fn delete_sessions_for_conference(&self, conference: &ConferenceId) -> Result<u64, StoreError> {
        self.remove(END_OF_CONFERENCE, conference.to_string()).await
    }

    async fn sessions_of(&self, holder: &str) -> Result<Vec<Session>, StoreError> {
        let rows = self.base.reader().await?.query(BY_HOLDER).bind(holder).fetch_all().await.map_err(fault)?;
        rows.iter().map(read).collect::<Result<_, _>>().map_err(fault)
    }

    async fn delete_expired(&self, now_ms: i64) -> Result<u64, StoreError> {
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let mut removed = 0;
                    for sql in EXPIRED {
                        removed += tx.query(sql).bind(now_ms).execute().await.map_err(fault)?;
                    }
                    Ok(removed)
                })
            })
            .await
    }

    async fn put_setup_token(&self, token_hash: &Digest, expires_ms: i64) -> Result<(), StoreError> {
        let token_hash = *token_hash;
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let keep = tx.query(KEEP_SETUP_TOKEN).bind(token_hash.as_slice()).bind(expires_ms);
                    keep.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn take_setup_token(&self, token_hash: &Digest, now_ms: i64) -> Result<bool, StoreError> {
        let token_hash = *token_hash;
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let take = tx.query(TAKE_SETUP_TOKEN).bind(token_hash.as_slice()).bind(now_ms);
                    Ok(take.execute().await.map_err(fault)? > 0)
                })
            })
            .await
    }
}

/// Runs a statement with all that a session is, and says how many rows it touched.
async fn put(tx: &mut Connection<'_>, sql: &'static str, session: &Session) -> Result<u64, StoreError> {
    let put = tx
        .query(sql)
        .bind(session.token_hash.as_slice())
        .bind(session.holder.as_str())
        .bind(session.account.as_ref().map(AccountId::as_str))
        .bind(session.conference.as_ref().map(ConferenceId::as_str))
        .bind(session.created_ms)
        .bind(session.expires_ms)
        .bind(session.last_seen_ms)
        .bind(session.device.as_deref())
        .bind(session.proved_ms);
    put.execute().await.map_err(fault)
}

fn span(row: &Row) -> Result<Span, sqlx::Error> {
    Ok(Span {
        created_ms: row.get("created_ms")?,
        last_seen_ms: row.get("last_seen_ms")?,
        expires_ms: row.get("expires_ms")?,
    })
}

fn read(row: &Row) -> Result<Session, sqlx::Error> {
    let Span { created_ms, last_seen_ms, expires_ms } = span(row)?;
    Ok(Session {
        token_hash: row.fixed("token_hash")?,
        holder: row.get("holder")?,
        account: row.optional_id("account")?,
        conference: row.optional_id("conference")?,
        created_ms,
        expires_ms,
        last_seen_ms,
        device: row.get("device")?,
        proved_ms: row.get("proved_ms")?,
    })
}
