//! What a child completed beforehand: a tool, made of entries, each word for word.
//!
//! Deliberately not here: the look of a tool and its questions, which are data of the tool's kind.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ChildId, EntryId, PersonId, PlaceKey, ToolId};
use crate::keyed::{Identified, Keyed};
use crate::picture::Picture;
use crate::sharing::{MayKnow, Override, Telling};

/// Which tool (source: the practice's own list of children's tools).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is the name of a tool and says all there is to say")]
pub enum ToolKind {
    ThreeHouses,
    Wizard,
    Fairy,
    SafetyHouse,
    PreConferenceForm,
    InformationGathering,
    AllAboutMe,
    AppStatement,
    Letter,
    Drawing,
    Audio,
    Video,
    TalkingMat,
    Observation,
    WordsAndPictures,
    Other,
}

impl ToolKind {
    /// The name a family knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::ThreeHouses => "Three Houses",
            Self::Wizard => "Wizard",
            Self::Fairy => "Fairy",
            Self::SafetyHouse => "Safety House",
            Self::PreConferenceForm => "Pre-conference form",
            Self::InformationGathering => "Information gathering form",
            Self::AllAboutMe => "All about me",
            Self::AppStatement => "Statement from an app",
            Self::Letter => "Letter",
            Self::Drawing => "Drawing",
            Self::Audio => "Recording",
            Self::Video => "Film",
            Self::TalkingMat => "Talking mat",
            Self::Observation => "Observation",
            Self::WordsAndPictures => "Words and pictures",
            Self::Other => "Another tool",
        }
    }
}

/// Who held the pen for an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Pen {
    /// The child wrote or typed it.
    #[default]
    Child,
    /// The child said it and an adult wrote exactly that.
    Adult,
    /// The child drew it and the words describe the drawing.
    Drawing,
}

/// Words in the language a person can read, and who made them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Translation {
    /// The translated words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 20_000)))]
    pub words: String,
    /// Who translated them.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub by: String,
}

/// One thing a child said, wrote or drew, word for word. Its words never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// The entry's id.
    pub id: EntryId,
    /// The house, or other place of the tool, it is in.
    pub place: PlaceKey,
    /// The exact words: spelling, line breaks, swearing and emoji as they came. None only beside a picture.
    #[cfg_attr(feature = "schema", schemars(length(max = 20_000)))]
    pub words: String,
    /// What was drawn, photographed or written elsewhere; it is shared as the words are, and in no other way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    /// BCP 47 tag of the language of the words.
    #[serde(default = "english")]
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 35)))]
    pub language: String,
    /// The words in English, where they are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
    /// Who held the pen.
    #[serde(default)]
    pub pen: Pen,
    /// The adult who wrote it down, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
    /// Who may know.
    #[serde(default)]
    pub may_know: MayKnow,
    /// How it is told to those who may know: in which words, with whose name, where, and when.
    #[serde(default, skip_serializing_if = "is_plain")]
    pub telling: Telling,
    /// What the chair tells beyond the child's choice to keep somebody safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Override>,
    /// What was agreed about how it is told, in words, for the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<String>,
    /// Taken back by the child; it stays in the child's own record and is shown nowhere else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// A child's words are told exactly, with the child's name, everywhere and now, unless the child says otherwise.
fn is_plain(telling: &Telling) -> bool {
    *telling == Telling::default()
}

/// The words of an entry are English unless it says otherwise.
fn english() -> String {
    "en".to_owned()
}

/// One tool that one child completed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tool {
    /// The tool's id.
    pub id: ToolId,
    /// Which tool.
    pub kind: ToolKind,
    /// Whose it is.
    pub child: ChildId,
    /// The day it was done.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    #[serde(with = "crate::iso")]
    pub date: Date,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who sat with the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_with: Option<String>,
    /// Who else was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others_present: Option<String>,
    /// Whether the child was seen alone, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_alone: Option<bool>,
    /// Where the original is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<String>,
    /// What is on the drawing, in words agreed with the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawing_described: Option<String>,
    /// The person of this conference who sat with the child, where they are one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_person: Option<PersonId>,
    /// What the child said, wrote or drew.
    #[serde(default)]
    pub entries: Keyed<Entry>,
}

impl Identified for Entry {
    type Id = EntryId;
    fn id(&self) -> &EntryId {
        &self.id
    }
}

impl Identified for Tool {
    type Id = ToolId;
    fn id(&self) -> &ToolId {
        &self.id
    }
}
