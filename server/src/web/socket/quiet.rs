//! When a connection has been quiet for too long: it is asked whether it is still there, and then given up.
//!
//! Deliberately a question of the socket itself, which every browser answers by itself, also for a page that sleeps in the
//! background. Whoever is given up connects again when awake, and has everything; until then nothing is kept for them.

use std::time::Duration;

use tokio::time::Instant;

/// After how much silence it is asked.
const ASKED: Duration = Duration::from_secs(30);

/// After how much silence it is given up; it was asked twice by then.
const GIVEN_UP: Duration = Duration::from_secs(90);

/// How long a connection has been quiet.
#[derive(Debug)]
pub(super) struct Quiet {
    since: Instant,
    asked: u32,
}

/// What there is to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Do {
    /// Ask whether somebody is there.
    Ask,
    /// Give it up.
    GiveUp,
}

impl Quiet {
    /// It has just been heard.
    pub(super) fn since(now: Instant) -> Self {
        Self { since: now, asked: 0 }
    }

    /// When there is something to do, if it stays quiet until then.
    pub(super) fn until(&self) -> Instant {
        self.since + (ASKED * (self.asked + 1)).min(GIVEN_UP)
    }

    /// What there is to do, at the moment [`Quiet::until`] told.
    pub(super) fn due(&mut self) -> Do {
        self.asked += 1;
        if ASKED * self.asked < GIVEN_UP { Do::Ask } else { Do::GiveUp }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_quiet_is_asked_twice_and_then_given_up() {
        let now = Instant::now();
        let mut quiet = Quiet::since(now);
        let told: Vec<(u64, Do)> = (0..3).map(|_| ((quiet.until() - now).as_secs(), quiet.due())).collect();
        assert_eq!(told, [(30, Do::Ask), (60, Do::Ask), (90, Do::GiveUp)]);
    }

    #[test]
    fn whoever_is_heard_again_has_all_the_time_again() {
        let now = Instant::now();
        let mut quiet = Quiet::since(now);
        assert_eq!(quiet.due(), Do::Ask);
        quiet = Quiet::since(now + Duration::from_secs(31));
        assert_eq!((quiet.until() - now).as_secs(), 61);
    }
}
