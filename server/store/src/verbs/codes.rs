//! The verbs of the join codes.
//!
//! Deliberately like the sessions: what has expired is not found, but stays until it is cleared away.

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::fault::fault;
use crate::sql::Row;
use crate::verbs::SqlStore;
use crate::{Codes, Digest, JoinCode, StoreError};

const KEEP: &str =
    "insert into join_code (code_hash, conference, purpose, payload, expires_ms) values ($1, $2, $3, $4, $5)";

const BY_HASH: &str = "\
select code_hash, conference, purpose, payload, expires_ms from join_code where code_hash = $1 and expires_ms > $2";

const BY_CONFERENCE: &str = "\
select code_hash, conference, purpose, payload, expires_ms from join_code
where conference = $1 order by expires_ms, code_hash";

const REMOVE: &str = "delete from join_code where code_hash = $1";
const REMOVE_OF_CONFERENCE: &str = "delete from join_code where conference = $1";

#[async_trait]
impl Codes for SqlStore {
    async fn put_code(&self, code: JoinCode) -> Result<(), StoreError> {
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let keep = tx
                        .query(KEEP)
                        .bind(code.code_hash.as_slice())
                        .bind(code.conference.as_str())
                        .bind(code.purpose.as_str())
                        .bind(code.payload.as_deref())
                        .bind(code.expires_ms);
                    keep.execute().await.map(drop).map_err(fault)
                })
            })
            .await
    }

    async fn code(&self, code_hash: &Digest, now_ms: i64) -> Result<Option<JoinCode>, StoreError> {
        let mut reader = self.base.reader().await?;
        let find = reader.query(BY_HASH).bind(code_hash.as_slice()).bind(now_ms);
        let row = find.fetch_optional().await.map_err(fault)?;
        row.as_ref().map(read).transpose().map_err(fault)
    }

    async fn delete_code(&self, code_hash: &Digest) -> Result<bool, StoreError> {
        Ok(self.remove(REMOVE, code_hash.to_vec()).await? > 0)
    }

    async fn codes_for_conference(&self, conference: &ConferenceId) -> Result<Vec<JoinCode>, StoreError> {
        let mut reader = self.base.reader().await?;
        let find = reader.query(BY_CONFERENCE).bind(conference.as_str());
        let rows = find.fetch_all().await.map_err(fault)?;
        rows.iter().map(read).collect::<Result<_, _>>().map_err(fault)
    }

    async fn delete_codes_for_conference(&self, conference: &ConferenceId) -> Result<u64, StoreError> {
        self.remove(REMOVE_OF_CONFERENCE, conference.to_string()).await
    }
}

fn read(row: &Row) -> Result<JoinCode, sqlx::Error> {
    Ok(JoinCode {
        code_hash: row.fixed("code_hash")?,
        conference: row.id("conference")?,
        purpose: row.get("purpose")?,
        payload: row.get("payload")?,
        expires_ms: row.get("expires_ms")?,
    })
}
