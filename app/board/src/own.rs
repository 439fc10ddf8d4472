//! A young person's own conference: they complete the board with the chair, on a tablet, and agree how it is shared.
//!
//! It is a part of the conference it belongs to, in the same log, so that no word of the young person is ever copied from
//! one record to another. Deliberately not here: what they say (those are entries of a tool like any other) and any
//! decision: none is made in it (source: Essex young-person-only conference).

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ChildId, PersonId, ToolId};
use crate::keyed::Identified;

/// How far a young person has followed what was explained about secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Understood {
    /// "I get it."
    Yes,
    /// "I am not sure."
    NotSure,
}

/// One young person's own conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnConference {
    /// Whose it is.
    pub child: ChildId,
    /// The tool that holds their board.
    pub tool: ToolId,
    /// What they want to be called here, where it is not the name they go by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub called: Option<String>,
    /// Their pronouns, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub pronouns: Option<String>,
    /// The one person they chose to have with them, beside the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub companion: Option<PersonId>,
    /// What they said when the limits of secrecy had been explained; nothing before that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub understood: Option<Understood>,
    /// Who tells them what was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<PersonId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub told_on: Option<Date>,
    /// When they agreed how it is shared; nothing before that, and then nobody but the chair sees any of it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::moment::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date-time")))]
    pub agreed_at: Option<Timestamp>,
}

impl OwnConference {
    /// One that has only been laid out: nothing is explained, chosen or agreed yet.
    pub fn begun(child: ChildId, tool: ToolId) -> Self {
        Self {
            child,
            tool,
            called: None,
            pronouns: None,
            companion: None,
            understood: None,
            told_by: None,
            told_on: None,
            agreed_at: None,
        }
    }
}

impl Identified for OwnConference {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}
