//! The verbs of disposal.
//!
//! Deliberately asks for a hold in the very transaction that erases: a hold that was confirmed is never too late. And the line that says
//! what was done is written in the transaction that does it: what is refused leaves no line.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::ConferenceId;

use crate::canon::Canon;
use crate::disposal::{Disposal, EraseAgain, Erasure, LegalHold};
use crate::fault::fault;
use crate::follow::bad_key;
use crate::seal::Sealed;
use crate::sql::Connection;
use crate::verbs::head::Head;
use crate::verbs::{SqlStore, access};
use crate::{Looked, StoreError};

const HOLD: &str = "insert into legal_hold (conference, at_ms, nonce, sealed) values ($1, $2, $3, $4)";
const RELEASE: &str = "delete from legal_hold where conference = $1";
const HOLDS: &str = "select conference, at_ms, nonce, sealed from legal_hold order by at_ms, conference";
const IS_HELD: &str = "select 1 as held from legal_hold where conference = $1";

const NOTE: &str = "\
insert into erasure (conference, at_ms, rule, because) values ($1, $2, $3, $4) on conflict (conference) do nothing";

const NOTED: &str = "select at_ms, rule, because from erasure where conference = $1";

/// The key, and every way in. Who looked stays: it holds nothing of the conference.
const FORGET: [&str; 4] = [
    "delete from conference_key where conference = $1",
    "delete from join_code where conference = $1",
    "delete from session where conference = $1",
    "delete from pass where conference = $1",
];

#[async_trait]
impl Disposal for SqlStore {
    async fn hold(&self, hold: LegalHold, looked: Looked) -> Result<(), StoreError> {
        let master = Arc::clone(&self.master);
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    tx.hold(&hold.conference).await?;
                    let head = Head::find(&mut tx, &hold.conference).await?;
                    let key = head.key(&mut tx, &master).await?.ok_or(StoreError::Erased)?;
                    let because = hold.because.expose().as_bytes();
                    let Sealed { nonce, sealed } = key.seal(because, &bound(&hold.conference))?;
                    let keep = tx.query(HOLD).bind(hold.conference.as_str()).bind(hold.at_ms);
                    keep.bind(nonce.as_slice()).bind(sealed).execute().await.map_err(fault)?;
                    access::write(&mut tx, looked).await
                })
            })
            .await
    }

    async fn release(&self, conference: &ConferenceId, looked: Looked) -> Result<bool, StoreError> {
        let conference = conference.clone();
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    let released = tx.query(RELEASE).bind(conference.as_str()).execute().await.map_err(fault)? > 0;
                    if released {
                        access::write(&mut tx, looked).await?;
                    }
                    Ok(released)
                })
            })
            .await
    }

    async fn holds(&self) -> Result<Vec<LegalHold>, StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let mut holds = Vec::new();
        for row in connection.query(HOLDS).fetch_all().await.map_err(fault)? {
            let conference: ConferenceId = row.id("conference").map_err(fault)?;
            let head = Head::find(&mut connection, &conference).await?;
            let key = head.key(&mut connection, &self.master).await?.ok_or(StoreError::Erased)?;
            let opened = key.open(&row.sealed().map_err(fault)?, &bound(&conference));
            let because = opened.and_then(|because| std::str::from_utf8(&because).ok().map(Into::into));
            let because = because.ok_or_else(|| bad_key(&conference))?;
            holds.push(LegalHold { conference, at_ms: row.get("at_ms").map_err(fault)?, because });
        }
        Ok(holds)
    }

    async fn erase(
        &self,
        conference: &ConferenceId,
        at_ms: i64,
        rule: &str,
        because: &str,
        looked: Looked,
    ) -> Result<Erasure, StoreError> {
        let (conference, rule, because) = (conference.clone(), rule.to_owned(), because.to_owned());
        self.base
            .write(move |mut tx| {
                Box::pin(async move {
                    // Whoever is writing to the log has the key in hand, and finishes first.
                    tx.hold(&conference).await?;
                    let head = Head::find(&mut tx, &conference).await?;
                    let on_hold = tx.query(IS_HELD).bind(conference.as_str());
                    if on_hold.fetch_optional().await.map_err(fault)?.is_some() {
                        return Err(StoreError::Held);
                    }
                    if forget(&mut tx, &conference, at_ms, &rule, &because).await? {
                        access::write(&mut tx, looked).await?;
                    }
                    noted(&mut tx, head).await
                })
            })
            .await
    }

    async fn scrub(&self) -> Result<(), StoreError> {
        self.base.scrub().await
    }
}

/// Notes that a conference is erased, and removes its key and every way in. False if it was noted before.
async fn forget(
    tx: &mut Connection<'_>,
    conference: &ConferenceId,
    at_ms: i64,
    rule: &str,
    because: &str,
) -> Result<bool, StoreError> {
    let note = tx.query(NOTE).bind(conference.as_str()).bind(at_ms).bind(rule).bind(because);
    let is_new = note.execute().await.map_err(fault)? > 0;
    for sql in FORGET {
        tx.query(sql).bind(conference.as_str()).execute().await.map_err(fault)?;
    }
    Ok(is_new)
}

/// Erases again what a backup from before the erasure has brought back. A hold of that time was released before the erasure. What the
/// backup does not have needs none.
pub(super) async fn erase_again(tx: &mut Connection<'_>, again: &EraseAgain) -> Result<(), StoreError> {
    let EraseAgain { conference, at_ms, rule, because } = again;
    match Head::find(tx, conference).await {
        Err(StoreError::NotFound) => Ok(()),
        Err(error) => Err(error),
        Ok(_) => {
            tx.query(RELEASE).bind(conference.as_str()).execute().await.map_err(fault)?;
            forget(tx, conference, *at_ms, rule, because.expose()).await.map(drop)
        }
    }
}

async fn noted(tx: &mut Connection<'_>, head: Head) -> Result<Erasure, StoreError> {
    let row = tx.query(NOTED).bind(head.conference.as_str()).fetch_one().await.map_err(fault)?;
    Ok(Erasure {
        at_ms: row.get("at_ms").map_err(fault)?,
        rule: row.get("rule").map_err(fault)?,
        because: row.get("because").map_err(fault)?,
        events: head.end.seq.into(),
        head: head.end.hash,
        conference: head.conference,
    })
}

/// The reason for a hold opens only beside its conference, and is erased with it.
fn bound(conference: &ConferenceId) -> Vec<u8> {
    Canon::new("hearth legal hold 1").text(conference.as_str()).finish()
}
