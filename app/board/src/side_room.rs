//! The side room: a child elsewhere in the building who sees what is fit for them and sends signs to the chair.
//!
//! Deliberately not here: hearing the room. A side room hears nothing, and nobody but a console sees its signs.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{CardId, ChildId, SignId};
use crate::keyed::Identified;

/// What a child says about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Says {
    /// "Yes."
    Yes,
    /// "Not like that."
    NotLikeThat,
    /// "Something to add."
    Add,
}

impl Says {
    /// The sign in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::NotLikeThat => "Not like that",
            Self::Add => "Something to add",
        }
    }
}

/// One sign that a child sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sign {
    /// The sign's id.
    pub id: SignId,
    /// Who sent it.
    pub child: ChildId,
    /// The line it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardId>,
    /// What it says.
    pub says: Says,
    /// What the child wrote with it, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// When it came.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub at: Timestamp,
    /// Whether the chair has taken it up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub taken_up: bool,
}

impl Identified for Sign {
    type Id = SignId;
    fn id(&self) -> &SignId {
        &self.id
    }
}
