//! Copies that were given out: what can no longer be called back, said honestly to the child whose words are in them.
//!
//! Deliberately not here: the making of a copy (that is [`crate::paper`]).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::id::{CopyId, EntryId};
use crate::keyed::Identified;

/// One copy that was given to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GivenCopy {
    /// The copy's id.
    pub id: CopyId,
    /// Whose copy it is.
    pub to: Audience,
    /// How it was given: "by hand", "secure email".
    pub how: String,
    /// When.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub at: Timestamp,
    /// The children's entries that are in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryId>,
}

impl Identified for GivenCopy {
    type Id = CopyId;
    fn id(&self) -> &CopyId {
        &self.id
    }
}
