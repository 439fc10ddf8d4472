//! Walking along a log in the database: every row is checked against the one before it.
//!
//! Deliberately one row at a time: a log is checked without being held in memory, and the first bad event is named
//! even when the file is damaged in the middle of it.

use board::id::ConferenceId;
use futures_util::TryStreamExt;

use crate::chain;
use crate::fault::{fault, is_damage};
use crate::follow::{End, Follow, Link, bad, following};
use crate::sql::{Connection, Row};
use crate::verbs::head::Head;
use crate::{Digest, Seq, StoreError};

const HASH: &str = "select hash from event where conference = $1 and seq = $2";

const EVENTS: &str = "\
select seq, command, ordinal, actor, at_ms, kind, version, nonce, sealed, hash
from event where conference = $1 and seq > $2 order by seq";

/// Checks a log from the event after `since` to its recorded end, and hands every event over once it is known to be in
/// its place.
pub(super) async fn walk<E: From<StoreError>>(
    connection: &mut Connection<'_>,
    head: &Head,
    since: Seq,
    mut each: impl FnMut(Link) -> Result<(), E> + Send,
) -> Result<(), E> {
    let conference = &head.conference;
    if since > head.end.seq {
        let what = "the log ends before an event that was read earlier";
        return Err(bad(conference, following(head.end.seq), what).into());
    }
    let at = End { seq: since, hash: hash_at(connection, conference, since).await? };
    let mut follow = Follow::after(conference, at, head.end);
    let query = connection.query(EVENTS).bind(conference.as_str()).bind(i64::from(since));
    let mut rows = query.fetch();
    loop {
        let row = rows.try_next().await.map_err(|error| unreadable(error, conference, follow.next()))?;
        let Some(row) = row else { break };
        let link = read(&row).map_err(|error| unreadable(error, conference, follow.next()))?;
        follow.step(&link)?;
        each(link)?;
    }
    follow.finish().map_err(E::from)
}

fn unreadable(error: sqlx::Error, conference: &ConferenceId, seq: Seq) -> StoreError {
    if is_damage(&error) { bad(conference, seq, "it cannot be read") } else { fault(error) }
}

/// The hash that the event after `seq` must follow.
async fn hash_at(connection: &mut Connection<'_>, conference: &ConferenceId, seq: Seq) -> Result<Digest, StoreError> {
    if seq == Seq::ZERO {
        return Ok(chain::genesis(conference));
    }
    let query = connection.query(HASH).bind(conference.as_str()).bind(i64::from(seq));
    let row = query.fetch_optional().await.map_err(|error| unreadable(error, conference, seq))?;
    let row = row.ok_or_else(|| bad(conference, seq, "it is missing"))?;
    row.fixed("hash").map_err(|error| unreadable(error, conference, seq))
}

fn read(row: &Row) -> Result<Link, sqlx::Error> {
    Ok(Link {
        seq: row.number("seq")?,
        ordinal: row.number("ordinal")?,
        command: row.id("command")?,
        actor: row.get("actor")?,
        at_ms: row.get("at_ms")?,
        kind: row.get("kind")?,
        version: row.number("version")?,
        contents: row.sealed()?,
        hash: row.fixed("hash")?,
    })
}
