//! That somebody is left out of the conference, or of a part of it: on which ground, who decided, and whether they were told
//! (source: Sussex procedures on the exclusion of family members).
//!
//! Deliberately not here: who can be in which part. That is [`super::Sitting`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{MatterId, PersonId};

/// Why somebody is left out. The words are those a letter to that person could use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum ExclusionGround {
    ChildsWelfare,
    Behaviour,
    ChildAsked,
    WouldSilence,
    ConfidentialInformation,
    FamilyConflict,
}

impl ExclusionGround {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::ChildsWelfare,
        Self::Behaviour,
        Self::ChildAsked,
        Self::WouldSilence,
        Self::ConfidentialInformation,
        Self::FamilyConflict,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::ChildsWelfare => "Being there would not be good for the child",
            Self::Behaviour => "How the person has behaved, or may",
            Self::ChildAsked => "A child asked that they are not there together",
            Self::WouldSilence => "Somebody could not speak freely",
            Self::ConfidentialInformation => "Something has to be said that they may not know",
            Self::FamilyConflict => "People in the family come separately",
        }
    }
}

/// One decision to leave somebody out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exclusion {
    /// Its id.
    pub id: MatterId,
    /// Who.
    pub person: PersonId,
    /// Of which part, in words; of the whole conference where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// On which grounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<ExclusionGround>,
    /// Who asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<PersonId>,
    /// When it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub requested_on: Option<Date>,
    /// Who decided; the chair decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<PersonId>,
    /// When it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub decided_on: Option<Date>,
    /// When the person was told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub told_on: Option<Date>,
    /// How the person was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_how: Option<String>,
    /// How the person is heard instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views: Option<String>,
    /// A lawyer was asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub legal_advice: bool,
}
