//! How often something may be tried: a pause that grows with each failure, for each device on its own.
//!
//! Deliberately not by address: a whole building shares one, and a conference must not be locked out by a stranger. And not for what
//! strangers type at the door (see `pace`).

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many failures are free.
const FREE: u32 = 5;
/// The longest pause.
const LONGEST: Duration = Duration::from_mins(5);
/// How many names are remembered; the oldest are forgotten first.
const REMEMBERED: usize = 10_000;

/// Failures by name.
#[derive(Debug, Default)]
pub(crate) struct Limit {
    failures: Mutex<BTreeMap<String, (u32, Instant)>>,
}

impl Limit {
    /// Whether this name may try now.
    pub(crate) fn may_try(&self, name: &str, now: Instant) -> bool {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.get(name).is_none_or(|(count, last)| now >= *last + pause(*count, LONGEST))
    }

    /// Remembers that a try failed.
    pub(crate) fn failed(&self, name: &str, now: Instant) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() >= REMEMBERED {
            failures.retain(|_, (_, last)| now < *last + LONGEST);
        }
        let (count, last) = failures.entry(name.to_owned()).or_insert((0, now));
        *count = count.saturating_add(1);
        *last = now;
    }

    /// Forgets the failures of a name that has got in.
    pub(crate) fn succeeded(&self, name: &str) {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

/// No pause for the first failures, then one that doubles, up to the longest.
pub(super) fn pause(count: u32, longest: Duration) -> Duration {
    match count.checked_sub(FREE) {
        None => Duration::ZERO,
        Some(over) => Duration::from_secs(1_u64.checked_shl(over).unwrap_or(u64::MAX)).min(longest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_grows_with_failures_and_ends_with_success() {
        let limit = Limit::default();
        let start = Instant::now();
        for _ in 0..5 {
            assert!(limit.may_try("sian", start));
            limit.failed("sian", start);
        }
        assert!(!limit.may_try("sian", start), "the sixth try waits");
        assert!(limit.may_try("sian", start + Duration::from_secs(1)));
        assert!(limit.may_try("tobias", start), "nobody else waits");
        limit.failed("sian", start);
        assert!(!limit.may_try("sian", start + Duration::from_secs(1)));
        limit.succeeded("sian");
        assert!(limit.may_try("sian", start));
    }
}
