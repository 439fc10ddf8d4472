//! What stands still in a view and where the conference is: names, columns, scales, phases, and what the wall shows.
//!
//! Deliberately not here: a line of the board.

use serde::{Deserialize, Serialize};

use crate::framework::{Look, ScaleOf, SectionKind};
use crate::id::{CardId, ChildId, ColumnKey, PhaseKey, ScaleKey, SectionKey};
use crate::seat::{Showing, Theme};

/// What stands still through a conference: its name, its headings, its children.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// "Maja and Tomek".
    pub title: String,
    /// "Initial conference".
    pub kind: String,
    /// "Thursday 24 September 2026".
    pub date: String,
    /// The authority that holds it.
    pub authority: String,
    /// Invented people; every screen says so.
    pub demo: bool,
    /// The framework's name.
    pub framework: String,
    /// Whether the plan is written before the decision is made.
    pub plan_before_decision: bool,
    /// The children.
    pub children: Vec<ChildView>,
    /// The columns and their headings, in order.
    pub columns: Vec<ColumnView>,
    /// The scales.
    pub scales: Vec<ScaleView>,
}

/// A child, as the board calls them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildView {
    /// The child.
    pub id: ChildId,
    /// The name they go by.
    pub known_as: String,
}

/// A column and its headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// Its key.
    pub key: ColumnKey,
    /// The question in full.
    pub label: String,
    /// The question in two words.
    pub short: String,
    /// Its icon and rule.
    pub look: Look,
    /// Its headings.
    pub sections: Vec<SectionView>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionView {
    /// Its key.
    pub key: SectionKey,
    /// Its words.
    pub label: String,
    /// What belongs here.
    pub help: String,
    /// A question to ask before a line is put here.
    pub ask: Option<String>,
    /// What it is for.
    pub kind: SectionKind,
}

/// A scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleView {
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

/// Where the conference is, and what the wall shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The phases in order.
    pub phases: Vec<PhaseView>,
    /// What the wall says of the phase.
    pub phase: String,
    /// What the wall shows.
    pub showing: Showing,
    /// Whether the chair holds it there.
    pub held: bool,
    /// Its page, from 0.
    pub page: u16,
    /// The empty table.
    pub blank: bool,
    /// The drawn curtain: nothing of the conference is here just now.
    pub drawn: bool,
    /// Its light.
    pub theme: Theme,
    /// The line the chair points at.
    pub pointed: Option<CardId>,
    /// Who is speaking.
    pub speaker: Option<String>,
    /// The children in a side room who want it said, by the names they go by.
    pub here: Vec<String>,
    /// The children whose words are put away for now; for consoles alone.
    pub not_now: Vec<ChildId>,
}

/// A phase on the chair's rail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseView {
    /// Its key.
    pub key: PhaseKey,
    /// Its word.
    pub label: String,
    /// Whether it has been entered.
    pub done: bool,
    /// Whether it is now.
    pub now: bool,
    /// Questions the chair may ask; empty for others.
    pub prompts: Vec<String>,
}
