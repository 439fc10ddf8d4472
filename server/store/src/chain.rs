//! The chain: each event's hash covers the one before it, so that a changed, missing or moved event shows.
//!
//! Deliberately over the ciphertext: the chain is verified without any key, and still holds after an erasure.
//! It does not show a log rewritten whole; that takes a head that was written down elsewhere.

use board::id::ConferenceId;
use sha2::{Digest as _, Sha256};

use crate::canon::Canon;
use crate::seal::Sealed;
use crate::{Digest, Seq};

/// Everything readable about one event: what its seal is bound to, and the first part of what its hash covers.
pub(crate) struct Header<'a> {
    /// Whose log it is in.
    pub(crate) conference: &'a ConferenceId,
    /// Its place in the log.
    pub(crate) seq: Seq,
    /// Its place among the events of its command.
    pub(crate) ordinal: u32,
    /// The event's word.
    pub(crate) kind: &'a str,
    /// The version of its body.
    pub(crate) version: u16,
    /// The command that it came from.
    pub(crate) command: &'a str,
    /// Who did it.
    pub(crate) actor: &'a str,
    /// When, in unix milliseconds.
    pub(crate) at_ms: i64,
}

impl Header<'_> {
    /// The header in its one and only form.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        Canon::new("hearth event 1")
            .text(self.conference.as_str())
            .number(self.seq)
            .number(self.ordinal)
            .text(self.kind)
            .number(self.version)
            .text(self.command)
            .text(self.actor)
            .number(self.at_ms)
            .finish()
    }
}

/// What the first event's hash follows.
pub(crate) fn genesis(conference: &ConferenceId) -> Digest {
    Sha256::digest(Canon::new("hearth log 1").text(conference.as_str()).finish()).into()
}

/// The hash of an event that follows `previous`.
pub(crate) fn link(previous: &Digest, header: &[u8], contents: &Sealed) -> Digest {
    let row = Canon::new("hearth link 1").bytes(previous).bytes(header).bytes(&contents.nonce).bytes(&contents.sealed);
    Sha256::digest(row.finish()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The form is for ever: if this test fails, every log in the world would stop verifying.
    /// The expected values come from another program that was written from the description alone.
    #[test]
    fn the_form_never_changes() {
        let conference = "conference-1".parse().unwrap();
        let header = Header {
            conference: &conference,
            seq: Seq::from(1),
            ordinal: 0,
            kind: "card_added",
            version: 1,
            command: "command-1",
            actor: "seat-1",
            at_ms: 1_700_000_000_000,
        };
        let contents = Sealed { nonce: [7; 24], sealed: vec![1, 2, 3] };
        let head = link(&genesis(&conference), &header.bytes(), &contents);
        assert_eq!(hex(&genesis(&conference)), "71419632fe628544e78ba5c7c0a0d75dcde51bb00394ef8da4019f90902c98a7");
        assert_eq!(hex(&head), "7f3d9d2c5a9cade6a9b58795d2ebfe5c4fb1677e8196359eaf29cde2116698fe");
    }

    fn hex(digest: &Digest) -> String {
        digest.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }
}
