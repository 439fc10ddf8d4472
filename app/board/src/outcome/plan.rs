//! The plan: who does what by when, how we will know, and what happens if it does not work.
//!
//! Deliberately not here: which line of the board it answers in words. It names the lines.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ActionId, CardId, ChildId, PersonId};
use crate::keyed::Identified;
use crate::sharing::{MayKnow, everyone, is_everyone};

/// One line of the plan: who does what by when, and how we will know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// The action's id.
    pub id: ActionId,
    /// The children it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildId>,
    /// The cards it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<CardId>,
    /// The need or worry it is about, in words, where no line says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// What will be different for the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// What is done.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub what: String,
    /// Who does it.
    pub owner: Owner,
    /// Others who help, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supporting: Option<String>,
    /// From when on, where it does not begin at once.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub start: Option<Date>,
    /// By when.
    pub due: Due,
    /// Why it is due after the review, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_because: Option<String>,
    /// It is done at once, before anything else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub immediate: bool,
    /// How we will know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Where the proof comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What happens if it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contingency: Option<String>,
    /// What the family says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_says: Option<String>,
    /// The line in words for a child; only with them does it stand in a child's letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_child: Option<String>,
    /// Who may know it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

impl Action {
    /// A line of the plan that says no more than who does what by when.
    pub fn begun(id: ActionId, what: String, owner: Owner, due: Due) -> Self {
        Self {
            id,
            children: Vec::new(),
            answers: Vec::new(),
            need: None,
            outcome: None,
            what,
            owner,
            supporting: None,
            start: None,
            due,
            late_because: None,
            immediate: false,
            measure: None,
            evidence: None,
            contingency: None,
            family_says: None,
            for_child: None,
            may_know: MayKnow::Everyone,
        }
    }
}

/// What happens if the plan does not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contingency {
    /// What happens, in words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// Who may know it; it can say what somebody must not find out.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

/// Who does a line of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Owner {
    /// A person of the conference.
    Person(PersonId),
    /// Somebody else, or several, in words.
    Named(String),
}

/// By when a line of the plan is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Due {
    /// A day.
    On(
        #[serde(with = "crate::iso")]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
        Date,
    ),
    /// Words that are not a day, kept as they were said: "ongoing".
    Said(String),
}

impl Identified for Action {
    type Id = ActionId;
    fn id(&self) -> &ActionId {
        &self.id
    }
}
