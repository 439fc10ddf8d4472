//! The verb of the master key: one transaction in which everything is wrapped anew.
//!
//! Deliberately opens every wrapping before it makes another: what does not open stops the change, and nothing was changed.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::fault::fault;
use crate::follow::bad_key;
use crate::rotation::Rotation;
use crate::seal::Sealed;
use crate::sql::Connection;
use crate::verbs::{SqlStore, feedback, key_check, second_factor};
use crate::wrap::{unwrap, wrap};
use crate::{MasterKey, StoreError};

const KEYS: &str = "\
select c.conference, c.created_ms, k.nonce, k.sealed
from conference c join conference_key k on k.conference = c.conference order by c.conference";

const WRAP: &str = "update conference_key set nonce = $2, sealed = $3 where conference = $1";

#[async_trait]
impl Rotation for SqlStore {
    async fn change_key(&self, next: MasterKey) -> Result<u64, StoreError> {
        let old = Arc::clone(&self.master);
        let changed = self.base.fill(move |mut tx| {
            Box::pin(async move {
                // Whoever seals something new with the old key finishes first, or finds it changed.
                tx.claim_the_key().await?;
                key_check::confirm(&mut tx, &old).await?;
                let conferences = wrap_anew(&mut tx, &old, &next).await?;
                feedback::seal_anew(&mut tx, old.key(), next.key()).await?;
                second_factor::seal_anew(&mut tx, old.key(), next.key()).await?;
                key_check::mark(&mut tx, &next).await?;
                Ok(conferences)
            })
        });
        let conferences = changed.await?;
        self.base.scrub().await?;
        Ok(conferences)
    }
}

async fn wrap_anew(tx: &mut Connection<'_>, old: &MasterKey, next: &MasterKey) -> Result<u64, StoreError> {
    let mut conferences = 0;
    for row in tx.query(KEYS).fetch_all().await.map_err(fault)? {
        let id: ConferenceId = row.id("conference").map_err(fault)?;
        let created_ms = row.get("created_ms").map_err(fault)?;
        let wrapped = row.sealed().map_err(fault)?;
        let key = unwrap(&wrapped, old, &id, created_ms).ok_or_else(|| bad_key(&id))?;
        let Sealed { nonce, sealed } = wrap(&key, next, &id, created_ms)?;
        let keep = tx.query(WRAP).bind(id.as_str()).bind(nonce.as_slice()).bind(sealed);
        keep.execute().await.map_err(fault)?;
        conferences += 1;
    }
    Ok(conferences)
}
