//! Letting oneself in to a conference that is not one's own: for a reason, for a while, and told to the manager of its team.
//!
//! Deliberately not here: who may (that is [`super::rights`]).

use std::time::Duration;

/// For how long somebody who let themselves in may come.
pub(crate) const LASTS: Duration = Duration::from_hours(4);

/// For how many hours, as it is said.
pub(crate) const HOURS: u32 = 4;

/// What sort of reason there can be. It is written down readable, so it names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Standing in for a colleague.
    Covering,
    /// A child may come to harm now.
    Urgent,
    /// Out of hours.
    DutyTeam,
    /// A complaint, a review or a court.
    Inquiry,
    /// Something else, in words.
    Other,
}

impl Reason {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [Self::Covering, Self::Urgent, Self::DutyTeam, Self::Inquiry, Self::Other];

    /// The word by which it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Covering => "covering",
            Self::Urgent => "urgent",
            Self::DutyTeam => "duty_team",
            Self::Inquiry => "inquiry",
            Self::Other => "other",
        }
    }

    /// As people say it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Covering => "I stand in for a colleague",
            Self::Urgent => "A child may come to harm now",
            Self::DutyTeam => "I am on duty out of hours",
            Self::Inquiry => "For a complaint, a review or a court",
            Self::Other => "Another reason",
        }
    }

    /// The reason with this word.
    pub(crate) fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The words for a stored word; the word itself where this Hearth does not know it.
    pub(crate) fn said(code: &str) -> String {
        Self::coded(code).map_or_else(|| code.to_owned(), |reason| reason.words().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{HOURS, LASTS};

    #[test]
    fn what_is_said_is_what_is_so() {
        assert_eq!(LASTS.as_secs(), u64::from(HOURS) * 60 * 60);
    }
}
