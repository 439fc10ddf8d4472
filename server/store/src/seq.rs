//! The place of an event in its conference's log: 1, 2, 3 and so on without a gap; 0 is "before the first".
//!
//! Deliberately not a place in anything a client sees: log positions would reveal hidden activity.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How far a log has been read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Seq(u32);

/// A number that cannot be a place in a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a place in a log is a whole number from 0 to 4294967295")]
pub struct BadSeq;

impl Seq {
    /// Before the first event: what somebody who has read nothing has read.
    pub const ZERO: Self = Self(0);

    /// The place after this one.
    ///
    /// # Errors
    /// [`BadSeq`] if this is the last place that a log can have.
    pub fn next(self) -> Result<Self, BadSeq> {
        self.0.checked_add(1).map(Self).ok_or(BadSeq)
    }
}

impl From<u32> for Seq {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

impl From<Seq> for u32 {
    fn from(seq: Seq) -> Self {
        seq.0
    }
}

impl From<Seq> for i64 {
    fn from(seq: Seq) -> Self {
        Self::from(seq.0)
    }
}

impl TryFrom<i64> for Seq {
    type Error = BadSeq;

    fn try_from(number: i64) -> Result<Self, BadSeq> {
        u32::try_from(number).map(Self).map_err(|_| BadSeq)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_out_of_range_are_refused_and_not_bent() {
        assert_eq!(Seq::try_from(-1_i64), Err(BadSeq));
        assert_eq!(Seq::try_from(i64::from(u32::MAX) + 1), Err(BadSeq));
        assert_eq!(Seq::try_from(7_i64), Ok(Seq::from(7)));
        assert_eq!(Seq::from(u32::MAX).next(), Err(BadSeq));
        assert_eq!(Seq::ZERO.next(), Ok(Seq::from(1)));
    }
}
