//! Which screens are the wall now.
//!
//! Deliberately by the times of the log, and not by what is connected: a screen that is dark for a moment is still the wall.

use jiff::{SignedDuration, Timestamp};

use super::State;
use crate::event::{Batch, Event};
use crate::id::SeatId;
use crate::seat::{Holder, LASTS};

/// By how much the clocks of two machines may differ. A seat from later than that is from a clock that was wrong, and its screen
/// shows nothing.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// A screen is the wall for as long as a device has its place, whoever has switched it off meanwhile.
fn is_on(since: Timestamp, now: Timestamp) -> bool {
    let on = now.duration_since(since);
    -AHEAD <= on && on < LASTS.try_into().unwrap_or_default()
}

impl State {
    /// Whether any screen is the wall at this time.
    pub fn has_wall_at(&self, now: Timestamp) -> bool {
        self.walls.values().any(|since| is_on(*since, now))
    }

    /// The seats of screens whose time as the wall is up.
    pub fn dark_walls(&self, now: Timestamp) -> impl Iterator<Item = &SeatId> {
        self.walls.iter().filter(move |(_, since)| !is_on(**since, now)).map(|(seat, _)| seat)
    }

    /// Notes since when a screen is the wall, and that it is it no more.
    pub(super) fn note_walls(&mut self, batch: &Batch) {
        for event in &batch.events {
            if let Event::SeatGiven(seat) = event {
                self.walls.remove(&seat.id);
                if seat.holder == Holder::Wall {
                    self.walls.insert(seat.id.clone(), batch.at);
                }
            }
            if let Event::SeatClosed { seat } = event {
                self.walls.remove(seat);
            }
        }
    }
}
