//! Adding to a log: seal the batch, link it to the chain, insert it, move the recorded end.
//!
//! Deliberately checks before it writes: what is refused has written nothing.

use crate::chain::{self, Header};
use crate::contents;
use crate::fault::{fault, is_taken};
use crate::seal::{Key, Sealed};
use crate::sql::Connection;
use crate::verbs::head;
use crate::{Appended, Batch, Digest, MasterKey, Seq, StoreError};

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
    let key = Key::random()?;
    let wrapped = head::wrap(&key, master, conference, batch.at_ms)?;
    let (rows, appended) = seal(batch, &key, chain::genesis(conference))?;
    connection
        .query(KEEP_CONFERENCE)
        .bind(conference.as_str())
        .bind(batch.at_ms)
        .bind(i64::from(appended.last_seq))
        .bind(appended.head.as_slice())
        .execute()
        .await
        .map_err(fault)?;
    connection
        .query(KEEP_KEY)
        .bind(conference.as_str())
        .bind(wrapped.nonce.as_slice())
        .bind(wrapped.sealed)
        .execute()
        .await
        .map_err(fault)?;
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
    let end = head::Head::find(connection, &batch.conference).await?;
    refuse_a_second_time(connection, batch).await?;
    let key = end.key(master)?.ok_or(StoreError::Erased)?;
    if end.seq != batch.expected {
        return Err(StoreError::Conflict);
    }
    let (rows, appended) = seal(batch, &key, end.hash)?;
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

/// One event as its row will be.
struct Row {
    /// Its place in the log.
    seq: Seq,
    /// Its place in its command.
    ordinal: u32,
    /// Its words under their seal.
    contents: Sealed,
    /// Its link of the chain.
    hash: Digest,
}

/// Seals and links a whole batch that follows `previous`.
fn seal(batch: &Batch, key: &Key, previous: Digest) -> Result<(Vec<Row>, Appended), StoreError> {
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
        rows.push(Row { seq, ordinal, contents, hash });
    }
    Ok((rows, appended))
}

async fn insert(connection: &mut Connection<'_>, batch: &Batch, rows: Vec<Row>) -> Result<(), StoreError> {
    for (row, event) in rows.into_iter().zip(&batch.events) {
        connection
            .query(KEEP_EVENT)
            .bind(batch.conference.as_str())
            .bind(i64::from(row.seq))
            .bind(batch.command.as_str())
            .bind(i64::from(row.ordinal))
            .bind(batch.actor.as_str())
            .bind(batch.at_ms)
            .bind(event.kind.as_str())
            .bind(i64::from(event.version))
            .bind(row.contents.nonce.as_slice())
            .bind(row.contents.sealed)
            .bind(row.hash.as_slice())
            .execute()
            .await
            .map_err(beyond_the_end)?;
    }
    Ok(())
}

/// A place after the recorded end that is taken means that somebody was first, or that the end was set back behind our
/// back. Reading on from there tells which.
fn beyond_the_end(error: sqlx::Error) -> StoreError {
    if is_taken(&error) { StoreError::Conflict } else { fault(error) }
}
