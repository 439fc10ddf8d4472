//! Whether one viewer had every edit, once and in order, and when the last viewer had each.
//!
//! Deliberately strict: a difference that brings two edits at once must bring both.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

/// What went wrong, in numbers; all must be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Faults {
    /// Edits that never reached a viewer.
    pub lost: usize,
    /// Edits that reached a viewer more than once.
    pub doubled: usize,
    /// Edits that reached a viewer after a later one.
    pub out_of_order: usize,
}

impl std::ops::AddAssign for Faults {
    fn add_assign(&mut self, other: Self) {
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.out_of_order += other.out_of_order;
    }
}

/// The edits of one board: when each was sent, and how long the slowest viewer waited for it.
#[derive(Debug)]
pub(crate) struct Times(Mutex<Vec<Option<(Instant, Duration)>>>);

impl Times {
    /// For so many edits.
    pub(crate) fn new(edits: usize) -> Self {
        Self(Mutex::new(vec![None; edits]))
    }

    /// An edit is about to be sent.
    pub(crate) fn sent(&self, edit: usize) {
        if let Some(slot) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(edit) {
            *slot = Some((Instant::now(), Duration::ZERO));
        }
    }

    /// A viewer has an edit.
    fn seen(&self, edit: usize, at: Instant) {
        let mut times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Some((sent, slowest))) = times.get_mut(edit) {
            *slowest = (*slowest).max(at.saturating_duration_since(*sent));
        }
    }

    /// How long the slowest viewer of each edit waited.
    pub(crate) fn slowest(&self) -> Vec<Duration> {
        let times = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        times.iter().flatten().map(|(_, slowest)| *slowest).collect()
    }
}

/// What one viewer has had.
#[derive(Debug)]
pub(crate) struct Tally<'a> {
    times: &'a Times,
    had: Vec<bool>,
    newest: Option<usize>,
    faults: Faults,
}

impl<'a> Tally<'a> {
    /// Of a board with so many edits to come.
    pub(crate) fn new(times: &'a Times, edits: usize) -> Self {
        Self { times, had: vec![false; edits], newest: None, faults: Faults::default() }
    }

    /// Takes in the edits of one frame, whose order within it means nothing.
    pub(crate) fn take_in(&mut self, edits: impl Iterator<Item = usize>, at: Instant) {
        let before = self.newest;
        for edit in edits {
            match self.had.get_mut(edit) {
                // From another part of the run.
                None => continue,
                Some(had) if *had => self.faults.doubled += 1,
                Some(had) => *had = true,
            }
            if before.is_some_and(|before| edit < before) {
                self.faults.out_of_order += 1;
            }
            self.newest = self.newest.max(Some(edit));
            self.times.seen(edit, at);
        }
    }

    /// Whether every edit has come.
    pub(crate) fn has_all(&self) -> bool {
        self.newest.is_some_and(|newest| newest + 1 == self.had.len()) && self.had.iter().all(|had| *had)
    }

    /// How many have come.
    pub(crate) fn had(&self) -> usize {
        self.had.iter().filter(|had| **had).count()
    }

    /// What went wrong, once nothing more will come.
    pub(crate) fn faults(&self) -> Faults {
        Faults { lost: self.had.len() - self.had(), ..self.faults }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_doubled_or_out_of_order_is_counted() {
        let times = Times::new(4);
        let mut tally = Tally::new(&times, 4);
        for frame in [vec![0], vec![2], vec![1], vec![2]] {
            tally.take_in(frame.into_iter(), Instant::now());
        }
        assert!(!tally.has_all());
        assert_eq!(tally.faults(), Faults { lost: 1, doubled: 1, out_of_order: 1 });
    }

    #[test]
    fn one_frame_may_bring_several_in_any_order() {
        let times = Times::new(3);
        let mut tally = Tally::new(&times, 3);
        tally.take_in([0].into_iter(), Instant::now());
        tally.take_in([2, 1].into_iter(), Instant::now());
        assert!(tally.has_all());
        assert_eq!(tally.faults(), Faults::default());
    }
}
