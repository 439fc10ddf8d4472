//! What becomes of things over time: of what nobody knows yet, of last time's plan and board, and of a line that somebody sees otherwise.
//!
//! Deliberately not here: the earlier conference itself ([`crate::earlier::Earlier`]).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::Source;
use crate::id::{ActionId, CardId, MatterId, PersonId};
use crate::outcome::Owner;
use crate::sharing::{MayKnow, everyone, is_everyone};

/// Who finds out what a grey line asks, and by when; there is one for each such line. A grey line does not end a conference without it, unless it finds a new place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GreyEnd {
    /// Its id.
    pub id: MatterId,
    /// The line.
    pub card: CardId,
    /// Who finds out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub due: Option<Date>,
    /// Or what is known by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<String>,
}

/// What became of a line of the earlier plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum PlanStatus {
    Done,
    Partly,
    NotDone,
    NoLongerNeeded,
}

impl PlanStatus {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Done, Self::Partly, Self::NotDone, Self::NoLongerNeeded];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Partly => "Done in part",
            Self::NotDone => "Not done",
            Self::NoLongerNeeded => "No longer needed",
        }
    }
}

/// A line of the earlier plan, gone over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Walked {
    /// Its id.
    pub id: MatterId,
    /// The line of the earlier plan.
    pub action: ActionId,
    /// What became of it.
    pub status: PlanStatus,
    /// How we know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What it did for the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<String>,
}

/// What became of a line of the earlier board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum ReviewState {
    StillHere,
    Better,
    Gone,
    Worse,
}

impl ReviewState {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::StillHere, Self::Better, Self::Gone, Self::Worse];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::StillHere => "Still here",
            Self::Better => "Better",
            Self::Gone => "Gone",
            Self::Worse => "Worse",
        }
    }
}

/// What became of one line of the earlier board; there is one for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fate {
    /// Its id.
    pub id: MatterId,
    /// The earlier line.
    pub card: CardId,
    /// What became of it.
    pub state: ReviewState,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The line it is on today's board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<CardId>,
}

/// How somebody sees a line otherwise, in their own words. It stands beside the line for ever, and never over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TheirView {
    /// Its id.
    pub id: MatterId,
    /// The line.
    pub card: CardId,
    /// Who says so.
    pub by: Source,
    /// Their words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// Who may know it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

/// Who works with the family after the conference; there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoreGroup {
    /// Its id.
    pub id: MatterId,
    /// The lead social worker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<PersonId>,
    /// Their manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<PersonId>,
    /// Those of the conference who are in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<PersonId>,
    /// Others who are in it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<String>,
    /// When it meets first.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub on: Option<Date>,
    /// At what time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How often after that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
    /// How often the child is visited, and seen alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visits: Option<String>,
    /// Why a parent or the child is not in it, where it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_in_it: Option<String>,
    /// Who may know when and where it meets, and who is in it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}
