//! The verbs of the logs.
//!
//! Deliberately thin: adding is `append.rs`, checking is `walk.rs`.

use std::sync::Arc;

use async_trait::async_trait;
use board::id::{CommandId, ConferenceId};

use crate::fault::fault;
use crate::follow::Link;
use crate::sql::Row;
use crate::verbs::head::Head;
use crate::verbs::walk::walk;
use crate::verbs::{SqlStore, append};
use crate::{Appended, Batch, ConferenceRow, Digest, Growth, Logs, Seq, StoreError, StoredEvent, Verified, Witness};

const ALL: &str = "\
select c.conference, c.created_ms, c.head_seq, k.conference is null as erased
from conference c left join conference_key k on k.conference = c.conference
order by c.created_ms, c.conference";

const END: &str = "\
select c.head_seq, k.conference is null as erased
from conference c left join conference_key k on k.conference = c.conference
where c.conference = $1";

const OF_COMMAND: &str = "select seq from event where conference = $1 and command = $2 limit 1";

const LAST_OF: &str = "\
select conference, seq, kind, hash from event where conference = $1 and kind = $2 order by seq desc limit 1";

const WITH_HASH: &str = "select conference, seq, kind, hash from event where hash = $1";

#[async_trait]
impl Logs for SqlStore {
    async fn create_conference(&self, conference: &ConferenceId, first: Batch) -> Result<Appended, StoreError> {
        if first.conference != *conference || first.expected != Seq::ZERO {
            return Err(StoreError::Refused("the first batch is not for the beginning of this conference"));
        }
        refuse_empty(&first)?;
        let master = Arc::clone(&self.master);
        self.base.write(move |mut tx| Box::pin(async move { append::create(&mut tx, &master, &first).await })).await
    }

    async fn conferences(&self) -> Result<Vec<ConferenceRow>, StoreError> {
        let rows = self.base.reader().await?.query(ALL).fetch_all().await.map_err(fault)?;
        rows.iter().map(|row| line(row).map_err(fault)).collect()
    }

    async fn append(&self, batch: Batch) -> Result<Appended, StoreError> {
        refuse_empty(&batch)?;
        let master = Arc::clone(&self.master);
        let conference = batch.conference.clone();
        let append =
            self.base.write(move |mut tx| Box::pin(async move { append::append(&mut tx, &master, &batch).await }));
        let appended = append.await?;
        self.base.tell(&conference, appended.last_seq);
        Ok(appended)
    }

    async fn is_done(&self, conference: &ConferenceId, command: &CommandId) -> Result<bool, StoreError> {
        let read = async {
            let mut reader = self.base.reader().await?;
            let find = reader.query(OF_COMMAND).bind(conference.as_str()).bind(command.as_str());
            Ok(find.fetch_optional().await.map_err(fault)?.is_some())
        };
        self.base.within(read).await
    }

    async fn events_since(&self, conference: &ConferenceId, since: Seq) -> Result<Vec<StoredEvent>, StoreError> {
        let read = async {
            // One transaction, so that the end and the rows are of the same moment.
            let mut snapshot = self.base.snapshot().await?;
            let mut connection = snapshot.connection();
            let head = Head::find(&mut connection, conference).await?;
            let key = head.key(&mut connection, &self.master).await?.ok_or(StoreError::Erased)?;
            let mut events = Vec::new();
            let open = |link: Link| link.open(conference, &key).map(|event| events.push(event));
            walk(&mut connection, &head, since, open).await?;
            Ok(events)
        };
        self.base.within(read).await
    }

    async fn end(&self, conference: &ConferenceId) -> Result<Seq, StoreError> {
        let read = async {
            let mut reader = self.base.reader().await?;
            let find = reader.query(END).bind(conference.as_str());
            let row = find.fetch_optional().await.map_err(fault)?.ok_or(StoreError::NotFound)?;
            if row.get("erased").map_err(fault)? {
                return Err(StoreError::Erased);
            }
            row.number("head_seq").map_err(fault)
        };
        self.base.within(read).await
    }

    fn growth(&self, conference: &ConferenceId) -> Growth {
        self.base.growth(conference)
    }

    async fn verify(&self, conference: &ConferenceId) -> Result<Verified, StoreError> {
        let mut snapshot = self.base.snapshot().await?;
        let mut connection = snapshot.connection();
        let head = Head::find(&mut connection, conference).await?;
        let key = head.key(&mut connection, &self.master).await?;
        walk(&mut connection, &head, Seq::ZERO, |link| match &key {
            Some(key) => link.open(conference, key).map(drop),
            None => Ok(()),
        })
        .await?;
        Ok(Verified { events: head.end.seq.into(), head: head.end.hash, erased: key.is_none() })
    }

    async fn last_of(&self, conference: &ConferenceId, kind: &str) -> Result<Option<Witness>, StoreError> {
        let mut reader = self.base.reader().await?;
        let find = reader.query(LAST_OF).bind(conference.as_str()).bind(kind.to_owned());
        find.fetch_optional().await.map_err(fault)?.map(|row| link(&row).map_err(fault)).transpose()
    }

    async fn witness(&self, hash: &Digest) -> Result<Option<Witness>, StoreError> {
        let mut reader = self.base.reader().await?;
        let find = reader.query(WITH_HASH).bind(hash.to_vec());
        find.fetch_optional().await.map_err(fault)?.map(|row| link(&row).map_err(fault)).transpose()
    }
}

fn refuse_empty(batch: &Batch) -> Result<(), StoreError> {
    if batch.events.is_empty() {
        return Err(StoreError::Refused("a batch without events"));
    }
    Ok(())
}

fn line(row: &Row) -> Result<ConferenceRow, sqlx::Error> {
    Ok(ConferenceRow {
        id: row.id("conference")?,
        created_ms: row.get("created_ms")?,
        last_seq: row.number("head_seq")?,
        erased: row.get("erased")?,
    })
}

fn link(row: &Row) -> Result<Witness, sqlx::Error> {
    Ok(Witness {
        conference: row.id("conference")?,
        seq: row.number("seq")?,
        kind: row.get("kind")?,
        hash: row.fixed("hash")?,
    })
}
