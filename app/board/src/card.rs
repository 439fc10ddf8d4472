//! One line on the board: who said it, about which child, what sort of line it is, and who may know it.
//!
//! Deliberately not here: what may be done with a card (that is [`crate::decide`]) and how it looks.

use serde::{Deserialize, Serialize};

use crate::id::{CardId, ChildId, EntryId, GroupId, PersonId, SectionKey};
use crate::keyed::Identified;
use crate::sharing::{MayKnow, everyone, is_everyone};

/// What sort of line it is. The first three are a child's and nobody may change their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LineKind {
    /// The child wrote or typed it.
    OwnWords,
    /// The child said it and somebody wrote it down exactly.
    Scribed,
    /// The child drew it; the words describe the drawing.
    Drawing,
    /// Said by somebody in the family or around it.
    Family,
    /// Seen by a professional.
    Seen,
    /// Told to a professional, or taken from records.
    Reported,
    /// What a professional thinks.
    Opinion,
    /// The chair's own line.
    Chair,
}

impl LineKind {
    /// Whether the words are a child's.
    pub fn is_childs(self) -> bool {
        match self {
            Self::OwnWords | Self::Scribed | Self::Drawing => true,
            Self::Family | Self::Seen | Self::Reported | Self::Opinion | Self::Chair => false,
        }
    }
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Source {
    /// A grown-up of the conference.
    Person(PersonId),
    /// A child of the conference.
    Child(ChildId),
    /// An agency or a report, in words: "Police", "GP's report".
    Agency(String),
}

/// Where a card stands among the others of its section; between any two places there is another.
///
/// Written as a fraction so that moving one card changes that card alone.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rank(pub f64);

impl Rank {
    /// The place of the first card of a section.
    pub const FIRST: Self = Self(1.0);

    /// The order of two ranks; total, so that a list can always be sorted.
    pub fn order(self, other: Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }

    /// A place between two neighbours, either of which may be missing.
    pub fn between(before: Option<Self>, after: Option<Self>) -> Self {
        match (before, after) {
            (None, None) => Self::FIRST,
            (Some(Self(before)), None) => Self(before + 1.0),
            (None, Some(Self(after))) => Self(after - 1.0),
            (Some(Self(before)), Some(Self(after))) => Self(f64::midpoint(before, after)),
        }
    }
}

/// One line on the board.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// The card's id.
    pub id: CardId,
    /// The heading it stands under.
    pub section: SectionKey,
    /// The words. For a child's card that came from an entry they are the entry's, exactly; an entry that is only a
    /// picture has none.
    #[cfg_attr(feature = "schema", schemars(length(max = 20_000)))]
    pub words: String,
    /// What sort of line.
    pub line: LineKind,
    /// Who said it.
    pub source: Source,
    /// The child or children it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildId>,
    /// The entry of a child's tool it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// The cards it belongs with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Its place in the section; cards with the same rank stand in the order they came.
    #[serde(default)]
    pub rank: Rank,
    /// Who may know it. A child's entry may narrow this further and is never widened by it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
    /// Whether the chair has found it fit to be seen by a child in a side room.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fit_for_child: bool,
    /// Taken off the board; it can be put back, and it stays in the record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

impl Card {
    /// Whether its words stand as they came: a child's, or what somebody wrote into a child's tool.
    pub fn is_fixed(&self) -> bool {
        self.line.is_childs() || self.entry.is_some()
    }
}

impl Identified for Card {
    type Id = CardId;
    fn id(&self) -> &CardId {
        &self.id
    }
}
