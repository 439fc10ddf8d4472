//! A line of the board as somebody sees it.
//!
//! Deliberately not here: where it stands. The view's order says that.

use serde::{Deserialize, Serialize};

use super::PictureView;
use crate::card::{LineKind, Source};
use crate::id::{CardId, ChildId, EntryId, GroupId, SectionKey};
use crate::sharing::MayKnow;

/// A line, as this audience may have it. What it has nothing of is not written: there are many lines, and they cross the
/// room to everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardView {
    /// The card.
    pub id: CardId,
    /// The heading it stands under.
    pub section: SectionKey,
    /// The words, exactly.
    pub words: String,
    /// The language of the words, when it is not English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The words in English, and who translated them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<(String, String)>,
    /// What was drawn or photographed, for a child's line.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureView>,
    /// What sort of line.
    pub line: LineKind,
    /// Who said it: "In Maja’s words", "Beth-Ann, Larkfield Primary".
    pub who: String,
    /// How it came: "Priya wrote it down", "from records".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// The children it is about.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildId>,
    /// The cards it belongs with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// What was done about it ("you said, so we ..."), for a child's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Whether these are words from a child's tool, which nobody can change.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
    /// At a review, how it stands to last time: "Still here", "New".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What only a console knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
    pub desk: Option<CardDesk>,
}

/// What a console knows of a line beyond what others see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardDesk {
    /// Who said it.
    pub source: Source,
    /// The entry it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// Who may know it.
    pub may_know: MayKnow,
    /// Why the wall does not show it; nothing when it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_on_wall: Option<String>,
    /// Whether a child in a side room sees it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fit_for_child: bool,
}
