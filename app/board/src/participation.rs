//! The participation codes: how a child took part, in the eight codes that reviews of looked-after children use and that many areas
//! borrow for child protection conferences.
//!
//! Deliberately not here: asking anybody to know them by heart. The code follows from what was put down; the chair may record
//! another, with a reason.

use serde::{Deserialize, Serialize};

use crate::matter::{Involvement, Presence, Spoke};

/// A participation code (source: the code list of the SSDA903 return, restated).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ParticipationCode {
    /// Under four.
    #[serde(rename = "PN0")]
    Pn0,
    /// There, and spoke.
    #[serde(rename = "PN1")]
    Pn1,
    /// There, and somebody else spoke for them.
    #[serde(rename = "PN2")]
    Pn2,
    /// There, and said it by signs or symbols.
    #[serde(rename = "PN3")]
    Pn3,
    /// There, and nobody said what they think.
    #[serde(rename = "PN4")]
    Pn4,
    /// Not there; somebody was asked to speak for them.
    #[serde(rename = "PN5")]
    Pn5,
    /// Not there; their words came another way.
    #[serde(rename = "PN6")]
    Pn6,
    /// Not there, and no view came.
    #[serde(rename = "PN7")]
    Pn7,
}

impl ParticipationCode {
    /// Every code, in order.
    pub const ALL: [Self; 8] = [Self::Pn0, Self::Pn1, Self::Pn2, Self::Pn3, Self::Pn4, Self::Pn5, Self::Pn6, Self::Pn7];

    /// The code as it is written.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pn0 => "PN0",
            Self::Pn1 => "PN1",
            Self::Pn2 => "PN2",
            Self::Pn3 => "PN3",
            Self::Pn4 => "PN4",
            Self::Pn5 => "PN5",
            Self::Pn6 => "PN6",
            Self::Pn7 => "PN7",
        }
    }

    /// What it stands for.
    pub fn words(self) -> &'static str {
        match self {
            Self::Pn0 => "Under four years old",
            Self::Pn1 => "Was there and spoke",
            Self::Pn2 => "Was there; somebody spoke for them",
            Self::Pn3 => "Was there; used signs or symbols",
            Self::Pn4 => "Was there; no view was put",
            Self::Pn5 => "Was not there; somebody was asked to speak for them",
            Self::Pn6 => "Was not there; their words came another way",
            Self::Pn7 => "Was not there; no view came",
        }
    }

    /// A child under four has the code for that; otherwise the code says whether the child was there, by live video or in the
    /// room, and how the child's view came, the strongest way by the child first. A child whose words are in a tool has been
    /// heard by a medium at least.
    pub fn derived(age: Option<i16>, involvement: &Involvement, has_words: bool) -> Self {
        if age.is_none_or(|age| age < 4) {
            return Self::Pn0;
        }
        let there = match involvement.presence {
            Some(Presence::All | Presence::Part | Presence::LiveVideo) => true,
            Some(Presence::No) | None => false,
        };
        match (there, involvement.spoke) {
            (true, Some(Spoke::Themselves)) => Self::Pn1,
            (true, Some(Spoke::Advocate)) => Self::Pn2,
            (true, Some(Spoke::Symbols)) => Self::Pn3,
            (true, Some(Spoke::Medium | Spoke::Nobody) | None) => Self::Pn4,
            (false, Some(Spoke::Advocate)) => Self::Pn5,
            (false, Some(Spoke::Themselves | Spoke::Symbols | Spoke::Medium)) => Self::Pn6,
            (false, Some(Spoke::Nobody) | None) if has_words => Self::Pn6,
            (false, Some(Spoke::Nobody) | None) => Self::Pn7,
        }
    }
}
