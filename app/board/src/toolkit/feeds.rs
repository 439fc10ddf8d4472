//! What a child's answer is to a board, whatever the method calls its sections: so a new framework needs no list of
//! tools, and a new tool no list of frameworks.
//!
//! Deliberately not here: a framework's own say. Where it names a place of a tool, that goes first.

use serde::{Deserialize, Serialize};

use crate::framework::{Framework, Section, SectionKind};
use crate::id::PlaceKey;

/// What an answer is to a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Feeds {
    /// What is good.
    Good,
    /// What worries the child.
    Worry,
    /// What the child wishes.
    Wish,
    /// What the child is not sure of.
    Unsure,
    /// What keeps the child safe.
    Safety,
    /// Who or what may hurt.
    Fear,
    /// A rule the child wants.
    Rule,
    /// How the child's days are.
    Life,
    /// What the child wants to say to the meeting.
    Say,
    /// A number.
    Number,
    /// Nothing: it is for those who get the meeting ready, or keep to what the child asked.
    Nothing,
}

impl Feeds {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Good,
        Self::Worry,
        Self::Wish,
        Self::Unsure,
        Self::Safety,
        Self::Fear,
        Self::Rule,
        Self::Life,
        Self::Say,
        Self::Number,
        Self::Nothing,
    ];

    /// The kinds of section it can stand in, the fittest first. A child's worry is filed as what has happened only
    /// where a method has no gentler place for it.
    pub fn sections(self) -> &'static [SectionKind] {
        match self {
            Self::Good => &[SectionKind::Strength, SectionKind::ChildWorld],
            Self::Worry => &[SectionKind::ChildView, SectionKind::Complicating, SectionKind::Worry],
            Self::Wish | Self::Rule => &[SectionKind::Goal, SectionKind::Action],
            Self::Unsure => &[SectionKind::Grey, SectionKind::Complicating, SectionKind::Note],
            Self::Safety => &[SectionKind::Safety, SectionKind::Strength],
            Self::Fear => &[SectionKind::Danger, SectionKind::Complicating, SectionKind::Worry],
            Self::Life => &[SectionKind::ChildWorld, SectionKind::Strength, SectionKind::Note],
            Self::Say => &[SectionKind::ChildView, SectionKind::Grey, SectionKind::Complicating, SectionKind::Note],
            Self::Number | Self::Nothing => &[],
        }
    }
}

impl Framework {
    /// Where an answer stands on this framework's board: in the section that names its place, and otherwise in the
    /// fittest section there is.
    pub fn section_for(&self, place: &PlaceKey, feeds: Option<Feeds>) -> Option<&Section> {
        self.fed_by(place).or_else(|| {
            let kinds = feeds.map_or(&[][..], Feeds::sections);
            kinds.iter().find_map(|kind| self.sections.iter().find(|section| section.kind == *kind))
        })
    }
}
