//! The names things carry: one newtype for each kind of thing, so that a card can never be passed for a person.
//!
//! Deliberately not here: making ids. The board is pure; the browser and the server make them and pass them in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

mod account;

pub use account::{AccountId, BadAccountId};

/// The longest id that is accepted, in characters.
pub const LONGEST: usize = 64;

/// A text that cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 64 letters, digits, '-', '_' or '.', and does not begin with '.'")]
pub struct BadId;

fn check(text: &str) -> Result<(), BadId> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if text.is_empty() || text.len() > LONGEST || text.starts_with('.') || !text.chars().all(allowed) {
        return Err(BadId);
    }
    Ok(())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$")))]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;

            fn try_from(text: String) -> Result<Self, BadId> {
                check(&text)?;
                Ok(Self(text))
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// One conference; it stands in addresses, so it never holds a name.
    ConferenceId;
    /// One child of the conference.
    ChildId;
    /// One grown-up of the conference: family, professional, chair.
    PersonId;
    /// One tool that a child completed.
    ToolId;
    /// One thing a child said, wrote or drew in a tool.
    EntryId;
    /// One picture of an entry.
    PictureId;
    /// One line on the board.
    CardId;
    /// Cards that belong together.
    GroupId;
    /// One number that one person gave on a scale.
    RatingId;
    /// One line of the plan.
    ActionId;
    /// One agency's or family member's view of the decision.
    OpinionId;
    /// One line that somebody offers from their own device.
    OfferId;
    /// One place at the conference on one device.
    SeatId;
    /// One thing that must not be shown to everybody.
    GuardId;
    /// One sign that a child sends from a side room.
    SignId;
    /// One copy that was given to somebody.
    CopyId;
    /// One matter of record.
    MatterId;
    /// One command; made by the sender, so that sending it twice is harmless.
    CommandId;
    /// One heading of a framework.
    SectionKey;
    /// One step of a conference, by the framework's name for it.
    PhaseKey;
    /// A part of the board that the wall and the console show as one.
    ColumnKey;
    /// One scale of a framework.
    ScaleKey;
    /// One house, or other place, of a child's tool.
    PlaceKey;
    /// Which tool: the name of its file, or one of the names it also goes by.
    ToolKey;
    /// One of several answers that a child can tap.
    ChoiceKey;
}
