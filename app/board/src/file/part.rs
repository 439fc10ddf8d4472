//! The parts of the record's pages, in the order of a conference: before it, during it, after it.
//!
//! Deliberately not here: what a part's page shows besides its forms.

use serde::{Deserialize, Serialize};

use super::Sheet;

/// One part of the record's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is a part by its name; `title` and `about` spell it out")]
pub enum Part {
    Family,
    Reports,
    Exclusions,
    Involvement,
    Duties,
    Attendance,
    Earlier,
    Statements,
    Grey,
    Plan,
    Decisions,
    TheirView,
    CoreGroup,
    Notes,
    Corrections,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 15] = [
        Self::Family,
        Self::Reports,
        Self::Exclusions,
        Self::Involvement,
        Self::Duties,
        Self::Attendance,
        Self::Earlier,
        Self::Statements,
        Self::Grey,
        Self::Plan,
        Self::Decisions,
        Self::TheirView,
        Self::CoreGroup,
        Self::Notes,
        Self::Corrections,
    ];

    /// Its name in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Reports => "reports",
            Self::Exclusions => "exclusions",
            Self::Involvement => "involvement",
            Self::Duties => "duties",
            Self::Attendance => "attendance",
            Self::Earlier => "earlier",
            Self::Statements => "statements",
            Self::Grey => "grey",
            Self::Plan => "plan",
            Self::Decisions => "decisions",
            Self::TheirView => "their-view",
            Self::CoreGroup => "core-group",
            Self::Notes => "notes",
            Self::Corrections => "corrections",
        }
    }

    /// The part with this name in an address.
    pub fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Family => "Family and invitations",
            Self::Reports => "Reports",
            Self::Exclusions => "Who is left out, and parts",
            Self::Involvement => "How each child takes part",
            Self::Duties => "What is due by when",
            Self::Attendance => "Who is here",
            Self::Earlier => "Last time",
            Self::Statements => "What we are afraid of",
            Self::Grey => "What we do not know",
            Self::Plan => "The plan",
            Self::Decisions => "Around the decisions",
            Self::TheirView => "Their view differs",
            Self::CoreGroup => "Core group",
            Self::Notes => "Notes for the chair alone",
            Self::Corrections => "Corrections",
        }
    }

    /// What it is for, in a sentence.
    pub fn about(self) -> &'static str {
        match self {
            Self::Family => "The children, their family as it says itself, and everybody who is asked to come.",
            Self::Reports => "Which agency’s report came when, and who of the family has read it beforehand.",
            Self::Exclusions => "Who is not there for all of it, why, who decided, and whether they were told.",
            Self::Involvement => "What each child was offered, what they chose, and what happened.",
            Self::Duties => "Every time limit with the day it was counted to. If something is late, say why here.",
            Self::Attendance => "Who came, for which part, and whether enough agencies are here to decide.",
            Self::Earlier => {
                "The conference before this one: its plan gone over line by line, and what became of its board."
            }
            Self::Statements => {
                "Each statement in three parts that the child could understand, what feeds it, and what answers it."
            }
            Self::Grey => {
                "Nothing stays open: somebody finds it out by a day, or what is known by now is written down."
            }
            Self::Plan => "Who does what by when, how we will know, and the same in plain words for the child.",
            Self::Decisions => {
                "How the test for a plan was gone through, the category, and the way of a formal dissent."
            }
            Self::TheirView => {
                "At read-back anybody can set their own wording beside a line. It stays there for ever, and never over it."
            }
            Self::CoreGroup => "Who works with the family after today, when they meet first, and how often.",
            Self::Notes => "Only you see these. They are on no other screen, on no paper and in no export.",
            Self::Corrections => {
                "After the approval nothing is changed. What is put right stands beside the record, and you approve again."
            }
        }
    }

    /// The forms of this part, in order.
    pub fn sheets(self) -> Vec<Sheet> {
        Sheet::ALL.into_iter().filter(|sheet| sheet.part() == Some(self)).collect()
    }
}
