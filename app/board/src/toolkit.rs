//! The children's tools before anybody has filled them in: their places and what each asks, as data.
//!
//! Deliberately not here: any tool by name, and any words. Code may branch on the closed kinds below and on nothing
//! else; words come from [`crate::language`]. Adding a tool touches data only.

use serde::{Deserialize, Serialize};

use crate::id::{ChoiceKey, PlaceKey, ToolKey};
use crate::language::{Words, english};

mod check;
mod feeds;
mod shipped;

pub use check::parse;
pub use feeds::Feeds;
pub use shipped::{files, shipped, shipped_for};

/// For children of about which age a tool is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AgeBand {
    /// Children without words.
    Baby,
    /// Up to seven: one thing on a screen, pictures first.
    UnderEight,
    /// From eight to eleven.
    EightToEleven,
    /// Twelve and over.
    TwelveAndOver,
}

impl AgeBand {
    /// The band of an age in whole years; a child whose age is not known is in none of the young ones.
    pub fn of(age: Option<i16>) -> Self {
        match age {
            Some(..=2) => Self::Baby,
            Some(3..=7) => Self::UnderEight,
            Some(8..=11) => Self::EightToEleven,
            Some(12..) | None => Self::TwelveAndOver,
        }
    }
}

/// What a tool looks like on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Artwork {
    /// A street; every place is a house.
    Houses,
    /// One figure; every place is a part of what it wears or holds.
    Figure,
    /// One house with a roof, visitors, a circle outside and a path to its door.
    SafetyHouse,
    /// One place on a screen, each with its own picture.
    Pages,
    /// The four questions of a young person's own board; the chair begins it with them.
    Board,
    /// Places one under another, for a grown-up who writes.
    Paper,
}

/// How a place is answered first. A child can always write, say or draw instead, or bring a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AnswerKind {
    /// In words: written, or said to somebody who writes.
    Words,
    /// With a drawing.
    Draw,
    /// With a photo of paper.
    Photo,
    /// With a tap on one of several answers.
    Choice,
    /// With taps on as many answers as fit.
    Choices,
    /// With one of five faces.
    Faces,
    /// With a number from 0 to 10.
    Scale,
    /// With people, each near or far.
    People,
    /// Not at all: it explains something.
    Explains,
    /// By a grown-up: what was seen and, apart from it, what it may mean.
    Observation,
}

/// One place of a tool: a house, a part of a figure, a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Its key.
    pub key: PlaceKey,
    /// How it is answered first.
    pub answer: AnswerKind,
    /// What an answer is to a board.
    pub feeds: Feeds,
    /// The answers there are to tap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoiceKey>,
    /// Stands beside the others, not among them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// Its picture, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

/// A tool before anybody has filled it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Template {
    /// Its key: the name of its file.
    pub key: ToolKey,
    /// Counts up when its places change.
    pub version: u32,
    /// The kinds it comes in, where it is not one thing by the name of its file: a fairy, a wizard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<ToolKey>,
    /// For whom it is made.
    pub ages: Vec<AgeBand>,
    /// What it looks like.
    pub artwork: Artwork,
    /// Its places, in order.
    pub places: Vec<Place>,
}

impl Template {
    /// The kinds of tool that are filled in on it.
    pub fn kinds(&self) -> &[ToolKey] {
        if self.kinds.is_empty() { std::slice::from_ref(&self.key) } else { &self.kinds }
    }

    /// The place with this key.
    pub fn place(&self, key: &PlaceKey) -> Option<&Place> {
        self.places.iter().find(|place| place.key == *key)
    }

    /// The words of a place: the tool's own, and otherwise those that all tools share.
    pub fn words<'a>(&self, words: &'a Words, place: &PlaceKey, part: &str) -> Option<&'a str> {
        let own = words.get(&format!("tool.{}.{place}.{part}", self.key));
        own.or_else(|| words.get(&format!("place.{place}.{part}")))
    }
}

/// What a kind of tool is called.
pub fn name<'a>(words: &'a Words, kind: &ToolKey) -> Option<&'a str> {
    words.get(&format!("tool.{kind}.name"))
}

/// What a child was asked: the template with its English words, as they were when the tool was begun. It is kept with
/// the tool, so that no later wording changes what a child answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asked {
    /// The template.
    pub template: Template,
    /// Its words, in English.
    pub words: Words,
}

impl Asked {
    /// What a tool of this kind asks today.
    pub fn today(kind: &ToolKey) -> Option<Self> {
        let template = shipped_for(kind)?.clone();
        let words = template.needs().into_iter().filter_map(|key| {
            let words = english().get(&key)?.to_owned();
            Some((key, words))
        });
        Some(Self { words: words.collect(), template })
    }
}
