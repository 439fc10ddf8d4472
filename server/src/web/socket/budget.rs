//! How fast one connection may speak. Whoever speaks faster is heard more slowly: nothing of it is refused, and nothing is lost.
//!
//! Deliberately far above what people and their devices do, also when a device brings along what was written without a
//! network. It keeps one device that has gone wild from filling the record, and the disk under it.

use std::time::Duration;

use tokio::time::Instant;

/// So much may be said at once by a console, and so often afterwards.
const CONSOLE: (u32, Duration) = (1_000, Duration::from_millis(20));

/// The same for a device with a seat.
const SEAT: (u32, Duration) = (200, Duration::from_millis(100));

/// What one connection may still say.
#[derive(Debug)]
pub(super) struct Budget {
    /// Until when what was said is paid for.
    paid: Instant,
    ahead: Duration,
    each: Duration,
}

impl Budget {
    /// For a console, or for a device with a seat.
    pub(super) fn new(is_console: bool, now: Instant) -> Self {
        let (at_once, each) = if is_console { CONSOLE } else { SEAT };
        Self { paid: now, ahead: each * at_once, each }
    }

    /// Something was said.
    pub(super) fn spend(&mut self, now: Instant) {
        self.paid = self.paid.max(now) + self.each;
    }

    /// How long nothing more is heard.
    pub(super) fn wait(&self, now: Instant) -> Duration {
        self.paid.saturating_duration_since(now).saturating_sub(self.ahead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_may_be_said_at_once_and_then_only_so_often() {
        let start = Instant::now();
        let mut budget = Budget::new(false, start);
        let mut said = 0;
        while budget.wait(start).is_zero() {
            budget.spend(start);
            said += 1;
        }
        assert_eq!(said, 201);
        assert_eq!(budget.wait(start), SEAT.1, "then it is one each tenth of a second");
        assert!(budget.wait(start + SEAT.1).is_zero());
        let later = start + Duration::from_mins(1);
        budget.spend(later);
        assert!(budget.wait(later).is_zero(), "whoever was quiet may say much again");
    }

    #[test]
    fn a_console_brings_along_what_was_written_without_a_network() {
        let start = Instant::now();
        let mut budget = Budget::new(true, start);
        (0..1_000).for_each(|_| budget.spend(start));
        assert!(budget.wait(start).is_zero());
    }
}
