//! How a child wants a thing to be told: in which words, with whose name, where, and when.
//!
//! Deliberately not here: who may know it at all (that is [`super::MayKnow`]) and what an audience then gets (that is
//! `view::told`). Source: Essex young-person-only conference, `sharing` with wording, attribution, surface and timing.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, PhaseKey};

/// What was agreed with the child about how an entry is told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Telling {
    /// In which words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub wording: Wording,
    /// Whether nobody is told whose words they are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub nameless: bool,
    /// Where it must not be, though the people there may know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_on: Vec<Surface>,
    /// From when on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub when: When,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Telling {
    /// Whether the child asked to keep it off a surface.
    pub fn keeps_off(&self, surface: Surface) -> bool {
        self.not_on.contains(&surface)
    }
}

/// In which words a child's entry is told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "in", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Wording {
    /// In the child's own words, exactly.
    #[default]
    Exact,
    /// In other words, which the child agreed to.
    Other {
        /// The agreed words.
        words: String,
    },
    /// Only what it is about, without a quotation.
    Theme {
        /// The agreed theme: "home feels unsafe at night".
        words: String,
    },
    /// The drawing or photo alone.
    Picture,
    /// Somebody says it for the child; it is on no screen, and on paper in the child's own words.
    Spoken {
        /// Who says it; the chair where nobody is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
    },
}

/// A place where a child's words can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Surface {
    /// The projected screen. What is kept off it is read out.
    Wall,
    /// The phones and tablets of the people at the conference.
    Devices,
    /// The child's own section of the minutes.
    ChildsPages,
    /// The board as the minutes print it.
    Board,
    /// Any paper that goes home with the family.
    FamilyPaper,
    /// The letter to the child.
    Letter,
}

impl Surface {
    /// Every surface, in the order a young person is asked about them.
    pub const ALL: [Self; 6] =
        [Self::Wall, Self::Devices, Self::ChildsPages, Self::Board, Self::FamilyPaper, Self::Letter];
}

/// From when on an entry may be told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum When {
    /// Now.
    #[default]
    Now,
    /// Once a phase of the conference has begun.
    Phase {
        /// The phase.
        phase: PhaseKey,
    },
    /// After the conference: on paper, and on no screen.
    Afterwards,
    /// When the child says so.
    WhenISay,
}
