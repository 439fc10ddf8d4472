//! What the chair puts down about the meeting itself: notes, the quorum, whether the family is put down right, warnings set aside,
//! and what was corrected after signing.
//!
//! Deliberately not here: rules. When a quorum is met is [`crate::quorum`], and what a check asks is [`crate::checks`].

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{MatterId, PersonId};
use crate::sharing::MayKnow;

/// A note for the chair alone. It is on no screen but the chair's, on no paper and in no export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Its id.
    pub id: MatterId,
    /// The note.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
}

/// What is done when too few agencies are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum QuorumChoice {
    Adjourn,
    Proceed,
}

impl QuorumChoice {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Adjourn, Self::Proceed];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Adjourn => "We meet again on another day",
            Self::Proceed => "We go on, with a reason",
        }
    }
}

/// Why a conference goes on without a quorum (source: Sussex, Swindon).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum ProceedReason {
    SocialCareAndOne,
    TooFewInvolved,
    EnoughInformation,
    DelayHarmful,
    LocalDifficulty,
    Other,
}

impl ProceedReason {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::SocialCareAndOne,
        Self::TooFewInvolved,
        Self::EnoughInformation,
        Self::DelayHarmful,
        Self::LocalDifficulty,
        Self::Other,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::SocialCareAndOne => "Social care and one other agency are here",
            Self::TooFewInvolved => "There are not three agencies in this child’s life",
            Self::EnoughInformation => "There is enough information",
            Self::DelayHarmful => "Waiting would harm the child",
            Self::LocalDifficulty => "A difficulty here that is reported on",
            Self::Other => "Another reason",
        }
    }
}

/// What the chair chose when the quorum was not met; there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuorumDecision {
    /// Its id.
    pub id: MatterId,
    /// What was chosen.
    pub choice: QuorumChoice,
    /// Why, when the conference goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ProceedReason>,
    /// The reason in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Who belongs to the family, as the family says it; there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FamilyShape {
    /// Its id.
    pub id: MatterId,
    /// The family in plain words: who lives together, who belongs to whom.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// The family has said that it is right.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
    /// What the family corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
}

/// A warning of the checks before finishing that the chair sets aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAside {
    /// Its id.
    pub id: MatterId,
    /// The check, by its id: "A2".
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub check: String,
    /// Why.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub reason: String,
}

/// Something that was put right after signing. It stands beside the record and replaces nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// Its id.
    pub id: MatterId,
    /// Who asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// Who may know it: the professionals, unless the chair says otherwise.
    #[serde(default = "professionals")]
    pub may_know: MayKnow,
    /// What is put right, in words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// When it was put down.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub at: Timestamp,
}

/// What is put right may name what some may not know.
fn professionals() -> MayKnow {
    MayKnow::Professionals
}
