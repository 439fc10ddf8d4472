//! Why a command was not carried out: a closed list, each with plain words that say what to do.
//!
//! Deliberately not here: faults. A rejection is a normal answer; nothing has changed and nothing is lost.

use serde::{Deserialize, Serialize};

use crate::guard::Warning;

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// The sender's seat has no right to this.
    #[error("Your seat cannot do this. Ask the chair.")]
    NotYours,
    /// It is not there, or not for this seat; the two are never told apart.
    #[error("This is not here any more. Nothing else was changed.")]
    NotFound,
    /// A child's words are the child's.
    #[error(
        "These are a child's own words, and nobody can change them. You can answer them, or take the card off the board."
    )]
    ChildsWords,
    /// The words are no longer what the sender had before them.
    #[error(
        "Somebody changed this line while you were writing. Both texts are kept: look at theirs, then save yours again if you still want to."
    )]
    ChangedMeanwhile {
        /// The words as they are now.
        now: String,
    },
    /// A text is empty.
    #[error("There are no words here yet. Write something, then put it on the board.")]
    Empty,
    /// A text is too long.
    #[error("This is longer than {most} characters. Your text is kept: make two lines of it.")]
    TooLong {
        /// The most that is taken, in characters.
        most: u32,
    },
    /// A thing with this id is there already, and is another.
    #[error("This was already saved as something else. Reload the page and try again.")]
    IdTaken,
    /// A reference to something that is not part of this conference.
    #[error("'{what}' is not part of this conference. Choose from the list.")]
    Unknown {
        /// What was referred to.
        what: String,
    },
    /// A number outside the scale.
    #[error("The scale goes from 0 to 10. Choose a number on it.")]
    OffScale,
    /// A required phase would be skipped without a reason.
    #[error("'{phase}' has not happened yet. You can go on without it: write why, and the minutes will say so.")]
    ReasonNeeded {
        /// The phase that would be left out.
        phase: String,
    },
    /// A plan without a category, or a category without a plan.
    #[error("A child protection plan needs a category, and only a plan has one. Choose both or neither.")]
    CategoryMismatch,
    /// A child is told no without a reason.
    #[error("A child who is told no is told why. Nothing was changed: write the reason, in words for the child.")]
    WhyNot,
    /// Nothing to undo or redo.
    #[error("There is nothing left to take back or do again.")]
    NothingToUndo,
    /// The child has not said that anybody may know this.
    #[error("The child has not chosen who may know this, so it cannot go on the board. Ask them first.")]
    NotShared,
    /// A child's view has not been on the wall before the decision.
    #[error(
        "{child}’s words have not been on the wall yet. Show them first, or write why not: the minutes will say so."
    )]
    ViewNotShown {
        /// The child, by the name they go by.
        child: String,
    },
    /// The young person has not agreed yet how their board is shared.
    #[error(
        "The young person has not agreed yet how this is shared, so it stays with them. Finish their own conference first."
    )]
    NotAgreed,
    /// The limits of secrecy have not been explained.
    #[error("Say first what can and cannot be kept between you, and let the young person say whether they follow.")]
    NotExplained,
    /// The words hold something that their readers may not know.
    #[error(
        "Look again before more people read this: {}. Nothing was released. Change it, or write why it can stay.",
        listed(warnings)
    )]
    LookAgain {
        /// What was found.
        warnings: Vec<Warning>,
    },
    /// The record is approved and closed.
    #[error(
        "The record is approved, so nothing in it changes any more. Nothing was lost. Add a correction: it stands beside the record."
    )]
    Closed,
    /// Checks stop the approval.
    #[error("The record cannot be approved yet: {} must be settled first. Nothing was changed.", things(checks.len()))]
    ChecksStop {
        /// Their ids.
        checks: Vec<String>,
    },
    /// The entry is on the board already.
    #[error("These words are on the board already.")]
    AlreadyThere,
    /// The offer was settled before.
    #[error("This offer has been answered already.")]
    AlreadySettled,
    /// So many wait at the door that nobody could look through them.
    #[error("Very many people are waiting to be let in. Ask the chair to let somebody in, then try once more.")]
    LobbyFull,
}

fn things(count: usize) -> String {
    if count == 1 { "1 thing".to_owned() } else { format!("{count} things") }
}

fn listed(warnings: &[Warning]) -> String {
    warnings.iter().map(Warning::words).collect::<Vec<_>>().join("; ")
}
