//! The curtain: while it is drawn the wall is neutral, and those who have stepped out find nothing of the conference on their devices.
//!
//! Deliberately not here: what is kept of the restricted part afterwards ([`crate::matter::RestrictedPart`]).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{CardId, PersonId};

mod thing;

pub use thing::{KeptBehind, Thing};

/// A drawn curtain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curtain {
    /// When it was drawn.
    #[serde(with = "crate::iso::moment")]
    pub since: Timestamp,
    /// Those whose devices are paused.
    pub paused: Vec<PersonId>,
    /// Everybody who has been out since it was drawn, those who have come back among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out: Vec<PersonId>,
    /// Why, in words for the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The lines put down meanwhile, or given other words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<CardId>,
    /// Everything else that was said meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<Thing>,
}
