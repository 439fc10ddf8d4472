//! A time limit: a number, what is counted, and in which direction.
//!
//! Deliberately not here: counting it. That is [`super::count`].

use serde::{Deserialize, Serialize};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// By the clock.
    Hours,
    /// Every day of the calendar.
    Days,
    /// Days that are neither at a weekend nor a bank holiday.
    WorkingDays,
    /// Seven days each.
    Weeks,
    /// To the same day of another month.
    Months,
}

impl Unit {
    /// The unit beside a number: "1 week", "2 weeks".
    fn words(self, number: u16) -> &'static str {
        match (self, number) {
            (Self::Hours, 1) => "hour",
            (Self::Hours, _) => "hours",
            (Self::Days, 1) => "day",
            (Self::Days, _) => "days",
            (Self::WorkingDays, 1) => "working day",
            (Self::WorkingDays, _) => "working days",
            (Self::Weeks, 1) => "week",
            (Self::Weeks, _) => "weeks",
            (Self::Months, 1) => "month",
            (Self::Months, _) => "months",
        }
    }
}

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many.
    pub number: u16,
    /// Of what.
    pub unit: Unit,
}

impl Limit {
    /// The largest number that is taken for a limit and not for a slip of the hand.
    pub const LARGEST: u16 = 400;

    /// The limit in words: "10 working days".
    pub fn words(self) -> String {
        format!("{} {}", self.number, self.unit.words(self.number))
    }
}

/// Whether something is due after what it is counted from, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// At the latest so long after.
    #[default]
    After,
    /// At the latest so long before.
    Before,
}

impl Order {
    /// The order in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::After => "after",
            Self::Before => "before",
        }
    }
}
