//! How long somebody stays signed in.
//!
//! Deliberately pure: what time it is, and when they last did something, is said by the caller.

use std::time::Duration;

use store::Span;

use super::session::{KNOWN, STAFF};

/// How long before the end it is said.
pub(crate) const SOON: Duration = Duration::from_mins(2);

/// How long after the password was given what leaves Hearth may be taken along.
const PROVED: Duration = Duration::from_mins(10);

/// How often it is noted that somebody does something: not with every command, which would be another write for each.
const NOTED: Duration = Duration::from_secs(20);

/// How far in the future something may seem to have happened: a clock that is put right goes back, but hardly ever so far.
const AHEAD: Duration = Duration::from_mins(5);

/// How long somebody has between the password and the code.
pub(crate) const HALFWAY: Duration = Duration::from_mins(15);

/// Somebody is signed out when they have done nothing for the idle limit, and in any case twelve hours after they signed in.
pub(crate) fn ends_ms(created_ms: i64, used_ms: i64, idle: Duration) -> i64 {
    created_ms.saturating_add(ms(STAFF)).min(used_ms.saturating_add(ms(idle)))
}

/// It is said two minutes before the end.
pub(crate) fn is_soon(expires_ms: i64, now_ms: i64) -> bool {
    expires_ms.saturating_sub(now_ms) <= ms(SOON)
}

/// Doing something helps, unless the twelve hours are over then.
pub(crate) fn can_stay(created_ms: i64, now_ms: i64) -> bool {
    !is_soon(created_ms.saturating_add(ms(STAFF)), now_ms)
}

/// Whether it is worth noting that somebody does something. What was noted by a clock that was ahead is put right.
pub(crate) fn is_worth_noting(used_ms: i64, now_ms: i64) -> bool {
    let since = now_ms.saturating_sub(used_ms);
    since < 0 || since >= ms(NOTED)
}

/// What leaves Hearth as a file is given to whoever typed the password within the last ten minutes. A password that will be typed in
/// the future, by a clock that was ahead, proves nothing.
pub(crate) fn is_proved(proved_ms: i64, now_ms: i64) -> bool {
    (0..=ms(PROVED)).contains(&now_ms.saturating_sub(proved_ms))
}

/// What is good for a while counts until its end, and only while that is no further away than it can last. Anything else comes from a
/// clock that was ahead: it would last for as long as that clock was wrong, so it counts for nothing.
pub(crate) fn is_good(ends_ms: i64, longest: Duration, now_ms: i64) -> bool {
    ends_ms > now_ms && ends_ms.saturating_sub(now_ms) <= ms(longest.saturating_add(AHEAD))
}

/// A session counts while it is good. One that began or was used well in the future comes from a clock that was ahead as well, and counts
/// for nothing.
pub(crate) fn still_counts(span: Span, now_ms: i64) -> bool {
    let Span { created_ms, last_seen_ms, expires_ms } = span;
    is_good(expires_ms, KNOWN, now_ms) && created_ms.max(last_seen_ms).saturating_sub(now_ms) <= ms(AHEAD)
}

pub(crate) fn ms(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;
    const IDLE: Duration = Duration::from_mins(30);

    #[test]
    fn doing_something_puts_the_end_off_but_never_beyond_twelve_hours() {
        assert_eq!(ends_ms(0, 0, IDLE), 30 * MINUTE);
        assert_eq!(ends_ms(0, 20 * MINUTE, IDLE), 50 * MINUTE);
        assert_eq!(ends_ms(0, 700 * MINUTE, IDLE), 720 * MINUTE);
    }

    #[test]
    fn the_end_is_said_two_minutes_before() {
        assert!(!is_soon(30 * MINUTE, 27 * MINUTE));
        assert!(is_soon(30 * MINUTE, 28 * MINUTE));
        assert!(is_soon(30 * MINUTE, 31 * MINUTE));
        assert!(can_stay(0, 717 * MINUTE));
        assert!(!can_stay(0, 718 * MINUTE));
    }

    #[test]
    fn a_password_is_proof_for_ten_minutes() {
        assert!(is_proved(5 * MINUTE, 15 * MINUTE));
        assert!(!is_proved(5 * MINUTE, 15 * MINUTE + 1));
        assert!(!is_proved(0, 1_700_000_000_000), "a session from before this was asked");
    }

    #[test]
    fn a_clock_that_was_ahead_proves_nothing_and_keeps_nobody_in() {
        assert!(!is_proved(5 * MINUTE, 5 * MINUTE - 1), "a password from the future is no proof");
        assert!(is_proved(5 * MINUTE, 5 * MINUTE));
        assert!(!is_worth_noting(5 * MINUTE, 5 * MINUTE + 19_999));
        assert!(is_worth_noting(5 * MINUTE, 5 * MINUTE + 20_000));
        assert!(is_worth_noting(5 * MINUTE, 5 * MINUTE - 1), "a use in the future is put right");
        let counts = |created_ms, last_seen_ms, expires_ms, now_ms| {
            still_counts(Span { created_ms, last_seen_ms, expires_ms }, now_ms)
        };
        assert!(counts(5 * MINUTE, 5 * MINUTE, 35 * MINUTE, 0), "a clock that is put right signs nobody out");
        assert!(!counts(5 * MINUTE + 1, 0, 35 * MINUTE, 0));
        assert!(!counts(0, 5 * MINUTE + 1, 35 * MINUTE, 0));
        assert!(counts(0, 20 * MINUTE, 50 * MINUTE, 30 * MINUTE));
        assert!(!counts(0, 20 * MINUTE, 50 * MINUTE, 50 * MINUTE), "it is over");
        assert!(!counts(0, 0, 366 * 24 * 60 * MINUTE, 0), "none lasts for a year");
    }

    #[test]
    fn what_lasts_for_an_hour_is_never_good_for_a_year() {
        let hour = Duration::from_hours(1);
        assert!(is_good(60 * MINUTE, hour, 0) && is_good(1, hour, 0) && !is_good(0, hour, 0));
        assert!(is_good(65 * MINUTE, hour, 0), "the other node's clock is a little ahead");
        assert!(!is_good(65 * MINUTE + 1, hour, 0));
        assert!(!is_good(i64::MAX, hour, i64::MIN));
    }
}
