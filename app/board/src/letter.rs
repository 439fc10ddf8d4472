//! The letter to a child after a conference: what you told us, what we did about it, what happens now.
//!
//! It is put together from fixed texts that a council can edit (`letters/`, one file for each age band) and from what the
//! child's own copy holds ([`crate::view::letter`]). Deliberately not here: writing. No sentence is made up; a person wrote
//! every one, in the texts or in the record.

use serde::{Deserialize, Serialize};

use crate::document::{Document, Print};
use crate::id::{ChildId, EntryId};
use crate::keyed::Identified;
use crate::state::State;
use crate::view::letter::LetterView;

mod compose;
mod concerns;
mod reading;
mod texts;

pub use compose::compose;
pub use concerns::{Concern, concerns};
pub use reading::{Reading, adults_words};
pub use texts::{Says, Texts, parse};

/// The age a letter is written for (source: practice guidance on letters to children).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Band {
    /// Under 8.
    #[serde(rename = "under_8")]
    Under8,
    /// 8 to 11.
    #[serde(rename = "8_to_11")]
    From8To11,
    /// 12 and over.
    #[serde(rename = "12_and_over")]
    From12,
}

impl Band {
    /// Every band, the youngest first.
    pub const ALL: [Self; 3] = [Self::Under8, Self::From8To11, Self::From12];

    /// A letter is for the band of the child's age on the day of the conference.
    pub fn of_age(age: i16) -> Self {
        match age {
            ..8 => Self::Under8,
            8..12 => Self::From8To11,
            12.. => Self::From12,
        }
    }

    /// The band in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Under8 => "Under 8",
            Self::From8To11 => "8 to 11",
            Self::From12 => "12 and over",
        }
    }

    /// The band's name in files, in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Under8 => "under_8",
            Self::From8To11 => "8_to_11",
            Self::From12 => "12_and_over",
        }
    }

    /// The band with this name.
    pub fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }
}

/// What the chair chose for one child's letter. Everything can be left to the child's age and to the fixed texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LetterChoices {
    /// The child; there is one letter for each.
    pub child: ChildId,
    /// Another band than that of the child's age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<Band>,
    /// Another size than that of the band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub print: Option<Print>,
    /// What the child can expect of the social worker: how often they come, and that they can talk alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect: Option<String>,
    /// Who goes through the letter with the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teller: Option<String>,
    /// Where the letter is safe to keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<String>,
    /// Words of the child that are not repeated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<EntryId>,
    /// Words that are kept from somebody of the family, and that the child asked to have in the letter all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked_for: Vec<EntryId>,
    /// Why the letter goes out although it is harder to read than its band allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl LetterChoices {
    /// Nothing chosen: the letter as age and texts make it.
    pub fn none(child: ChildId) -> Self {
        Self {
            child,
            band: None,
            print: None,
            expect: None,
            teller: None,
            keep: None,
            left_out: Vec::new(),
            asked_for: Vec::new(),
            because: None,
        }
    }
}

/// A letter as it would go out now, with what the chair should know about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The letter.
    pub document: Document,
    /// The band it is written for.
    pub band: Band,
    /// The size of its words.
    pub print: Print,
    /// How hard it is to read.
    pub reading: Reading,
    /// What the chair should know before it goes out.
    pub concerns: Vec<Concern>,
}

/// The letter to a child as it would go out now, in the chair's band and size unless others are asked for; nothing for a
/// child who is not born.
pub fn write(state: &State, child: &ChildId, band: Option<Band>, print: Option<Print>) -> Option<Written> {
    let view = LetterView::of(state, child)?;
    let band = band.unwrap_or_else(|| view.band());
    let texts = band.texts().ok()?;
    let document = compose(&view, &texts);
    let reading = Reading::of(&adults_words(&document));
    let concerns = concerns(state, child, &view, &texts, &document);
    let print = print.unwrap_or_else(|| view.print(&texts));
    Some(Written { document, band, print, reading, concerns })
}

impl Identified for LetterChoices {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}
