//! Telling, now and then, how far a long step has come.
//!
//! Deliberately on standard error, so that what a program reads from standard output stays clean, and silent for steps that
//! are soon done.

use std::io::Read;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::say_error;

/// How long nothing is said.
const NOW_AND_THEN: Duration = Duration::from_secs(3);

/// Says how far it is, but not too often.
pub(super) struct Teller(Mutex<Instant>);

impl Teller {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Instant::now()))
    }

    /// Says this, unless something was said a moment ago.
    pub(super) fn tell(&self, words: impl FnOnce() -> String) {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if last.elapsed() >= NOW_AND_THEN {
            *last = Instant::now();
            say_error(&format!("{}\n", words()));
        }
    }
}

/// A file that is read, telling how much of it was.
pub(super) struct Watched<R> {
    from: R,
    what: &'static str,
    length: u64,
    read: u64,
    teller: Teller,
}

impl<R> Watched<R> {
    /// Watches a file of this length; `what` says what is done with it.
    pub(super) fn new(from: R, what: &'static str, length: u64) -> Self {
        Self { from, what, length, read: 0, teller: Teller::new() }
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.read = self.read.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        let hundredths = self.read.saturating_mul(100).checked_div(self.length).unwrap_or(100);
        self.teller.tell(|| format!("{}: {hundredths} of 100", self.what));
        Ok(read)
    }
}
