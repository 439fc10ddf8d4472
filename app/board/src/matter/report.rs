//! A report that an agency writes for the conference, and who has read it beforehand (source: the standards of North
//! Yorkshire, Sussex and West Berkshire; a family that sees a report first in the room is not heard).
//!
//! Deliberately not here: the report's own words. What is drawn from it comes onto the board as lines with their source.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ChildId, MatterId, PersonId};

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// Its id.
    pub id: MatterId,
    /// Who wrote it: a person of the conference, with their agency.
    pub by: PersonId,
    /// The day it came.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub received: Option<Date>,
    /// At what time of that day, where it matters: "09:05".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<String>,
    /// It came later than was asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// Who of the family has read it, and who has not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<Shared>,
    /// The children it is about; all where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildId>,
    /// It lies in the room for everybody who may read it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_room: bool,
    /// A part of it is for the restricted part of the conference alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// What it says, in a few sentences, where the chair puts them down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

/// How one of the family, or a child, has had a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shared {
    /// Who.
    pub with: Reader,
    /// On which day; nothing where they have not had it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub on: Option<Date>,
    /// How, or why not: "summary only, the investigation is live".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

/// Somebody a report is shared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reader {
    /// One of the family.
    Person(PersonId),
    /// A child of the conference.
    Child(ChildId),
}
