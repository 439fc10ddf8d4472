//! A child's tool, what is in it, and the copies that hold it, as somebody sees them.
//!
//! Deliberately not here: how an entry reads on the wall while its tool unfolds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CardView, PictureView, letter};
use crate::card::LineKind;
use crate::id::{CardId, ChildId, EntryId, PlaceKey, ToolId};
use crate::sharing::{MayKnow, Override, Telling};
use crate::tool::{Tapped, Tool};

/// A copy that was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyView {
    /// Whose copy, in words.
    pub to: String,
    /// How it was given.
    pub how: String,
    /// On which day.
    #[serde(with = "crate::iso")]
    pub on: Date,
    /// At what time of that day: "15:40".
    pub at: String,
    /// This audience's own children's entries that are in it.
    pub entries: Vec<EntryId>,
}

/// A child's tool without its entries, and what it is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToolView {
    /// What it is called.
    pub name: String,
    /// What surrounds it.
    pub tool: Tool,
}

/// One of a child's entries, ready to be put on the board or to be chosen about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryView {
    /// The entry.
    pub id: EntryId,
    /// The tool it is in.
    pub tool: ToolId,
    /// Whose words.
    pub child: ChildId,
    /// The place in the tool.
    pub place: PlaceKey,
    /// What the place is called.
    pub asked: Option<String>,
    /// The words, exactly.
    pub words: String,
    /// What was tapped.
    pub tapped: Option<Tapped>,
    /// What something that was seen may mean.
    pub meaning: Option<String>,
    /// The language of the words, when it is not English.
    pub language: Option<String>,
    /// The words in English, and who translated them.
    pub translation: Option<(String, String)>,
    /// What was drawn or photographed.
    pub pictures: Vec<PictureView>,
    /// "In Maja’s words".
    pub who: String,
    /// How it came.
    pub how: Option<String>,
    /// How it came, as a line on the board would have it.
    pub line: LineKind,
    /// Who may know, in words; for consoles and the child's own tablet alone.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub shared: String,
    /// Who may know; for consoles and the child's own tablet alone. Only the tablet reads it.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub may_know: MayKnow,
    /// How it is told; for consoles and the child's own tablet alone.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub telling: Telling,
    /// What the chair tells to keep somebody safe; for the chair's console and the child's own tablet alone.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub overridden: Option<Override>,
    /// What was agreed about how it is told; for consoles and the child's own tablet alone.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub agreed: Option<String>,
    /// The card it became.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub card: Option<CardId>,
    /// What was done about it.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub answer: Option<crate::outcome::Answer>,
    /// Whether it is what the child has against the decision.
    pub disagrees: bool,
    /// Whether the child's letter repeats it; for consoles alone.
    #[cfg_attr(not(feature = "after"), serde(skip_deserializing))]
    pub repeats: Option<letter::Repeats>,
    /// Taken back by the child; only the child's own tablet still sees it.
    pub removed: bool,
}

impl EntryView {
    /// The entry as the line it would be on a board; a line and an entry have ids of the same form.
    pub fn as_line(&self) -> Option<CardView> {
        Some(CardView {
            id: self.id.as_str().parse().ok()?,
            section: self.place.as_str().parse().ok()?,
            words: self.words.clone(),
            language: self.language.clone(),
            translation: self.translation.clone(),
            pictures: self.pictures.clone(),
            line: self.line,
            who: self.who.clone(),
            how: self.how.clone(),
            children: vec![self.child.clone()],
            group: None,
            answer: self.answer.as_ref().map(|answer| answer.words.clone()),
            fixed: true,
            since: None,
            desk: None,
        })
    }
}
