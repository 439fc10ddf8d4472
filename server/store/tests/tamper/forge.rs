//! A forger who knows how the chain is made: changes an event and makes every hash after it fit again.
//!
//! Deliberately a second telling of the chain's form: if the store's own changes, this one stops fitting.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::place::Place;

const READ: &str = "\
select seq, ordinal, kind, version, command, actor, at_ms, nonce, sealed
from event where conference = 'conference-1' order by seq";

type Row = (i64, i64, String, i64, String, String, i64, Vec<u8>, Vec<u8>);

fn list(fields: &[&[u8]]) -> Vec<u8> {
    let length = |field: &[u8]| u64::try_from(field.len()).unwrap().to_be_bytes();
    fields.iter().flat_map(|field| [&length(field)[..], field].concat()).collect()
}

fn hex(hash: [u8; 32]) -> String {
    hash.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"))
}

/// Puts another actor on one event of the first conference, and a chain around it that holds.
pub(crate) async fn rewrite_actor(place: &impl Place, which: i64) {
    let mut hash: [u8; 32] = Sha256::digest(list(&[b"hearth log 1", b"conference-1"])).into();
    let mut statements = String::new();
    for (seq, ordinal, kind, version, command, actor, at_ms, nonce, sealed) in place.read::<Row>(READ).await {
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
        write!(
            statements,
            "update event set actor = '{actor}', hash = unhex('{}') where conference = 'conference-1' and seq = {seq};",
            hex(hash)
        )
        .unwrap();
    }
    let head = hex(hash);
    write!(statements, "update conference set head_hash = unhex('{head}') where conference = 'conference-1'").unwrap();
    place.spoil(&statements).await;
}
