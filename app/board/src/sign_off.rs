//! The chair's approval: from then on the record is closed, and what is put right stands beside it.
//!
//! Deliberately not here: the fingerprint. It is the head of the stored chain at the approval, and only the store knows that.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One approval of the record; the first makes version 1, and each one after corrections the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignOff {
    /// The version it makes, from 1.
    pub version: u32,
    /// When.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub at: Timestamp,
}
