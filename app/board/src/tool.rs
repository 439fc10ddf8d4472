//! What a child completed beforehand: a tool, made of entries, each word for word.
//!
//! Deliberately not here: the look of a tool and its questions, which are data (see [`crate::toolkit`]).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::LineKind;
use crate::id::{ChildId, ChoiceKey, EntryId, PersonId, PlaceKey, ToolId, ToolKey};
use crate::keyed::{Identified, Keyed};
use crate::language::{self, Words};
use crate::picture::Picture;
use crate::sharing::{MayKnow, Override, Telling};
use crate::toolkit::{self, Asked, Place, Template};

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
    /// Nobody said it: an adult saw it, and wrote down what was seen.
    Seen,
}

impl Pen {
    /// What sort of line it is on a board.
    pub fn line(self) -> LineKind {
        match self {
            Self::Child => LineKind::OwnWords,
            Self::Adult => LineKind::Scribed,
            Self::Drawing => LineKind::Drawing,
            Self::Seen => LineKind::Seen,
        }
    }
}

/// Who held the pen through a whole tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum HeldPen {
    /// The child wrote.
    Child,
    /// An adult wrote exactly what the child said.
    Adult,
    /// Now one and now the other.
    Both,
    /// It was drawn.
    Drawn,
    /// It was recorded.
    Recorded,
}

impl HeldPen {
    /// Every way, in the order they are offered in.
    pub const ALL: [Self; 5] = [Self::Child, Self::Adult, Self::Both, Self::Drawn, Self::Recorded];

    /// The same in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Child => "the child wrote",
            Self::Adult => "an adult wrote the exact words",
            Self::Both => "the child and an adult wrote",
            Self::Drawn => "it was drawn",
            Self::Recorded => "it was recorded",
        }
    }
}

/// How near somebody is to the child, as the child sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Near {
    /// Very close.
    Near,
    /// Close.
    Middle,
    /// Not so close.
    Far,
}

impl Near {
    /// Every distance, the nearest first.
    pub const ALL: [Self; 3] = [Self::Near, Self::Middle, Self::Far];

    /// Its name among the words of a language.
    pub fn key(self) -> &'static str {
        match self {
            Self::Near => "near",
            Self::Middle => "middle",
            Self::Far => "far",
        }
    }
}

/// Somebody in the child's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Nearby {
    /// What the child calls them.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub name: String,
    /// How near.
    pub near: Near,
}

/// What a child tapped. The words of the entry say the same, in the child's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Tapped {
    /// One or more of the answers there were.
    Choices(Vec<ChoiceKey>),
    /// One of five faces: 1 is the saddest, 5 the happiest.
    Face(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))] u8),
    /// A number.
    Number(#[cfg_attr(feature = "schema", schemars(range(max = 10)))] u8),
    /// People, each near or far.
    People(Vec<Nearby>),
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

impl Tapped {
    /// The same in the words of a language.
    pub fn words(&self, words: &Words) -> String {
        match self {
            Self::Choices(chosen) => {
                let chosen: Vec<String> = chosen.iter().map(|choice| words.say(&format!("choice.{choice}"))).collect();
                chosen.join(" + ")
            }
            Self::Face(face) => words.say(&format!("face.{face}")),
            Self::Number(number) => number.to_string(),
            Self::People(people) => {
                let people = people.iter().map(|person| {
                    let near = words.say(&format!("people.{}", person.near.key()));
                    format!("{}: {near}", person.name)
                });
                people.collect::<Vec<_>>().join("\n")
            }
        }
    }
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
    /// What was tapped, where it was; the words say the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tapped: Option<Tapped>,
    /// What something that was seen may mean; always apart from what was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub meaning: Option<String>,
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
    pub kind: ToolKey,
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
    /// Who made it, where it is not done on a screen or with somebody: a letter, a statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who held the pen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_pen: Option<HeldPen>,
    /// BCP 47 tag of the language it was done in, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 35)))]
    pub language: Option<String>,
    /// Who carried the words from one language to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<String>,
    /// What helped: pictures, signs, a person who knows how the child says things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aids: Option<String>,
    /// Why the child stopped before the end, where they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_early: Option<String>,
    /// Where the original is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<String>,
    /// What is on the drawing, in words agreed with the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawing_described: Option<String>,
    /// The person of this conference who sat with the child, where they are one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with_person: Option<PersonId>,
    /// What it asked when it was begun; nothing for one that was begun elsewhere. A console does not read it.
    #[cfg_attr(not(any(feature = "own", feature = "prepare")), serde(skip_deserializing))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Box<Asked>>,
    /// What the child said, wrote or drew.
    #[serde(default)]
    pub entries: Keyed<Entry>,
}

impl Tool {
    /// A tool of a kind, begun on a day; all that surrounds it is still to be said.
    pub fn begun(id: ToolId, kind: ToolKey, child: ChildId, date: Date) -> Self {
        Self {
            id,
            kind,
            child,
            date,
            place: None,
            done_with: None,
            others_present: None,
            seen_alone: None,
            author: None,
            held_pen: None,
            language: None,
            interpreter: None,
            aids: None,
            stopped_early: None,
            kept_at: None,
            drawing_described: None,
            with_person: None,
            asked: None,
            entries: Keyed::default(),
        }
    }

    /// What surrounds it, without what was put into it and what it asked.
    #[must_use]
    pub fn envelope(&self) -> Self {
        Self { entries: Keyed::default(), asked: None, ..self.clone() }
    }

    /// What it is called: as it was when it was begun, and otherwise as such a tool is called today.
    pub fn name(&self) -> &str {
        let words = self.asked.as_deref().map_or(language::english(), |asked| &asked.words);
        toolkit::name(words, &self.kind).unwrap_or_else(|| self.kind.as_str())
    }

    /// What one of its places says: as it did when the tool was begun, and otherwise as it does today.
    pub fn said(&self, place: &PlaceKey, part: &str) -> Option<&str> {
        match (self.asked.as_deref(), toolkit::shipped_for(&self.kind)) {
            (Some(asked), _) => asked.template.words(&asked.words, place, part),
            (None, Some(template)) => template.words(language::english(), place, part),
            (None, None) => None,
        }
    }

    /// The template it was filled in on: as it was when the tool was begun, and otherwise today's.
    pub fn template(&self) -> Option<&Template> {
        let kept = self.asked.as_deref().map(|asked| &asked.template);
        kept.or_else(|| toolkit::shipped_for(&self.kind))
    }

    /// The place with this key, in what the tool asked.
    pub fn place_asked(&self, place: &PlaceKey) -> Option<&Place> {
        self.template()?.place(place)
    }
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
