//! What an account is for.
//!
//! Deliberately not here: what a role may do. That is the table in [`super::rights`], and nothing else.

use std::fmt;
use std::str::FromStr;

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Keeps the house: accounts, teams, invitations.
    Administrator,
    /// Chairs conferences.
    Chair,
    /// Takes minutes.
    MinuteTaker,
    /// Is the children's social worker, and prepares.
    SocialWorker,
    /// Writes invitations and lists of copies.
    BusinessSupport,
    /// Reads who looked at what.
    Auditor,
    /// Watches a conference and takes no part.
    Observer,
}

/// A text that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a role is 'administrator', 'chair', 'minute_taker', 'social_worker', 'business_support', 'auditor' or 'observer'"
)]
pub(crate) struct NoRole;

impl Role {
    /// Every role.
    pub(crate) const ALL: [Self; 7] = [
        Self::Administrator,
        Self::Chair,
        Self::MinuteTaker,
        Self::SocialWorker,
        Self::BusinessSupport,
        Self::Auditor,
        Self::Observer,
    ];

    /// The role's name, as it is stored and typed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Chair => "chair",
            Self::MinuteTaker => "minute_taker",
            Self::SocialWorker => "social_worker",
            Self::BusinessSupport => "business_support",
            Self::Auditor => "auditor",
            Self::Observer => "observer",
        }
    }

    /// The role as people say it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Administrator => "Administrator",
            Self::Chair => "Chair",
            Self::MinuteTaker => "Minute taker",
            Self::SocialWorker => "Social worker",
            Self::BusinessSupport => "Business support",
            Self::Auditor => "Auditor",
            Self::Observer => "Observer",
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
        Self::ALL.into_iter().find(|role| role.name() == text).ok_or(NoRole)
    }
}
