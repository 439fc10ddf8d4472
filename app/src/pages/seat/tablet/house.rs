//! The three houses: what each is called, and what it asks.
//!
//! Deliberately not here: other tools. Their places are the practice's own, and are filled in on paper.

use std::str::FromStr;

use board::id::PlaceKey;

/// One of the three houses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum House {
    /// What is good.
    Good,
    /// What is not.
    Worries,
    /// How it should be.
    Dreams,
}

impl House {
    /// The street, from left to right. A child may begin anywhere.
    pub(super) const STREET: [Self; 3] = [Self::Good, Self::Worries, Self::Dreams];

    /// Its key, in addresses and in the record.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Good => "good_things",
            Self::Worries => "worries",
            Self::Dreams => "dreams",
        }
    }

    /// The place in a tool.
    pub(super) fn place(self) -> Option<PlaceKey> {
        PlaceKey::from_str(self.key()).ok()
    }

    /// The house with this key; the first where there is none.
    pub(super) fn read(key: Option<&str>) -> Self {
        Self::STREET.into_iter().find(|house| Some(house.key()) == key).unwrap_or(Self::Good)
    }

    /// Its word on the street.
    pub(super) fn short(self) -> &'static str {
        match self {
            Self::Good => "Good things",
            Self::Worries => "Worries",
            Self::Dreams => "Dreams",
        }
    }

    /// Its name over the door.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Good => "House of good things",
            Self::Worries => "House of worries",
            Self::Dreams => "House of dreams",
        }
    }

    /// What it asks.
    pub(super) fn question(self) -> &'static str {
        match self {
            Self::Good => "What is good? Who and what makes you feel happy or safe?",
            Self::Worries => "What makes you sad, scared or cross? What do you worry about?",
            Self::Dreams => "If your worries went away, what would be different?",
        }
    }
}
