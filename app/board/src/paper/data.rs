//! The minutes for one audience as data: a stable shape of its own, for a program that files or reads copies.
//!
//! Lines are numbered from 1 in this copy alone. Deliberately not here: any id or number of the record, for one that is
//! missing would tell that something is; and any choice of what an audience may have, which was made in the view.

use serde::Serialize;

use crate::card::LineKind;
use crate::outcome::{AnswerKind, Category, Dissent, Opinion, Outcome};

mod fill;

/// What the first field of every such copy says.
pub const FORMAT: &str = "hearth-copy-1";

/// One copy of the minutes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// `hearth-copy-1`; another shape would say another number.
    #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
    pub format: &'static str,
    /// What the copy is called.
    pub title: String,
    /// Everybody in it is invented.
    pub invented: bool,
    /// Language of all words that name no other (BCP 47).
    pub language: &'static str,
    /// Whose copy it is, in words.
    pub copy: String,
    /// Which edition.
    pub edition: CopyEdition,
    /// The authority.
    pub authority: String,
    /// Case numbers.
    pub reference: String,
    /// When and where we met, in words.
    pub met: String,
    /// The method.
    pub framework: String,
    /// The chair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chair: Option<String>,
    /// The lead social worker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_social_worker: Option<String>,
    /// Why we met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What must be known about how we met.
    pub remarks: Vec<String>,
    /// What was decided.
    pub decisions: Vec<CopyDecision>,
    /// The days that follow.
    pub next: Vec<CopyDay>,
    /// Who took part or was invited.
    pub people: Vec<CopyPerson>,
    /// The children, each with their own words.
    pub children: Vec<CopyChild>,
    /// The board.
    pub board: Vec<CopyHeading>,
    /// The numbers that people gave.
    pub numbers: Vec<CopyNumber>,
    /// The plan.
    pub plan: Vec<CopyAction>,
    /// What happens if the plan does not work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contingency: Option<String>,
    /// What the family said about the decision.
    pub family_views: Vec<CopySaying>,
}

/// Which edition a copy is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyEdition {
    /// `DRAFT` or `FINAL`.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["DRAFT", "FINAL"])))]
    pub status: &'static str,
    /// The time of day a draft shows: `13:52`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_at: Option<String>,
    /// From 1.
    pub version: u32,
    /// The SHA-256 head of the record's chain.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

/// What was decided for one child, and what each agency said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyDecision {
    /// The child.
    pub child: String,
    /// The chair's decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The category of a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reasons: Option<String>,
    /// What the child says about it, word for word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub childs_view: Option<String>,
    /// Each agency's view.
    pub views: Vec<CopyView>,
}

/// One agency's view of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyView {
    /// Whose.
    pub who: String,
    /// The view.
    pub opinion: Opinion,
    /// The category they would choose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// In their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How far they disagree with the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dissent: Option<Dissent>,
}

/// A day that follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyDay {
    /// The day: `2026-10-06`.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date")))]
    pub on: String,
    /// The time, as people say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// What happens.
    pub what: String,
}

/// Somebody who took part or was invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyPerson {
    /// Full name.
    pub name: String,
    /// What they are to the conference, in words.
    pub tie: String,
    /// How they took part, in words.
    pub how: String,
}

/// One child with their own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyChild {
    /// The name the child goes by.
    pub known_as: String,
    /// Full name and age, in words.
    pub introduced: String,
    /// How the child took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participation: Option<String>,
    /// When the child's words were first on the wall: `13:52`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_shown: Option<String>,
    /// The child's words, tool by tool.
    pub words: Vec<CopyWords>,
}

/// One thing that a child said, wrote or drew in a tool, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyWords {
    /// The tool.
    pub tool: String,
    /// What was asked there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// Who says it and how it came.
    #[serde(flatten)]
    pub said: CopySaid,
    /// What something that was seen may mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// It is what the child has against the decision.
    pub disagrees: bool,
    /// What was done about it; nothing yet, where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<CopyAnswer>,
}

/// Words with whose they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopySaid {
    /// Whose words, in words: "In Maja’s words".
    pub who: String,
    /// How they came, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// What sort of line it is.
    pub line: LineKind,
    /// The words, exactly.
    pub words: String,
    /// Their language, where it is not the copy's (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The words in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<CopySaying>,
    /// What is on the pictures that came with them.
    pub pictures: Vec<String>,
}

/// What was done about a child's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyAnswer {
    /// What kind of answer.
    pub kind: AnswerKind,
    /// In words.
    pub words: String,
    /// Why not more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One heading of the board with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyHeading {
    /// The column's question.
    pub column: String,
    /// The heading.
    pub heading: String,
    /// Its lines, in order.
    pub lines: Vec<CopyLine>,
}

/// A line of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyLine {
    /// Its number in this copy, from 1.
    pub number: usize,
    /// The children it is about.
    pub about: Vec<String>,
    /// Who says it, and what.
    #[serde(flatten)]
    pub said: CopySaid,
}

/// A number that somebody gave on a scale, from 0 to 10. Never summed up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyNumber {
    /// What was asked.
    pub question: String,
    /// The number of the line it is asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_line: Option<usize>,
    /// Who gave it.
    pub who: String,
    /// The number.
    pub value: u8,
    /// What exactly it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Why that number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What one higher would be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_higher: Option<String>,
}

/// A line of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyAction {
    /// Its number in this copy, from 1.
    pub number: usize,
    /// What happens.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// By when, in words.
    pub due: String,
    /// For which children, in words.
    pub children: String,
    /// The numbers of the lines it answers.
    pub answers: Vec<usize>,
    /// What will be different.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// How we will know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// What if it does not happen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contingency: Option<String>,
}

/// Words and whose they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopySaying {
    /// Whose.
    pub who: String,
    /// The words.
    pub words: String,
}

/// The published JSON Schema of such a copy.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Copy).to_value();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$id".to_owned(), "urn:hearth:copy:1".into());
        schema.insert("title".to_owned(), "A copy of a conference's minutes".into());
    }
    schema
}
