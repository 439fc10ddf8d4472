//! The days from which time limits are counted and on which duties were met, and why something is late.
//!
//! Deliberately not here: counting. That is [`crate::duties`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::duties::{Milestone, Moment};
use crate::id::MatterId;

/// The days of a conference that time limits ask about; there is one such list. The conference's own day is its head's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DutyDates {
    /// Its id.
    pub id: MatterId,
    /// Whose time limits hold, by the name of their file; England's where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What happened when: "2026-09-07", or "2026-09-24T15:20" where the time matters.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, String>"))]
    pub days: BTreeMap<Milestone, Moment>,
    /// Why something is late, by the key of the time limit.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub late_because: BTreeMap<String, String>,
}
