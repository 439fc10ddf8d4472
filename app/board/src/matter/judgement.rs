//! What stands around a decision: the threshold test, formal dissent and its way, and how a statement of danger is made.
//!
//! Deliberately not here: the decision itself ([`crate::outcome::Decision`]), and any rule that would make one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{CardId, ChildId, MatterId, OpinionId};
use crate::outcome::Category;

/// How the test for a plan was gone through for one child; there is one for each (source: the test as restated in local procedures: has suffered and more is likely, or is likely to).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Threshold {
    /// Its id.
    pub id: MatterId,
    /// The child.
    pub child: ChildId,
    /// Whether the child has suffered significant harm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffered: Option<bool>,
    /// Whether harm, or more of it, is likely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likely: Option<bool>,
    /// What of this is about this child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specific: Option<String>,
    /// The category before, at a review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_before: Option<Category>,
    /// The category was tested again, at a review.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retested: bool,
    /// Why the category changed, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_changed_because: Option<String>,
    /// Why the chair decided so although agencies saw it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_because: Option<String>,
    /// Whether another plan is offered where there is no child protection plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_plan_offered: Option<bool>,
    /// Whether the family agrees to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_agrees: Option<String>,
    /// Whether child and parents agree, or that they were asked, where nobody said more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagreement_noted: Option<String>,
}

/// What a dissent is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum DissentAbout {
    Threshold,
    Category,
    Plan,
    Process,
}

impl DissentAbout {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Threshold, Self::Category, Self::Plan, Self::Process];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Threshold => "The threshold",
            Self::Category => "The category",
            Self::Plan => "The plan",
            Self::Process => "How it was done",
        }
    }
}

/// What becomes of a formal dissent (source: Sutton; the safeguarding lead, children's services, the senior chair).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DissentRoute {
    /// Its id.
    pub id: MatterId,
    /// The agency's view that is the dissent.
    pub view: OpinionId,
    /// What it is about.
    pub about: DissentAbout,
    /// When it was raised.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub raised_on: Option<Date>,
    /// At what time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_at: Option<String>,
    /// By when the form is due, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_due: Option<String>,
    /// When the form was filled in.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub form_completed: Option<Date>,
    /// What the chair answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair_response: Option<String>,
    /// Who it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalated_to: Option<String>,
    /// When it was settled.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub resolved_on: Option<Date>,
}

/// How a line that says what may happen is put together, so that the child could understand it; there is one for each such line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// Its id.
    pub id: MatterId,
    /// The line.
    pub card: CardId,
    /// Who is worried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// About what that grown-ups do, in which situation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// What it would do to the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<String>,
    /// The lines it is drawn from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<CardId>,
    /// The goals that answer it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goal: Vec<CardId>,
}

/// Words that begin a sentence and are small within one.
const SMALL_WITHIN: [&str; 10] = ["The", "A", "An", "She", "He", "They", "It", "This", "There", "When"];

impl Statement {
    /// The three parts put together: "Priya and Mum are worried that ..., and then ...". A part that is missing is said to be.
    pub fn sentence(&self) -> String {
        let part = |part: &Option<String>, missing: &str| {
            let words = part.as_deref().unwrap_or_default().trim().trim_end_matches('.');
            if words.is_empty() { format!("[{missing}]") } else { words.to_owned() }
        };
        let who = part(&self.who, "who is worried");
        let verb = if who.contains(',') || who.contains(" and ") { "are" } else { "is" };
        let what = within(&part(&self.what, "what grown-ups do, and when"));
        let effect = within(&part(&self.effect, "what it would do to the child"));
        format!("{who} {verb} worried that {what}, and then {effect}.")
    }
}

/// A part as it stands within a sentence; a name keeps its capital letter.
fn within(part: &str) -> String {
    let first = part.split_whitespace().next().unwrap_or_default();
    if SMALL_WITHIN.contains(&first) { part.replacen(first, &first.to_lowercase(), 1) } else { part.to_owned() }
}
