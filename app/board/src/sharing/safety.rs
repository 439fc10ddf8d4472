//! The safety override: what the chair tells beyond a child's choice because somebody could be badly hurt.
//!
//! Deliberately not here: making anything public. An override adds named people, and they get the least that keeps
//! somebody safe, never the child's own words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::PersonId;

/// Why a child's choice had to be overridden (source: the grounds of the sharing agreement).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Ground {
    /// The child or somebody else could be badly hurt.
    SeriousHarm,
    /// A crime has to be reported.
    Crime,
    /// A court orders it.
    Court,
    /// Another ground, which the explanation names.
    Other,
}

impl Ground {
    /// Every ground, in the order a chair is offered them.
    pub const ALL: [Self; 4] = [Self::SeriousHarm, Self::Crime, Self::Court, Self::Other];

    /// The ground in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::SeriousHarm => "Somebody could be badly hurt",
            Self::Crime => "A crime has to be reported",
            Self::Court => "A court orders it",
            Self::Other => "Another reason, as explained",
        }
    }
}

/// What the chair tells beyond a child's choice, to whom, and how the child was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Override {
    /// Why.
    pub ground: Ground,
    /// The least that has to be known, in the chair's words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub least: String,
    /// Who is told.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub told: Vec<PersonId>,
    /// By when they are told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub by: Option<Date>,
    /// What was explained to the child.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub explained: String,
    /// What the child said to that, word for word; nothing while the child has not been asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}
