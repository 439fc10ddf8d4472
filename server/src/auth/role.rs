//! What an account is for.
//!
//! Deliberately not here: rights within a conference. A role leads to an actor, and the board decides what that may do.

use std::fmt;
use std::str::FromStr;

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Chairs conferences.
    Chair,
    /// Takes minutes.
    MinuteTaker,
}

/// A text that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a role is 'chair' or 'minute_taker'")]
pub(crate) struct NoRole;

impl Role {
    /// The role's name, as it is stored and typed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::MinuteTaker => "minute_taker",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Role {
    type Err = NoRole;

    fn from_str(text: &str) -> Result<Self, NoRole> {
        [Self::Chair, Self::MinuteTaker].into_iter().find(|role| role.name() == text).ok_or(NoRole)
    }
}
