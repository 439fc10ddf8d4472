//! A framework: the method of a conference as data. Headings, scales, phases and wording come from a file.
//!
//! Deliberately not here: any framework by name. Code may branch on [`SectionKind`] and [`Look`], which are closed,
//! and on nothing else; adding a framework touches data only.

use serde::{Deserialize, Serialize};

use crate::id::{ColumnKey, PhaseKey, PlaceKey, ScaleKey, SectionKey};
use crate::record::ConferenceKind;

mod check;
mod shipped;

pub use check::{Problem, parse};
pub use shipped::{shipped, shipped_by_id};

/// What a section is for, whatever it is called locally.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SectionKind {
    /// What has happened, or worries.
    Worry,
    /// What may happen to this child if nothing changes.
    Danger,
    /// What makes it harder.
    Complicating,
    /// What is not known.
    Grey,
    /// What goes well.
    Strength,
    /// What has been shown to protect.
    Safety,
    /// The child's own words.
    ChildView,
    /// The child's daily life.
    ChildWorld,
    /// The social worker's statement of risk.
    Risk,
    /// How things should be.
    Goal,
    /// What will be done.
    Action,
    /// The decision.
    Decision,
    /// Anything else.
    Note,
}

/// The family of looks a column belongs to: its icon and the pattern of its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Look {
    /// A cloud over a solid rule.
    Worry,
    /// A plant over a double rule.
    Well,
    /// A path over a dashed rule.
    Change,
    /// A question over a dotted rule.
    Grey,
    /// A ruler.
    Judge,
    /// A person over a plain rule.
    Child,
}

impl Look {
    /// The look's name, as style sheets and icons know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Worry => "worry",
            Self::Well => "well",
            Self::Change => "change",
            Self::Grey => "grey",
            Self::Judge => "judge",
            Self::Child => "child",
        }
    }
}

/// Wording that may differ between a first conference and a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// At a first conference.
    pub initial: String,
    /// At a review; the same as at a first where nothing is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<String>,
}

impl Label {
    /// The wording for a kind of conference.
    pub fn for_kind(&self, kind: ConferenceKind) -> &str {
        match (&self.review, kind.is_review()) {
            (Some(review), true) => review,
            (Some(_) | None, _) => &self.initial,
        }
    }
}

/// A part of the board that the wall and the console show as one: it holds one or more sections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Column {
    /// Its key.
    pub key: ColumnKey,
    /// The question, in full.
    pub label: Label,
    /// The question in two words, for the wall's overview.
    pub short: String,
    /// Its icon and rule.
    pub look: Look,
}

/// One heading of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its key.
    pub key: SectionKey,
    /// The column it belongs to.
    pub column: ColumnKey,
    /// What it is for.
    pub kind: SectionKind,
    /// Its heading.
    pub label: Label,
    /// What belongs here, for the chair.
    pub help: String,
    /// A question to ask before a line is put here, or nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
    /// Whether its lines are about one child each.
    #[serde(default)]
    pub per_child: bool,
    /// The places of a child's tool that feed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fed_by: Vec<PlaceKey>,
}

/// What a scale is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ScaleOf {
    /// The whole board.
    Whole,
    /// Each line that says what may happen (`danger` and `risk` sections).
    Statement,
}

/// A question answered with a number from 0 to 10.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scale {
    /// Its key.
    pub key: ScaleKey,
    /// The question.
    pub question: String,
    /// What 0 means.
    pub low: String,
    /// What 10 means.
    pub high: String,
    /// What it is asked about.
    pub of: ScaleOf,
}

/// What a conference arrives at, which the wall can show in the place of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Arrival {
    /// The plan.
    Plan,
    /// The decision for each child.
    Decisions,
}

/// One step of the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phase {
    /// Its key.
    pub key: PhaseKey,
    /// One or two words, for the chair's rail.
    pub label: String,
    /// What the wall says while it lasts.
    pub wall: String,
    /// The column the wall shows while it lasts; the overview where nothing is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shows: Option<ColumnKey>,
    /// What the wall shows in the place of a column, where the step is about what the conference arrives at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrives_at: Option<Arrival>,
    /// Questions the chair may ask.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<String>,
    /// Whether leaving it out needs a reason.
    #[serde(default)]
    pub required: bool,
    /// Whether each child's view is to have been on the wall before it begins.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_childs_view: bool,
}

/// The method of a conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Framework {
    /// Its id: "signs-of-safety".
    pub id: String,
    /// Counts up when an authority changes its wording.
    pub version: u32,
    /// Its name.
    pub title: String,
    /// BCP 47 tag of its wording.
    pub language: String,
    /// Who published the method.
    pub source: String,
    /// Whether the plan is written before the decision is made.
    #[serde(default)]
    pub plan_before_decision: bool,
    /// What the wall and the console show as one, in order.
    pub columns: Vec<Column>,
    /// The headings, in order.
    pub sections: Vec<Section>,
    /// The scales.
    #[serde(default)]
    pub scales: Vec<Scale>,
    /// The steps, in order.
    pub phases: Vec<Phase>,
}

impl Framework {
    /// The section with this key.
    pub fn section(&self, key: &SectionKey) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == *key)
    }

    /// The column with this key.
    pub fn column(&self, key: &ColumnKey) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == *key)
    }

    /// The scale with this key.
    pub fn scale(&self, key: &ScaleKey) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.key == *key)
    }

    /// The phase with this key, and its place in the order.
    pub fn phase(&self, key: &PhaseKey) -> Option<(usize, &Phase)> {
        self.phases.iter().enumerate().find(|(_, phase)| phase.key == *key)
    }

    /// The section that a place of a child's tool feeds.
    pub fn fed_by(&self, place: &PlaceKey) -> Option<&Section> {
        self.sections.iter().find(|section| section.fed_by.contains(place))
    }
}
