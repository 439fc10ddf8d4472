//! A forger who knows how the chain is made: changes an event and makes every hash after it fit again.
//!
//! Deliberately a second telling of the chain's form: if the store's own changes, this one stops fitting.

use std::path::Path;

use sha2::{Digest, Sha256};
use sqlx::Connection;

use crate::file::raw;

const READ: &str = "\
select seq, ordinal, kind, version, command, actor, at_ms, nonce, sealed
from event where conference = 'conference-1' order by seq";
const WRITE: &str = "update event set actor = $2, hash = $3 where conference = 'conference-1' and seq = $1";
const END: &str = "update conference set head_hash = $1 where conference = 'conference-1'";

type Row = (i64, i64, String, i64, String, String, i64, Vec<u8>, Vec<u8>);

fn list(fields: &[&[u8]]) -> Vec<u8> {
    let length = |field: &[u8]| u64::try_from(field.len()).unwrap().to_be_bytes();
    fields.iter().flat_map(|field| [&length(field)[..], field].concat()).collect()
}

/// Puts another actor on one event of the first conference, and a chain around it that holds.
pub(crate) async fn rewrite_actor(path: &Path, which: i64) {
    let mut connection = raw(path).await;
    let rows: Vec<Row> = sqlx::query_as(READ).fetch_all(&mut connection).await.unwrap();
    let mut hash: [u8; 32] = Sha256::digest(list(&[b"hearth log 1", b"conference-1"])).into();
    for (seq, ordinal, kind, version, command, actor, at_ms, nonce, sealed) in rows {
        let actor = if seq == which { "seat-of-somebody-else".to_owned() } else { actor };
        let header = list(&[
            b"hearth event 1",
            b"conference-1",
            &seq.to_be_bytes(),
            &ordinal.to_be_bytes(),
            kind.as_bytes(),
            &version.to_be_bytes(),
            command.as_bytes(),
            actor.as_bytes(),
            &at_ms.to_be_bytes(),
        ]);
        hash = Sha256::digest(list(&[b"hearth link 1", &hash, &header, &nonce, &sealed])).into();
        let write = sqlx::query(WRITE).bind(seq).bind(actor).bind(hash.as_slice());
        write.execute(&mut connection).await.unwrap();
    }
    sqlx::query(END).bind(hash.as_slice()).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}
