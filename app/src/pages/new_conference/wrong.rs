//! What a form for a new conference could not do without.
//!
//! Deliberately not here: what was typed. Names do not belong in an address, so the server sends none back.

/// What is safe, and what to do.
pub(super) const WHAT_NOW: &str = "No conference was made, and nothing you typed was kept. Fill in the form again.";

/// The field the server could not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// The day.
    Date,
    /// The place.
    Place,
    /// The authority.
    Authority,
    /// The framework, or the sort of conference.
    Choice,
    /// The child's names.
    Names,
    /// The child's birthday.
    Birth,
    /// Something else.
    Other,
}

impl Wrong {
    /// Reads the address.
    pub(super) fn read(field: &str) -> Self {
        match field {
            "date" => Self::Date,
            "place" => Self::Place,
            "authority" => Self::Authority,
            "framework" | "kind" | "number" => Self::Choice,
            "child_legal_name" | "child_known_as" => Self::Names,
            "child_born" | "child_expected" => Self::Birth,
            _ => Self::Other,
        }
    }

    /// What happened.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Date => "The day is missing, or is not a day.",
            Self::Place => "The place is missing, or too long.",
            Self::Authority => "The authority is missing, or too long.",
            Self::Choice => "The sort of conference, its number or its framework could not be read.",
            Self::Names => "The child needs two names: the one in law and the one they go by.",
            Self::Birth => "The child needs one day: when they were born, or when they are expected.",
            Self::Other => "Something on the form could not be read.",
        }
    }
}
