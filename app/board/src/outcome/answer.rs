//! What was done about a child's words.
//!
//! Deliberately not here: the words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ActionId, EntryId};
use crate::keyed::Identified;

/// What was done about a child's words ("you said, so we ...").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is a kind of answer by its own name; `words` spells it out")]
pub enum AnswerKind {
    BecameAction,
    ChangedDecision,
    ChangedPlan,
    AnsweredInRoom,
    AgreedNotNow,
    NotPossibleBecause,
    PassedOn,
    Noted,
}

impl AnswerKind {
    /// Every kind of answer, in the order a chair is offered them.
    pub const ALL: [Self; 8] = [
        Self::BecameAction,
        Self::ChangedPlan,
        Self::ChangedDecision,
        Self::AnsweredInRoom,
        Self::AgreedNotNow,
        Self::NotPossibleBecause,
        Self::PassedOn,
        Self::Noted,
    ];

    /// The kind in words that finish "you said, so we ...".
    pub fn words(self) -> &'static str {
        match self {
            Self::BecameAction => "It is in the plan",
            Self::ChangedDecision => "It changed the decision",
            Self::ChangedPlan => "It changed the plan",
            Self::AnsweredInRoom => "We answered it in the room",
            Self::AgreedNotNow => "Agreed, but not now",
            Self::NotPossibleBecause => "We cannot, and this is why",
            Self::PassedOn => "We passed it on",
            Self::Noted => "We heard it",
        }
    }
}

/// The answer to one entry, from what was decided to how the child took it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// The child's words that are answered.
    pub entry: EntryId,
    /// The kind of answer.
    pub kind: AnswerKind,
    /// The answer in plain words, for the child.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// Why not, in words for the child. A no always has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The lines of the plan it became.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionId>,
    /// Who tells the child, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<String>,
    /// By when the child is told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub tell_by: Option<Date>,
    /// The day the child was told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub told_on: Option<Date>,
    /// What the child said to it, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reaction: Option<String>,
}

impl Identified for Answer {
    type Id = EntryId;
    fn id(&self) -> &EntryId {
        &self.entry
    }
}
