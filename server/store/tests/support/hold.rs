//! A conference on hold, for a reason that must never be printed or lie readable on disk.
//!
//! Deliberately not here: what a hold keeps from happening.

use store::LegalHold;

use crate::sample::conference;

/// The hold on the conference with this number.
pub(crate) fn hold(number: u32) -> LegalHold {
    LegalHold { conference: conference(number), at_ms: i64::from(number), because: "ZQX-CANARY inquiry".into() }
}
