//! A number on a scale: who gave it, and why.
//!
//! Deliberately never averaged.

use serde::{Deserialize, Serialize};

use crate::card::Source;
use crate::id::{CardId, RatingId, ScaleKey};
use crate::keyed::Identified;
use crate::sharing::{MayKnow, everyone, is_everyone};

/// One number that one person gave, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rating {
    /// The rating's id.
    pub id: RatingId,
    /// The scale of the framework.
    pub scale: ScaleKey,
    /// The card it is about, for a scale that is asked of single cards; nothing for the whole map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardId>,
    /// Who gave it.
    pub by: Source,
    /// The number, 0 to 10.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 10)))]
    pub value: u8,
    /// What the number is about, where one person gives two: "at Gran's".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What makes it that number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What would make it one higher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_higher: Option<String>,
    /// Who may know it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

impl Identified for Rating {
    type Id = RatingId;
    fn id(&self) -> &RatingId {
        &self.id
    }
}
