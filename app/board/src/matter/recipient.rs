//! Who gets which copy of the record, in which form and by which way (source: the copies of domain practice; Wales decides
//! who gets a full or a partial copy, Sussex names the letter's readers).
//!
//! Deliberately not here: what a copy holds. That follows from the view of the person it is for.

use serde::{Deserialize, Serialize};

use crate::document::Print;
use crate::id::{ChildId, MatterId, PersonId};

/// How much of the record a copy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum CopyType {
    Full,
    OwnChildOnly,
    PlanAndDecisions,
    DecisionsOnly,
    PlanOnly,
    ChildVersion,
    File,
    VerbalOnly,
    None,
}

impl CopyType {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Full,
        Self::OwnChildOnly,
        Self::PlanAndDecisions,
        Self::DecisionsOnly,
        Self::PlanOnly,
        Self::ChildVersion,
        Self::File,
        Self::VerbalOnly,
        Self::None,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Full => "The whole, as far as the person may have it",
            Self::OwnChildOnly => "One child’s part",
            Self::PlanAndDecisions => "The plan and the decisions",
            Self::DecisionsOnly => "The decisions",
            Self::PlanOnly => "The plan",
            Self::ChildVersion => "A letter for the child",
            Self::File => "Everything, for the file",
            Self::VerbalOnly => "Nothing on paper: it is told",
            Self::None => "No copy",
        }
    }
}

/// The form of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum CopyFormat {
    AccessibleHtml,
    Pdf,
    Docx,
    Json,
}

impl CopyFormat {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::AccessibleHtml, Self::Pdf, Self::Docx, Self::Json];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::AccessibleHtml => "A page for any screen",
            Self::Pdf => "PDF",
            Self::Docx => "Word",
            Self::Json => "Data",
        }
    }
}

/// Somebody a copy is made for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CopyFor {
    /// A person of the conference.
    Person(PersonId),
    /// A child of the conference: a letter.
    Child(ChildId),
    /// The authority's file.
    File,
}

/// One recipient and their copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Recipient {
    /// Its id.
    pub id: MatterId,
    /// Who it is for.
    pub to: CopyFor,
    /// How much it holds.
    pub copy: CopyType,
    /// In which forms; PDF where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<CopyFormat>,
    /// The size of its words.
    #[serde(default)]
    pub print: Print,
    /// The language they read best, where it is not English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// How it is given: "by hand at school, not by post".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Other children of the conference whom the reader knows by name anyway; nothing else of theirs is for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub knows_of: Vec<ChildId>,
    /// Words that must not be in it, whatever else: addresses, names of places; for the scan alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub banned: Vec<String>,
}
