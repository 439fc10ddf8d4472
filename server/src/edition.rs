//! Which edition a paper of a conference is now: a draft as at this minute, or the version that was approved, with its fingerprint.
//!
//! Deliberately not here: what an approval asks for. The fingerprint is the chain's hash at the event of the approval, so that anybody
//! with the store can find it again.

use board::document::{Edition, Fingerprint};
use board::id::ConferenceId;
use board::record::Record;
use board::view::time_of_day;
use jiff::Timestamp;
use store::{Store, StoreError};

/// The event in which the chair approves a record.
const SIGNED: &str = "record_signed";

/// Where a record stands between draft and final.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The version it is, or will be once the chair approves.
    version: u32,
    /// Whether that version is approved.
    signed: bool,
}

impl Standing {
    /// A record that is not approved, or was corrected since, is a draft.
    pub(crate) fn of(record: &Record) -> Self {
        match record.signed.last() {
            None => Self { version: 1, signed: false },
            Some(last) if record.has_unsigned_corrections() => {
                Self { version: last.version.saturating_add(1), signed: false }
            }
            Some(last) => Self { version: last.version, signed: true },
        }
    }

    /// The edition of a paper that is made now.
    pub(crate) async fn edition(self, store: &dyn Store, id: &ConferenceId) -> Result<Edition, StoreError> {
        let witness = if self.signed { store.last_of(id, SIGNED).await? } else { None };
        let fingerprint = witness.map(|witness| Fingerprint::from(witness.hash));
        let draft = || Edition { version: self.version, ..Edition::draft(time_of_day(Timestamp::now())) };
        Ok(fingerprint.map_or_else(draft, |fingerprint| Edition::signed(self.version, fingerprint)))
    }
}
