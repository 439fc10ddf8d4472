//! The child's ledger: a row for every word of the child, with what came of it; "you said, so we ...".
//!
//! Deliberately not here: who may see a row. The chair's screen and the papers show rows from their own views.

use crate::id::ChildId;
use crate::outcome::Answer;
use crate::record::Record;
use crate::tool::{Entry, Tool};

/// One row: something the child said, and the answer if there is one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    /// The tool it was said in.
    pub tool: &'a Tool,
    /// What was said.
    pub entry: &'a Entry,
    /// What was done about it.
    pub answer: Option<&'a Answer>,
    /// Whether this is what the child has against the decision.
    pub disagrees: bool,
}

impl Row<'_> {
    /// A child has been told once there is an answer and a day on which it was given to the child.
    pub fn is_told(&self) -> bool {
        self.answer.is_some_and(|answer| answer.told_on.is_some())
    }
}

/// Every word of a child has a row, answered or not, in the order it was said. What the child took back has none.
pub fn rows<'a>(record: &'a Record, child: &'a ChildId) -> impl Iterator<Item = Row<'a>> {
    let disagreement = record.disagreements.get(child).map(|named| &named.entry);
    let tools = record.tools.iter().filter(move |tool| tool.child == *child);
    let said =
        tools.flat_map(|tool| tool.entries.iter().filter(|entry| !entry.removed).map(move |entry| (tool, entry)));
    said.map(move |(tool, entry)| Row {
        tool,
        entry,
        answer: record.answers.get(&entry.id),
        disagrees: disagreement == Some(&entry.id),
    })
}
