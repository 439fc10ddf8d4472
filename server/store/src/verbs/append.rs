//! Adding to a log: seal the batch, link it to the chain, insert it, move the recorded end.
//!
//! Deliberately checks before it writes: what is refused has written nothing.

use board::id::ConferenceId;

use crate::chain::{self, Header};
use crate::contents;
use crate::fault::{fault, is_taken};
use crate::follow::{End, Link};
use crate::seal::{Key, Sealed};
use crate::sql::Connection;
use crate::verbs::head::Head;
use crate::verbs::key_check;
use crate::wrap::wrap;
use crate::{Appended, Batch, Digest, MasterKey, StoreError};

const DONE: &str = "\
select min(seq) as first_seq, max(seq) as last_seq from event
where conference = $1 and command = $2 having count(*) > 0";

const KEEP_CONFERENCE: &str =
    "insert into conference (conference, created_ms, head_seq, head_hash) values ($1, $2, $3, $4)";

const KEEP_KEY: &str = "insert into conference_key (conference, nonce, sealed) values ($1, $2, $3)";

const KEEP_EVENT: &str = "\
insert into event (conference, seq, command, ordinal, actor, at_ms, kind, version, nonce, sealed, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

const MOVE_HEAD: &str = "update conference set head_seq = $2, head_hash = $3 where conference = $1";

/// Makes a conference with its key and its first batch.
pub(super) async fn create(
    connection: &mut Connection<'_>,
    master: &MasterKey,
    batch: &Batch,
) -> Result<Appended, StoreError> {
    let conference = &batch.conference;
    key_check::keep_still(connection, master).await?;
    let key = Key::random()?;
    let wrapped = wrap(&key, master, conference, batch.at_ms)?;
    let (rows, appended) = seal(batch, &key, chain::genesis(conference))?;
    let end = End { seq: appended.last_seq, hash: appended.head };
    keep_conference(connection, conference, batch.at_ms, end, Some(wrapped)).await?;
    insert(connection, batch, rows).await?;
    Ok(appended)
}

/// Adds a batch where its sender expected the log to end.
pub(super) async fn append(
    connection: &mut Connection<'_>,
    master: &MasterKey,
    batch: &Batch,
) -> Result<Appended, StoreError> {
    connection.hold(&batch.conference).await?;
    let head = Head::find(connection, &batch.conference).await?;
    refuse_a_second_time(connection, batch).await?;
    let key = head.key(connection, master).await?.ok_or(StoreError::Erased)?;
    if head.end.seq != batch.expected {
        return Err(StoreError::Conflict);
    }
    let (rows, appended) = seal(batch, &key, head.end.hash)?;
    insert(connection, batch, rows).await?;
    connection
        .query(MOVE_HEAD)
        .bind(batch.conference.as_str())
        .bind(i64::from(appended.last_seq))
        .bind(appended.head.as_slice())
        .execute()
        .await
        .map_err(fault)?;
    Ok(appended)
}

async fn refuse_a_second_time(connection: &mut Connection<'_>, batch: &Batch) -> Result<(), StoreError> {
    let done = connection.query(DONE).bind(batch.conference.as_str()).bind(batch.command.as_str());
    let Some(row) = done.fetch_optional().await.map_err(fault)? else {
        return Ok(());
    };
    Err(StoreError::AlreadyDone {
        first_seq: row.number("first_seq").map_err(fault)?,
        last_seq: row.number("last_seq").map_err(fault)?,
    })
}

/// Seals and links a whole batch that follows `previous`.
fn seal(batch: &Batch, key: &Key, previous: Digest) -> Result<(Vec<Link>, Appended), StoreError> {
    let full = |_| StoreError::Refused("the log has no room for another event");
    let first_seq = batch.expected.next().map_err(full)?;
    let mut appended = Appended { first_seq, last_seq: batch.expected, head: previous };
    let mut rows = Vec::with_capacity(batch.events.len());
    for (ordinal, event) in (0..).zip(&batch.events) {
        let seq = appended.last_seq.next().map_err(full)?;
        let header = Header {
            conference: &batch.conference,
            seq,
            ordinal,
            kind: &event.kind,
            version: event.version,
            command: batch.command.as_str(),
            actor: &batch.actor,
            at_ms: batch.at_ms,
        }
        .bytes();
        let contents = key.seal(&contents::pack(batch.intent.expose(), event.body.expose()), &header)?;
        let hash = chain::link(&appended.head, &header, &contents);
        appended = Appended { first_seq, last_seq: seq, head: hash };
        rows.push(Link {
            seq,
            ordinal,
            command: batch.command.clone(),
            actor: batch.actor.clone(),
            at_ms: batch.at_ms,
            kind: event.kind.clone(),
            version: event.version,
            contents,
            hash,
        });
    }
    Ok((rows, appended))
}

async fn insert(connection: &mut Connection<'_>, batch: &Batch, rows: Vec<Link>) -> Result<(), StoreError> {
    for row in rows {
        keep_event(connection, &batch.conference, row).await.map_err(beyond_the_end)?;
    }
    Ok(())
}

/// Keeps the row of a conference, and its key if it has one.
pub(super) async fn keep_conference(
    connection: &mut Connection<'_>,
    conference: &ConferenceId,
    created_ms: i64,
    end: End,
    wrapped: Option<Sealed>,
) -> Result<(), StoreError> {
    let keep = connection.query(KEEP_CONFERENCE).bind(conference.as_str()).bind(created_ms);
    keep.bind(i64::from(end.seq)).bind(end.hash.as_slice()).execute().await.map_err(fault)?;
    if let Some(Sealed { nonce, sealed }) = wrapped {
        let keep = connection.query(KEEP_KEY).bind(conference.as_str()).bind(nonce.as_slice()).bind(sealed);
        keep.execute().await.map_err(fault)?;
    }
    Ok(())
}

/// Keeps the row of an event.
pub(super) async fn keep_event(
    connection: &mut Connection<'_>,
    conference: &ConferenceId,
    row: Link,
) -> Result<(), sqlx::Error> {
    connection
        .query(KEEP_EVENT)
        .bind(conference.as_str())
        .bind(i64::from(row.seq))
        .bind(row.command.as_str())
        .bind(i64::from(row.ordinal))
        .bind(row.actor)
        .bind(row.at_ms)
        .bind(row.kind)
        .bind(i64::from(row.version))
        .bind(row.contents.nonce.as_slice())
        .bind(row.contents.sealed)
        .bind(row.hash.as_slice())
        .execute()
        .await
        .map(drop)
}

/// A place after the recorded end that is taken means that somebody was first, or that the end was set back behind our
/// back. Reading on from there tells which.
fn beyond_the_end(error: sqlx::Error) -> StoreError {
    if is_taken(&error) { StoreError::Conflict } else { fault(error) }
}
