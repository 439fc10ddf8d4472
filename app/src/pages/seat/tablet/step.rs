//! The four things a child's tablet can do, and the command each is.
//!
//! Deliberately not here: anything else a command could ask for. A tablet reaches its own child's tools.

use board::command::Command;
use board::id::{EntryId, ToolId};
use board::sharing::{MayKnow, Telling};
use board::tool::{Entry, Tool};

/// One thing a child did on this tablet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// Began a tool.
    Begin(Tool),
    /// Put something into a place.
    Give {
        /// The tool.
        tool: ToolId,
        /// The words.
        entry: Entry,
    },
    /// Chose who can know.
    Choose {
        /// The words.
        entry: EntryId,
        /// Who can know.
        may_know: MayKnow,
        /// How they are told, as it was agreed before.
        telling: Telling,
    },
    /// Took words back, or put them back.
    TakeBack {
        /// The words.
        entry: EntryId,
        /// Whether they are taken back.
        back: bool,
    },
}

impl Step {
    /// The same as the server is asked for it.
    pub(super) fn command(&self) -> Command {
        match self.clone() {
            Self::Begin(tool) => Command::RecordTool { tool },
            Self::Give { tool, entry } => Command::GiveEntry { tool, entry },
            Self::Choose { entry, may_know, telling } => Command::ChooseSharing { entry, may_know, telling },
            Self::TakeBack { entry, back } => Command::TakeBackEntry { entry, back },
        }
    }
}
