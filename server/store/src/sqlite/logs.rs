//! The verbs of the logs on SQLite.
//!
//! Deliberately thin: adding is `append.rs`, checking is `walk.rs`.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::ConferenceId;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::sqlite::fault::fault;
use crate::sqlite::head::Head;
use crate::sqlite::walk::walk;
use crate::sqlite::{SqliteStore, append, column};
use crate::{Appended, Batch, ConferenceRow, Logs, Seq, StoreError, StoredEvent, Verified};

const ALL: &str = "\
select c.conference, c.created_ms, c.head_seq, k.conference is null as erased
from conference c left join conference_key k on k.conference = c.conference
order by c.created_ms, c.conference";

const FORGET_KEY: &str = "delete from conference_key where conference = $1";

#[async_trait]
impl Logs for SqliteStore {
    async fn create_conference(&self, conference: &ConferenceId, first: Batch) -> Result<Appended, StoreError> {
        if first.conference != *conference || first.expected != Seq::ZERO {
            return Err(StoreError::Refused("the first batch is not for the beginning of this conference"));
        }
        refuse_empty(&first)?;
        let master = Arc::clone(&self.master);
        self.writer.write(move |tx| Box::pin(async move { append::create(tx, &master, &first).await })).await
    }

    async fn conferences(&self) -> Result<Vec<ConferenceRow>, StoreError> {
        let rows = sqlx::query(ALL).fetch_all(&self.readers).await.map_err(fault)?;
        rows.iter().map(|row| line(row).map_err(fault)).collect()
    }

    async fn append(&self, batch: Batch) -> Result<Appended, StoreError> {
        refuse_empty(&batch)?;
        let master = Arc::clone(&self.master);
        self.writer.write(move |tx| Box::pin(async move { append::append(tx, &master, &batch).await })).await
    }

    async fn events_since(&self, conference: &ConferenceId, since: Seq) -> Result<Vec<StoredEvent>, StoreError> {
        // One transaction, so that the end and the rows are of the same moment.
        let mut snapshot = self.readers.begin().await.map_err(fault)?;
        let head = Head::find(&mut snapshot, conference).await?;
        let key = head.key(&self.master)?.ok_or(StoreError::Erased)?;
        let mut events = Vec::new();
        walk(&mut snapshot, &head, since, Some(&key), |event| {
            events.push(event);
        })
        .await?;
        Ok(events)
    }

    async fn verify(&self, conference: &ConferenceId) -> Result<Verified, StoreError> {
        let mut snapshot = self.readers.begin().await.map_err(fault)?;
        let head = Head::find(&mut snapshot, conference).await?;
        let key = head.key(&self.master)?;
        walk(&mut snapshot, &head, Seq::ZERO, key.as_ref(), drop).await?;
        Ok(Verified { events: head.seq.into(), head: head.hash, erased: key.is_none() })
    }

    async fn destroy_key(&self, conference: &ConferenceId) -> Result<(), StoreError> {
        let conference = conference.clone();
        self.writer
            .write(move |tx| {
                Box::pin(async move {
                    Head::find(tx, &conference).await?;
                    let forget = sqlx::query(FORGET_KEY).bind(conference.as_str());
                    forget.execute(tx).await.map(drop).map_err(fault)
                })
            })
            .await?;
        // The write-ahead log still holds the page as it was.
        self.writer.checkpoint().await
    }
}

fn refuse_empty(batch: &Batch) -> Result<(), StoreError> {
    if batch.events.is_empty() {
        return Err(StoreError::Refused("a batch without events"));
    }
    Ok(())
}

fn line(row: &SqliteRow) -> Result<ConferenceRow, sqlx::Error> {
    Ok(ConferenceRow {
        id: column::id(row, "conference")?,
        created_ms: row.try_get("created_ms")?,
        last_seq: column::number(row, "head_seq")?,
        erased: row.try_get("erased")?,
    })
}
