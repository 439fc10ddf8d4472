//! How many codes that open nothing all strangers together may type: ten a second, and a hundred at once.
//!
//! Deliberately for everybody at once: whoever guesses comes each time as somebody new, so a count for each device stops nobody. And
//! deliberately without a pause that grows: what a family mistypes must keep no other family at the door.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long it takes until one more may fail. With a thousand good codes and ten guesses a second, finding one takes years.
const EACH: Duration = Duration::from_millis(100);

/// How far ahead of that they may be: a hundred at once.
const AHEAD: Duration = Duration::from_secs(10);

/// Until when what was tried is paid for.
#[derive(Debug, Default)]
pub(crate) struct Pace(Mutex<Option<Instant>>);

impl Pace {
    /// Whether a code may be tried now. It counts as wrong until it is known to be right: so many tries at once do not slip through
    /// before the first is counted.
    pub(crate) fn begin(&self, now: Instant) -> bool {
        let mut paid = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let from = paid.map_or(now, |paid| paid.max(now));
        let may = from <= now + AHEAD;
        if may {
            *paid = Some(from + EACH);
        }
        may
    }

    /// It was right, and costs nothing.
    pub(crate) fn succeeded(&self) {
        let mut paid = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *paid = paid.and_then(|paid| paid.checked_sub(EACH));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_may_be_wrong_at_once_and_then_ten_a_second_whoever_types_them() {
        let (pace, start) = (Pace::default(), Instant::now());
        let tried = (0..500).filter(|_| pace.begin(start)).count();
        assert_eq!(tried, 101);
        let tried = (0..500).filter(|_| pace.begin(start + Duration::from_secs(1))).count();
        assert_eq!(tried, 10, "and nobody waits longer than that");
        let later = start + Duration::from_mins(1);
        assert_eq!((0..500).filter(|_| pace.begin(later)).count(), 101);
    }

    #[test]
    fn what_was_right_costs_nothing() {
        let (pace, start) = (Pace::default(), Instant::now());
        for _ in 0..1_000 {
            assert!(pace.begin(start), "a whole town comes in at once");
            pace.succeeded();
        }
    }
}
