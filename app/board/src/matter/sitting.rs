//! Which people sat together and when: the parts of a split conference, and the restricted parts within it.
//!
//! Deliberately not here: what was said in a part. Lines say themselves who may know them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::curtain::Thing;
use crate::id::{CardId, MatterId, PersonId};

/// One part of a conference that is held in parts. People who share no part find nothing of each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sitting {
    /// Its id.
    pub id: MatterId,
    /// What the professionals call it: "Part A".
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub name: String,
    /// From when to when, as people say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Who sits in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
}

/// A stretch of the conference for which some people stepped out and the curtain was drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RestrictedPart {
    /// Its id.
    pub id: MatterId,
    /// When it began.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub began: Timestamp,
    /// When it ended.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub ended: Timestamp,
    /// Who stepped out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out: Vec<PersonId>,
    /// Why, in words for the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The lines put down meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<CardId>,
    /// Those of them that were shared with the room afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<CardId>,
    /// Everything else that was said meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<Thing>,
    /// What of that was shared with the room, then or later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things_shared: Vec<Thing>,
}
